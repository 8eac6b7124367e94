"""Which nodes of an argument graph have a counterpart here, and what they hang on.

After the AIF core ontology (Chesnevar et al., 2006) and AIF+ (Reed et al., 2008): information nodes
are claims; an inference or conflict with premises among them bears on its conclusions; a locution
that an illocution ties to a claim is somebody's attribution.
"""

from __future__ import annotations

from collections import defaultdict, deque
from dataclasses import dataclass, field

from evidence.formats.aif.graphs import (
    ILLOCUTION,
    INFORMATION,
    LOCUTION,
    SCHEMES,
    Graph,
)
from evidence.vocabulary import Stance

STANCES: dict[str, Stance] = {
    "asserting": Stance.ASSERTS,
    "restating": Stance.ASSERTS,
    "default illocuting": Stance.ASSERTS,
    "agreeing": Stance.CONFIRMS,
    "conceding": Stance.CONFIRMS,
    "popular conceding": Stance.CONFIRMS,
    "disagreeing": Stance.DENIES,
    "questioning": Stance.QUESTIONS,
    "pure questioning": Stance.QUESTIONS,
    "assertive questioning": Stance.QUESTIONS,
    "rhetorical questioning": Stance.QUESTIONS,
    "challenging": Stance.QUESTIONS,
    "pure challenging": Stance.QUESTIONS,
}
"""Illocutions of inference anchoring theory that tie a locution to a claim, as stances."""


@dataclass
class Structure:
    """What the nodes of a graph amount to.

    Attributes:
        anchored: Scheme nodes that bear on something: their premises and conclusions.
        sayings: For each locution that says a claim: the illocutions and the claims.
        used: Pairs of nodes whose edge these take up.
        said_by: The locution that each illocution belongs to.
    """

    anchored: dict[str, tuple[list[str], list[str]]] = field(default_factory=dict)
    sayings: dict[str, list[tuple[str, str]]] = field(default_factory=dict)
    used: set[tuple[str, str]] = field(default_factory=set)
    said_by: dict[str, str] = field(default_factory=dict)

    def has_counterpart(self, node_id: str, node_type: str) -> bool:
        """Whether a node becomes a record, or part of one."""
        return node_type == INFORMATION or any(
            node_id in part for part in (self.anchored, self.sayings, self.said_by)
        )


def structure_of(graph: Graph) -> Structure:
    """Tell which nodes have a counterpart; linear in the size of the graph."""
    sources, targets = graph.links()
    found = Structure()
    _find_sayings(graph, targets, found)
    _find_schemes(graph, sources, targets, found)
    return found


def _find_sayings(graph: Graph, targets: dict[str, list[str]], found: Structure) -> None:
    for node in graph.nodes.values():
        if node.type != LOCUTION:
            continue
        for act in targets[node.id]:
            claims = [c for c in targets[act] if graph.nodes[c].type == INFORMATION]
            if _ties(graph, act) and claims and act not in found.said_by:
                found.sayings.setdefault(node.id, []).extend((act, claim) for claim in claims)
                found.used |= {(node.id, act), *((act, claim) for claim in claims)}
                found.said_by[act] = node.id


def _ties(graph: Graph, act: str) -> bool:
    node = graph.nodes[act]
    return node.type == ILLOCUTION and node.text.strip().casefold() in STANCES


def _find_schemes(
    graph: Graph,
    sources: dict[str, list[str]],
    targets: dict[str, list[str]],
    found: Structure,
) -> None:
    """Find the schemes with premises that lead, perhaps through others, to something said."""
    premises = {
        node.id: [p for p in sources[node.id] if graph.nodes[p].type == INFORMATION]
        for node in graph.nodes.values()
        if node.type in SCHEMES
    }
    conclusions: dict[str, list[str]] = defaultdict(list)
    waiting = deque(
        name for name, node in graph.nodes.items() if _is_ground(name, node.type, found)
    )
    while waiting:
        target = waiting.popleft()
        for scheme in sources[target]:
            if premises.get(scheme):
                if scheme not in conclusions:
                    waiting.append(scheme)
                conclusions[scheme].append(target)
    for scheme in (name for name in premises if name in conclusions):
        ends = set(conclusions[scheme])
        ordered = [target for target in targets[scheme] if target in ends]
        found.anchored[scheme] = (premises[scheme], ordered)
        found.used |= {(premise, scheme) for premise in premises[scheme]}
        found.used |= {(scheme, target) for target in ordered}


def _is_ground(name: str, node_type: str, found: Structure) -> bool:
    return node_type == INFORMATION or name in found.sayings or name in found.said_by
