"""Statements of Wikidata as claims, and their references as documents that say so."""

from __future__ import annotations

from collections.abc import Iterator

from evidence.formats.cited import address_name
from evidence.formats.format import made_by_import
from evidence.formats.wikidata.snaks import Snak, date_of, entity_id, snaks, text_of
from evidence.ids import content_id
from evidence.model import Actor, Attribution, Claim, Document, Record, Relation
from evidence.vocabulary import Stance

MADE = made_by_import("wikidata")

TIES = {
    "P22": "child of",
    "P25": "child of",
    "P26": "married to",
    "P27": "citizen of",
    "P40": "parent of",
    "P102": "part of",
    "P108": "works for",
    "P127": "owned by",
    "P355": "owns",
    "P451": "partner of",
    "P463": "part of",
    "P488": "chaired by",
    "P749": "part of",
    "P1037": "managed by",
    "P1038": "related to",
    "P1830": "owns",
    "P3373": "sibling of",
}
"""Properties whose values are actors, with what the subject is or does to them."""

_STATED, _IMPORTED, _URL, _TITLE = "P248", "P143", "P854", "P1476"
_PUBLISHED, _RETRIEVED, _AUTHOR, _ARCHIVED = "P577", "P813", "P2093", "P1065"
_NAMED = {
    _STATED: "stated in",
    _IMPORTED: "imported from",
    "P3452": "inferred from",
    "P887": "by the heuristic",
}
_SINCE = ("P585", "P580")

REFERENCE_PROPERTIES = frozenset(
    {*_NAMED, _URL, "P4656", _TITLE, _PUBLISHED, _RETRIEVED, _AUTHOR, _ARCHIVED}
)
"""Properties of references that are taken over."""


def statement_records(subject: Actor, statement: Snak) -> Iterator[Record]:
    """The claim that a statement makes, the relation it states, and who says so.

    Raises:
        ValueError: If it is damaged.
    """
    claim = _claim(subject, statement)
    yield claim
    for reference in references(statement):
        document = _document(reference)
        yield document
        imported = any(snaks(reference, "snaks", _IMPORTED))
        yield _attribution(claim, document, Stance.RELAYS if imported else Stance.ASSERTS)
    if claim.predicate and claim.object:
        yield Relation(
            id=claim.id,
            made=MADE,
            who=subject.id,
            does=claim.predicate,
            to=claim.object,
            claims=(claim.id,),
            retracted=claim.retracted,
        )


def references(statement: Snak) -> Iterator[Snak]:
    """The references of a statement."""
    listed = statement.get("references")
    yield from (r for r in (listed if isinstance(listed, list) else ()) if isinstance(r, dict))


def lost_properties(statement: Snak) -> Iterator[str]:
    """What is not taken over: qualifiers but for the first date, and details of references."""
    qualifiers = statement.get("qualifiers")
    for name in qualifiers if isinstance(qualifiers, dict) else ():
        if name not in _SINCE:
            yield f"qualifier {name}"
    for reference in references(statement):
        held = reference.get("snaks")
        for name in held if isinstance(held, dict) else ():
            if name not in REFERENCE_PROPERTIES:
                yield f"reference {name}"


def _claim(subject: Actor, statement: Snak) -> Claim:
    main = statement["mainsnak"]
    name = str(main["property"])
    other = entity_id(main) if name in TIES else None
    value = text_of(main)
    dates = (date_of(snak) for snak in snaks(statement, "qualifiers", *_SINCE))
    rank = statement.get("rank")
    return Claim.model_validate(
        {
            "id": str(statement["id"]),
            "made": MADE,
            "text": f"{subject.name} {TIES.get(name, name)} {value}",
            "subject": subject.id,
            "predicate": TIES.get(name, name),
            "object": other,
            "what": None if other else value,
            "when": next(filter(None, dates), None),
            "retracted": "ranked as deprecated" if rank == "deprecated" else None,
            "note": "ranked as preferred" if rank == "preferred" else None,
        }
    )


def _document(reference: Snak) -> Document:
    """The document that a reference describes; the hash of the reference is its id."""
    urls = [text_of(snak) for snak in snaks(reference, "snaks", _URL, "P4656")]
    titles = [text_of(snak) for snak in snaks(reference, "snaks", _TITLE)]
    titles += [f"{words} {text_of(s)}" for p, words in _NAMED.items() for s in _of(reference, p)]
    titles += [address_name(url) for url in urls]
    return Document.model_validate(
        {
            "id": f"reference-{reference.get('hash') or content_id('', reference)}",
            "made": MADE,
            "title": titles[0] if titles else None,
            "url": urls[0] if urls else None,
            "archived": next((text_of(s) for s in _of(reference, _ARCHIVED)), None),
            "authors": tuple(text_of(s) for s in _of(reference, _AUTHOR)),
            "published": next((date_of(s) for s in _of(reference, _PUBLISHED)), None),
            "retrieved": next((date_of(s) for s in _of(reference, _RETRIEVED)), None),
        }
    )


def _of(reference: Snak, name: str) -> Iterator[Snak]:
    return snaks(reference, "snaks", name)


def _attribution(claim: Claim, document: Document, stance: Stance) -> Attribution:
    return Attribution(
        id=content_id("a", claim.id, None, stance, document.id),
        made=MADE,
        claim=claim.id,
        stance=stance,
        document=document.id,
    )
