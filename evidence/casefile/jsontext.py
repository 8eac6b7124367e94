"""JSON and JSON Lines: trees and streams of records, with every repeated key noticed."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any, NoReturn

from evidence.case import SECTIONS, Case
from evidence.casefile.written import SCHEMA_VERSION
from evidence.model import Kept, Record
from evidence.trees import Path, Problems, Tree

LINE_TYPES: dict[str, str] = {
    "document": "documents",
    "actor": "actors",
    "claim": "claims",
    "attribution": "attributions",
    "evidence": "evidence",
    "bearing": "bearings",
    "relation": "relations",
    "derivation": "derivations",
    "waiver": "waivers",
    "kept": "kept",
}
"""The `type` of a line in JSON Lines and the section that it belongs to."""


def parse(text: str) -> Any:
    """Read a JSON text.

    Raises:
        Problems: If it is not JSON, or a mapping repeats a key.
    """
    try:
        return json.loads(text, object_pairs_hook=_unrepeated)
    except json.JSONDecodeError as error:
        raise Problems([((), f"line {error.lineno}, column {error.colno}: {error.msg}")]) from None
    except RecursionError:
        raise Problems([((), "nested too deeply to be a case")]) from None


def _unrepeated(pairs: list[tuple[str, Any]]) -> Tree:
    tree = dict(pairs)
    if len(tree) != len(pairs):
        seen: set[str] = set()
        for key, _ in pairs:
            if key in seen:
                raise Problems([((), f"the key {key!r} stands twice in one mapping")])
            seen.add(key)
    return tree


def dump(tree: Tree) -> str:
    """Write a tree as JSON, two spaces deep, non-ASCII letters as they are."""
    return json.dumps(tree, ensure_ascii=False, indent=2) + "\n"


def to_lines(case: Case) -> Iterator[str]:
    """Write a case as JSON Lines: a heading, then one record a line, flat and with its id."""
    yield heading_line(case.title, case.description)
    yield from map(record_line, case.records())


def heading_line(title: str, description: str) -> str:
    """The first of the JSON Lines of a case."""
    return _line({"claimtrail": SCHEMA_VERSION, "title": title, "description": description})


def record_line(record: Record) -> str:
    """The line of a record: flat, with its type and its id, without spaces."""
    kind = type(record)
    if kind is Kept:
        # Alone among records it may hold numbers that are not finite, which pydantic leaves out
        fields = record.model_dump(mode="json", by_alias=True, exclude_defaults=True)
        return _line({"type": "kept", **fields})
    # A quarter of the time of making a tree and writing that
    text = kind.__pydantic_serializer__.to_json(record, by_alias=True, exclude_defaults=True)
    return f"{_BEGINNINGS[kind]}{text[1:].decode()}\n"


_BEGINNINGS = {SECTIONS[section]: f'{{"type":"{name}",' for name, section in LINE_TYPES.items()}
"""How the line of a record of each type begins; an id follows, as every record has one."""


def _line(data: Tree) -> str:
    return json.dumps(data, ensure_ascii=False, separators=(",", ":")) + "\n"


@dataclass(frozen=True)
class RecordStream:
    """A case whose records come one after the other, and can be read once.

    Attributes:
        title: Of the case.
        description: Of the case.
        records: The records.
    """

    title: str
    description: str
    records: Iterator[Record]


def from_lines(lines: Iterable[str]) -> Case:
    """Read JSON Lines into a case.

    Raises:
        Problems: With every line that is not a record.
    """
    stream = stream_lines(lines)
    records = list(stream.records)
    try:
        return Case.of(records, title=stream.title, description=stream.description)
    except ValueError as error:
        raise Problems([((), str(error))]) from None


def stream_lines(lines: Iterable[str]) -> RecordStream:
    """Read the heading of JSON Lines, and let the records follow one by one.

    At its end the stream of records raises `Problems` with every line that is not what it should
    be.
    """
    numbered = ((number, line) for number, line in enumerate(lines, 1) if line.strip())
    title, description, problems = "", "", []
    number, first = next(numbered, (0, ""))
    try:
        title, description = _heading(parse(first)) if number else _no_heading()
    except (Problems, ValueError) as error:
        problems.append((_line_path(number), _first_message(error)))
    return RecordStream(title, description, _records(numbered, problems))


def _records(
    lines: Iterable[tuple[int, str]], problems: list[tuple[Path, str]]
) -> Iterator[Record]:
    for number, line in lines:
        try:
            record = _record(parse(line))
        except (Problems, ValueError) as error:
            problems.append((_line_path(number), _first_message(error)))
        else:
            yield record
    if problems:
        raise Problems(problems)


def _line_path(number: int) -> Path:
    return (f"line {number}",) if number else ()


def _no_heading() -> NoReturn:
    raise ValueError("empty: the first line should be a heading with 'claimtrail'")


def _heading(data: Any) -> tuple[str, str]:
    if not isinstance(data, dict) or data.get("claimtrail") != SCHEMA_VERSION:
        raise ValueError(f'the first line should be {{"claimtrail": {SCHEMA_VERSION}}}')
    return str(data.get("title") or ""), str(data.get("description") or "")


def _record(data: Any) -> Record:
    if not isinstance(data, dict) or data.get("type") not in LINE_TYPES:
        raise ValueError(f"a record has a 'type' that is one of {', '.join(LINE_TYPES)}")
    kind = SECTIONS[LINE_TYPES[data["type"]]]
    return kind.model_validate({key: value for key, value in data.items() if key != "type"})


def _first_message(error: Exception) -> str:
    return error.problems[0][1] if isinstance(error, Problems) else " ".join(str(error).split())
