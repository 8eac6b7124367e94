"""The audit of a case in an SQLite file: all rules, by one process and by two."""

from __future__ import annotations

from bench.job import Job, Prepared
from bench.stored import SIZES, stored


def _by(jobs: int, size: int) -> Prepared:
    from attribution.audit import InStore, audited

    holding = InStore(str(stored(size)))
    return Prepared(lambda: audited(holding, jobs=jobs), size)


AUDIT_STEPS = (
    Job("audit stored", "attributions", lambda size: _by(1, size), "bare traversal", SIZES),
    Job("audit stored by two", "attributions", lambda size: _by(2, size), None, SIZES),
)
"""The audit of stored cases; the clock tells by how much two processes are faster."""
