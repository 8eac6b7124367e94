"""Statements and evidence that no longer stand because something was taken back."""

from __future__ import annotations

from collections.abc import Iterable

from graphs.acceptance.links import Links
from graphs.origins import Lineage, network, standing

_RECORDS = ("attribution:", "document:", "evidence:")


def withdrawn(links: Links, nodes: Iterable[str], lineage: Lineage) -> dict[str, str]:
    """Find the nodes whose lineage does not stand without what was retracted.

    Args:
        links: Of the case.
        nodes: Keys of attributions and evidence.
        lineage: Of the case.

    Returns:
        For each that falls, the key of a retracted record that it rests on or is carried by. Actors
        are left out: that their record was replaced takes back nothing that they said. Cost: linear
        in the lineage of the nodes.
    """
    wanted = list(nodes)
    whole = network(lineage, {"": wanted})
    gone = [n for n in whole.bases if n.startswith(_RECORDS) and links.retraction_of(n)]
    if not gone:
        return {}
    before, after = standing(whole), standing(whole, gone)
    fallen = (node for node in wanted if node in before and node not in after)
    retracted = set(gone)
    return {node: _met_first(lineage, node, retracted) for node in fallen}


def _met_first(lineage: Lineage, node: str, retracted: set[str]) -> str:
    """The first retracted record, breadth first, behind a node that falls."""
    pending, met = [node], {node}
    for here in pending:
        if here in retracted:
            return here
        basis = lineage.basis(here)
        fresh = [n for n in (*basis.rests_on, *basis.carried_by) if n not in met]
        met.update(fresh)
        pending.extend(dict.fromkeys(fresh))
    raise LookupError(f"{node} falls, but nothing behind it was retracted")
