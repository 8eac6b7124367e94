"""The main job as straight-line code: documents in, records, graph, findings, page out."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import networkx as nx

from attribution.audit import Audit, InMemory, audited
from attribution.extract import Detector
from attribution.extract.assembly import assemble
from attribution.extract.each_document import each_document
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
    jobs: int = 1,
    progress: Callable[[Document], object] = lambda _: None,
) -> Case:
    """Find who says what in documents, and put what was found together as a case.

    Args:
        intake: The documents, with the publishers that they name.
        detector: Finds attributions; see `attribution.extract.EXTRACTORS`.
        title: Of the case; where none is given, that of the only document.
        known: A case to add to.
        jobs: Number of processes that search documents; the result does not depend on it.
        progress: Called with each document when it is its turn.
    """
    new = _new_in(intake, known)
    found = list(
        each_document(extract_document, new.documents, detector, jobs=jobs, progress=progress)
    )
    only = intake.documents[0].title if len(intake.documents) == 1 else None
    return assemble(
        found,
        new.actors,
        lineage=new.derivations,
        kept=new.kept,
        title=title or only or "",
        known=known,
    )


def spans(
    intake: Intake,
    detector: Detector,
    *,
    jobs: int = 1,
    progress: Callable[[Document], object] = lambda _: None,
) -> list[str]:
    """The bare places of attributions, a line of JSON for each document; see `spans_line`."""
    documents = intake.documents
    return list(each_document(spans_line, documents, detector, jobs=jobs, progress=progress))


def _new_in(intake: Intake, known: Case | None) -> Intake:
    """What the known case does not hold yet, its documents under ids that nothing else uses."""
    held = {d.sha256: d.id for d in known.documents.values()} if known else {}
    actors = {actor.id for actor in intake.actors}
    taken = {d.rests_on for d in intake.derivations if d.rests_on in actors}
    taken.update(known.documents if known else ())
    ids = {d.id: held[d.sha256] for d in intake.documents if d.sha256 in held}
    new = [d for d in intake.documents if d.id not in ids]
    for document in new:
        ids[document.id] = free_slug(document.id, taken)
        taken.add(ids[document.id])
    renamed = {document.id for document in new}
    lineage = tuple(d for d in intake.derivations if d.what in renamed)
    return replace(intake, documents=tuple(new), derivations=lineage).renamed(ids)


@dataclass(frozen=True)
class Job:
    """What the main job made.

    Attributes:
        case: The case.
        graph: Its graph.
        audit: What the readers and the audit found.
    """

    case: Case
    graph: nx.MultiDiGraph
    audit: Audit

    @property
    def findings(self) -> Sequence[Finding]:
        """Of the readers and of the audit, gravest first."""
        return self.audit.findings


def run(inputs: Iterable[str], detector: Detector, *, title: str = "") -> Job:
    """Do the main job: read documents, extract who says what, build the graph, audit."""
    intake = read_documents(inputs)
    case = extract(intake, detector, title=title)
    graph = build(case)
    audit = audited(InMemory(case), graph=graph)
    findings = sorted([*intake.findings, *audit.findings], key=finding_order)
    return Job(case, graph, audit.of(findings))


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
    write_atomically(audit_path, AUDIT_REPORTS["text"](job.case, job.audit))
    return case_path, page_path, audit_path
