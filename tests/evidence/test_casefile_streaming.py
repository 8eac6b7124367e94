"""Case files read record by record say the same as when they are read at once."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from strategies import cases

from evidence.case import Case
from evidence.casefile import read_case, stream_case, write_case
from evidence.errors import CaseFileError
from evidence.model import Actor, Document

HEADING = '{"claimtrail": 1, "title": "T"}\n'


def gathered(path: Path) -> Case:
    stream = stream_case(path)
    return Case.of(stream.records, title=stream.title, description=stream.description)


@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(cases())
def test_any_case_is_streamed_as_it_is_read(tmp_path: Path, case: Case) -> None:
    for name in ("case.jsonl", "case.yaml", "case.json"):
        write_case(case, tmp_path / name)
        assert gathered(tmp_path / name) == read_case(tmp_path / name) == case


def test_records_come_before_the_file_has_been_read_to_its_end(tmp_path: Path) -> None:
    path = tmp_path / "case.jsonl"
    actors = "".join(f'{{"type": "actor", "id": "a{n}", "name": "A"}}\n' for n in range(50_000))
    path.write_text(HEADING + actors + "broken\n")
    first: Iterator[object] = islice(stream_case(path).records, 3)
    assert list(first) == [Actor(id=f"a{n}", name="A") for n in range(3)]


def test_every_broken_line_is_named_at_the_end(tmp_path: Path) -> None:
    path = tmp_path / "case.jsonl"
    path.write_text(
        HEADING + '{"type": "x"}\n{"type": "actor", "id": "a", "name": "A"}\n{"id": }\n'
    )
    records = stream_case(path).records
    assert next(records) == Actor(id="a", name="A")
    with pytest.raises(CaseFileError) as raised:
        list(records)
    assert [problem.split(":")[0] for problem in raised.value.problems] == ["line 2", "line 4"]


@pytest.mark.parametrize(
    ("content", "problem"),
    [
        (b"", "empty"),
        (b'{"type": "actor"}\n', "line 1: the first line should be"),
        (b'{"claimtrail": 1}\n{"type": "actor", "id": "a", "name": "\xff"}\n', "is not UTF-8"),
    ],
)
def test_what_is_no_case_is_named(tmp_path: Path, content: bytes, problem: str) -> None:
    path = tmp_path / "case.jsonl"
    path.write_bytes(content)
    for read in (gathered, read_case):
        with pytest.raises(CaseFileError, match=problem):
            read(path)


def test_a_file_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(CaseFileError, match="cannot be read"):
        stream_case(tmp_path / "case.jsonl")


def test_texts_beside_the_file_are_attached(tmp_path: Path) -> None:
    (tmp_path / "brief.txt").write_text("The words.\n")
    path = tmp_path / "case.jsonl"
    path.write_text(HEADING + '{"type": "document", "id": "d", "file": "brief.txt"}\n')
    (document,) = stream_case(path).records
    assert isinstance(document, Document)
    assert document.text == "The words.\n"
    path.write_text(HEADING + '{"type": "document", "id": "d", "file": "../gone.txt"}\n')
    with pytest.raises(CaseFileError, match=r"documents\.d\.file"):
        list(stream_case(path).records)
