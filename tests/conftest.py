"""For all tests: none is timed, the same examples are drawn each time, and a PostgreSQL runs."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import settings
from postgresql_server import Server, running_server

# A test that fails by chance says nothing about the change it fails on; `make explore` draws anew.
settings.register_profile("explore", deadline=None)
settings.register_profile("repeat", deadline=None, derandomize=True)
settings.load_profile("repeat")


@pytest.fixture(scope="session")
def postgresql() -> Iterator[Server]:
    """A PostgreSQL server of the tests' own."""
    try:
        with running_server() as server:
            yield server
    except FileNotFoundError as missing:
        pytest.fail(str(missing), pytrace=False)


@pytest.fixture(params=["sqlite", "postgresql"])
def location(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """Where a case can be stored: an SQLite file, then a schema of a PostgreSQL database."""
    if request.param == "sqlite":
        return str(tmp_path / "case.db")
    server: Server = request.getfixturevalue("postgresql")
    return server.fresh()
