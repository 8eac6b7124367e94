"""The steps of the main job that are measured, and what they are compared with."""

from __future__ import annotations

import tempfile
from pathlib import Path

from bench.baselines import BASELINES
from bench.generated import generated_case
from bench.job import CASE_SIZES, DOCUMENT_SIZES, Job, Prepared
from bench.texts import composed_document, long_document


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


def _extract(size: int) -> Prepared:
    from attribution.extract import detector_named
    from attribution.workflow import extract
    from evidence.readers import Intake

    documents = tuple(composed_document(number) for number in range(size))
    detector = detector_named("rules")
    length = sum(len((document.text or "").encode()) for document in documents)
    return Prepared(lambda: extract(Intake(documents=documents), detector), size, length)


def _extract_one(size: int) -> Prepared:
    from attribution.extract import detector_named
    from attribution.workflow import extract
    from evidence.readers import Intake

    document = long_document(size)
    detector = detector_named("rules")
    length = len((document.text or "").encode())
    return Prepared(lambda: extract(Intake(documents=(document,)), detector), 1, length)


STEPS = (
    Job("build", "attributions", _build, "bare networkx", CASE_SIZES),
    Job("layout", "attributions", _layout, "networkx ForceAtlas2", CASE_SIZES),
    Job("page", "attributions", _page, "pyvis from_nx", CASE_SIZES),
    Job("audit", "attributions", _audit, "bare traversal", CASE_SIZES),
    Job("extract", "documents", _extract, "regular expression", DOCUMENT_SIZES),
    Job("extract one document", "articles in it", _extract_one, None, DOCUMENT_SIZES[:2]),
)

JOBS: dict[str, Job] = {job.name: job for job in (*STEPS, *BASELINES)}
"""Everything that can be measured, by name."""
