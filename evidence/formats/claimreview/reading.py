"""Fact checks (schema.org ClaimReview) to records, each node accounted for."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from pydantic import JsonValue

from evidence.dates import iso_date
from evidence.formats.claimreview.nodes import (
    KIND,
    REST,
    Node,
    each,
    first,
    is_ours,
    nodes_of,
    words,
)
from evidence.formats.claimreview.readable import (
    actor_fields,
    actor_id,
    claim_fields,
    claim_id,
    claim_text,
    identity,
    own_fields,
    page_fields,
    review_fields,
    work_fields,
    work_id,
)
from evidence.formats.content import Content
from evidence.formats.format import Imported, made_by_import
from evidence.formats.ledger import Ledger
from evidence.formats.remainder import completed, validated
from evidence.ids import content_id
from evidence.model import Actor, Attribution, Claim, Document, Record
from evidence.readers.structured_data import types

NAME = "claimreview"
CASE = "case"
"""The kind of the node that says what the whole is called."""

_TAKEN = frozenset(
    "@context @id @type author claimReviewed datePublished headline inLanguage itemReviewed name "
    "publisher reviewRating url".split()
)


def read(content: Content) -> Imported:
    """Read the fact checks of a JSON-LD file or of a saved page.

    A review becomes the claim, the attribution to the one who checked it, and the attributions to
    those who made it. Other nodes are kept as they were.

    Raises:
        ValueError: If the file is neither JSON nor HTML.
    """
    nodes = nodes_of(content)
    ledger = Ledger(NAME, content.name)
    for number, why in enumerate(nodes.damaged):
        ledger.refuse(f"blocks[{number}]", why)
    if nodes.mended:
        ledger.mend("raw line ends in JSON were read as spaces", content.name)
    for number, node in enumerate(nodes.nodes):
        try:
            _account(node, ledger)
        except ValueError as error:
            ledger.refuse(identity(node) or f"nodes[{number}]", str(error))
    return ledger.close(len(nodes.nodes) + len(nodes.damaged), **_heading(nodes.nodes))


def _heading(nodes: Iterable[JsonValue]) -> dict[str, str]:
    """Title and description of the case that a file of ours was written from."""
    node = next((node for node in nodes if is_heading(node)), None)
    said = node if isinstance(node, dict) else {}
    return {"title": str(said.get("name", "")), "description": str(said.get("description", ""))}


def is_heading(node: JsonValue) -> bool:
    """Whether a node says what the whole is called."""
    return isinstance(node, dict) and node.get(KIND) == CASE


def is_mapped(node: Node) -> bool:
    """Whether a node has a counterpart here."""
    return is_ours(node) or any(name in types(node) for name in ("ClaimReview", "Claim"))


def kind_of(node: Node) -> str:
    """What a node that is kept is called."""
    return next(iter(types(node)), "node")


def _account(node: JsonValue, ledger: Ledger) -> None:
    """Map or keep one node.

    Raises:
        ValueError: If it is damaged.
    """
    if not isinstance(node, dict):
        raise ValueError("is no node")
    if is_heading(node):
        ledger.map(())
    elif is_ours(node):
        kind = str(node[KIND])
        ledger.map([completed(kind, own_fields(kind, node), node.get(REST))])
    elif not is_mapped(node):
        ledger.keep(kind_of(node), node, id=identity(node))
    elif "ClaimReview" in types(node):
        ledger.map(list(_review(node)))
        _note_losses(node, ledger)
    else:
        ledger.map(list(_claim(node, claim_fields(node).get("id"))))


def _review(node: Node) -> Iterator[Record]:
    """What one review says."""
    if claim_text(node) is None:
        raise ValueError("does not state the claim that it reviews")
    author = first(node.get("author"))
    yield from _actor(author)
    yield from _actor(first(node.get("publisher")))
    page = page_fields(node)
    if "id" in page:
        yield _made(Document, page)
    yield _made(Claim, {"id": claim_id(node), "text": claim_text(node)})
    yield _made(Attribution, review_fields(node))
    item = first(node.get("itemReviewed"))
    if isinstance(item, dict):
        yield from _sayings(item, str(claim_id(node)))


def _claim(node: Node, own: Any) -> Iterator[Record]:
    if own is None:
        raise ValueError("has no text")
    yield _made(Claim, claim_fields(node))
    yield from _sayings(node, own)


def _sayings(item: Node, claim: str) -> Iterator[Record]:
    """Who put the claim forward, and where: once for each of its appearances."""
    author = first(item.get("author"))
    yield from _actor(author)
    by = actor_id(author)
    appearances = [*each(item.get("firstAppearance")), *each(item.get("appearance"))]
    places: dict[str | None, JsonValue] = {work_id(place): place for place in appearances}
    for document, place in places.items():
        if document is not None:
            yield from _actor(first(place.get("publisher")) if isinstance(place, dict) else None)
            yield _made(Document, work_fields(place))
    unplaced: list[str | None] = [None] if by else []
    for document in [name for name in places if name] or unplaced:
        when = words(item, "datePublished")
        yield _made(
            Attribution,
            {
                "id": content_id("a", claim, by, "asserts", document),
                "claim": claim,
                "by": by,
                "stance": "asserts",
                "document": document,
                "when": iso_date(when) if when else None,
            },
        )


def _actor(node: JsonValue) -> Iterator[Record]:
    fields = actor_fields(node)
    if "id" in fields and "name" in fields:
        yield _made(Actor, fields)


def _made(kind: type[Record], fields: dict[str, Any]) -> Record:
    return validated(kind, {"made": made_by_import(NAME), **fields})


def _note_losses(node: Node, ledger: Ledger) -> None:
    which = identity(node) or words(node, "url", "claimReviewed") or "a review"
    for name in node:
        if name not in _TAKEN:
            ledger.lose("ClaimReview", name, which)
    published = words(node, "datePublished")
    if published and not iso_date(published):
        ledger.lose("ClaimReview", "datePublished that is no ISO date", which)
