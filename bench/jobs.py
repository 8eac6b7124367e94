"""The steps of the main job that are measured, and what they are compared with."""

from __future__ import annotations

import tempfile
from pathlib import Path

from bench.audits import AUDIT_STEPS
from bench.baselines import BASELINES
from bench.disputes import DISPUTE_BASELINES, DISPUTE_STEPS
from bench.extraction import EXTRACTION_STEPS
from bench.generated import generated_case
from bench.job import CASE_SIZES, Job, Prepared
from bench.stored import STORE_BASELINES, STORE_STEPS


def _build(size: int) -> Prepared:
    from graphs.build import build

    case = generated_case(size)
    return Prepared(lambda: build(case), size)


def _layout(size: int) -> Prepared:
    from graphs.build import build
    from graphs.layout import positions

    graph = build(generated_case(size))
    return Prepared(lambda: positions(graph), size)


def _page(size: int) -> Prepared:
    from graphs.build import build
    from graphs.export.page import write_page

    case = generated_case(size)
    graph = build(case)
    out = Path(tempfile.mkdtemp()) / "graph.html"
    return Prepared(lambda: write_page(case, graph, [], out), size)


def _audit(size: int) -> Prepared:
    from attribution.audit import AuditConfig, audit
    from graphs.build import build

    case = generated_case(size)
    graph = build(case)
    return Prepared(lambda: audit(case, graph, AuditConfig()), size)


STEPS = (
    Job("build", "attributions", _build, "bare networkx", CASE_SIZES),
    Job("layout", "attributions", _layout, "networkx ForceAtlas2", CASE_SIZES),
    Job("page", "attributions", _page, "pyvis from_nx", CASE_SIZES),
    Job("audit", "attributions", _audit, "bare traversal", CASE_SIZES),
    *EXTRACTION_STEPS,
    *STORE_STEPS,
    *AUDIT_STEPS,
    *DISPUTE_STEPS,
)

_BASELINES = (*BASELINES, *STORE_BASELINES, *DISPUTE_BASELINES)

JOBS: dict[str, Job] = {job.name: job for job in (*STEPS, *_BASELINES)}
"""Everything that can be measured, by name."""
