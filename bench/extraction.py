"""Extraction as steps to measure: both extractors on the same articles in the same run."""

from __future__ import annotations

import subprocess
import sys
from functools import partial

from bench.job import DOCUMENT_SIZES, Job, Prepared
from bench.texts import composed_document, long_document
from evidence.model import Document

LONG_SIZES = (10, 100, 400, 2_500)
"""Articles in one document; the largest has 5 MB."""

LINE_SIZES = (5, 50, 500)
"""Articles in one line; the longest has 1 MB."""


def _extract(name: str, size: int, *, jobs: int = 1) -> Prepared:
    """So many articles to a case."""
    return _of(tuple(composed_document(number) for number in range(size)), name, jobs)


def _extract_one(name: str, size: int) -> Prepared:
    """So many articles as one document to a case."""
    prepared = _of((long_document(size),), name, 1)
    return Prepared(prepared.work, 1, prepared.bytes)


def _extract_line(name: str, size: int) -> Prepared:
    """So many articles as one document without a line break to a case."""
    text = " ".join((long_document(size).text or "").split())
    prepared = _of((Document(id="line", title="One line", text=text),), name, 1)
    return Prepared(prepared.work, 1, prepared.bytes)


def _of(documents: tuple[Document, ...], name: str, jobs: int) -> Prepared:
    from attribution.extract import detector_named
    from attribution.workflow import extract
    from evidence.readers import Intake

    detector = detector_named(name)
    # What an extractor loads on first use is start-up, and measured as that.
    detector.detect("The envoy said that it was over.")
    length = sum(len((document.text or "").encode()) for document in documents)
    intake = Intake(documents=documents)
    return Prepared(lambda: extract(intake, detector, jobs=jobs), len(documents), length)


def _start(name: str, _: int) -> Prepared:
    """The whole command on one sentence, as a process of its own."""
    command = [sys.executable, "-m", "attribution", "extract", "-", "-o", "-"]
    command += ["--extractor", name, "--format", "spans"]
    return Prepared(
        lambda: subprocess.run(  # noqa: S603  # this very program
            command, input=b"The envoy said that it was over.", capture_output=True, check=True
        ),
        1,
    )


EXTRACTION_STEPS = (
    Job("start rules", "sentence", partial(_start, "rules"), None, (1,)),
    Job("start trained", "sentence", partial(_start, "trained"), "start rules", (1,)),
    Job("rules", "documents", partial(_extract, "rules"), "regular expression", DOCUMENT_SIZES),
    Job("trained", "documents", partial(_extract, "trained"), "rules", DOCUMENT_SIZES),
    Job(
        "trained, 2 jobs",
        "documents",
        partial(_extract, "trained", jobs=2),
        None,
        DOCUMENT_SIZES[1:],
    ),
    Job("rules, one document", "articles in it", partial(_extract_one, "rules"), None, LONG_SIZES),
    Job(
        "trained, one document",
        "articles in it",
        partial(_extract_one, "trained"),
        "rules, one document",
        LONG_SIZES,
    ),
    Job("rules, one line", "articles in it", partial(_extract_line, "rules"), None, LINE_SIZES),
    Job(
        "trained, one line",
        "articles in it",
        partial(_extract_line, "trained"),
        "rules, one line",
        LINE_SIZES,
    ),
)
"""How fast documents become cases."""
