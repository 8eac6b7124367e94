"""The main job as straight-line code: documents in, records, graph, findings, page out."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path

import networkx as nx

from attribution.audit import audit
from attribution.extract import Detector
from attribution.extract.assembly import assemble
from attribution.extract.extraction import extract_document
from attribution.extract.spans import spans_line
from attribution.reports import AUDIT_REPORTS
from evidence.atomic import write_atomically
from evidence.case import Case
from evidence.casefile import write_case
from evidence.findings import Finding, finding_order
from evidence.ids import free_slug
from evidence.model import Document
from evidence.readers import Intake, read_documents
from graphs.build import build
from graphs.export.page import write_page


def extract(
    intake: Intake,
    detector: Detector,
    *,
    title: str = "",
    known: Case | None = None,
    progress: Callable[[Document], object] = lambda _: None,
) -> Case:
    """Find who says what in documents, and put what was found together as a case.

    Args:
        intake: The documents, with the publishers that they name.
        detector: Finds attributions; see `attribution.extract.EXTRACTORS`.
        title: Of the case; where none is given, that of the only document.
        known: A case to add to.
        progress: Called with each document before it is searched.
    """
    found = []
    for document in _with_free_ids(intake.documents, known):
        progress(document)
        found.append(extract_document(document, detector))
    only = intake.documents[0].title if len(intake.documents) == 1 else None
    return assemble(found, intake.actors, title=title or only or "", known=known)


def spans(
    intake: Intake, detector: Detector, *, progress: Callable[[Document], object] = lambda _: None
) -> list[str]:
    """The bare places of attributions, a line of JSON for each document; see `spans_line`."""
    lines = []
    for document in intake.documents:
        progress(document)
        lines.append(spans_line(document, detector))
    return lines


def _with_free_ids(documents: Iterable[Document], known: Case | None) -> list[Document]:
    """Documents that the known case does not hold yet, under ids that it does not use."""
    taken = set(known.documents) if known else set()
    held = {d.sha256 for d in known.documents.values()} if known else set()
    free: list[Document] = []
    for document in documents:
        if document.sha256 in held:
            continue
        renamed = document.model_copy(update={"id": free_slug(document.id, taken)})
        taken.add(renamed.id)
        free.append(renamed)
    return free


@dataclass(frozen=True)
class Job:
    """What the main job made.

    Attributes:
        case: The case.
        graph: Its graph.
        findings: Of the readers and of the audit, gravest first.
    """

    case: Case
    graph: nx.MultiDiGraph
    findings: list[Finding]


def run(inputs: Iterable[str], detector: Detector, *, title: str = "") -> Job:
    """Do the main job: read documents, extract who says what, build the graph, audit."""
    intake = read_documents(inputs)
    case = extract(intake, detector, title=title)
    graph = build(case)
    findings = sorted([*intake.findings, *audit(case, graph)], key=finding_order)
    return Job(case, graph, findings)


def write_all(job: Job, folder: Path) -> tuple[Path, Path, Path]:
    """Write case file, page and audit report of a job into a folder, made where there is none.

    Returns:
        The paths of the three files.
    """
    folder.mkdir(parents=True, exist_ok=True)
    case_path, page_path, audit_path = (
        folder / name for name in ("case.yaml", "graph.html", "audit.txt")
    )
    write_case(job.case, case_path)
    write_page(job.case, job.graph, job.findings, page_path)
    write_atomically(audit_path, AUDIT_REPORTS["text"](job.case, job.findings))
    return case_path, page_path, audit_path
