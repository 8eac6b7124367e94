"""Whether quotes and hashes hold, for people and for programs."""

from __future__ import annotations

import json

from attribution.reports.terminal import SEVERITY_STYLES, coloured, plain, printable
from attribution.verification import Verification


def verification_text(verification: Verification, *, colour: bool = False) -> str:
    """Render what was verified and what did not hold."""
    paint = coloured if colour else plain
    lines = []
    for finding in verification.findings:
        grade = paint(f"{finding.severity}[{finding.code}]", SEVERITY_STYLES[finding.severity])
        lines += [
            f"{grade} {printable(finding.message)}",
            f"  {paint('help:', 'green')} {printable(finding.hint)}",
        ]
    held = "not all holds" if verification.findings else "all holds"
    lines.append(
        f"{held}: {verification.passages:,} passages looked up in {verification.documents:,} "
        f"documents, {verification.hashed:,} of them with a hash"
    )
    if verification.entries is not None:
        noun = "entry" if verification.entries == 1 else "entries"
        lines.append(f"log: {verification.entries:,} {noun}, the last is {verification.head}")
    if verification.unread:
        lines.append(
            f"{verification.unread:,} passages could not be looked up: the case has no text of "
            "their documents"
        )
    return "\n".join(lines) + "\n"


def verification_json(verification: Verification) -> str:
    """Render the same as one JSON object with the fields of `Verification`."""
    told = {
        "documents": verification.documents,
        "hashed": verification.hashed,
        "passages": verification.passages,
        "unread": verification.unread,
        "entries": verification.entries,
        "head": verification.head,
        "findings": [finding.model_dump(mode="json") for finding in verification.findings],
    }
    return json.dumps(told, indent=2, ensure_ascii=False) + "\n"
