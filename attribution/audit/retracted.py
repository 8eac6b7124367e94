"""What a claim rests on that was taken back, and what of its support falls with that."""

from __future__ import annotations

from collections.abc import Collection

from attribution.audit.context import Context
from evidence.case import Dossier
from graphs.origins import network, standing, supports


def retracted_basis(dossier: Dossier, context: Context) -> dict[str, str]:
    """The nodes that a claim's support rests on or is carried by and that were taken back.

    Returns:
        Why each was taken back, by its key, in the order in which they are met. Cost: linear in
        what is reached.
    """
    lineage = context.lineage_of(dossier)
    said = {f"attribution:{a.id}": a.retracted for a in dossier.attributions}
    reasons: dict[str, str] = {}
    pending = list(supports(dossier))
    met = set(pending)
    while pending:
        node = pending.pop()
        reason = said[node] if node in said else context.retraction(node)
        if reason is not None:
            reasons[node] = reason
        basis = lineage.basis(node)
        fresh = dict.fromkeys(n for n in (*basis.rests_on, *basis.carried_by) if n not in met)
        met.update(fresh)
        pending.extend(fresh)
    return reasons


def fallen_supports(dossier: Dossier, gone: Collection[str], context: Context) -> tuple[str, ...]:
    """The support of a claim that does not stand without the nodes `gone`."""
    nodes = supports(dossier)
    whole = network(context.lineage_of(dossier), {f"claim:{dossier.claim.id}": nodes})
    before, after = standing(whole), standing(whole, gone)
    return tuple(node for node in nodes if node in before and node not in after)
