"""What an annotation says of its target: the texts of its bodies."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from pydantic import JsonValue

from evidence.formats.annotation.targets import spread
from evidence.formats.annotation.values import listed, one, types


@dataclass(frozen=True)
class Said:
    """The words of an annotation's bodies.

    Attributes:
        text: What the target is said to be or to show: of purpose "describing", else the first.
        note: The other words, a line each; tags as "#tag".
        lost: Types of bodies that are not text.
    """

    text: str | None = None
    note: str | None = None
    lost: tuple[str, ...] = ()


def said_in(annotation: dict[str, Any]) -> Said:
    """The words of an annotation's bodies.

    Raises:
        ValueError: If a body is not as the specification says; the message continues "X ".
    """
    if "bodyValue" in annotation:
        if "body" in annotation:
            raise ValueError("has both a body and a bodyValue")
        return Said(one(annotation, "bodyValue", "Annotation", str) or None)
    texts: list[tuple[str, str]] = []
    lost: list[str] = []
    for body in spread(annotation.get("body")):
        words = _text(body)
        if words is None:
            lost.append(_kind(body))
        elif words:
            texts.append((_purpose(body), words))
    return _sorted_out(texts, tuple(lost))


def _sorted_out(texts: list[tuple[str, str]], lost: tuple[str, ...]) -> Said:
    speaking = [index for index, (purpose, _) in enumerate(texts) if purpose != "tagging"]
    describing = [index for index in speaking if texts[index][0] == "describing"]
    first = next(iter(describing or speaking), None)
    others = (
        f"#{words}" if purpose == "tagging" else words
        for index, (purpose, words) in enumerate(texts)
        if index != first
    )
    text = None if first is None else texts[first][1]
    return Said(text, "\n".join(others) or None, lost)


def _text(body: JsonValue) -> str | None:
    """The words of a body; None where it is no text."""
    if not isinstance(body, dict):
        return None
    if "TextualBody" in types(body) or (not types(body) and "value" in body):
        return one(body, "value", "TextualBody", str)
    return None


def _purpose(body: JsonValue) -> str:
    purposes = listed(body.get("purpose")) if isinstance(body, dict) else []
    return next((str(each).removeprefix("oa:") for each in purposes), "")


def _kind(body: JsonValue) -> str:
    kinds = types(body) if isinstance(body, dict) else []
    return kinds[0] if kinds else "body by reference"
