"""The fields of records that can be read from the ordinary properties of schema.org nodes."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from pydantic import JsonValue

from evidence.dates import iso_date
from evidence.formats.claimreview.nodes import Node, each, first, words
from evidence.formats.claimreview.ratings import rated, stance_of
from evidence.formats.iris import id_of, is_web_address
from evidence.ids import content_id, slug
from evidence.readers.structured_data import types

_PERSONS = ("Person",)
_ORGANISATIONS = ("Organization", "NewsMediaOrganization", "NGO", "Corporation")


def identity(node: JsonValue) -> str | None:
    """The IRI of a node, or the node where it is an address itself; None where it has none."""
    found = node.get("@id") if isinstance(node, dict) else node
    return found if isinstance(found, str) and found else None


def actor_id(node: JsonValue) -> str | None:
    """The id of the actor that a node names: by IRI, else by name; None where it names none."""
    iri = identity(node) if isinstance(node, dict) else None
    name = node if isinstance(node, str) else words(node, "name")
    return id_of(iri) if iri else (slug(name) if name and name.strip() else None)


def work_id(node: JsonValue) -> str | None:
    """The id of the document that a node names: by IRI, else by address."""
    iri = identity(node) or words(node, "url", "contentUrl")
    return id_of(iri) if iri else None


def claim_id(review: Node) -> str | None:
    """The id of the claim that a review is about; None where it states none."""
    item = first(review.get("itemReviewed"))
    iri = identity(item) if isinstance(item, dict) and "Claim" in types(item) else None
    text = claim_text(review)
    return id_of(iri) if iri else (content_id("c", text) if text else None)


def claim_text(review: Node) -> str | None:
    """The claim that a review is about, in words."""
    item = first(review.get("itemReviewed"))
    return words(review, "claimReviewed") or words(item, "text", "name", "description")


def actor_fields(node: JsonValue) -> dict[str, Any]:
    """What a Person or an Organization says of an actor."""
    kinds = types(node)
    kind = "person" if any(k in kinds for k in _PERSONS) else None
    kind = "organisation" if any(k in kinds for k in _ORGANISATIONS) else kind
    aliases = each(node.get("alternateName")) if isinstance(node, dict) else []
    return _stated(
        id=actor_id(node),
        name=node if isinstance(node, str) else words(node, "name"),
        kind=kind,
        aliases=[alias for alias in aliases if isinstance(alias, str)],
    )


def work_fields(node: JsonValue) -> dict[str, Any]:
    """What a CreativeWork says of a document."""
    address = words(node, "url") or identity(node)
    publisher = first(node.get("publisher")) if isinstance(node, dict) else None
    return _stated(
        id=work_id(node),
        title=words(node, "name", "headline"),
        url=address if is_web_address(address) else None,
        published=_date(node, "datePublished"),
        language=words(node, "inLanguage"),
        publisher=actor_id(publisher),
    )


def claim_fields(node: JsonValue) -> dict[str, Any]:
    """What a Claim says of a claim."""
    text = words(node, "text", "name", "description")
    iri = identity(node)
    own = content_id("c", text) if text else None
    return _stated(id=id_of(iri) if iri else own, text=text)


def review_fields(node: Node) -> dict[str, Any]:
    """What a ClaimReview says of the attribution of the claim to the one who checked it."""
    claim, by, document = claim_id(node), actor_id(first(node.get("author"))), _page(node)
    iri = identity(node)
    stance = stance_of(node).value
    return _stated(
        id=id_of(iri) if iri else content_id("a", claim, by, stance, document),
        claim=claim,
        by=by,
        stance=stance,
        document=document,
        note=rated(node),
    )


def page_fields(node: Node) -> dict[str, Any]:
    """What a ClaimReview says of the page that it stands on."""
    author = first(node.get("author"))
    person = "Person" in types(author)
    name = words(author, "name")
    return _stated(
        id=_page(node),
        title=words(node, "name", "headline"),
        url=words(node, "url"),
        published=_date(node, "datePublished"),
        language=words(node, "inLanguage"),
        publisher=actor_id(first(node.get("publisher"))) or (None if person else actor_id(author)),
        authors=[name] if person and name else None,
    )


def _page(node: Node) -> str | None:
    url = words(node, "url")
    return id_of(url) if url else None


def _date(node: JsonValue, name: str) -> str | None:
    value = words(node, name)
    return iso_date(value) if value else None


def _stated(**fields: Any) -> dict[str, Any]:
    return {name: value for name, value in fields.items() if value}


FIELDS: dict[str, Callable[[Node], dict[str, Any]]] = {
    "actor": actor_fields,
    "document": work_fields,
    "claim": claim_fields,
    "attribution": review_fields,
}
"""How the node of each type of record is read; nodes of other types say nothing but their IRI."""


def own_fields(kind: str, node: Node) -> dict[str, Any]:
    """What a node that was written here says in the words of schema.org of its record."""
    if kind in FIELDS and (kind != "attribution" or "ClaimReview" in types(node)):
        return FIELDS[kind](node)
    return _stated(id=id_of(str(identity(node))))
