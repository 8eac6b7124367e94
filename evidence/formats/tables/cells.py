"""Fields of records as the text of cells, and back."""

from __future__ import annotations

import ast
import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from pydantic import JsonValue

from evidence.formats.content import parsed

_FORMULA = ("=", "+", "-", "@", "\t", "\r", "'")


def guarded(text: str) -> str:
    """Text as a cell that no spreadsheet takes for a formula, and that is never empty.

    Text that begins with one of `= + - @`, tab or return is run as a formula by spreadsheets when
    they open a CSV file; an apostrophe before it prevents that (OWASP, CSV Injection). Text that
    begins with an apostrophe gets another, so that `unguarded` gives the same text back.
    """
    return f"'{text}" if not text or text.startswith(_FORMULA) else text


def unguarded(cell: str) -> str:
    """The text of a cell that `guarded` made; cells typed by people are left as they are."""
    rest = cell[1:]
    return rest if cell.startswith("'") and (not rest or rest.startswith(_FORMULA)) else cell


@dataclass(frozen=True)
class Column:
    """How the values of one field stand in cells.

    Attributes:
        to_text: Value, as JSON holds it, to text.
        to_value: Text to value; raises ValueError, saying what is wrong.
    """

    to_text: Callable[[Any], str]
    to_value: Callable[[str], JsonValue]


def _names_text(names: Sequence[str]) -> str:
    plain = all(n and n == n.strip() and ";" not in n for n in names) and names[0][0] != "["
    return "; ".join(names) if plain else _json(names)


def _names_value(text: str) -> JsonValue:
    """Names between semicolons, as JSON, or as the list of a Python program."""
    if not text.lstrip().startswith("["):
        return [name.strip() for name in text.split(";") if name.strip()]
    try:
        return parsed(text)
    except ValueError:
        return _python_list(text)


def _python_list(text: str) -> list[JsonValue]:
    try:
        value = ast.literal_eval(text)
    except (ValueError, SyntaxError, MemoryError, RecursionError):
        raise ValueError(f"is no list: {text[:40]!r}") from None
    if not isinstance(value, list):
        raise ValueError(f"is no list: {text[:40]!r}")
    return value


def _passages_text(passages: Sequence[dict[str, Any]]) -> str:
    words = str(passages[0]["exact"])
    alone = len(passages) == 1 and set(passages[0]) == {"exact"}
    return words if alone and words[0] not in "[{" else _json(passages)


def _passages_value(text: str) -> JsonValue:
    return parsed(text) if text[0] in "[{" else text


def _truth(text: str) -> JsonValue:
    word = text.strip().casefold()
    if word not in {"true", "false", "yes", "no", "1", "0"}:
        raise ValueError(f"is neither true nor false: {text[:40]!r}")
    return word in {"true", "yes", "1"}


def _number(text: str) -> JsonValue:
    try:
        return float(text)
    except ValueError:
        raise ValueError(f"is no number: {text[:40]!r}") from None


def _whole(text: str) -> JsonValue:
    try:
        return int(float(text)) if float(text).is_integer() else float(text)
    except (ValueError, OverflowError):
        raise ValueError(f"is no number: {text[:40]!r}") from None


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)


TEXT = Column(str, lambda text: text)
NAMES = Column(_names_text, _names_value)
PASSAGES = Column(_passages_text, _passages_value)
TRUTH = Column(lambda value: "true" if value else "false", _truth)
NUMBER = Column(lambda value: repr(float(value)), _number)
WHOLE = Column(str, _whole)
JSON = Column(_json, parsed)

_COLUMNS = {
    "aliases": NAMES,
    "authors": NAMES,
    "claims": NAMES,
    "confidence": NUMBER,
    "content": PASSAGES,
    "credibility": WHOLE,
    "cue": PASSAGES,
    "data": JSON,
    "made": JSON,
    "original": TRUTH,
    "pages": JSON,
    "party_to": NAMES,
    "speaks_for": NAMES,
}


def column_for(field: str, *, section: str) -> Column:
    """How the values of a field stand in the cells of a section's sheet; text unless told."""
    if (section, field) == ("attributions", "source"):
        return PASSAGES
    return _COLUMNS.get(field, TEXT)
