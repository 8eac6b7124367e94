"""Whether a claim can be accepted, told in sentences: what counts, what does not, and why."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from attribution.audit.naming import listed, node_name
from evidence.case import Case
from graphs.acceptance import Ground, Judgement, Label, Readings, Share, Standing, Verdict, judge
from graphs.origins import Lineage

_TOLD = 5
"""Grounds that do not count and are told one by one; of more, how many there are."""


@dataclass(frozen=True, slots=True)
class Acceptance:
    """Whether a claim can be accepted by what the case holds.

    Attributes:
        standing: "accepted", "rejected" or "undecided".
        why: The reasons, in sentences.
        strength: From 0 (nothing for it) to 1 (all for it); None: cannot be judged.
        grounds: How many statements and pieces of evidence bear on the claim.
        ungraded: How many of them have no grade, and were weighed as if in the middle.
        weighed_by: "DF-QuAD", or "quadratic energy" where the claim is in a loop.
        at_rest: Whether the strength came to rest.
        truncated: Whether a bound cut the search for consistent readings.
    """

    standing: Standing
    why: tuple[str, ...]
    strength: float | None
    grounds: int
    ungraded: int
    weighed_by: str
    at_rest: bool
    truncated: bool


def acceptance_of(case: Case, claim_id: str, lineage: Lineage) -> Acceptance:
    """Judge a claim of the case, and tell why."""
    judged = judge(case, [claim_id], lineage=lineage)[claim_id]
    readings = judged.verdict.readings
    graded = [_is_graded(case, node) for node in _bearing(case, judged.verdict)]
    return Acceptance(
        standing=judged.verdict.standing,
        why=tuple(_sentences(case, judged)),
        strength=None if judged.strength is None else round(judged.strength, 4),
        grounds=len(graded),
        ungraded=graded.count(False),
        weighed_by="quadratic energy" if judged.in_loop else "DF-QuAD",
        at_rest=judged.at_rest,
        truncated=readings is not None and readings.truncated,
    )


def _bearing(case: Case, verdict: Verdict) -> Iterator[str]:
    """The keys of the statements and the evidence that bear on a claim."""
    grounds = (verdict.supporting, verdict.contradicting, verdict.doubting, verdict.undercutting)
    for ground in (ground for some in grounds for ground in some):
        kind, _, record_id = ground.node.partition(":")
        source = case.bearings[record_id].source if kind == "bearing" else None
        if source is None or source in case.evidence:
            yield ground.node if source is None else f"evidence:{source}"


def _is_graded(case: Case, node: str) -> bool:
    kind, _, record_id = node.partition(":")
    if kind == "evidence":
        return case.evidence[record_id].credibility is not None
    speaker = case.actors.get(case.attributions[record_id].by or "")
    return speaker is not None and speaker.reliability is not None


def _sentences(case: Case, judged: Judgement) -> Iterator[str]:
    verdict = judged.verdict
    match verdict.standing:
        case Standing.ACCEPTED:
            yield _accepted(case, verdict)
        case Standing.REJECTED:
            against = _acting(case, _holding(verdict.contradicting), "speak", "against it")
            yield f"{against}, and nothing that holds speaks for it"
        case Standing.UNDECIDED:
            yield _undecided(case, verdict)
    yield from _discounted(case, verdict)
    if verdict.readings is not None:
        yield _readings(verdict.readings)


def _accepted(case: Case, verdict: Verdict) -> str:
    supporting = _acting(case, _holding(verdict.supporting), "speak", "for it")
    opposed = verdict.contradicting or verdict.doubting or verdict.undercutting
    rest = "nothing that holds" if opposed else "nothing in the case"
    return f"{supporting}, and {rest} speaks against it"


def _undecided(case: Case, verdict: Verdict) -> str:
    supporting, contradicting, doubting, undercutting = (
        _alive(grounds)
        for grounds in (
            verdict.supporting,
            verdict.contradicting,
            verdict.doubting,
            verdict.undercutting,
        )
    )
    if verdict.retracted:
        return "the claim itself was taken back"
    if undercutting:
        return f"{_acting(case, undercutting, 'undercut', 'it')}; that does not refute it"
    if supporting and (contradicting or doubting):
        sides = [_acting(case, supporting, "speak", "for it")]
        sides += [_acting(case, contradicting, "speak", "against it")] if contradicting else []
        sides += [_acting(case, doubting, "doubt", "it")] if doubting else []
        return f"{', '.join(sides)}, and nothing in the case settles which is right"
    if supporting or contradicting:
        side = "for" if supporting else "against"
        names = listed(_names(case, supporting or contradicting))
        return f"what speaks {side} it is open itself: {names}"
    return "nothing that holds speaks for it, and nothing against it"


def _holding(grounds: Iterable[Ground]) -> list[Ground]:
    return [ground for ground in grounds if ground.label is Label.ACCEPTED]


def _alive(grounds: Iterable[Ground]) -> list[Ground]:
    return [ground for ground in grounds if ground.label is not Label.REJECTED]


def _acting(case: Case, grounds: Iterable[Ground], verb: str, rest: str) -> str:
    """Who or what does something to the claim, as in "Iran and Oman speak against it"."""
    names = _names(case, grounds)
    return f"{listed(names)} {verb if len(names) > 1 else verb + 's'} {rest}"


def _names(case: Case, grounds: Iterable[Ground]) -> list[str]:
    return list(dict.fromkeys(_name(case, ground.node) for ground in grounds))


def _name(case: Case, node: str) -> str:
    """Who speaks; for a bearing, what bears."""
    kind, _, record_id = node.partition(":")
    if kind != "bearing":
        return node_name(case, node)
    bearing = case.bearings[record_id]
    is_claim = bearing.source not in case.evidence and bearing.source in case.claims
    return f"{'claim' if is_claim else 'evidence'} {bearing.source}"


def _discounted(case: Case, verdict: Verdict) -> Iterator[str]:
    """Tell what does not hold, or is open for another reason than the claim itself, and why."""
    grounds = (*verdict.supporting, *verdict.contradicting, *verdict.doubting)
    fallen = [ground for ground in (*grounds, *verdict.undercutting) if ground.because]
    for ground in fallen[:_TOLD]:
        state = "does not count" if ground.label is Label.REJECTED else "is open"
        causes = listed(_cause(case, ground.node, cause) for cause in ground.because)
        yield f"{_name(case, ground.node)} {state}: {causes}"
    if len(fallen) > _TOLD:
        yield f"{len(fallen) - _TOLD} more do not count or are open"


def _cause(case: Case, node: str, cause: str) -> str:
    kind, _, record_id = cause.partition(":")
    if cause == node:
        return "it was taken back"
    if kind == "bearing":
        return f"{_name(case, cause)} {case.bearings[record_id].kind} it"
    if kind == "claim":
        return "it is not accepted itself"
    named = f"{kind} {record_id}"
    record = getattr(case, "evidence" if kind == "evidence" else f"{kind}s").get(record_id)
    if record is None:
        return "the case does not hold it"
    if record.retracted is not None:
        return f"{named}, which it rests on, was taken back"
    return f"{named}, which it needs, does not hold"


def _readings(readings: Readings) -> str:
    more = "; the search for readings was cut, there may be others" if readings.truncated else ""
    match readings.standing, readings.contrary:
        case Share.ALL, _:
            told = "whichever way what is open is settled, it stands"
        case _, Share.ALL:
            told = "whichever way what is open is settled, its contrary stands"
        case Share.SOME, Share.SOME:
            told = "it stands in some consistent readings of what is open, its contrary in others"
        case Share.SOME, _:
            told = "it stands in some consistent readings of what is open, not in all"
        case _, Share.SOME:
            told = "its contrary stands in some consistent readings of what is open, it in none"
        case _:
            told = "it stands in no consistent reading of what is open, and nor does its contrary"
    return told + more
