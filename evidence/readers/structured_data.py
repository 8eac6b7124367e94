"""JSON-LD in web pages: what the page says of itself in the words of schema.org."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any

from lxml import html
from lxml.etree import LxmlError

_CREDITING = ("author", "creator", "sourceOrganization", "creditText", "copyrightHolder")
"""Properties of an article that name whom it is from."""

_DEEPEST = 12


def blocks(page: str) -> list[str]:
    """The texts of the blocks of JSON-LD in a page, in their order.

    Raises:
        ValueError: If the page is none; the message continues "X ".
    """
    parser = html.HTMLParser(encoding="utf-8", no_network=True, huge_tree=False)
    try:
        tree = html.document_fromstring(page.encode("utf-8", "replace"), parser=parser)
    except LxmlError as error:
        raise ValueError(f"is not HTML: {error}") from None
    return [block.text or "" for block in tree.xpath("//script[contains(@type, 'ld+json')]")]


def types(node: object) -> list[str]:
    """The types of an object by their last names: "http://schema.org/Claim" is "Claim"."""
    stated = node.get("@type") if isinstance(node, dict) else None
    listing = stated if isinstance(stated, list) else [stated]
    return [re.split("[/#:]", each)[-1] for each in listing if isinstance(each, str)]


def structured_data(page: str) -> list[dict[str, Any]]:
    """Every JSON-LD object of a page, the nested ones after those that hold them.

    Blocks that are not JSON are passed over, as by those for whom they are written.
    """
    try:
        texts = blocks(page)
    except ValueError:
        return []
    return [found for text in texts for found in _objects(_parsed(text), 0)]


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
    return [found for found in stated if "ClaimReview" in types(found)]


def credited_by(stated: list[dict[str, Any]]) -> tuple[str, ...]:
    """The names of those whom the articles of a page name as authors or sources, in order."""
    articles = (found for found in stated if any(t.endswith("Article") for t in types(found)))
    names = (n for found in articles for key in _CREDITING for n in _names(found.get(key)))
    return tuple(dict.fromkeys(names))


def _names(value: Any) -> Iterator[str]:
    for part in value if isinstance(value, list) else [value]:
        name = part.get("name") if isinstance(part, dict) else part
        if isinstance(name, str) and name.strip():
            yield name.strip()
