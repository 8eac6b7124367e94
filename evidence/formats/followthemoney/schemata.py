"""The schemata of FollowTheMoney that have a counterpart here."""

from __future__ import annotations

from dataclasses import dataclass

ACTORS = {
    "Person": "person",
    "Organization": "organisation",
    "Company": "organisation",
    "PublicBody": "organisation",
    "LegalEntity": None,
    "Asset": "product",
    "Vehicle": "product",
    "Vessel": "product",
    "Airplane": "product",
}
"""Schemata of those who act and of what can be owned, with the kind of actor that each is."""

DOCUMENTS = frozenset(
    "Document Article HyperText PlainText Pages Package Image Audio Video Email Message Table "
    "Workbook".split()
)
"""Schemata of documents; folders and single pages are kept as they were."""

_PERSON = frozenset({"Person"})
_BODY = frozenset({"Organization", "Company", "PublicBody"})
_LEGAL = frozenset({"LegalEntity", *_PERSON, *_BODY})
_OWNABLE = frozenset({"Company", "Asset", "Vehicle", "Vessel", "Airplane"})
_ANY = frozenset(ACTORS)


@dataclass(frozen=True)
class Link:
    """A schema of entities that tie one actor to another.

    Attributes:
        schema: Its name.
        source: The property that names who acts.
        target: The property that names who is acted on.
        does: The predicate that it states.
        what: The property that says more.
        sources: Schemata that `source` may have.
        targets: Schemata that `target` may have.
    """

    schema: str
    source: str
    target: str
    does: str
    what: str
    sources: frozenset[str]
    targets: frozenset[str]


_LINKS = (
    Link("Ownership", "owner", "asset", "owns", "percentage", _LEGAL, _OWNABLE),
    Link("Directorship", "director", "organization", "directs", "role", _LEGAL, _BODY),
    Link("Membership", "member", "organization", "part of", "role", _LEGAL, _BODY),
    Link("Employment", "employee", "employer", "works for", "role", _PERSON, _BODY),
    Link("Representation", "agent", "client", "represents", "role", _LEGAL, _LEGAL),
    Link("Control", "controller", "controlled", "commands", "controlType", _LEGAL, _LEGAL),
    Link("Payment", "payer", "beneficiary", "funds", "purpose", _LEGAL, _LEGAL),
    Link("Family", "person", "relative", "related to", "relationship", _PERSON, _PERSON),
    Link("Associate", "person", "associate", "associated with", "relationship", _PERSON, _PERSON),
    Link("Succession", "predecessor", "successor", "precedes", "role", _LEGAL, _LEGAL),
)

ANY_LINK = Link("UnknownLink", "subject", "object", "linked to", "role", _ANY, _ANY)
"""The link that stands for every other predicate, which it names as its role."""

LINKS = {link.schema: link for link in (*_LINKS, ANY_LINK)}
"""Links by schema."""


def link_for(does: str | None, source: str, target: str) -> Link:
    """The link that states a predicate between actors of these schemata."""
    for link in _LINKS:
        if link.does == does and source in link.sources and target in link.targets:
            return link
    return ANY_LINK
