"""Cases in both kinds of database: what is written comes back, in order, in parts or whole."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from strategies import cases

from bench.generated import generated_case
from evidence.case import SECTIONS, Case, dossiers
from evidence.errors import ClaimtrailError
from evidence.model import Actor, Claim, Document, Record
from evidence.store import Author, open_store

SHARED_LOCATION = settings(
    max_examples=30, suppress_health_check=[HealthCheck.function_scoped_fixture]
)


@pytest.fixture(scope="module")
def generated() -> Case:
    return generated_case(700)


def test_a_case_comes_back_equal_and_in_order(location: str, generated: Case) -> None:
    with open_store(location, create=True) as store:
        store.replace(generated.records(), title="A title", description="What it is\0about")
    with open_store(location) as store:
        case = store.case()
        assert case == Case.of(
            generated.records(), title="A title", description="What it is\0about"
        )
        for section in SECTIONS:
            stored, own = getattr(case, section), getattr(generated, section)
            assert list(stored) == list(own)
            assert list(stored.values()) == list(own.values())
            assert list(stored.items()) == list(own.items())
            assert len(stored) == len(own)


@SHARED_LOCATION
@given(cases())
def test_any_case_comes_back(location: str, case: Case) -> None:
    with open_store(location, create=True) as store:
        store.replace(case.records(), title=case.title, description=case.description)
        assert store.case() == case
        assert list(store.check()) == []
        for record in case.records():
            found = store.case().find(record.id)
            assert found is not None
            assert found.id == record.id


def test_records_are_found_by_id(location: str, generated: Case) -> None:
    with open_store(location, create=True) as store:
        store.replace(generated.records())
        claims = store.case().claims
        assert claims["t1-c3"] == generated.claims["t1-c3"]
        assert "t1-c3" in claims
        assert "t1-c3" not in store.case().documents
        assert "nothing" not in claims
        assert claims.get("nothing") is None
        with pytest.raises(KeyError, match="nothing"):
            claims["nothing"]


def test_dossiers_are_those_of_the_case(location: str, generated: Case) -> None:
    with open_store(location, create=True) as store:
        store.replace(generated.records())
        whole = list(dossiers(generated))
        assert list(store.dossiers()) == whole
        parts = [list(store.dossiers((k, 3))) for k in range(3)]
        assert [dossier for part in parts for dossier in part] == whole
        assert max(map(len, parts)) - min(map(len, parts)) <= 1
        claim = whole[5].claim.id
        assert store.attributions_of(claim) == whole[5].attributions


@SHARED_LOCATION
@given(cases(), st.integers(1, 4))
def test_dossiers_of_any_case(location: str, case: Case, parts: int) -> None:
    with open_store(location, create=True) as store:
        store.replace(case.records())
        found = [d for k in range(parts) for d in store.dossiers((k, parts))]
        assert found == list(dossiers(case))


@pytest.mark.parametrize("part", [(-1, 2), (2, 2), (0, 0)])
def test_a_part_that_is_none_is_refused(tmp_path: Path, part: tuple[int, int]) -> None:
    with (
        open_store(str(tmp_path / "case.db"), create=True) as store,
        pytest.raises(ValueError, match="is no part"),
    ):
        list(store.dossiers(part))


def test_adding_keeps_places_and_changes_only_what_differs(location: str) -> None:
    iran, envoy = Actor(id="iran", name="Iran"), Actor(id="envoy", name="The envoy")
    claim = Claim(id="role", text="Iran had a hand in it")
    with open_store(location, create=True) as store:
        store.replace([iran, claim, envoy], title="Before")
        renamed = iran.model_copy(update={"name": "Islamic Republic of Iran"})
        entry = store.add([Document(id="weekly"), renamed, envoy], title="After")
        assert entry is not None
        assert (entry.added, entry.changed, entry.removed) == ({"documents": 1}, {"actors": 1}, {})
        case = store.case()
        assert (case.title, list(case.actors.values())) == ("After", [renamed, envoy])
        assert list(case.records()) == [Document(id="weekly"), renamed, envoy, claim]
        assert store.add(case.records()) is None
        assert [e.number for e in store.log()] == [1, 2]
        assert list(store.check()) == []


def test_replacing_leaves_nothing_of_what_was_there(location: str, generated: Case) -> None:
    with open_store(location, create=True) as store:
        store.replace(generated.records())
        entry = store.replace([Actor(id="iran", name="Iran", speaks_for="a0")])
        assert entry.removed["attributions"] == 700
        assert list(store.case().records()) == [Actor(id="iran", name="Iran", speaks_for="a0")]
        assert store.search("sector").found == 0
        assert list(store.check()) == []


@pytest.mark.parametrize("among", ["neighbours", "strangers", "stored"])
def test_two_records_with_one_id_are_refused_and_nothing_is_written(
    location: str, among: str
) -> None:
    first, again = Claim(id="x\0\\", text="One"), Claim(id="x\0\\", text="Another")
    between = [Claim(id=f"c{n}", text="text") for n in range(2_500 if among != "neighbours" else 0)]
    with open_store(location, create=True) as store:
        store.replace([Actor(id="iran", name="Iran")])
        if among == "stored":
            store.add([Claim(id="x\0\\", text="Before")])
        before = list(store.case().records())
        change = store.add if among == "stored" else store.replace
        with pytest.raises(ClaimtrailError, match=r"two claims share the id 'x\\x00\\\\'"):
            change([first, *between, again])
        assert list(store.case().records()) == before
        assert list(store.check()) == []


def test_an_error_while_records_stream_in_leaves_what_was_there(location: str) -> None:
    def broken() -> object:
        yield from (Claim(id=f"c{n}", text="text") for n in range(3_000))
        raise OSError("the disk is gone")

    with open_store(location, create=True) as store:
        store.replace([Actor(id="iran", name="Iran")])
        with pytest.raises(OSError, match="the disk is gone"):
            store.replace(broken())  # type: ignore[arg-type]
        assert list(store.case().records()) == [Actor(id="iran", name="Iran")]
        assert len(list(store.log())) == 1


def test_readers_see_one_moment_while_another_writes(location: str) -> None:
    def seen_while_written() -> object:
        yield Actor(id="two", name="Two")
        assert list(reader.case().actors) == ["one"]

    with open_store(location, create=True) as writer:
        writer.replace([Actor(id="one", name="One")])
        with open_store(location) as reader:
            before = reader.case()
            assert list(before.actors) == ["one"]
            writer.replace(seen_while_written())  # type: ignore[arg-type]
            assert list(before.actors) == list(reader.case().actors) == ["one"]
        with open_store(location) as reader:
            assert list(reader.case().actors) == ["two"]


def test_one_writer_at_a_time(location: str, monkeypatch: pytest.MonkeyPatch) -> None:
    def meanwhile() -> object:
        yield Actor(id="one", name="One")
        with pytest.raises(ClaimtrailError, match="is being written by another process"):
            other.replace([])

    monkeypatch.setattr("evidence.store.sqlite.PATIENCE", 0.2)
    monkeypatch.setattr("evidence.store.postgresql.PATIENCE", 0.2)
    with open_store(location, create=True) as store, open_store(location) as other:
        store.replace(meanwhile())  # type: ignore[arg-type]
        assert list(store.case().actors) == ["one"]


def test_the_log_tells_who_did_what(location: str) -> None:
    records: list[Record] = [Actor(id="iran", name="Iran")]
    with open_store(location, create=True) as store:
        store.replace(records, title="T", author=Author("claimtrail extract", "ada"))
        (entry,) = store.log()
    assert (entry.number, entry.command, entry.person) == (1, "claimtrail extract", "ada")
    assert (entry.did, entry.title, entry.added) == ("replaced", "T", {"actors": 1})
    assert entry.when.endswith("Z")
