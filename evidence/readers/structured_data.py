"""JSON-LD in web pages: what the page says of itself in the words of schema.org."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from lxml import html
from lxml.etree import ParserError

_CREDITING = ("author", "creator", "sourceOrganization", "creditText", "copyrightHolder")
"""Properties of an article that name whom it is from."""

_DEEPEST = 12


def structured_data(page: str) -> list[dict[str, Any]]:
    """Every JSON-LD object of a page, the nested ones after those that hold them.

    Blocks that are not JSON are passed over, as by those for whom they are written.
    """
    try:
        tree = html.document_fromstring(
            page.encode("utf-8", "replace"), parser=html.HTMLParser(encoding="utf-8")
        )
    except ParserError:
        return []
    blocks = tree.xpath("//script[contains(@type, 'ld+json')]")
    return [found for block in blocks for found in _objects(_parsed(block.text or ""), 0)]


def _parsed(block: str) -> Any:
    try:
        return json.loads(block, strict=False)
    except (ValueError, RecursionError):
        return None


def _objects(value: Any, depth: int) -> Iterator[dict[str, Any]]:
    if depth > _DEEPEST:
        return
    if isinstance(value, dict):
        yield value
    inner = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
    for part in inner:
        yield from _objects(part, depth + 1)


def fact_checks(stated: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """The reviews of claims among the objects of a page (schema.org ClaimReview)."""
    return [found for found in stated if "ClaimReview" in _types(found)]


def credited_by(stated: list[dict[str, Any]]) -> tuple[str, ...]:
    """The names of those whom the articles of a page name as authors or sources, in order."""
    articles = (found for found in stated if any(t.endswith("Article") for t in _types(found)))
    names = (n for found in articles for key in _CREDITING for n in _names(found.get(key)))
    return tuple(dict.fromkeys(names))


def _types(found: dict[str, Any]) -> list[str]:
    stated = found.get("@type")
    types = stated if isinstance(stated, list) else [stated]
    return [str(t).rpartition("/")[2] for t in types]


def _names(value: Any) -> Iterator[str]:
    for part in value if isinstance(value, list) else [value]:
        name = part.get("name") if isinstance(part, dict) else part
        if isinstance(name, str) and name.strip():
            yield name.strip()
