"""Lineage of claims: origins, how independent they are, what everything hangs on, and what-if."""

from __future__ import annotations

from graphs.origins.cut import smallest_cut
from graphs.origins.independence import Independence, Origin, independence
from graphs.origins.lineage import TRACED, Basis, Lineage, opposition, supports
from graphs.origins.load import load_bearing
from graphs.origins.loops import loops
from graphs.origins.network import Network, network, standing
from graphs.origins.routes import depth, routes
from graphs.origins.withdrawal import Loss, Outcome, withdraw

__all__ = [
    "TRACED",
    "Basis",
    "Independence",
    "Lineage",
    "Loss",
    "Network",
    "Origin",
    "Outcome",
    "depth",
    "independence",
    "load_bearing",
    "loops",
    "network",
    "opposition",
    "routes",
    "smallest_cut",
    "standing",
    "supports",
    "withdraw",
]
