"""What holds of the records that are extracted from any text whatever."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

from attribution.extract import Detector
from attribution.extract.assembly import assemble
from attribution.extract.extraction import extract_document
from evidence.case import Case
from evidence.casefile import dump_case, read_case_text
from evidence.model import Attribution, Document, Passage


def extracted(text: str, detector: Detector) -> Case:
    """Read a text to a case and see that it holds.

    Every passage stands at its place, the roles of an attribution share no words, every id leads
    somewhere, every record can be written down and read again, and the same text gives the same.

    Raises:
        AssertionError: If it does not hold.
    """
    document = Document(id="text", text=text)
    found = extract_document(document, detector)
    case = assemble([found])
    assert extract_document(document, detector) == found
    assert read_case_text(dump_case(case, "json"), "json") == case
    check(case, text)
    return case


def check(case: Case, text: str) -> None:
    """See that the records of a case lead somewhere: to words of the text, and to each other."""
    for passage in passages_of(case):
        assert passage.start is not None
        assert passage.end is not None
        assert 0 <= passage.start < passage.end <= len(text), passage
        assert text[passage.start : passage.end] == passage.exact, passage
    for attribution in case.attributions.values():
        _check_roles(attribution)
        assert attribution.claim in case.claims
        assert attribution.by is None or attribution.by in case.actors
        assert attribution.within is None or attribution.within in case.attributions
    for relation in case.relations.values():
        assert {relation.who, relation.to} <= case.actors.keys()
        assert set(relation.claims) <= case.claims.keys()


def _check_roles(attribution: Attribution) -> None:
    """See that no word of an attribution has two roles."""
    roles = (attribution.source, attribution.cue, attribution.content)
    for one, other in combinations([passage for role in roles for passage in role], 2):
        assert _end(one) <= _start(other) or _end(other) <= _start(one), (one, other)


def passages_of(case: Case) -> Iterator[Passage]:
    """Every passage that the records of a case point to."""
    for attribution in case.attributions.values():
        yield from attribution.passages
    for evidence in case.evidence.values():
        yield from evidence.content
    for bearing in case.bearings.values():
        yield from bearing.content


def _start(passage: Passage) -> int:
    assert passage.start is not None
    return passage.start


def _end(passage: Passage) -> int:
    assert passage.end is not None
    return passage.end
