"""Whether every quote of a case still stands at its place in its hashed document."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from attribution.audit import AuditConfig, audit
from evidence.case import Case
from evidence.findings import Finding
from evidence.model import Attribution, Bearing, Evidence, Passage
from graphs.build import build

CHECKS = ("SRC005", "PRV005")
"""The rules that look at quotes and hashes."""


@dataclass(frozen=True)
class Verification:
    """What was verified, and what did not hold.

    Attributes:
        documents: Documents whose text is in the case.
        hashed: Those of them that carry a hash to compare with.
        passages: Passages that were looked up.
        unread: Passages that could not be, since the case has no text of their document.
        findings: Quotes that do not stand where they should, and texts that do not fit their hash.
    """

    documents: int
    hashed: int
    passages: int
    unread: int
    findings: tuple[Finding, ...]


def verify(case: Case) -> Verification:
    """Look up every passage in the text of its document, and compare every text with its hash."""
    texts = {d.id: d for d in case.documents.values() if d.text is not None}
    passages = list(_passages(case))
    unread = sum(document not in texts for document, _ in passages)
    return Verification(
        documents=len(texts),
        hashed=sum(d.sha256 is not None for d in texts.values()),
        passages=len(passages) - unread,
        unread=unread,
        findings=tuple(audit(case, build(case), AuditConfig(select=CHECKS))),
    )


def _passages(case: Case) -> Iterator[tuple[str | None, Passage]]:
    quoting: list[Attribution | Evidence | Bearing] = [
        *case.attributions.values(),
        *case.evidence.values(),
        *case.bearings.values(),
    ]
    for record in quoting:
        own = record.passages if isinstance(record, Attribution) else record.content
        yield from ((record.document, passage) for passage in own)
