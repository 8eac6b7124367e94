"""What a withdrawal does to the claims of a case, for people and for programs."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from itertools import groupby

from attribution.audit.naming import node_name, origin_name
from attribution.reports.terminal import Paint, coloured, plain, printable
from evidence.case import Case
from graphs.origins import Loss, Outcome

_STYLES = {
    Outcome.UNSUPPORTED: "red",
    Outcome.ONE_ORIGIN: "yellow",
    Outcome.WEAKER: "blue",
    Outcome.LESS_OPPOSED: "blue",
}


def what_if_text(
    case: Case, without: Sequence[str], losses: Sequence[Loss], claims: int, *, colour: bool = False
) -> str:
    """Render what falls if `without` (ids, as the user gave them) is withdrawn, of all claims."""
    paint = coloured if colour else plain
    names = ", ".join(printable(record_id) for record_id in without)
    if not losses:
        return f"without {names}: no claim of the case loses anything\n"
    groups = groupby(losses, key=lambda loss: loss.outcome)
    blocks = ["\n".join(_group(case, outcome, list(group), paint)) for outcome, group in groups]
    last = f"without {names}, {len(losses)} of {claims} claims lose something"
    return "\n\n".join([*blocks, f"{last}; a withdrawal is not a refutation"]) + "\n"


def _group(case: Case, outcome: Outcome, losses: Sequence[Loss], paint: Paint) -> Iterator[str]:
    yield f"{paint(outcome, _STYLES[outcome])} ({len(losses)})"
    for loss in losses:
        yield f"  claim {printable(loss.claim)}: {printable(case.claims[loss.claim].text)}"
        fallen = ", ".join(dict.fromkeys(node_name(case, node) for node in loss.fallen))
        yield f"    falls: {printable(fallen)}"
        yield f"    independent origins: {loss.before} before, {loss.after} after"
        left = ", ".join(origin_name(case, origin) for origin in loss.after.origins)
        if left:
            yield f"    left: {printable(left)}"


def what_if_json(without: Sequence[str], losses: Sequence[Loss], claims: int) -> str:
    """Render the same as one JSON object, with the intervals and origins before and after."""
    told = {
        "without": list(without),
        "claims": claims,
        "losses": [
            {
                "claim": loss.claim,
                "outcome": loss.outcome.value,
                "fallen": list(loss.fallen),
                "before": [loss.before.low, loss.before.high],
                "after": [loss.after.low, loss.after.high],
                "origins": [list(origin.nodes) for origin in loss.after.origins],
            }
            for loss in losses
        ],
    }
    return json.dumps(told, indent=2, ensure_ascii=False) + "\n"
