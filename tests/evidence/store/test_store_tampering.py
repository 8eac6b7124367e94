"""Whatever is changed behind the back of the log is named."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from sqlalchemy import Connection, create_engine, make_url, text
from sqlalchemy.pool import NullPool

from evidence.errors import ClaimtrailError
from evidence.ids import text_hash
from evidence.model import Actor, Attribution, Claim, Document, Record, Relation
from evidence.store import open_store
from evidence.store.rows import hash_of, json_of
from evidence.vocabulary import Stance

WORDS = "The ministry denied that drones were shipped."

RECORDS: tuple[Record, ...] = (
    Document(id="brief", text=WORDS, sha256=text_hash(WORDS)),
    Actor(id="iran", name="Iran"),
    Actor(id="envoy", name="The envoy", speaks_for=("iran",)),
    Claim(id="supply", text="Iran supplies drones", subject="iran"),
    Attribution(id="a1", claim="supply", by="envoy", stance=Stance.DENIES, document="brief"),
    Relation(id="r1", who="iran", does="supplies", to="envoy", claims=("supply",)),
)

Tamper = Callable[[str], None]


@pytest.fixture
def store_location(location: str) -> str:
    """A case with a log of four entries."""
    with open_store(location, create=True) as store:
        store.replace([Actor(id="gone", name="Gone")])
        store.replace(RECORDS[:3], title="Drones")
        store.add(RECORDS[3:])
        store.add([Claim(id="second", text="Another claim")])
        assert list(store.check()) == []
    return location


@pytest.fixture
def tamper(store_location: str) -> Tamper:
    """Runs a statement on the database as somebody else would."""

    def run(statement: str) -> None:
        with other_program(store_location) as connection:
            assert connection.execute(text(statement)).rowcount >= 1
            connection.commit()

    return run


def other_program(location: str) -> Connection:
    url = f"sqlite:///{location}" if "://" not in location else location
    full = make_url(url.replace("postgresql:", "postgresql+psycopg:"))
    return create_engine(full, poolclass=NullPool).connect()


def findings(location: str) -> Iterator[tuple[str, str]]:
    with open_store(location) as store:
        yield from ((finding.code, finding.message) for finding in store.check())


@pytest.mark.parametrize(
    ("statement", "message"),
    [
        (
            "UPDATE documents SET record = replace(record, 'denied', 'demied')",
            "document brief is not as the log left it",
        ),
        (
            "UPDATE claims SET record = replace(record, 'Another', 'No other') WHERE id = 'second'",
            "claim second is not as the log left it",
        ),
        (
            "UPDATE attributions SET record = replace(record, 'denies', 'asserts')",
            "attribution a1 is not as the log left it",
        ),
        (
            "UPDATE actors SET hash = (SELECT hash FROM claims LIMIT 1) WHERE id = 'iran'",
            "actor iran is not as the log left it",
        ),
        ("UPDATE actors SET id = 'irak' WHERE id = 'iran'", "actor iran is not as the log left it"),
        (
            "UPDATE attributions SET \"by\" = 'iran'",
            "attribution a1 is found by words or ids that are not its own",
        ),
        (
            "DELETE FROM relations_claims",
            "relation r1 is found by words or ids that are not its own",
        ),
        (
            "UPDATE search SET body = 'nothing' WHERE body LIKE 'another%'",
            "claim second is found by words or ids that are not its own",
        ),
        (
            "DELETE FROM claims WHERE id = 'second'",
            "claim second was removed without an entry in the log",
        ),
    ],
)
def test_a_changed_record_is_named(
    store_location: str, tamper: Tamper, statement: str, message: str
) -> None:
    tamper(statement)
    assert list(findings(store_location)) == [("LOG002", message)]


def test_a_record_that_was_put_in_is_named(store_location: str, tamper: Tamper) -> None:
    tamper("INSERT INTO claims SELECT 99, 'fake', record, hash, NULL, NULL FROM claims LIMIT 1")
    assert ("LOG002", "claim fake was added without an entry in the log") in findings(
        store_location
    )


def test_a_record_that_cannot_be_read_is_named(store_location: str, tamper: Tamper) -> None:
    tamper("UPDATE documents SET record = '{'")
    assert list(findings(store_location)) == [
        ("LOG002", "document brief is not as the log left it"),
        ("LOG003", "document brief cannot be read"),
    ]
    with (
        open_store(store_location) as store,
        pytest.raises(ClaimtrailError, match="stored record cannot be read"),
    ):
        store.case().documents["brief"]


def test_a_record_and_its_hash_and_its_change_together_are_seen(
    store_location: str, tamper: Tamper
) -> None:
    json = json_of(Claim(id="second", text="Forged"))
    digest = hash_of(json).hex()
    blob = f"X'{digest}'" if "://" not in store_location else f"'\\x{digest}'::bytea"
    tamper(f"UPDATE claims SET record = '{json}', hash = {blob} WHERE id = 'second'")  # noqa: S608
    tamper(f"UPDATE changes SET hash = {blob} WHERE id = 'second'")  # noqa: S608
    tamper("UPDATE search SET body = 'forged' WHERE body LIKE 'another%'")
    assert list(findings(store_location)) == [
        ("LOG001", "what log entry 4 says it wrote was altered")
    ]


@pytest.mark.parametrize("number", [1, 2, 3, 4])
def test_a_dropped_entry_is_named(store_location: str, tamper: Tamper, number: int) -> None:
    tamper(f"DELETE FROM log WHERE number = {number}")  # noqa: S608
    assert ("LOG001", f"log entry {number} is missing") in findings(store_location)


def test_a_cut_log_is_seen(store_location: str, tamper: Tamper) -> None:
    tamper("DELETE FROM log WHERE number > 2")
    assert [m for _, m in findings(store_location) if "missing" in m] == [
        "log entry 3 is missing",
        "log entry 4 is missing",
    ]


def test_a_log_cut_along_with_its_count_is_seen(store_location: str, tamper: Tamper) -> None:
    tamper("DELETE FROM log WHERE number = 4")
    tamper("UPDATE about SET entries = 3")
    assert ("LOG001", "log entry 3 was altered: the case knows another") in findings(store_location)
    assert ("LOG002", "claim second was added without an entry in the log") not in findings(
        store_location
    )


@pytest.mark.parametrize("number", [1, 2, 3, 4])
def test_an_altered_entry_is_named(store_location: str, tamper: Tamper, number: int) -> None:
    later = "entry = replace(entry, 'Z\"', '1Z\"')"
    tamper(f"UPDATE log SET {later} WHERE number = {number}")  # noqa: S608
    knows = f"entry {number + 1} knows another" if number < 4 else "the case knows another"
    assert list(findings(store_location)) == [
        ("LOG001", f"log entry {number} was altered: {knows}")
    ]


def test_an_unreadable_entry_is_named(store_location: str, tamper: Tamper) -> None:
    tamper("UPDATE log SET entry = '{}' WHERE number = 3")
    assert ("LOG001", "log entry 3 cannot be read") in findings(store_location)


def test_another_title_is_seen(store_location: str, tamper: Tamper) -> None:
    tamper("UPDATE about SET title = 'Kites'")
    assert list(findings(store_location)) == [
        ("LOG001", "the title or description of the case is not the one in the log")
    ]


def test_whoever_noted_the_head_down_sees_a_log_that_was_written_anew(location: str) -> None:
    with open_store(location, create=True) as store:
        store.replace(RECORDS)
        number, noted = store.head()
        store.replace(RECORDS[:2])
        assert number == 1
        assert store.head() == (2, store.head()[1])
        assert store.head()[1] != noted
        assert [entry.previous for entry in store.log()][1] == noted
