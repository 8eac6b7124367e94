"""What is asked of a part of a stored case is answered as by the whole of it."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from strategies import cases

from attribution.account import account_of
from attribution.reports.record import record_text
from bench.generated import generated_case
from evidence.case import Case
from evidence.errors import UnknownIdError
from evidence.lookup import typed_id
from evidence.model import Actor, Document, Evidence, Record
from evidence.store import open_store
from graphs.origins import withdraw

ANY_CASE = settings(max_examples=30, suppress_health_check=[HealthCheck.function_scoped_fixture])


@pytest.fixture(scope="module")
def generated() -> Case:
    return generated_case(700)


def losses(case: Case, record: Record) -> object:
    try:
        return withdraw(case, [typed_id(record)])
    except UnknownIdError:
        return "no source"


@ANY_CASE
@given(cases(max_records=20))
def test_an_account_of_a_part_is_that_of_the_whole(location: str, case: Case) -> None:
    with open_store(location, create=True) as store:
        store.replace(case.records())
        for claim in case.claims.values():
            assert account_of(store.about(claim), claim.id) == account_of(case, claim.id)


@ANY_CASE
@given(cases(max_records=20))
def test_a_withdrawal_from_a_part_is_that_from_the_whole(location: str, case: Case) -> None:
    with open_store(location, create=True) as store:
        store.replace(case.records())
        for record in case.records():
            assert losses(store.affected_by([record]), record) == losses(case, record)


@ANY_CASE
@given(cases(max_records=20))
def test_any_other_record_is_told_from_a_part_as_from_the_whole(location: str, case: Case) -> None:
    with open_store(location, create=True) as store:
        store.replace(case.records())
        for record in case.records():
            if isinstance(record, Actor | Document | Evidence):
                assert record_text(store.about(record), record) == record_text(case, record)


def test_parts_of_a_large_case(location: str, generated: Case) -> None:
    with open_store(location, create=True) as store:
        store.replace(generated.records())
        for claim in list(generated.claims.values())[::40]:
            assert account_of(store.about(claim), claim.id) == account_of(generated, claim.id)
        sources: list[Record] = [
            *list(generated.actors.values())[::7],
            *list(generated.documents.values())[::9],
            *list(generated.evidence.values())[::9],
            *list(generated.attributions.values())[::90],
        ]
        for source in sources:
            assert losses(store.affected_by([source]), source) == losses(generated, source)


def test_a_part_is_small(tmp_path: Path, generated: Case) -> None:
    with open_store(str(tmp_path / "case.db"), create=True) as store:
        store.replace(generated.records())
        part = store.about(generated.claims["t1-c3"])
        assert 0 < len(part.attributions) < 20
        assert len(part.claims) == 1
