"""What is opened as a case, and what is said of anything else."""

from __future__ import annotations

import sqlite3
import sys
from pathlib import Path

import pytest
from sqlalchemy import Connection, text

from evidence.errors import ClaimtrailError, MissingExtraError
from evidence.model import Actor
from evidence.store import NoCaseError, migrations, open_store, opening


def test_a_case_that_is_not_there_is_not_made_by_reading(location: str) -> None:
    with pytest.raises(NoCaseError):
        open_store(location)
    with open_store(location, create=True) as store:
        assert list(store.case().records()) == []
        assert store.head() == (0, "0" * 64)
        assert list(store.check()) == []
    with open_store(location) as store:
        assert list(store.log()) == []


@pytest.mark.parametrize("create", [False, True])
def test_a_file_that_is_no_database_is_left_alone(tmp_path: Path, create: bool) -> None:
    path = tmp_path / "case.db"
    path.write_text("claimtrail: 1\n" * 1_000)
    with pytest.raises(ClaimtrailError, match=r"case\.db: is no database"):
        open_store(str(path), create=create)
    assert path.read_text() == "claimtrail: 1\n" * 1_000


@pytest.mark.parametrize("create", [False, True])
def test_a_database_of_another_program_is_left_alone(tmp_path: Path, create: bool) -> None:
    path = tmp_path / "case.db"
    with sqlite3.connect(path) as other:
        other.execute("CREATE TABLE log (what TEXT)")
    before = path.read_bytes()
    with pytest.raises(ClaimtrailError, match="is a database of another program"):
        open_store(str(path), create=create)
    assert path.read_bytes() == before


def test_a_schema_of_another_program_is_left_alone(postgresql: object) -> None:
    location = postgresql.fresh()  # type: ignore[attr-defined]
    with open_store(location, create=True) as store:
        store.replace([])
    _run(location, "DROP TABLE changes")
    with pytest.raises(ClaimtrailError, match="has a table 'about' that is not claimtrail's"):
        open_store(location, create=True)


def test_an_empty_file_becomes_a_case(tmp_path: Path) -> None:
    path = tmp_path / "case.db"
    path.touch()
    with pytest.raises(NoCaseError, match="holds no case yet"):
        open_store(str(path))
    with open_store(str(path), create=True) as store:
        store.replace([Actor(id="iran", name="Iran")])


def test_a_case_where_nothing_can_be_written_is_read_and_not_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "a case?.db"
    with open_store(str(path), create=True) as store:
        store.replace([Actor(id="iran", name="Iran")])
    before = {each.name: each.read_bytes() for each in tmp_path.iterdir()}
    monkeypatch.setattr("os.access", lambda *_: False)
    with open_store(str(path)) as store:
        assert list(store.case().actors) == ["iran"]
        with pytest.raises(ClaimtrailError, match="cannot be written: attempt to write") as caught:
            store.add([Actor(id="iraq", name="Iraq")])
    assert "that you may write to" in caught.value.hint
    assert {each.name: each.read_bytes() for each in tmp_path.iterdir()} == before


def test_a_folder_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(ClaimtrailError, match=r"nowhere/case\.db: cannot be opened"):
        open_store(str(tmp_path / "nowhere" / "case.db"), create=True)


def test_a_server_that_is_not_there_is_named_without_the_password() -> None:
    with pytest.raises(ClaimtrailError, match="cannot be reached") as raised:
        open_store("postgresql://ada:secret@127.0.0.1:1/cases")
    assert "postgresql://ada:***@127.0.0.1:1/cases" in str(raised.value)
    assert "secret" not in str(raised.value)


def test_a_url_that_is_none_is_named() -> None:
    with pytest.raises(ClaimtrailError, match="no URL of a database"):
        open_store("postgresql://ada:x@host:port/cases")


def test_without_its_driver_postgresql_asks_for_the_extra(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "psycopg", None)
    with pytest.raises(MissingExtraError) as raised:
        open_store("postgresql://localhost/cases")
    assert raised.value.hint == "run: pip install 'claimtrail[postgres]'"


def test_a_case_of_a_later_version_asks_for_an_upgrade(location: str) -> None:
    open_store(location, create=True).close()
    _run(location, "UPDATE about SET version = 99")
    with pytest.raises(ClaimtrailError, match="later version of claimtrail"):
        open_store(location)


def test_a_case_that_does_not_say_its_version_is_damaged(location: str) -> None:
    open_store(location, create=True).close()
    _run(location, "DELETE FROM about")
    with pytest.raises(ClaimtrailError, match="is damaged"):
        open_store(location)


def test_tables_of_an_earlier_version_are_brought_up_to_date(
    location: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    with open_store(location, create=True) as store:
        store.replace([Actor(id="iran", name="Iran")])
        log = list(store.log())

    def second(connection: Connection) -> None:
        connection.execute(text("ALTER TABLE log ADD COLUMN seal TEXT"))

    def third(connection: Connection) -> None:
        connection.execute(text("UPDATE log SET seal = 'red'"))

    for module in (migrations, opening):
        monkeypatch.setattr(module, "SCHEMA_VERSION", 3)
    monkeypatch.setattr(migrations, "STEPS", {1: second, 2: third})
    for _ in range(2):
        with open_store(location) as store:
            assert list(store.case().records()) == [Actor(id="iran", name="Iran")]
            assert list(store.log()) == log
            assert list(store.check()) == []


def test_a_migration_that_fails_leaves_the_tables_as_they_were(
    location: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    open_store(location, create=True).close()

    def broken(connection: Connection) -> None:
        connection.execute(text("ALTER TABLE log ADD COLUMN seal TEXT"))
        raise OSError("the disk is gone")

    with monkeypatch.context() as patched:
        for module in (migrations, opening):
            patched.setattr(module, "SCHEMA_VERSION", 2)
        patched.setattr(migrations, "STEPS", {1: broken})
        with pytest.raises(OSError, match="the disk is gone"):
            open_store(location)
    with open_store(location) as store:
        assert list(store.log()) == []
    _run(location, "ALTER TABLE log ADD COLUMN seal TEXT")


def _run(location: str, statement: str) -> None:
    with opening._database(location, create=False).writing() as connection:
        connection.execute(text(statement))
