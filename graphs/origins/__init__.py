"""Lineage of claims: origins, how independent they are, what everything hangs on, and what-if."""

from __future__ import annotations

from graphs.origins.cut import smallest_cut
from graphs.origins.dependence import Dependence, carriers, circular
from graphs.origins.independence import Independence, Origin, independence
from graphs.origins.lineage import (
    TRACED,
    AttributionsOf,
    Basis,
    Lineage,
    opposition,
    side_of,
    supports,
)
from graphs.origins.load import load_bearing
from graphs.origins.loops import loops, rootless_loops
from graphs.origins.network import Network, gathered, network, standing
from graphs.origins.routes import depth, routes
from graphs.origins.sides import Sides, sides
from graphs.origins.sources import SourceLineage
from graphs.origins.withdrawal import Loss, Outcome, withdraw

__all__ = [
    "TRACED",
    "AttributionsOf",
    "Basis",
    "Dependence",
    "Independence",
    "Lineage",
    "Loss",
    "Network",
    "Origin",
    "Outcome",
    "Sides",
    "SourceLineage",
    "carriers",
    "circular",
    "depth",
    "gathered",
    "independence",
    "load_bearing",
    "loops",
    "network",
    "opposition",
    "rootless_loops",
    "routes",
    "side_of",
    "sides",
    "smallest_cut",
    "standing",
    "supports",
    "withdraw",
]
