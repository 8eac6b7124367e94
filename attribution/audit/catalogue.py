"""Every code that a finding may have: those of the rules, and those of taking documents in."""

from __future__ import annotations

import json
import textwrap
from dataclasses import asdict, dataclass
from difflib import get_close_matches

from attribution.audit.examples import example
from attribution.audit.rules import all_rules
from evidence.errors import ClaimtrailError
from evidence.findings import Severity

_WIDTH = 88


@dataclass(frozen=True, slots=True)
class Entry:
    """What a code means.

    Attributes:
        code: As in "COR001".
        severity: How grave its findings are unless the configuration says otherwise.
        title: What it finds, in a few words.
        why: What is checked, and why.
        tradecraft: The standard or handbook that asks for it.
        bad: A case in YAML in which it is found; empty for codes that are not about cases.
        good: A case in YAML that is much alike, in which it is not found.
    """

    code: str
    severity: Severity
    title: str
    why: str
    tradecraft: str
    bad: str = ""
    good: str = ""


_PRESERVED = "Berkeley Protocol: collect and preserve what is relied on"

INTAKE = [
    Entry(
        "INT001",
        Severity.ERROR,
        "unreadable or empty input",
        "A file or folder was given that cannot be opened, is damaged, or holds no text. It is "
        "left out, and nothing of it is in the case.",
        _PRESERVED,
    ),
    Entry(
        "INT002",
        Severity.ERROR,
        "input is not text",
        "A file was given that is not text in the encoding that it claims or that was named. It "
        "is left out rather than read as garbage: quotes from garbage prove nothing.",
        _PRESERVED,
    ),
    Entry(
        "INT003",
        Severity.ERROR,
        "input too large",
        "A file was given that is larger than the stated bound. It is left out; the bound can be "
        "raised.",
        _PRESERVED,
    ),
]
"""The codes of findings that the readers of documents report."""


def entries() -> list[Entry]:
    """All codes: those of intake first, then those of the rules in the order of the registry."""
    rules = (
        Entry(
            rule.code,
            rule.severity,
            rule.title,
            rule.why,
            rule.tradecraft,
            example(rule.code, "bad"),
            example(rule.code, "good"),
        )
        for rule in all_rules()
    )
    return [*INTAKE, *rules]


def titles() -> dict[str, str]:
    """The title of each code."""
    return {entry.code: entry.title for entry in INTAKE} | {r.code: r.title for r in all_rules()}


def entry_of(code: str) -> Entry:
    """The entry of a code; letter case does not matter.

    Raises:
        ClaimtrailError: If there is none; the hint lists those near to it.
    """
    known = {entry.code: entry for entry in entries()}
    if code.upper() not in known:
        near = get_close_matches(code.upper(), known, cutoff=0.5)
        raise ClaimtrailError(
            f"no rule has the code {code!r}",
            hint=f"did you mean {' or '.join(near)}?" if near else "`claimtrail rules` lists them",
        )
    return known[code.upper()]


def rule_list(*, as_json: bool = False) -> str:
    """The table of all codes with severity and title."""
    listed = entries()
    if as_json:
        table = [{"code": e.code, "severity": e.severity, "title": e.title} for e in listed]
        return _json(table)
    return "".join(f"{e.code}  {e.severity:<8}  {e.title}\n" for e in listed)


def rule_page(code: str, *, as_json: bool = False) -> str:
    """What one code means, why it is checked, and examples.

    Raises:
        ClaimtrailError: If no rule has this code.
    """
    entry = entry_of(code)
    if as_json:
        return _json(asdict(entry))
    paragraphs = (textwrap.fill(p, _WIDTH) for p in entry.why.split("\n\n"))
    parts = [f"{entry.code}  {entry.title}  ({entry.severity})", *paragraphs, entry.tradecraft]
    if entry.bad:
        parts += ["Reported:", _indented(entry.bad), "Not reported:", _indented(entry.good)]
    return "\n\n".join(parts) + "\n"


def _indented(text: str) -> str:
    return textwrap.indent(text.rstrip("\n"), "    ")


def _json(value: object) -> str:
    return json.dumps(value, indent=2, ensure_ascii=False) + "\n"
