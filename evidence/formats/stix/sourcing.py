"""Who vouches for what a STIX object says: its creator, reports that list it, what it cites."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import lru_cache

from evidence.formats.cited import cited_document
from evidence.formats.format import made_by_import
from evidence.formats.stix.bundles import Objects, StixObject, strings
from evidence.ids import content_id
from evidence.model import Attribution, Claim, Document, Record
from evidence.vocabulary import Form, Stance

MADE = made_by_import("stix")


def retraction(each: StixObject) -> str | None:
    """Why an object no longer stands, in words; None: it stands."""
    if each.get("revoked") is True:
        return "revoked"
    if each.get("x_mitre_deprecated") is True:
        return "deprecated"
    return None


def reference_documents(each: StixObject) -> dict[str, Document]:
    """The documents that an object's external references name, by the name it cites them by.

    References that only identify the object in a catalogue (`external_id`), or that only explain a
    name by citing other references, are no documents.
    """
    documents: dict[str, Document] = {}
    for reference in references(each):
        name, url, words = (reference.get(key) for key in ("source_name", "url", "description"))
        if reference.get("external_id") or not isinstance(name, str) or not name:
            continue
        if is_explanation(reference):
            continue
        documents.setdefault(name.strip(), _document(name, _text(url), _text(words)))
    return documents


def named_documents(cited: Iterable[str], documents: dict[str, Document]) -> Iterator[Document]:
    """The documents of these names; one that no reference explains is known by its name alone."""
    for name in cited:
        yield documents.get(name) or _document(name, None, None)


@lru_cache(maxsize=4096)
def _document(name: str, url: str | None, words: str | None) -> Document:
    return cited_document("stix", name, url=url, citation=words)


def references(each: StixObject) -> list[StixObject]:
    """An object's external references that are objects."""
    listed = each.get("external_references")
    return [r for r in listed if isinstance(r, dict)] if isinstance(listed, list) else []


def is_explanation(reference: StixObject) -> bool:
    """Whether a reference has no address and cites others: ATT&CK explains names like that."""
    words = _text(reference.get("description")) or ""
    return not reference.get("url") and "(Citation:" in words


def _text(value: object) -> str | None:
    return value if isinstance(value, str) and value else None


def sourced(
    claim: Claim, each: StixObject, documents: Iterable[Document], objects: Objects
) -> Iterator[Record]:
    """A claim, the documents that it cites, and who says so.

    The creator of the object asserts it, in each report that lists the object. Where documents are
    cited the creator relays, and what the documents assert stands within that.

    Args:
        claim: What the object says.
        each: The object.
        documents: What it cites for that.
        objects: Of the file.
    """
    yield claim
    cited = tuple(documents)
    tellers = list(_tellers(claim, each, objects, Stance.RELAYS if cited else Stance.ASSERTS))
    yield from tellers
    yield from cited
    within = tellers[0].id if tellers else None
    for document in cited:
        yield attribution(claim, Stance.ASSERTS, document=document.id, within=within)


def _tellers(
    claim: Claim, each: StixObject, objects: Objects, stance: Stance
) -> Iterator[Attribution]:
    creator = next(strings(each, "created_by_ref"), None)
    reports = objects.collections(each["id"])
    for report in reports:
        publisher = next(strings(report, "created_by_ref"), None)
        yield attribution(
            claim, stance, by=publisher or creator, document=report["id"], form=Form.OWN_VOICE
        )
    if creator and not reports:
        yield attribution(claim, stance, by=creator)


def attribution(
    claim: Claim,
    stance: Stance,
    *,
    by: str | None = None,
    document: str | None = None,
    within: str | None = None,
    form: Form | None = None,
) -> Attribution:
    """An attribution of `claim` under the id that it would get in a case file."""
    return Attribution(
        id=content_id("a", claim.id, by, stance, document),
        made=MADE,
        claim=claim.id,
        by=by,
        stance=stance,
        document=document,
        within=within,
        form=form,
    )
