"""What rules may ask about the case around a claim."""

from __future__ import annotations

from functools import cached_property

import networkx as nx

from attribution.audit.config import Thresholds
from evidence.case import Case, Dossier, dossiers
from evidence.model import Actor, Attribution, Document
from evidence.vocabulary import ActorKind, Form
from graphs.origins import Independence, Lineage, Origin, independence, supports


class Context:
    """The case under audit, with what several rules work out only once.

    Attributes:
        case: The case.
        graph: Its graph, for rules that follow paths.
        thresholds: The figures that rules compare with.
        lineage: What each record rests on.
    """

    def __init__(self, case: Case, graph: nx.MultiDiGraph, thresholds: Thresholds) -> None:
        self.case = case
        self.graph = graph
        self.thresholds = thresholds
        self.lineage = Lineage(case)
        self._independence: dict[str, Independence] = {}

    def independence(self, dossier: Dossier) -> Independence:
        """The origins of the claim's support."""
        claim = dossier.claim.id
        if claim not in self._independence:
            self._independence[claim] = independence(self.lineage, supports(dossier))
        return self._independence[claim]

    @cached_property
    def claims_by_sole_origin(self) -> dict[Origin, list[str]]:
        """The ids of the claims that rest on one origin alone, by that origin."""
        found: dict[Origin, list[str]] = {}
        for dossier in dossiers(self.case):
            origins = self.independence(dossier).origins
            if len(origins) == 1:
                found.setdefault(origins[0], []).append(dossier.claim.id)
        return found

    @cached_property
    def steps(self) -> dict[str, tuple[str, ...]]:
        """What every record that has a lineage rests on or stands within."""
        case = self.case
        nodes = [f"document:{i}" for i in case.documents]
        nodes += [f"actor:{i}" for i in case.actors]
        nodes += [f"evidence:{i}" for i in case.evidence]
        steps = {node: self.lineage.basis(node).rests_on for node in nodes}
        for a in case.attributions.values():
            within = (f"attribution:{a.within}",) if a.within else ()
            node = f"attribution:{a.id}"
            steps[node] = (*self.lineage.basis(node).rests_on, *within)
        return steps

    @cached_property
    def sides(self) -> set[str]:
        """Everything that some actor of the case is said to be party to."""
        return {side for actor in self.case.actors.values() for side in actor.party_to}

    def is_unnamed(self, attribution: Attribution) -> bool:
        """Whether someone without a name speaks: a group such as "officials", or nobody at all."""
        actor = self.case.actors.get(attribution.by or "")
        if attribution.by is None:
            return attribution.form is not Form.OWN_VOICE
        return actor is not None and actor.kind is ActorKind.UNNAMED

    def actor(self, actor_id: str | None) -> Actor | None:
        """The actor with this id, if there is one."""
        return self.case.actors.get(actor_id or "")

    def document(self, document_id: str | None) -> Document | None:
        """The document with this id, if there is one."""
        return self.case.documents.get(document_id or "")
