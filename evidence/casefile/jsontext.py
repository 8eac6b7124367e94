"""JSON and JSON Lines: trees and streams of records, with every repeated key noticed."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from typing import Any

from evidence.case import SECTIONS, Case
from evidence.casefile.written import SCHEMA_VERSION
from evidence.model import Record
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
    yield _line(
        {"claimtrail": SCHEMA_VERSION, "title": case.title, "description": case.description}
    )
    for name, section in LINE_TYPES.items():
        for record in getattr(case, section).values():
            fields = record.model_dump(mode="json", by_alias=True, exclude_defaults=True)
            yield _line({"type": name, **fields})


def _line(data: Tree) -> str:
    return json.dumps(data, ensure_ascii=False) + "\n"


def from_lines(lines: Iterable[str]) -> Case:
    """Read JSON Lines into a case.

    Raises:
        Problems: With every line that is not a record.
    """
    heading: tuple[str, str] | None = None
    records: list[Record] = []
    problems: list[tuple[Path, str]] = []
    for number, line in enumerate(lines, start=1):
        if not line.strip():
            continue
        try:
            if heading is None:
                heading = _heading(parse(line))
            else:
                records.append(_record(parse(line)))
        except (Problems, ValueError) as error:
            heading = heading or ("", "")
            problems.append(((f"line {number}",), _first_message(error)))
    if heading is None:
        problems.append(((), "empty: the first line should be a heading with 'claimtrail'"))
    if problems or heading is None:
        raise Problems(problems)
    try:
        return Case.of(records, title=heading[0], description=heading[1])
    except ValueError as error:
        raise Problems([((), str(error))]) from None


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
