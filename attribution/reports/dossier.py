"""A claim's dossier for people: who says so, who denies it, what it rests on, what is wrong."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import asdict

from attribution.acceptance_account import Acceptance
from attribution.account import Account, Exhibit, Statement
from attribution.reports.terminal import (
    SEVERITY_STYLES,
    Paint,
    coloured,
    headed,
    plain,
    printable,
    wrapped,
)
from graphs.acceptance import Standing

_STANDING_STYLES = {
    Standing.ACCEPTED: "green",
    Standing.REJECTED: "red",
    Standing.UNDECIDED: "yellow",
}
_SIDES = {"for": "Who says so", "against": "Who says otherwise", "neither": "Who else speaks of it"}


def dossier_json(account: Account) -> str:
    """Render an account as one JSON object with the fields of `Account`."""
    told = asdict(account)
    told["findings"] = [finding.model_dump(mode="json") for finding in account.findings]
    return json.dumps(told, indent=2, ensure_ascii=False) + "\n"


def dossier_text(account: Account, *, colour: bool = False) -> str:
    """Render an account for a terminal or a text file.

    Args:
        account: Of the claim.
        colour: Whether to put ANSI colours on it.
    """
    paint = coloured if colour else plain
    sections = [
        _title(account, paint),
        *(_side(account, side, title, paint) for side, title in _SIDES.items()),
        _shown(account, paint),
        _origins(account, paint),
        _acceptance(account.acceptance, paint),
        _findings(account, paint),
    ]
    return "\n\n".join("\n".join(section) for section in map(list, sections) if section) + "\n"


def _title(account: Account, paint: Paint) -> Iterator[str]:
    yield f"{paint('claim', 'blue')} {paint(printable(account.claim), 'bold')}"
    yield from wrapped(account.text, "  ")
    yield from (line for relation in account.relations for line in wrapped(relation, "  = "))


def _side(account: Account, side: str, title: str, paint: Paint) -> Iterator[str]:
    statements = [s for s in account.statements if s.side == side]
    if statements:
        yield paint(title, "bold")
    for statement in statements:
        yield from _statement(statement, paint)


def _statement(statement: Statement, paint: Paint) -> Iterator[str]:
    cue = " ... ".join(words.words for words in statement.cue)
    told = f' ("{printable(cue)}")' if cue else ""
    where = [statement.document, statement.title, statement.published]
    place = ", ".join(printable(part) for part in where if part)
    stance = paint(statement.stance, "red" if statement.side == "against" else "green")
    yield f"  {printable(statement.who)} {stance}{told}{paint(f'  [{place}]', 'dim')}"
    quoted = " ... ".join(words.words for words in statement.content)
    yield from wrapped(f"“{quoted}”" if quoted else "(no words are quoted)", "    ")
    ways = (" <- ".join(way) for way in statement.rests_on if way and way != (statement.who,))
    yield from (line for way in ways for line in wrapped(f"rests on {way}", "    "))
    if statement.within:
        yield from wrapped(f"as reported in {statement.within}", "    ")
    if statement.joined:
        yield from wrapped(f"joined: {statement.joined}", "    ")


def _shown(account: Account, paint: Paint) -> Iterator[str]:
    if account.exhibits:
        yield paint("What is shown", "bold")
    for exhibit in account.exhibits:
        yield from wrapped(_exhibit(exhibit), "  ")


def _exhibit(exhibit: Exhibit) -> str:
    on = f" {exhibit.on}" if exhibit.on else ""
    grade = f", credibility {exhibit.credibility}" if exhibit.credibility else ""
    shown = f", in {exhibit.document}" if exhibit.document else ""
    source = f"{exhibit.source} ({exhibit.kind}{grade}{shown})"
    return f"{source} {exhibit.bears}{on}: {exhibit.text}"


def _origins(account: Account, paint: Paint) -> Iterator[str]:
    yield paint("What it rests on", "bold")
    yield from wrapped(_independence(account), "  ")
    for origin in account.origins:
        doubt = "" if origin.known else " (nobody knows whether its lineage ends here)"
        yield from wrapped(f"- {origin.name}{doubt}", "  ")
    if account.depth:
        relays = "relay" if account.depth == 1 else "relays"
        yield f"  {account.depth} {relays} between it and the farthest of them"
    if account.load_bearing:
        yield from wrapped("everything hangs on " + ", ".join(account.load_bearing), "  ")
    elif account.origins:
        lost = ", ".join(account.smallest_cut)
        yield from wrapped(f"its lineage is cut by losing {lost}, and by nothing less", "  ")


def _independence(account: Account) -> str:
    if not account.origins:
        return "nothing: nobody puts it forward and no evidence supports it"
    if account.low == account.high:
        noun = "origin" if account.high == 1 else "origins"
        return f"{account.high} independent {noun}:"
    return (
        f"{account.low} to {account.high} independent origins, as not all lineage is known "
        "(at least: unknown ones shared; at most: each its own):"
    )


def _acceptance(acceptance: Acceptance, paint: Paint) -> Iterator[str]:
    yield paint("Whether it can be accepted", "bold")
    standing, style = acceptance.standing.value, _STANDING_STYLES[acceptance.standing]
    reason, *others = acceptance.why
    yield from headed(f"{standing}:", reason, "  ", paint, style)
    yield from (line for why in others for line in wrapped(f"- {why}", "  "))
    if acceptance.strength is not None:
        rest = "" if acceptance.at_rest else ", which did not come to rest"
        known = acceptance.grounds - acceptance.ungraded
        graded = f"{known} of {acceptance.grounds} grounds graded"
        yield f"  strength {acceptance.strength:.2f} of 1 ({acceptance.weighed_by}{rest}; {graded})"


def _findings(account: Account, paint: Paint) -> Iterator[str]:
    if account.findings:
        yield paint("What the audit found", "bold")
    for finding in account.findings:
        grade, style = f"{finding.severity}[{finding.code}]", SEVERITY_STYLES[finding.severity]
        yield from headed(grade, f"{finding.message}; {finding.hint}", "  ", paint, style)
