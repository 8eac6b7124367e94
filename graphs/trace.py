"""Who supports whom: paths between two actors over relations, with what backs each hop."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from itertools import islice, pairwise, takewhile

import networkx as nx

from evidence.case import Case
from evidence.errors import ClaimtrailError, UnknownIdError
from graphs.backing import BackedRelation, back, vouching
from graphs.keys import EdgeType, NodeType, node_key

SYMMETRIC = frozenset({"same as", "allied with", "negotiates with"})
"""Predicates that hold in both directions, so that a trail may follow them either way."""


@dataclass(frozen=True, slots=True)
class Hop:
    """One step of a trail: every relation that leads from one actor to the next.

    Attributes:
        tail: Id of the actor where the step starts.
        head: Id of the actor where it ends.
        tail_name: Label of the first.
        head_name: Label of the second.
        relations: The relations, sorted by predicate and id. Where direction is ignored or the
            predicate is symmetric, a relation may point from `head` to `tail`.
    """

    tail: str
    head: str
    tail_name: str
    head_name: str
    relations: tuple[BackedRelation, ...]

    @property
    def speakers(self) -> tuple[str, ...]:
        """The distinct nodes that say so, sorted; none where the relations rest on no claim."""
        return vouching(backing for relation in self.relations for backing in relation.backings)

    @property
    def contested(self) -> bool:
        """Whether anybody denies or questions one of the relations."""
        return any(relation.contested for relation in self.relations)


@dataclass(frozen=True, slots=True)
class Trail:
    """A path between two actors that visits no actor twice."""

    hops: tuple[Hop, ...]

    @property
    def actors(self) -> tuple[str, ...]:
        """Ids of the actors passed, from start to goal."""
        return (self.hops[0].tail, *(hop.head for hop in self.hops))

    @property
    def strength(self) -> int:
        """How many distinct speakers stand behind the weakest hop."""
        return min(len(hop.speakers) for hop in self.hops)

    @property
    def contested(self) -> bool:
        """Whether anybody denies or questions one of the hops."""
        return any(hop.contested for hop in self.hops)


@dataclass(frozen=True, slots=True)
class Tracing:
    """What a search for trails found.

    Attributes:
        trails: The trails, best first.
        truncated: Whether there are more trails within the cutoff than the limit let through.
    """

    trails: tuple[Trail, ...]
    truncated: bool


def trace(
    case: Case,
    graph: nx.MultiDiGraph,
    start: str,
    goal: str,
    *,
    cutoff: int = 4,
    predicates: Collection[str] | None = None,
    directed: bool = True,
    limit: int = 1000,
) -> Tracing:
    """Find all ways from one actor to another over relations, with what backs each hop.

    Args:
        case: The case.
        graph: The graph of the case.
        start: Id of the actor to start from.
        goal: Id of the actor to arrive at.
        cutoff: The most hops that a trail may have.
        predicates: Follow relations with these predicates only; None: with any.
        directed: Whether to follow relations from the acting actor to the other only. Those of
            `SYMMETRIC` are always followed both ways.
        limit: The most trails to return. Beyond it longer trails fall away before shorter ones.

    Returns:
        The trails, ranked: shorter first, then by the number of distinct speakers behind the
        weakest hop, then by names.

    Raises:
        UnknownIdError: If the graph has no such actor.
        ClaimtrailError: If start and goal are one actor.
        ValueError: If `cutoff` or `limit` is below 1.

    Notes:
        Loopless paths in order of length after Yen (1971), by networkx, on the part of the graph
        that lies on some walk within the cutoff. Cost: that part times cutoff for each trail.
    """
    if cutoff < 1 or limit < 1:
        raise ValueError("cutoff and limit must be 1 or more")
    ends = _actor_key(graph, start), _actor_key(graph, goal)
    if start == goal:
        raise ClaimtrailError(f"{start}: start and goal are the same", hint="name two actors")
    steps = _within(_steps(graph, predicates, directed), *ends, cutoff)
    paths = list(islice(_paths(steps, *ends, cutoff), limit + 1))
    tracer = _Backer(case, graph, steps)
    trails = sorted((tracer.trail(path) for path in paths[:limit]), key=_rank)
    return Tracing(tuple(trails), truncated=len(paths) > limit)


def _actor_key(graph: nx.MultiDiGraph, actor_id: str) -> str:
    key = node_key(NodeType.ACTOR, actor_id)
    if key not in graph:
        raise UnknownIdError(
            f"{actor_id}: the case has no such actor", hint="give the id of an actor of the case"
        )
    return key


def _steps(
    graph: nx.MultiDiGraph, predicates: Collection[str] | None, directed: bool
) -> nx.DiGraph:
    """The steps that a trail may take between actors, each with the ids of its relations."""
    steps = nx.DiGraph()
    for who, to, data in graph.edges(data=True):
        predicate = data.get("predicate")
        if data["type"] != EdgeType.RELATION or who == to:
            continue
        if predicates is not None and predicate not in predicates:
            continue
        _add_step(steps, who, to, data["relation"])
        if not directed or predicate in SYMMETRIC:
            _add_step(steps, to, who, data["relation"])
    return steps


def _add_step(steps: nx.DiGraph, tail: str, head: str, relation_id: str) -> None:
    if not steps.has_edge(tail, head):
        steps.add_edge(tail, head, relations=[])
    steps.edges[tail, head]["relations"].append(relation_id)


def _within(steps: nx.DiGraph, start: str, goal: str, cutoff: int) -> nx.DiGraph:
    """The part of `steps` that lies on a walk of at most `cutoff` steps from start to goal."""
    if start not in steps or goal not in steps:
        return nx.DiGraph()
    ahead = nx.single_source_shortest_path_length(steps, start, cutoff)
    behind = nx.single_source_shortest_path_length(steps.reverse(copy=False), goal, cutoff)
    # Built anew: a subgraph view would take its order from a set.
    part = nx.DiGraph()
    part.add_edges_from(
        (tail, head, data)
        for tail, head, data in steps.edges(data=True)
        if tail in ahead and head in behind and ahead[tail] + 1 + behind[head] <= cutoff
    )
    return part


def _paths(steps: nx.DiGraph, start: str, goal: str, cutoff: int) -> Iterator[list[str]]:
    """Simple paths of at most `cutoff` steps, shortest first."""
    if start not in steps:
        return iter(())
    paths = nx.shortest_simple_paths(steps, start, goal)
    return takewhile(lambda path: len(path) - 1 <= cutoff, paths)


class _Backer:
    """Turns paths into trails, gathering what backs a hop only once."""

    def __init__(self, case: Case, graph: nx.MultiDiGraph, steps: nx.DiGraph) -> None:
        self._case = case
        self._graph = graph
        self._steps = steps
        self._hops: dict[tuple[str, str], Hop] = {}

    def trail(self, path: list[str]) -> Trail:
        return Trail(tuple(self._hop(tail, head) for tail, head in pairwise(path)))

    def _hop(self, tail: str, head: str) -> Hop:
        if (tail, head) not in self._hops:
            self._hops[tail, head] = self._backed(tail, head)
        return self._hops[tail, head]

    def _backed(self, tail: str, head: str) -> Hop:
        ids = self._steps.edges[tail, head]["relations"]
        relations = [back(self._case, self._graph, relation_id) for relation_id in ids]
        relations.sort(key=lambda relation: (relation.predicate, relation.relation))
        nodes = self._graph.nodes
        return Hop(
            nodes[tail]["id"],
            nodes[head]["id"],
            nodes[tail]["label"],
            nodes[head]["label"],
            tuple(relations),
        )


def _rank(trail: Trail) -> tuple[int, int, tuple[str, ...], tuple[str, ...]]:
    names = tuple(hop.head_name for hop in trail.hops)
    return (len(trail.hops), -trail.strength, names, trail.actors)
