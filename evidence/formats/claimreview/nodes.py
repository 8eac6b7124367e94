"""The JSON-LD nodes of a file or a saved page that tell of fact checks."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from pydantic import JsonValue

from evidence.formats.content import Content, parsed
from evidence.readers.structured_data import blocks, types

Node = dict[str, Any]

KIND = "claimtrail:record"
"""The property that says which type of record a node stands for."""

REST = "claimtrail:rest"
"""The property that carries the remainder of a record."""

_CONTROL = re.compile("[\x00-\x1f]")


@dataclass(frozen=True)
class Nodes:
    """What a file holds.

    Attributes:
        nodes: Its nodes, of which any may be damaged; those of a graph each by itself.
        damaged: Why a block of a page could not be read, one line each.
        mended: How many blocks were read leniently.
    """

    nodes: tuple[JsonValue, ...]
    damaged: tuple[str, ...] = ()
    mended: int = 0


def nodes_of(content: Content) -> Nodes:
    """The nodes of a JSON-LD file or of the blocks of a page, in their order.

    Raises:
        ValueError: If the content is neither.
    """
    if _is_page(content):
        return _of_page(content)
    return Nodes(tuple(_unfolded(content.json)))


def is_claim_review(content: Content) -> bool:
    """Whether a content holds a ClaimReview, in JSON-LD or in a page."""
    if _is_page(content):
        return "ClaimReview" in content.text and "ld+json" in content.text
    nodes = _unfolded(content.json_or_none)
    return any("ClaimReview" in types(n) or is_ours(n) for n in nodes)


def is_ours(node: JsonValue) -> bool:
    """Whether a node was written here."""
    return isinstance(node, dict) and KIND in node


def first(value: JsonValue) -> JsonValue:
    """The value, or the first of several."""
    return (value[0] if value else None) if isinstance(value, list) else value


def each(value: JsonValue) -> list[JsonValue]:
    """One value or a list of them as a list."""
    if value is None:
        return []
    return value if isinstance(value, list) else [value]


def words(node: JsonValue, *names: str) -> str | None:
    """The first text that one of these properties has; None where none has any."""
    for name in names:
        value = first(node.get(name)) if isinstance(node, dict) else None
        if isinstance(value, dict):
            value = value.get("@value", value.get("name"))
        if isinstance(value, str) and value.strip():
            return value
    return None


def _is_page(content: Content) -> bool:
    return content.is_text and content.text.lstrip()[:1] == "<"


def _of_page(content: Content) -> Nodes:
    nodes: list[JsonValue] = []
    damaged: list[str] = []
    mended = 0
    for text in blocks(content.text):
        value, lenient, why_not = _block(text)
        mended += lenient
        if why_not:
            damaged.append(why_not)
        else:
            nodes += _unfolded(value)
    return Nodes(tuple(nodes), tuple(damaged), mended)


def _block(text: str) -> tuple[JsonValue, bool, str]:
    """The value of a block, whether it was read leniently, and why it could not be read."""
    # Content management systems write raw line ends into JSON text, and search engines take them.
    plain = _CONTROL.sub(" ", text)
    try:
        return parsed(text), False, ""
    except ValueError as error:
        why = str(error)
    try:
        return parsed(plain), True, ""
    except ValueError:
        return None, False, why


def _unfolded(value: JsonValue) -> Iterator[JsonValue]:
    """The nodes of a value: those of a list or a graph each by itself."""
    for node in each(value):
        graph = node.get("@graph") if isinstance(node, dict) else None
        if isinstance(graph, list):
            yield from graph
        else:
            yield node
