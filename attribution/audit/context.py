"""What rules may ask about the case around a record or a claim."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property

import networkx as nx

from attribution.audit.config import AuditConfig
from attribution.audit.dangling import NearIds
from attribution.audit.recent import look_at, remembering
from attribution.audit.tally import Tally
from evidence.case import Case, Dossier
from evidence.model import Actor, Attribution, Document, Evidence
from evidence.vocabulary import ActorKind
from graphs.build import build
from graphs.naming import speaks_itself
from graphs.origins import AttributionsOf, Independence, Lineage, independence, supports


class Context:
    """The case under audit, with what several rules work out only once.

    Attributes:
        case: The case; its sections may be in a database, so rules look up records by id.
        thresholds: The figures that rules compare with.
        day: The day of the audit.
        config: What the user chose; `thresholds` and `day` are part of it.
        lineage: What each record rests on.
        tally: What was counted so far; complete when `Rule.of_case` is called.
    """

    def __init__(
        self,
        case: Case,
        config: AuditConfig,
        *,
        graph: nx.MultiDiGraph | None = None,
        attributions_of: AttributionsOf | None = None,
        codes: Sequence[str] = (),
    ) -> None:
        self.case = remembering(case)
        self.thresholds = config.thresholds
        self.day = config.day
        self.lineage = Lineage(self.case, attributions_of)
        self.tally = Tally()
        self._graph = graph
        self.config, self._codes = config, codes
        self._around: tuple[Dossier, Lineage, Independence] | None = None

    @cached_property
    def graph(self) -> nx.MultiDiGraph:
        """The graph of the case, for rules that follow paths; made where it was not given."""
        return build(self.case) if self._graph is None else self._graph

    def lineage_of(self, dossier: Dossier) -> Lineage:
        """The lineage with the attributions of this claim at hand."""
        return self._looked_at(dossier)[1]

    def independence(self, dossier: Dossier) -> Independence:
        """The origins of the claim's support."""
        return self._looked_at(dossier)[2]

    def _looked_at(self, dossier: Dossier) -> tuple[Dossier, Lineage, Independence]:
        """Claims are checked one by one, so that only the last one needs to be remembered."""
        if self._around is None or self._around[0] is not dossier:
            look_at(self.case, dossier)
            lineage = self.lineage.around(dossier)
            self._around = dossier, lineage, independence(lineage, supports(dossier))
        return self._around

    @cached_property
    def near_ids(self) -> NearIds:
        """Finds the ids that an unknown one may be a slip of."""
        return NearIds(self.case)

    def knows(self, code: str) -> bool:
        """Whether the code of some rule begins like this."""
        return any(known.startswith(code) for known in self._codes)

    def runs_all_of(self, code: str) -> bool:
        """Whether this audit runs every rule whose code begins like this, and there is one."""
        meant = [known for known in self._codes if known.startswith(code)]
        return bool(meant) and all(map(self.config.selects, meant))

    @cached_property
    def sides(self) -> set[str]:
        """Everything that some actor of the case is said to be party to."""
        return {side for actor in self.case.actors.values() for side in actor.party_to}

    def holds(self, section: str, record_id: str) -> bool:
        """Whether a section of the case, by name, has a record with this id."""
        return record_id in getattr(self.case, section)

    def is_unnamed(self, attribution: Attribution) -> bool:
        """Whether someone without a name speaks: a group such as "officials", or nobody at all."""
        if attribution.by is None:
            return not speaks_itself(attribution)
        actor = self.case.actors.get(attribution.by)
        return actor is not None and actor.kind is ActorKind.UNNAMED

    def actor(self, actor_id: str | None) -> Actor | None:
        """The actor with this id, if there is one."""
        return None if actor_id is None else self.case.actors.get(actor_id)

    def document(self, document_id: str | None) -> Document | None:
        """The document with this id, if there is one."""
        return None if document_id is None else self.case.documents.get(document_id)

    def retraction(self, source: str) -> str | None:
        """Why the actor, document or evidence behind a node was taken back; None: it stands."""
        kind, _, record_id = source.partition(":")
        record: Actor | Document | Evidence | None = None
        if kind == "actor":
            record = self.case.actors.get(record_id)
        elif kind == "document":
            record = self.case.documents.get(record_id)
        elif kind == "evidence":
            record = self.case.evidence.get(record_id)
        return record.retracted if record is not None else None
