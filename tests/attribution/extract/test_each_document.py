"""Many documents in several processes: the same results, in the same order."""

from __future__ import annotations

import pytest

from attribution.extract import Detector, detector_named
from attribution.extract.each_document import each_document
from attribution.extract.extraction import extract_document
from attribution.extract.spans import spans_line
from evidence.model import Document

SPEAKERS = ("minister", "envoy", "port authority", "union", "spokeswoman")


def documents() -> list[Document]:
    return [
        Document(
            id=f"d{n}", text=f"The {who} denied on Monday that {n} ships had left.\n" * (5 - n)
        )
        for n, who in enumerate(SPEAKERS)
    ]


@pytest.mark.parametrize("jobs", [1, 2, 3])
def test_results_come_in_the_order_of_the_documents(jobs: int) -> None:
    seen: list[str] = []
    lines = list(
        each_document(
            spans_line,
            documents(),
            detector_named("rules"),
            jobs=jobs,
            progress=lambda document: seen.append(document.id),
        )
    )
    assert lines == [spans_line(document, detector_named("rules")) for document in documents()]
    assert seen == [document.id for document in documents()]


def test_records_are_the_same_from_several_processes() -> None:
    alone, together = (
        list(each_document(extract_document, documents(), detector_named("rules"), jobs=jobs))
        for jobs in (1, 2)
    )
    assert alone == together


def fails_at_d2(document: Document, detector: Detector) -> str:
    if document.id == "d2":
        raise ValueError("d2 cannot be searched")
    return document.id


@pytest.mark.parametrize("jobs", [1, 2])
def test_an_error_comes_through(jobs: int) -> None:
    with pytest.raises(ValueError, match="d2 cannot be searched"):
        list(each_document(fails_at_d2, documents(), detector_named("rules"), jobs=jobs))


def test_no_documents_give_nothing() -> None:
    assert list(each_document(spans_line, [], detector_named("rules"), jobs=4)) == []
