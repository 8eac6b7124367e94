"""Whether a case is as it was left: every quote in its hashed document, every stored record."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import chain

from attribution.audit import AuditConfig, Holding, InStore, audited
from evidence.case import Case
from evidence.findings import Finding
from evidence.model import Attribution, Bearing, Evidence

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
        findings: What does not fit: the log of a stored case and its records, quotes that do not
            stand where they should, texts and their hashes.
        entries: Entries of the log of a stored case that were checked; None: a file keeps no log.
        head: Hash of the last of them, to be noted down elsewhere.
    """

    documents: int
    hashed: int
    passages: int
    unread: int
    findings: tuple[Finding, ...]
    entries: int | None = None
    head: str | None = None


def verify(holding: Holding) -> Verification:
    """Look up every passage in the text of its document, and compare every text with its hash.

    Args:
        holding: Where the case is; of a store, only a page is in memory at a time.
    """
    with holding.opened() as held:
        hashed = {
            d.id: d.sha256 is not None for d in held.case.documents.values() if d.text is not None
        }
        looked_up = Counter(document in hashed for document in _quoted_documents(held.case))
    return Verification(
        documents=len(hashed),
        hashed=sum(hashed.values()),
        passages=looked_up[True],
        unread=looked_up[False],
        findings=tuple(audited(holding, AuditConfig(select=CHECKS)).findings),
    )


def verify_stored(location: str) -> Verification:
    """Check the log of a stored case, every record against it, and then as `verify` does.

    Quotes are not looked up where a record cannot be read.

    Raises:
        ClaimtrailError: If there is no case at `location`.
    """
    # SQLAlchemy takes a while to load, and few commands need it.
    from evidence.store import UNREADABLE, open_store

    with open_store(location) as store:
        damage = tuple(store.check())
        entries, head = store.head()
    if any(finding.code == UNREADABLE for finding in damage):
        return Verification(0, 0, 0, 0, damage, entries, head)
    verification = verify(InStore(location))
    findings = (*damage, *verification.findings)
    return replace(verification, findings=findings, entries=entries, head=head)


def _quoted_documents(case: Case) -> Iterator[str | None]:
    """The id of the document of each passage."""
    quoting: Iterable[Attribution | Evidence | Bearing] = chain(
        case.attributions.values(), case.evidence.values(), case.bearings.values()
    )
    for record in quoting:
        own = record.passages if isinstance(record, Attribution) else record.content
        yield from (record.document for _ in own)
