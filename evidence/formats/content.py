"""The content of a file: its bytes, and what they say when read as text or as JSON."""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import cached_property
from pathlib import PurePath
from typing import Any, NoReturn

from pydantic import JsonValue

from evidence.readers.decoding import decode, looks_binary

DEEPEST = 100
"""How deeply JSON may be nested: far more than any format here needs, far less than Python can."""


@dataclass(frozen=True)
class Content:
    """The bytes of a file under its name; text and JSON are read once, when first asked for.

    Attributes:
        name: The file's name, for messages and for its suffix.
        data: Its bytes.
    """

    name: str
    data: bytes

    @property
    def suffix(self) -> str:
        """The ending of the file's name in lower case, as in ".json"."""
        return PurePath(self.name).suffix.lower()

    @cached_property
    def text(self) -> str:
        """The bytes as text: UTF-8, or UTF-16 with a byte order mark.

        Raises:
            ValueError: If they are not text.
        """
        if looks_binary(self.data):
            raise ValueError("is not text")
        return decode(self.data)

    @property
    def json(self) -> JsonValue:
        """The bytes as one JSON value.

        Raises:
            ValueError: If they are not JSON, if an object repeats a key (one of the two values
                would be lost), if a number is not finite, if text holds half a surrogate pair, or
                if it is nested more than `DEEPEST` deep.
        """
        value, why_not = self._parsed
        if why_not:
            raise ValueError(why_not)
        return value

    @property
    def is_text(self) -> bool:
        """Whether the bytes can be read as text."""
        try:
            self.text  # noqa: B018 - reading it is the check
        except ValueError:
            return False
        return True

    @property
    def json_or_none(self) -> JsonValue:
        """The bytes as one JSON value; None where they are not JSON."""
        return self._parsed[0]

    @cached_property
    def _parsed(self) -> tuple[JsonValue, str]:
        try:
            return parsed(self.text), ""
        except ValueError as error:
            return None, str(error)


def parsed(text: str) -> JsonValue:
    """Read one JSON value; see `Content.json` for what is refused.

    Raises:
        ValueError: With the line and column where they are known.
    """
    try:
        value = json.loads(text, object_pairs_hook=_unrepeated, parse_constant=_not_finite)
    except json.JSONDecodeError as error:
        place = f"line {error.lineno}, column {error.colno}"
        raise ValueError(f"is not JSON: {place}: {error.msg}") from None
    except RecursionError:
        raise ValueError("is nested too deeply") from None
    _check_depth(value)
    if "\\ud" in text or "\\uD" in text:
        _check_surrogates(value)
    return value  # type: ignore[no-any-return]  # json.loads gives JSON values


def _unrepeated(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    tree = dict(pairs)
    if len(tree) != len(pairs):
        seen: set[str] = set()
        for key, _ in pairs:
            if key in seen:
                raise ValueError(f"repeats the key {key!r} in one object")
            seen.add(key)
    return tree


def _not_finite(word: str) -> NoReturn:
    raise ValueError(f"holds {word}, which is not a JSON number")


def _check_depth(value: JsonValue) -> None:
    """Go down level by level, without recursion."""
    level = [value]
    for _ in range(DEEPEST):
        level = [
            inner
            for outer in level
            if isinstance(outer, dict | list)
            for inner in (outer.values() if isinstance(outer, dict) else outer)
            if isinstance(inner, dict | list)
        ]
        if not level:
            return
    raise ValueError(f"is nested more than {DEEPEST} deep")


def _check_surrogates(value: JsonValue) -> None:
    try:
        json.dumps(value, ensure_ascii=False).encode("utf-8")
    except UnicodeEncodeError:
        raise ValueError("holds half a surrogate pair, which is no character") from None
