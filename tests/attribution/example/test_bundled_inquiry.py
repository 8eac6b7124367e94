"""The bundled inquiry shows what it is meant to show."""

from __future__ import annotations

import re

import pytest

from attribution.audit import AuditConfig, audit
from attribution.example import example_case, example_inputs
from evidence.case import Case
from evidence.casefile import read_case
from evidence.passages import Outcome, anchor
from evidence.readers import Intake, read_documents
from evidence.vocabulary import BearingKind, Form, Stance
from graphs.build import build


@pytest.fixture(scope="module")
def case() -> Case:
    with example_case() as path:
        return read_case(path)


@pytest.fixture(scope="module")
def intake() -> Intake:
    with example_inputs() as inputs:
        return read_documents(inputs)


def test_every_document_is_read(intake: Intake) -> None:
    assert intake.findings == ()
    assert len(intake.documents) == 9


def test_documents_of_the_case_are_those_that_are_bundled(case: Case, intake: Intake) -> None:
    assert {d.text for d in case.documents.values()} == {d.text for d in intake.documents}


def test_what_the_case_says_of_documents_is_what_they_say_themselves(
    case: Case, intake: Intake
) -> None:
    for read in intake.documents:
        if read.id != "forwarded-message":
            written = case.documents[read.id]
            assert (written.title, written.published) == (read.title, read.published)
            assert (written.publisher, written.url) == (read.publisher, read.url)


def test_all_quotes_stand_but_the_one_that_is_meant_not_to(case: Case) -> None:
    gone = [
        passage.exact
        for record in [*case.attributions.values(), *case.evidence.values()]
        for passage in record.content
        if anchor(case.documents[record.document or ""].text or "", passage).outcome
        is not Outcome.FOUND
    ]
    assert gone == ["defensive precision strikes"]


def test_two_outlets_carry_the_credit_line_and_the_words_of_one_agency(intake: Intake) -> None:
    texts = {d.id: d.text or "" for d in intake.documents}
    credit = re.compile(r"\(Gulf Press Agency\) - (The United States struck .*?\.)$", re.M)
    first = credit.findall(texts["agency-wire"] + "\n")
    relayed = [i for i in ("gulf-monitor", "levant-post") if first[0] in texts[i]]
    assert relayed == ["gulf-monitor", "levant-post"]


def test_every_stance_is_taken_by_somebody(case: Case) -> None:
    assert {a.stance for a in case.attributions.values()} == set(Stance)


def test_direct_mixed_and_own_words_occur(case: Case) -> None:
    forms = {a.form for a in case.attributions.values()}
    assert {Form.DIRECT, Form.MIXED, Form.OWN_VOICE} <= forms


def test_evidence_and_claims_bear_in_every_way(case: Case) -> None:
    kinds = {b.kind for b in case.bearings.values()}
    assert kinds == set(BearingKind)


def test_relations_are_of_many_kinds(case: Case) -> None:
    assert len({r.does for r in case.relations.values()}) >= 6


FIRST_RULES = {
    *("SRC001", "SRC002", "SRC003", "SRC004", "SRC005", "SRC007"),
    *("PRV001", "PRV002", "PRV003", "PRV004"),
    *("COR001", "COR002", "COR003"),
    *("BAL001", "BAL002", "BAL003"),
}


def test_every_rule_that_a_comment_names_finds_something(case: Case) -> None:
    with example_case() as path:
        named = set(re.findall(r"\b[A-Z]{3}\d{3}\b", path.read_text(encoding="utf-8")))
    found = {finding.code for finding in audit(case, build(case), AuditConfig())}
    assert named >= FIRST_RULES
    assert named <= found
