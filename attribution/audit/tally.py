"""What has to be counted over a whole case: kept while records stream past, added up over parts."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field

from evidence.case import Dossier
from evidence.model import Actor, Attribution, Document, Evidence, Record
from graphs.origins import Independence, Lineage, Origin, load_bearing, network, supports

_SOURCES: dict[type[Record], str] = {Document: "document", Actor: "actor", Evidence: "evidence"}


@dataclass
class Tally:
    """Sums over a case or over a part of it; small beside the records themselves.

    Attributes:
        attributions: How many attributions there were.
        sole: The ids of the claims that rest on one origin alone, by that origin.
        carried: The ids of the claims that have no support without a source, by its key.
        sources: The ids of the actors who speak or publish, each once.
        confidences: How many attributions were given each confidence.
        beliefs: How many claims were given each confidence.
        newest: The year of the newest document; 0 where no document has a date.
        copies: The ids of the documents with a text, by its hash.
        steps: What sources rest on, and what those attributions rest on or stand within that may
            be part of a loop.
    """

    attributions: int = 0
    sole: dict[Origin, list[str]] = field(default_factory=dict)
    carried: dict[str, list[str]] = field(default_factory=dict)
    sources: dict[str, None] = field(default_factory=dict)
    confidences: Counter[float] = field(default_factory=Counter)
    beliefs: Counter[float] = field(default_factory=Counter)
    newest: int = 0
    copies: dict[str, list[str]] = field(default_factory=dict)
    steps: dict[str, tuple[str, ...]] = field(default_factory=dict)

    def add_claim(self, dossier: Dossier, lineage: Lineage, found: Independence) -> None:
        """Count one dossier.

        Args:
            dossier: Of a claim that was not counted yet.
            lineage: Of the case, around the dossier.
            found: The origins of the claim's support.
        """
        self.add_said(dossier.attributions, lineage)
        if dossier.claim.confidence is not None:
            self.beliefs[dossier.claim.confidence] += 1
        if len(found.origins) == 1:
            self.sole.setdefault(found.origins[0], []).append(dossier.claim.id)
        for node in _hangs_on(dossier, lineage):
            self.carried.setdefault(node, []).append(dossier.claim.id)

    def add_said(self, attributions: Iterable[Attribution], lineage: Lineage) -> None:
        """Count attributions that were not counted yet."""
        for attribution in attributions:
            self.attributions += 1
            if attribution.by is not None:
                self.sources[attribution.by] = None
            if attribution.confidence is not None:
                self.confidences[attribution.confidence] += 1
            self._add_step(attribution, lineage)

    def add_record(self, record: Record, lineage: Lineage) -> None:
        """Count one record that is neither a claim nor an attribution."""
        kind = _SOURCES.get(type(record))
        if kind is not None:
            node = f"{kind}:{record.id}"
            self.steps[node] = lineage.basis(node).rests_on
        if isinstance(record, Document):
            self._add_document(record)

    def _add_document(self, document: Document) -> None:
        if document.publisher is not None:
            self.sources[document.publisher] = None
        if document.published is not None:
            self.newest = max(self.newest, int(document.published[:4]))
        if document.sha256 is not None:
            self.copies.setdefault(document.sha256, []).append(document.id)

    def _add_step(self, attribution: Attribution, lineage: Lineage) -> None:
        """Keep the steps of an attribution that leads to an attribution.

        One that leads only to sources can be part of a loop where a derivation ends at it; whoever
        follows the loops looks that up.
        """
        node = f"attribution:{attribution.id}"
        steps = steps_of(attribution, lineage)
        if any(step.startswith("attribution:") for step in steps):
            self.steps[node] = steps

    def merge(self, later: Tally) -> None:
        """Add what was counted in a later part."""
        self.attributions += later.attributions
        self.sources.update(later.sources)
        self.confidences.update(later.confidences)
        self.beliefs.update(later.beliefs)
        self.newest = max(self.newest, later.newest)
        self.steps.update(later.steps)
        for origin, claims in later.sole.items():
            self.sole.setdefault(origin, []).extend(claims)
        for node, claims in later.carried.items():
            self.carried.setdefault(node, []).extend(claims)
        for digest, documents in later.copies.items():
            self.copies.setdefault(digest, []).extend(documents)


def _hangs_on(dossier: Dossier, lineage: Lineage) -> tuple[str, ...]:
    claim = f"claim:{dossier.claim.id}"
    return load_bearing(network(lineage, {claim: supports(dossier)}), claim)


def steps_of(attribution: Attribution, lineage: Lineage) -> tuple[str, ...]:
    """The nodes that an attribution rests on or stands within."""
    within = (f"attribution:{attribution.within}",) if attribution.within else ()
    return (*lineage.basis(f"attribution:{attribution.id}").rests_on, *within)


def merged(parts: Iterable[Tally]) -> Tally:
    """The sum of the tallies of all parts, in their order."""
    total = Tally()
    for part in parts:
        total.merge(part)
    return total
