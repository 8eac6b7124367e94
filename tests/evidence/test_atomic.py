"""A file is either whole or not there."""

from __future__ import annotations

from pathlib import Path

import pytest

from evidence.atomic import open_atomically, write_atomically
from evidence.errors import ClaimtrailError


def test_a_failed_write_leaves_the_old_file_and_nothing_else(tmp_path: Path) -> None:
    path = tmp_path / "case.yaml"
    write_atomically(path, "old\r\n")
    with pytest.raises(TypeError), open_atomically(path) as stream:
        stream.writelines([b"new", "not bytes"])  # type: ignore[list-item]  # fails halfway
    assert path.read_bytes() == b"old\r\n"
    assert [p.name for p in tmp_path.iterdir()] == ["case.yaml"]


def test_the_mode_of_a_replaced_file_is_kept(tmp_path: Path) -> None:
    path = tmp_path / "case.yaml"
    write_atomically(path, "old")
    path.chmod(0o640)
    write_atomically(path, b"new")
    assert path.read_bytes() == b"new"
    assert path.stat().st_mode & 0o777 == 0o640


def test_a_folder_that_is_missing_or_in_the_way_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(ClaimtrailError, match="No such file") as caught:
        write_atomically(tmp_path / "none" / "case.yaml", "x")
    assert "folder" in caught.value.hint
    (tmp_path / "folder").mkdir()
    with pytest.raises(ClaimtrailError, match="cannot be written"):
        write_atomically(tmp_path / "folder", "x")
    assert [p.name for p in tmp_path.iterdir()] == ["folder"]
