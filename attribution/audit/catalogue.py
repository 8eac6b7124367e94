"""Every code that a finding may have: of rules, intake, import and export, and merging."""

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
        "A file, folder or address was given that cannot be opened, is damaged or encrypted, or "
        "holds no text. It is left out, and nothing of it is in the case. As a warning: parts of a "
        "document that was read are damaged.",
        _PRESERVED,
    ),
    Entry(
        "INT002",
        Severity.ERROR,
        "input is not text",
        "A file was given that is neither text in the encoding that it claims or that was named, "
        "nor of another kind that is read. It is left out rather than read as garbage: quotes from "
        "garbage prove nothing. As a warning: some characters of a page or mail could not be "
        "decoded, and are shown as U+FFFD.",
        _PRESERVED,
    ),
    Entry(
        "INT003",
        Severity.ERROR,
        "input too large",
        "A file was given that is larger than the stated bound, unpacks to more, or takes more "
        "time or memory to read. It is left out; the bound can be raised.",
        _PRESERVED,
    ),
    Entry(
        "INT004",
        Severity.WARNING,
        "input of another kind than its name says",
        "A file was given whose ending speaks of another kind than its content is. It is read as "
        "what it is. A page that says that access was denied is often saved under the name of the "
        "document that was asked for.",
        "Berkeley Protocol: authenticity",
    ),
    Entry(
        "INT005",
        Severity.INFO,
        "part left out",
        "A mail or web archive holds things that are no documents, such as pictures. They are left "
        "out, and counted here, so that nothing is dropped without a word.",
        _PRESERVED,
    ),
]
"""The codes of findings that the readers of documents report."""

_ACCOUNTABLE = "Berkeley Protocol: whoever changes what is relied on must be able to answer for it"

MERGING = [
    Entry(
        "MRG001",
        Severity.ERROR,
        "conflicting edits",
        "Two cases that are merged say something else in the same field of the same record. The "
        "version of the first case is kept; the finding names both, so that a person can choose. "
        "Where a document's text differs, everything that was captured with it is kept together.",
        _ACCOUNTABLE,
    ),
    Entry(
        "MRG002",
        Severity.ERROR,
        "removed by one, changed by another",
        "One of two cases that are merged removed a record that the other changed. The record is "
        "kept: a person should say which of the two is right.",
        _ACCOUNTABLE,
    ),
    Entry(
        "MRG003",
        Severity.INFO,
        "cases differ in title or description",
        "Two cases that are merged have other titles or descriptions. Those of the first are kept.",
        _ACCOUNTABLE,
    ),
    Entry(
        "MRG004",
        Severity.INFO,
        "equal records fused",
        "Two cases that are merged hold the same record under two ids: it says the same in every "
        "field. One id is kept, and what referred to the other refers to it. Actors are never "
        "fused: that two names are one actor is a claim that needs a source of its own.",
        _ACCOUNTABLE,
    ),
]
"""The codes of findings that merging two cases reports."""

_WHOLE = "Berkeley Protocol: say what was collected, and what was not"

EXCHANGE = [
    Entry(
        "IMP001",
        Severity.ERROR,
        "file in no known format",
        "A file was to be imported that is in no format that is read, or is damaged as a whole. "
        "Nothing of it is in the case.",
        _WHOLE,
    ),
    Entry(
        "IMP002",
        Severity.ERROR,
        "object refused",
        "An object of an imported file is damaged: it lacks what its format demands, or holds a "
        "value that cannot be one. It is left out, and counted as refused.",
        _WHOLE,
    ),
    Entry(
        "IMP003",
        Severity.INFO,
        "property not taken over",
        "Imported objects have a property without a counterpart here. The object is in the case "
        "without it. The page of the format lists what is taken over.",
        _WHOLE,
    ),
    Entry(
        "IMP004",
        Severity.WARNING,
        "one id for two things",
        "A file gives one id to two records that do not agree. The first is kept.",
        _WHOLE,
    ),
    Entry(
        "IMP005",
        Severity.INFO,
        "read leniently",
        "Something in an imported file is not as its format says, and what was meant is plain. It "
        "was read as meant; check that it was.",
        _WHOLE,
    ),
    Entry(
        "IMP006",
        Severity.WARNING,
        "reference out of the file",
        "An imported object refers to one that its own file does not hold. The reference is kept. "
        "Import the file that holds the other too; where none does, the audit reports SRC002.",
        _WHOLE,
    ),
    Entry(
        "IMP007",
        Severity.ERROR,
        "forbidden by the format",
        "Imported objects say together what the specification of their format forbids, such as an "
        "event that comes before itself. Which of them is wrong cannot be told, so all are in the "
        "case. What is only likely to be wrong is a warning.",
        _WHOLE,
    ),
    Entry(
        "EXP001",
        Severity.INFO,
        "not held by the format",
        "A case was exported to a format that has no place for some of it. What is left out is "
        "counted by kind.",
        _WHOLE,
    ),
]
"""The codes of findings that import and export report."""


_CUSTODY = "Berkeley Protocol: chain of custody"

CUSTODY = [
    Entry(
        "LOG001",
        Severity.ERROR,
        "log broken",
        "The log of a case in a database is not whole: an entry is missing or altered, or what it "
        "says it wrote is. Each entry holds the hash of the one before, so that this is seen.",
        _CUSTODY,
    ),
    Entry(
        "LOG002",
        Severity.ERROR,
        "record not as the log left it",
        "A record of a case in a database was altered, added or removed by other means than "
        "claimtrail: its hash is not the one in the log. Or it is found by ids or words that are "
        "not its own.",
        _CUSTODY,
    ),
    Entry(
        "LOG003",
        Severity.ERROR,
        "record unreadable",
        "What a database holds in the place of a record is none. Quotes are not looked up before "
        "it is mended.",
        _CUSTODY,
    ),
]
"""The codes of findings that `claimtrail verify` reports of a case in a database."""


def entries() -> list[Entry]:
    """All codes: of intake, exchange, merging and custody, then of the rules in their order."""
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
    return [*INTAKE, *EXCHANGE, *MERGING, *CUSTODY, *rules]


def titles() -> dict[str, str]:
    """The title of each code."""
    others = {entry.code: entry.title for entry in (*INTAKE, *EXCHANGE, *MERGING, *CUSTODY)}
    return others | {rule.code: rule.title for rule in all_rules()}


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
