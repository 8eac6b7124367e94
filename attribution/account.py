"""The account of a claim: its dossier in plain values, ready to be told or written as JSON."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from attribution.acceptance_account import Acceptance, acceptance_of
from attribution.audit.naming import actor_name, node_name, origin_name, voice_of
from evidence.case import Case, Dossier, dossiers
from evidence.findings import Finding
from evidence.model import Attribution, Bearing, Passage
from evidence.passages import Outcome, anchor
from evidence.vocabulary import OPPOSING, Stance
from graphs.origins import (
    TRACED,
    Lineage,
    depth,
    independence,
    load_bearing,
    network,
    routes,
    smallest_cut,
    supports,
)


@dataclass(frozen=True, slots=True)
class Words:
    """Words of a document, and where they stand: code points, or None where not found."""

    words: str
    start: int | None
    end: int | None


@dataclass(frozen=True, slots=True)
class Statement:
    """Who says what to the claim.

    Attributes:
        attribution: Its id.
        who: The name of who speaks.
        by: Id of the actor who speaks.
        stance: How they stand towards the claim.
        side: "for", "against" or "neither".
        document: Id of the document that says so.
        title: Its title.
        published: Its date.
        cue: The words that say that somebody speaks.
        content: The words that are attributed.
        within: Id of the attribution that this one is reported by.
        joined: Why these words were taken to put forward this claim.
        rests_on: Routes to the origins, each as names from the statement's basis to an end.
    """

    attribution: str
    who: str
    by: str | None
    stance: Stance
    side: str
    document: str | None
    title: str | None
    published: str | None
    cue: tuple[Words, ...]
    content: tuple[Words, ...]
    within: str | None
    joined: str | None
    rests_on: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class Exhibit:
    """What bears on the claim, or on who vouches for it.

    Attributes:
        source: Id of the evidence or claim.
        kind: "imagery", "physical" ..., or "claim".
        bears: "supports", "contradicts" or "undercuts".
        on: Id of the attribution or bearing borne on; None for the claim itself.
        text: What it is.
        credibility: Admiralty grade 1 to 5.
        document: Id of the document that shows it.
    """

    source: str
    kind: str
    bears: str
    on: str | None
    text: str
    credibility: int | None
    document: str | None


@dataclass(frozen=True, slots=True)
class NamedOrigin:
    """An origin of the claim's support.

    Attributes:
        nodes: Keys of the record, or of the members of a loop.
        name: In words.
        known: Whether it is certain that lineage ends here.
    """

    nodes: tuple[str, ...]
    name: str
    known: bool


@dataclass(frozen=True, slots=True)
class Account:
    """One claim with everything that it rests on.

    Attributes:
        claim: Its id.
        text: What it says.
        relations: The relations that it states, in words.
        statements: Who says what to it, in the order of the case.
        exhibits: What bears on it.
        low: Independent origins at least.
        high: Independent origins at most.
        origins: Where the lineage of its support ends.
        depth: Relays between it and the farthest of its origins.
        load_bearing: Sources without any one of which it would have no support.
        smallest_cut: A smallest set of sources whose loss cuts all lineage.
        acceptance: Whether it can be accepted by what the case holds, and why.
        findings: What the audit found about it and its attributions.
    """

    claim: str
    text: str
    relations: tuple[str, ...]
    statements: tuple[Statement, ...]
    exhibits: tuple[Exhibit, ...]
    low: int
    high: int
    origins: tuple[NamedOrigin, ...]
    depth: int
    load_bearing: tuple[str, ...]
    smallest_cut: tuple[str, ...]
    acceptance: Acceptance
    findings: tuple[Finding, ...]


def account_of(case: Case, claim_id: str, findings: Iterable[Finding] = ()) -> Account:
    """Give an account of a claim of the case.

    Args:
        case: The case.
        claim_id: Id of one of its claims.
        findings: Of an audit; those about the claim and its attributions are kept.

    Raises:
        KeyError: If the case has no such claim.
    """
    dossier = next((d for d in dossiers(case) if d.claim.id == claim_id), None)
    if dossier is None:
        raise KeyError(claim_id)
    lineage = Lineage(case)
    nodes = supports(dossier)
    found = independence(lineage, nodes)
    node = f"claim:{claim_id}"
    return Account(
        claim=claim_id,
        text=dossier.claim.text,
        relations=tuple(_relations(case, dossier)),
        statements=tuple(_statement(case, lineage, a) for a in dossier.attributions),
        exhibits=tuple(_exhibits(case, dossier)),
        low=found.low,
        high=found.high,
        origins=tuple(NamedOrigin(o.nodes, origin_name(case, o), o.known) for o in found.origins),
        depth=depth(lineage, nodes),
        load_bearing=_names(case, load_bearing(network(lineage, {node: nodes}), node)),
        smallest_cut=_names(case, smallest_cut(lineage, nodes)),
        acceptance=acceptance_of(case, claim_id, lineage),
        findings=tuple(_about(dossier, findings)),
    )


def _names(case: Case, nodes: Sequence[str]) -> tuple[str, ...]:
    return tuple(node_name(case, node) for node in nodes)


def _relations(case: Case, dossier: Dossier) -> Iterable[str]:
    for relation in dossier.relations:
        who, to = actor_name(case, relation.who), actor_name(case, relation.to)
        yield f"{who} {relation.does} {to}" + (f" ({relation.what})" if relation.what else "")


def _statement(case: Case, lineage: Lineage, attribution: Attribution) -> Statement:
    document = case.documents.get(attribution.document or "")
    text = document.text if document is not None else None
    ways = routes(lineage, [f"attribution:{attribution.id}"])
    return Statement(
        attribution=attribution.id,
        who=voice_of(case, attribution),
        by=attribution.by,
        stance=attribution.stance,
        side=_side(attribution.stance),
        document=attribution.document,
        title=document.title if document is not None else None,
        published=document.published if document is not None else None,
        cue=tuple(_words(text, passage) for passage in attribution.cue),
        content=tuple(_words(text, passage) for passage in attribution.content),
        within=attribution.within,
        joined=attribution.joined,
        rests_on=tuple(_names(case, way[1:]) for way in ways),
    )


def _side(stance: Stance) -> str:
    return "for" if stance in TRACED else "against" if stance in OPPOSING else "neither"


def _words(text: str | None, passage: Passage) -> Words:
    found = anchor(text, passage) if text is not None else None
    if found is None or found.outcome is not Outcome.FOUND:
        return Words(passage.exact, None, None)
    return Words(passage.exact, found.start, found.end)


def _exhibits(case: Case, dossier: Dossier) -> Iterable[Exhibit]:
    for bearing in dossier.shown:
        yield _exhibit(case, dossier, bearing)


def _exhibit(case: Case, dossier: Dossier, bearing: Bearing) -> Exhibit:
    on = bearing.target if bearing.target != dossier.claim.id else None
    evidence = dossier.evidence.get(bearing.source)
    if evidence is None:
        claim = case.claims.get(bearing.source)
        text = claim.text if claim is not None else bearing.source
        return Exhibit(
            bearing.source, "claim", bearing.kind.value, on, text, None, bearing.document
        )
    return Exhibit(
        bearing.source,
        evidence.kind.value if evidence.kind else "evidence",
        bearing.kind.value,
        on,
        evidence.text,
        evidence.credibility,
        evidence.document,
    )


def _about(dossier: Dossier, findings: Iterable[Finding]) -> Iterable[Finding]:
    own = {dossier.claim.id, *(a.id for a in dossier.attributions), *dossier.evidence}
    return (finding for finding in findings if not own.isdisjoint(finding.ids))
