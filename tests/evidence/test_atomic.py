"""A file is either whole or not there."""

from __future__ import annotations

import errno
import os
from concurrent.futures import ThreadPoolExecutor
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


def test_a_link_stays_and_what_it_leads_to_is_replaced(tmp_path: Path) -> None:
    (tmp_path / "kept").mkdir()
    link, target = tmp_path / "case.yaml", tmp_path / "kept" / "real.yaml"
    link.symlink_to("kept/real.yaml")
    for words in ("first", "second"):
        write_atomically(link, words)
        assert (link.is_symlink(), target.read_text()) == (True, words)
    assert sorted(p.name for p in tmp_path.rglob("*")) == ["case.yaml", "kept", "real.yaml"]


def test_a_pipe_is_written_to_and_stays(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    with ThreadPoolExecutor() as threads:
        read = threads.submit(pipe.read_bytes)
        write_atomically(pipe, "words")
        assert read.result(timeout=60) == b"words"
    assert pipe.is_fifo()


def test_a_full_disk_is_an_error_that_leaves_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(_handle: int) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(ClaimtrailError, match="No space left") as caught:
        write_atomically(tmp_path / "case.yaml", "words")
    assert "make room" in caught.value.hint
    assert not list(tmp_path.iterdir())


def test_a_folder_that_is_missing_or_in_the_way_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(ClaimtrailError, match="No such file") as caught:
        write_atomically(tmp_path / "none" / "case.yaml", "x")
    assert "folder" in caught.value.hint
    (tmp_path / "folder").mkdir()
    with pytest.raises(ClaimtrailError, match="cannot be written"):
        write_atomically(tmp_path / "folder", "x")
    assert [p.name for p in tmp_path.iterdir()] == ["folder"]
