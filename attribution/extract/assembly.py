"""The records of many documents put together as one case."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from attribution.extract.claims.joining import Join, join_claims
from attribution.extract.found import Found
from attribution.extract.joined_cast import JoinedCast, join_casts
from attribution.extract.lineage import infer_lineage
from evidence.case import Case
from evidence.ids import content_id
from evidence.model import (
    Actor,
    Attribution,
    Bearing,
    Claim,
    Derivation,
    Kept,
    Record,
    Relation,
)
from evidence.readers.intake import between


def assemble(
    found: Sequence[Found],
    publishers: Sequence[Actor] = (),
    *,
    lineage: Iterable[Derivation] = (),
    kept: Iterable[Kept] = (),
    title: str = "",
    known: Case | None = None,
) -> Case:
    """Put what was found in documents together: one record for one actor, one for one claim.

    Args:
        found: The records of each document, in the order of the documents.
        publishers: Actors that the documents name as their publishers, or credit.
        lineage: What the documents rest on, as far as they say.
        kept: Objects of other formats that the documents hold.
        title: Of the case; a case that is added to keeps its own.
        known: A case to add to; its records stay as they are.

    Returns:
        The case. Actors that nothing refers to are left out.
    """
    before = known or Case()
    cast = join_casts(found, publishers, before)
    added = [record for part in found for record in _in_case(part, cast)]
    derived = _between_records(lineage, found, cast)
    records = _joined([*before.records(), *added, *derived, *kept], before)
    actors = [actor for actor in cast.used(records) if actor.id not in before.actors]
    case = Case.of(
        [*records, *actors],
        title=before.title or title,
        description=before.description,
    )
    return _with_lineage(case, before)


def _with_lineage(case: Case, before: Case) -> Case:
    """The case with what can be inferred of the lineage of what it did not hold before."""
    held = before.documents.keys() | before.attributions.keys()
    inferred = {d.id: d for d in infer_lineage(case) if not {d.what, d.rests_on} <= held}
    return replace(case, derivations={**case.derivations, **inferred})


def _in_case(part: Found, cast: JoinedCast) -> Iterator[Record]:
    """The records of a document with the ids that its actors have in the case."""
    name = cast.namer(part.document.id)
    publisher = part.document.publisher
    if publisher is not None:
        publisher = cast.publisher(publisher)
    yield part.document.model_copy(update={"publisher": publisher})
    for claim in part.claims.values():
        ends = {"subject": name(claim.subject), "object": name(claim.object)}
        yield claim.model_copy(update=ends)
    for attribution in part.attributions.values():
        yield attribution.model_copy(update={"by": name(attribution.by)})
    yield from part.evidence.values()
    yield from part.bearings.values()
    for relation in part.relations.values():
        yield _between(relation, str(name(relation.who)), str(name(relation.to)))


def _between_records(
    lineage: Iterable[Derivation], found: Sequence[Found], cast: JoinedCast
) -> Iterator[Derivation]:
    """The derivations of documents, with the ids that the actors among their bases have."""
    documents = {part.document.id for part in found}
    for derivation in lineage:
        base = derivation.rests_on
        yield between(
            derivation.what, base if base in documents else cast.publisher(base), derivation
        )


def _between(relation: Relation, who: str, to: str) -> Relation:
    relation_id = content_id("r", who, relation.does, to, relation.what)
    return relation.model_copy(update={"id": relation_id, "who": who, "to": to})


def _joined(records: Sequence[Record], known: Case) -> list[Record]:
    """Put records of one id together, and claims that say the same."""
    distinct = _distinct(records)
    claims = [record for record in distinct if isinstance(record, Claim)]
    said_in: dict[str, set[str]] = defaultdict(set)
    for record in distinct:
        if isinstance(record, Attribution) and record.document is not None:
            said_in[record.claim].add(record.document)
    joins = _keeping_known(join_claims(claims, said_in), known)
    return _distinct([_moved(r, joins) for r in distinct if r.id not in joins])


def _keeping_known(joins: Sequence[Join], known: Case) -> dict[str, Join]:
    """Joins by the claim that goes; claims of the known case stay, also beside each other."""
    kept_by: dict[str, str] = {}
    for join in joins:
        if join.joined in known.claims and join.kept not in known.claims:
            kept_by.setdefault(join.kept, join.joined)
    turned: dict[str, Join] = {}
    for join in joins:
        goes = join.kept if join.joined in known.claims else join.joined
        kept = kept_by.get(join.kept, join.kept)
        if goes != kept and goes not in known.claims:
            turned[goes] = replace(join, kept=kept, joined=goes)
    return turned


def _moved(record: Record, joins: Mapping[str, Join]) -> Record:
    """The record with each claim that was joined replaced by the one that stands for it."""

    def kept(claim: str) -> str:
        return joins[claim].kept if claim in joins else claim

    match record:
        case Attribution() if record.claim in joins:
            join = joins[record.claim]
            return record.model_copy(update={"claim": join.kept, "joined": join.why})
        case Bearing():
            ends = {"source": kept(record.source), "target": kept(record.target)}
            return record.model_copy(update=ends)
        case Relation():
            claims = tuple(dict.fromkeys(map(kept, record.claims)))
            return record.model_copy(update={"claims": claims})
        case _:
            return record


def _distinct(records: Iterable[Record]) -> list[Record]:
    """Each record once, the first of those that share type and id; relations gather claims."""
    first: dict[tuple[type[Record], str], Record] = {}
    for record in records:
        key = (type(record), record.id)
        known = first.setdefault(key, record)
        if known is not record and isinstance(known, Relation) and isinstance(record, Relation):
            claims = tuple(dict.fromkeys(known.claims + record.claims))
            first[key] = known.model_copy(update={"claims": claims})
    return list(first.values())
