"""From clusters of names to actors with ids."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from attribution.extract.actors.clusters import Cluster
from attribution.extract.english.nations import DEMONYMS, STATE_NAMES
from attribution.extract.english.organisations import INSTITUTIONS, SPEAKING_INSTITUTIONS
from attribution.extract.english.roles import SPEAKING_BODIES
from evidence.ids import slug
from evidence.model import Actor


class ActorRecords:
    """The actors of one document, in order of first mention.

    Attributes:
        actors: By id.
    """

    def __init__(self, clusters: Iterable[Cluster], meant_at: Mapping[int, Cluster]) -> None:
        """Name the clusters.

        Args:
            clusters: Each cluster at least once.
            meant_at: Which cluster a token names, for the owners of roles.
        """
        unique = {id(cluster): cluster for cluster in clusters}
        ordered = sorted(unique.values(), key=lambda c: (c.first, c.name))
        self._meant_at = meant_at
        self._ids = {id(c): i for c, i in zip(ordered, _free_slugs(ordered), strict=True)}
        self._by_name = {c.name: self._ids[id(c)] for c in reversed(ordered)}
        self.actors = {self._ids[id(cluster)]: self._actor(cluster) for cluster in ordered}

    def id_of(self, cluster: Cluster | None) -> str | None:
        """The id of a cluster's actor; None for none."""
        return None if cluster is None else self._ids[id(cluster)]

    def _actor(self, cluster: Cluster) -> Actor:
        return Actor(
            id=self._ids[id(cluster)],
            name=cluster.name,
            kind=cluster.kind,
            aliases=tuple(form for form in cluster.forms if form != cluster.name),
            speaks_for=tuple(dict.fromkeys(self._speaks_for(cluster))),
        )

    def _speaks_for(self, cluster: Cluster) -> Iterator[str]:
        """Ids of those whom an actor speaks for by its role or its nature."""
        for index in cluster.owners:
            owner = self._meant_at.get(index)
            if owner is not None and owner is not cluster:
                yield self._ids[id(owner)]
        state = _state_of(cluster.name)
        if state in self._by_name:
            yield self._by_name[state]
        if cluster.name in SPEAKING_INSTITUTIONS and INSTITUTIONS[cluster.name] in self._by_name:
            yield self._by_name[INSTITUTIONS[cluster.name]]


def _state_of(name: str) -> str:
    """The state of a ministry or embassy by its name: "Iranian Foreign Ministry"."""
    first, *others = name.split()
    speaks = bool(others) and others[-1].lower() in SPEAKING_BODIES
    return (DEMONYMS.get(first) or STATE_NAMES.get(first) or "") if speaks else ""


def _free_slugs(clusters: Iterable[Cluster]) -> Iterator[str]:
    """Yield slugs, numbered where names are the same: "a-doctor", "a-doctor-2"."""
    taken: set[str] = set()
    counts: dict[str, int] = {}
    for cluster in clusters:
        base = slug(cluster.name)
        candidate, count = base, counts.get(base, 1)
        while candidate in taken:
            count += 1
            candidate = f"{base}-{count}"
        counts[base] = count
        taken.add(candidate)
        yield candidate
