"""The bottom line of an audit in a few lines of text."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from attribution.audit import Audit
from attribution.audit.bottom_line import bottom_line
from attribution.audit.naming import listed, nodes_name
from attribution.reports.terminal import Paint, headed
from evidence.case import Case
from graphs.origins import Dependence

_INDENT = "  "

EACH_OTHER = "have it from each other, and from nobody else"
"""What is said of a loop of sources."""


def in_short(case: Case, audit: Audit, paint: Paint) -> Iterator[str]:
    """What is circular, what everything hangs on, what to look for next; nothing where none is."""
    line = bottom_line(case, audit)
    if not (line.circular or line.carriers or line.leads):
        return
    yield paint("in short", "bold")
    for loop in line.circular:
        text = f"{_claims(case, loop.claims)}: {nodes_name(case, loop.nodes)} {EACH_OTHER}"
        yield from headed("circular:", text, _INDENT, paint, "red")
    if line.carriers:
        yield from headed("hangs on:", _hangs(case, line.carriers), _INDENT, paint, "yellow")
    for lead in line.leads:
        text = f"{lead.hint} ({lead.code}: {lead.message})"
        yield from headed("look next:", text, _INDENT, paint, "green")


def _hangs(case: Case, carriers: Sequence[Dependence]) -> str:
    first, *others = carriers
    told = (
        f"{nodes_name(case, first.nodes)}: without it {len(first.claims)} of {len(case.claims)} "
        f"claims have no support ({listed(first.claims)})"
    )
    more = [f"{nodes_name(case, each.nodes)} ({len(each.claims)})" for each in others]
    return told + (f"; then {listed(more)}" if more else "")


def _claims(case: Case, ids: Iterable[str]) -> str:
    return listed(f"{i} “{case.claims[i].text}”" if i in case.claims else i for i in ids)
