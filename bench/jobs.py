"""The steps of the main job that are measured, and what they are compared with."""

from __future__ import annotations

from bench.audits import AUDIT_STEPS
from bench.baselines import BASELINES
from bench.disputes import DISPUTE_BASELINES, DISPUTE_STEPS
from bench.extraction import EXTRACTION_STEPS
from bench.generated import generated_case
from bench.job import CASE_SIZES, Job, Prepared
from bench.pictures import PICTURE_BASELINES, PICTURE_STEPS
from bench.stored import STORE_BASELINES, STORE_STEPS


def _build(size: int) -> Prepared:
    from graphs.build import build

    case = generated_case(size)
    return Prepared(lambda: build(case), size)


def _audit(size: int) -> Prepared:
    from attribution.audit import AuditConfig, audit
    from graphs.build import build

    case = generated_case(size)
    graph = build(case)
    return Prepared(lambda: audit(case, graph, AuditConfig()), size)


STEPS = (
    Job("build", "attributions", _build, "bare networkx", CASE_SIZES),
    *PICTURE_STEPS,
    Job("audit", "attributions", _audit, "bare traversal", CASE_SIZES),
    *EXTRACTION_STEPS,
    *STORE_STEPS,
    *AUDIT_STEPS,
    *DISPUTE_STEPS,
)

_BASELINES = (*BASELINES, *PICTURE_BASELINES, *STORE_BASELINES, *DISPUTE_BASELINES)

JOBS: dict[str, Job] = {job.name: job for job in (*STEPS, *_BASELINES)}
"""Everything that can be measured, by name."""
