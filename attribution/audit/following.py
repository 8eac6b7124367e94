"""The lineage of a whole case, as far as loops can be in it."""

from __future__ import annotations

from collections.abc import Iterable

from attribution.audit.context import Context
from attribution.audit.tally import steps_of


def steps_of_case(context: Context) -> dict[str, tuple[str, ...]]:
    """What each record that may be part of a loop rests on or stands within.

    These are all sources, the attributions that lead to an attribution, and whatever these lead
    to. The many attributions that only lead to sources, and that nothing leads to, are left out:
    no loop passes through them.
    """
    steps = dict(context.tally.steps)
    pending = _unknown((node for bases in steps.values() for node in bases), steps)
    while pending:
        found = {node: _steps(context, node) for node in pending}
        steps |= found
        pending = _unknown((node for bases in found.values() for node in bases), steps)
    return steps


def _unknown(nodes: Iterable[str], steps: dict[str, tuple[str, ...]]) -> dict[str, None]:
    return dict.fromkeys(node for node in nodes if node not in steps)


def _steps(context: Context, node: str) -> tuple[str, ...]:
    kind, _, record_id = node.partition(":")
    attribution = context.case.attributions.get(record_id) if kind == "attribution" else None
    return steps_of(attribution, context.lineage) if attribution is not None else ()
