"""A case as entities of FollowTheMoney, one a line, without loss."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from typing import Any
from unicodedata import category

from evidence.case import Case
from evidence.formats.followthemoney.entities import (
    CASE,
    NAME,
    OWN,
    Entity,
    dumped,
    is_entity,
    is_mapped,
    is_plain_id,
)
from evidence.formats.followthemoney.readable import own_fields
from evidence.formats.followthemoney.schemata import ANY_LINK, link_for
from evidence.formats.format import Exported
from evidence.formats.iris import is_web_address
from evidence.formats.portability import comes_back
from evidence.formats.remainder import remainder, type_name
from evidence.ids import content_id
from evidence.model import Actor, Claim, Document, Kept, Record, Relation
from evidence.vocabulary import AFFIRMING, ActorKind

_SCHEMATA = {
    None: "LegalEntity",
    ActorKind.PERSON: "Person",
    ActorKind.STATE: "PublicBody",
    ActorKind.PRODUCT: "Asset",
    ActorKind.UNNAMED: "LegalEntity",
}
_ORGANISATION, _COMPANY = "Organization", "Company"
_NAME_LENGTH = 120
_LONGEST_STRING, _LONGEST_TEXT = 250, 65_000
_DATE = re.compile(r"\d{4}(-\d{2}(-\d{2})?)?")
_LANGUAGE = re.compile("[a-z]{3}")
_MEDIA_TYPE = re.compile(r"[a-z]{1,30}/[a-z0-9.+-]{1,80}")

Properties = dict[str, list[str]]


def write(case: Case) -> Exported:
    """Write a case as entities that the followthemoney library takes as they are.

    What FollowTheMoney has no property for stands beside the properties, so that nothing is lost.
    """
    return Exported(b"".join(dumped(_Entities(case).all())))


class _Entities:
    """Makes the entities that stand for the records of a case."""

    def __init__(self, case: Case) -> None:
        self._case = case
        self._portable = {k.id for k in case.kept.values() if _is_portable(k)}
        self._stated = _relations_of_claims(case)
        merged = {relation.id for relation in self._stated.values()}
        self._records = [r for r in case.records() if not (_is_relation(r) and r.id in merged)]
        self._having = Counter(record.id for record in self._records)
        self._owned = {c.object for c in case.claims.values() if c.predicate == "owns"}
        self._owned |= {r.to for r in case.relations.values() if r.does == "owns"}
        self._lookup = {self._entity_id(record): record.id for record in self._records}
        self._proofs = dict[str, list[str]]()
        for each in case.attributions.values():
            document = case.documents.get(each.document or "")
            if document is not None and each.stance in AFFIRMING:
                self._proofs.setdefault(each.claim, []).append(self._entity_id(document))

    def all(self) -> Iterator[Entity]:
        """The entity that says what the whole is called, then one for each record."""
        yield from _heading(self._case)
        for record in self._records:
            if isinstance(record, Kept) and record.id in self._portable:
                yield record.data
            else:
                yield self._entity(record)

    def _entity(self, record: Record) -> Entity:
        kind = type_name(record)
        schema, properties = self._said(record)
        said = {name: values for name, values in properties.items() if values}
        entity = {"id": self._entity_id(record), "schema": schema, "properties": said}
        own = {"record": kind, **remainder(record, own_fields(kind, entity, self._lookup))}
        relation = self._stated.get(record.id) if isinstance(record, Claim) else None
        if relation is not None:
            readable = own_fields("relation", entity, self._lookup)
            own["relation"] = remainder(relation, readable)
        return {**entity, OWN: own}

    def _entity_id(self, record: Record) -> str:
        """The id of a record where it can be that of its entity alone; otherwise a hash."""
        if isinstance(record, Kept) and record.id in self._portable:
            return record.id
        alone = self._having[record.id] == 1 and is_plain_id(record.id)
        return record.id if alone else content_id("claimtrail", type_name(record), record.id)

    def _said(self, record: Record) -> tuple[str, Properties]:
        """Schema and properties."""
        match record:
            case Actor():
                aliases = [name for alias in record.aliases if (name := _plain(alias))]
                return self._schema(record), {"name": _named(record.name), "alias": aliases}
            case Document():
                return "Document" if record.filename else "Article", self._document(record)
            case Claim():
                return self._claim(record)
            case Relation():
                linked = self._link(record.who, record.does, record.to, record.what)
                return linked or ("Note", {"name": _named(f"{record.does}")})
            case _:
                return "Note", {"name": [type_name(record)]}

    def _schema(self, actor: Actor) -> str:
        schema = _SCHEMATA.get(actor.kind, _ORGANISATION)
        return _COMPANY if schema == _ORGANISATION and actor.id in self._owned else schema

    def _document(self, document: Document) -> Properties:
        publisher = self._case.actors.get(document.publisher or "")
        language, media_type = document.language or "", document.media_type or ""
        return {
            "name": _named(document.title or document.url or document.id),
            "title": _words(document.title),
            "author": [name for author in document.authors if (name := _plain(author))],
            "publisher": _words(publisher.name if publisher else None),
            "publishedAt": _day(document.published),
            "retrievedAt": _day(document.retrieved),
            "sourceUrl": [str(document.url)] if is_web_address(document.url) else [],
            "language": [language] if _LANGUAGE.fullmatch(language) else [],
            "mimeType": [media_type] if _MEDIA_TYPE.fullmatch(media_type) else [],
            "fileName": _words(document.filename),
            "bodyText": _text(document.text),
        }

    def _claim(self, claim: Claim) -> tuple[str, Properties]:
        said = {"description": _text(claim.text)}
        linked = self._link(claim.subject, claim.predicate, claim.object, claim.what)
        if linked is not None:
            schema, ends = linked
            proofs = sorted(set(self._proofs.get(claim.id, ())))
            return schema, {**ends, **said, "startDate": _day(claim.when), "proof": proofs}
        actors = [self._case.actors.get(name or "") for name in (claim.subject, claim.object)]
        about = [self._entity_id(actor) for actor in actors if actor]
        return "Note", {"name": _named(claim.text), **said, "entity": list(dict.fromkeys(about))}

    def _link(
        self, subject: str | None, does: str | None, to: str | None, what: str | None
    ) -> tuple[str, Properties] | None:
        """A link between two actors of the case; None where one of them is missing."""
        source, target = (self._case.actors.get(name or "") for name in (subject, to))
        if source is None or target is None or not _plain(does or ""):
            return None
        link = link_for(does, self._schema(source), self._schema(target))
        return link.schema, {
            link.source: [self._entity_id(source)],
            link.target: [self._entity_id(target)],
            link.what: _words(does if link is ANY_LINK else what),
        }


def _relations_of_claims(case: Case) -> dict[str, Relation]:
    """The relation that a claim states word for word, by claim: one link says both."""
    stated: dict[str, Relation] = {}
    for relation in case.relations.values():
        claim = case.claims.get(relation.claims[0]) if relation.claims else None
        if claim is None or not {claim.subject, claim.object} <= case.actors.keys():
            continue
        if (claim.subject, claim.predicate, claim.object) == (
            relation.who,
            relation.does,
            relation.to,
        ):
            stated.setdefault(claim.id, relation)
    return stated


def _is_relation(record: Record) -> bool:
    return isinstance(record, Relation)


def _is_portable(kept: Kept) -> bool:
    """Whether a kept entity comes back as it is when it goes out as it came in."""
    data: Any = kept.data
    if kept.format != NAME or not is_entity(data) or is_mapped(data):
        return False
    return is_plain_id(kept.id) and comes_back(kept, NAME, data["schema"], data["id"])


def _heading(case: Case) -> Iterator[Entity]:
    said = {name: getattr(case, name) for name in ("title", "description")}
    fields = {name: words for name, words in said.items() if words}
    if fields:
        own = {"record": CASE, "fields": fields}
        name = _named(case.title or CASE)
        entity_id = content_id("claimtrail", CASE)
        yield {"id": entity_id, "schema": "Note", "properties": {"name": name}, OWN: own}


def _plain(words: str) -> str:
    """Words as FollowTheMoney cleans them: single spaces, no control or format characters.

    Empty where no letter or digit is left, which FollowTheMoney takes for no name.
    """
    spaced = "".join(c if c.isprintable() and category(c) != "Co" else " " for c in words)
    joined = " ".join(spaced.split())
    return joined if any(map(str.isalnum, joined)) else ""


def _words(words: str | None) -> list[str]:
    said = _plain(words or "")
    return [said] if 0 < len(said) <= _LONGEST_STRING else []


def _text(text: str | None) -> list[str]:
    """A text that FollowTheMoney takes; a longer one stands beside the properties."""
    return [text] if text and text.strip() and len(text) <= _LONGEST_TEXT else []


def _named(words: str) -> list[str]:
    """A name, which every thing must have."""
    return [_plain(words)[:_NAME_LENGTH].strip() or "unnamed"]


def _day(date: str | None) -> list[str]:
    found = _DATE.match(date or "")
    return [found[0]] if found else []
