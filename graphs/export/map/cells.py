"""The cells of an evidence map: for a row and a kind of source, what supports and what opposes."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from evidence.case import Case, Dossier
from evidence.model import Attribution, Evidence
from evidence.vocabulary import BearingKind
from graphs.export.map.kinds import Kind, kind_of_evidence, kind_of_voice
from graphs.labels import shortened
from graphs.naming import node_name, origin_name, voice_of
from graphs.origins import Independence, Lineage, independence, side_of

SIDES = {"for": "supports", "against": "contradicts", "neither": "takes no side"}
"""The sides that a source can be on, in the order in which they are shown, and the words for it."""

QUOTED = 400
"""Code points of a quote that a record shows at most."""

_BEARING_SIDES = {
    BearingKind.SUPPORTS: "for",
    BearingKind.CONTRADICTS: "against",
    BearingKind.UNDERCUTS: "against",
}


@dataclass(frozen=True, slots=True)
class Entry:
    """A record in a cell.

    Attributes:
        node: Its key in the lineage.
        who: Who speaks, or what is shown.
        stance: How it stands towards the claim.
        words: The words quoted, or those that say what is shown.
        quoted: Whether the words are quoted.
        document: Title, day and id of the document that holds them; empty where none is named.
        claim: Id of the claim.
    """

    node: str
    who: str
    stance: str
    words: str
    quoted: bool
    document: str
    claim: str


@dataclass(frozen=True, slots=True)
class Side:
    """What is on one side in a cell.

    Attributes:
        name: "for", "against" or "neither".
        entries: The records, in the order of the case.
        independence: The origins behind them: the strength of the side.
        origins: Their names.
    """

    name: str
    entries: tuple[Entry, ...]
    independence: Independence
    origins: tuple[str, ...]


Cell = Mapping[str, Side]
"""The sides of a cell that are not empty, by name."""


def cells(case: Case, lineage: Lineage, dossiers: Iterable[Dossier]) -> dict[Kind, Cell]:
    """The cells of one row.

    Args:
        case: The case.
        lineage: What its records rest on.
        dossiers: Of the claims of the row.

    Returns:
        The cells that are not empty. Cost: linear in the records and in their lineage.
    """
    found: dict[Kind, dict[str, list[Entry]]] = {}
    for dossier in dossiers:
        for kind, side, entry in _entries(case, dossier):
            found.setdefault(kind, {}).setdefault(side, []).append(entry)
    return {
        kind: {name: _side(case, lineage, name, sides[name]) for name in SIDES if name in sides}
        for kind, sides in found.items()
    }


def _side(case: Case, lineage: Lineage, name: str, entries: list[Entry]) -> Side:
    found = independence(lineage, dict.fromkeys(entry.node for entry in entries))
    names = tuple(
        origin_name(case, origin) + ("" if origin.known else " (lineage unknown)")
        for origin in found.origins
    )
    return Side(name, tuple(entries), found, names)


def _entries(case: Case, dossier: Dossier) -> Iterable[tuple[Kind, str, Entry]]:
    for attribution in dossier.attributions:
        entry = _said(case, attribution)
        yield kind_of_voice(case, attribution), side_of(attribution.stance), entry
    for bearing in dossier.shown:
        evidence = dossier.evidence.get(bearing.source)
        if evidence is not None and bearing.target == dossier.claim.id:
            entry = _shown(case, evidence, bearing.kind, dossier.claim.id)
            yield kind_of_evidence(evidence), _BEARING_SIDES[bearing.kind], entry


def _said(case: Case, attribution: Attribution) -> Entry:
    quote = " … ".join(passage.exact for passage in attribution.content)
    return Entry(
        node=f"attribution:{attribution.id}",
        who=voice_of(case, attribution),
        stance=attribution.stance.value,
        words=shortened(quote, QUOTED),
        quoted=True,
        document=_document(case, attribution.document),
        claim=attribution.claim,
    )


def _shown(case: Case, evidence: Evidence, bearing: BearingKind, claim: str) -> Entry:
    return Entry(
        node=f"evidence:{evidence.id}",
        who=node_name(case, f"evidence:{evidence.id}"),
        stance=bearing.value,
        words=shortened(evidence.text, QUOTED),
        quoted=False,
        document=_document(case, evidence.document),
        claim=claim,
    )


def _document(case: Case, document_id: str | None) -> str:
    document = case.documents.get(document_id or "")
    if document is None:
        return document_id or ""
    named = [document.title, document.published and document.published[:10], document.id]
    return ", ".join(part for part in named if part)
