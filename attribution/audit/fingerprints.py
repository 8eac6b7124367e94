"""Telling whether two audits found the same thing, and which findings are new."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Sequence

from evidence.errors import ClaimtrailError
from evidence.findings import Finding
from evidence.ids import content_id

VERSION = 1


def fingerprint(finding: Finding) -> str:
    """A name for what was found that outlives edits to the words of a case.

    Findings of one rule about the same records have the same one; severity, message and place do
    not matter.
    """
    return content_id("f", finding.code, *sorted(finding.ids))


def baseline(findings: Iterable[Finding]) -> str:
    """Write down findings, so that later audits can leave them out: JSON, sorted, made to be kept.

    Each entry says code, records and how many findings there were; a reader needs no more to see
    what was accepted.
    """
    counts = Counter((finding.code, tuple(sorted(finding.ids))) for finding in findings)
    entries = [
        {"code": code, "ids": list(ids), "count": count}
        for (code, ids), count in sorted(counts.items())
    ]
    told = {"claimtrail-baseline": VERSION, "findings": entries}
    return json.dumps(told, indent=2, ensure_ascii=False) + "\n"


def new_since(findings: Sequence[Finding], accepted: str, *, name: str = "this") -> list[Finding]:
    """The findings that a baseline does not hold, in their order.

    Args:
        findings: Of an audit.
        accepted: What `baseline` wrote.
        name: What the baseline is called, for errors.

    Raises:
        ClaimtrailError: If `accepted` is no baseline.
    """
    left = _counts(accepted, name)
    fresh = []
    for finding in findings:
        key = (finding.code, tuple(sorted(finding.ids)))
        if left[key] > 0:
            left[key] -= 1
        else:
            fresh.append(finding)
    return fresh


def _counts(accepted: str, name: str) -> Counter[tuple[str, tuple[str, ...]]]:
    try:
        told = json.loads(accepted)
        if told["claimtrail-baseline"] != VERSION:
            raise ValueError(f"version {told['claimtrail-baseline']!r} is not known")
        return Counter({(e["code"], tuple(e["ids"])): int(e["count"]) for e in told["findings"]})
    except (ValueError, KeyError, TypeError) as error:
        raise ClaimtrailError(
            f"{name} is not a baseline: {error}", hint="write one with --write-baseline FILE"
        ) from None
