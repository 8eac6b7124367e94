"""A PostgreSQL server of the tests' own: started in a fresh folder on a free port."""

from __future__ import annotations

import os
import pwd
import shutil
import signal
import socket
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from itertools import count
from pathlib import Path
from typing import Any

import psycopg

DEBIAN = Path("/usr/lib/postgresql")
"""Where Debian keeps the programs of each version, which are not on the PATH."""

# Nothing in it outlives the tests.
CARELESS = ("fsync=off", "full_page_writes=off", "synchronous_commit=off")


@dataclass(frozen=True)
class Server:
    """A running server.

    Attributes:
        url: Of a database in it.
    """

    url: str
    _numbers: Iterator[int] = field(default_factory=count)

    def fresh(self) -> str:
        """The URL of a schema that nobody uses yet."""
        schema = f"t{next(self._numbers)}"
        with psycopg.connect(self.url) as connection:
            connection.execute(f"CREATE SCHEMA {schema}")
        return f"{self.url}?options=-csearch_path%3D{schema}"


def programs() -> Path | None:
    """The folder with the programs of the server; None where it is not installed."""
    named = os.environ.get("CLAIMTRAIL_POSTGRESQL")
    if named:
        return Path(named)
    found = shutil.which("initdb")
    if found:
        return Path(found).resolve().parent
    versions = sorted(DEBIAN.glob("*/bin/initdb"), key=lambda path: int(path.parts[-3]))
    return versions[-1].parent if versions else None


@contextmanager
def running_server() -> Iterator[Server]:
    """Start a server, and stop it and remove its folder in the end.

    Raises:
        FileNotFoundError: If PostgreSQL is not installed.
    """
    where = programs()
    if where is None:
        raise FileNotFoundError(
            "no PostgreSQL: install it (`apt-get install postgresql`), or name the folder of its"
            " programs in CLAIMTRAIL_POSTGRESQL"
        )
    folder = Path(tempfile.mkdtemp(prefix="claimtrail-postgresql-"))
    try:
        as_user = _other_user(folder)
        data = folder / "data"
        initdb = [where / "initdb", "-D", data, "-U", "tests", "-A", "trust", "-E", "UTF8"]
        done = subprocess.run(
            [*initdb, "--locale=C", "--no-sync"], cwd=folder, capture_output=True, **as_user
        )
        assert done.returncode == 0, done.stderr.decode()
        with _serving(where, data, _free_port(), as_user) as server:
            yield server
    finally:
        shutil.rmtree(folder)


def _other_user(folder: Path) -> dict[str, Any]:
    """What runs a process as another user where we are root, whom PostgreSQL refuses to serve."""
    if os.geteuid() != 0:
        return {}
    names = {entry.pw_name for entry in pwd.getpwall()}
    user = pwd.getpwnam("postgres" if "postgres" in names else "nobody")
    os.chown(folder, user.pw_uid, user.pw_gid)
    return {"user": user.pw_uid, "group": user.pw_gid, "extra_groups": []}


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@contextmanager
def _serving(where: Path, data: Path, port: int, as_user: dict[str, Any]) -> Iterator[Server]:
    sockets = f"unix_socket_directories={data.parent}"
    settings = [part for s in (*CARELESS, sockets) for part in ("-c", s)]
    command = [where / "postgres", "-D", data, "-h", "127.0.0.1", "-p", str(port), *settings]
    log = data.parent / "log"
    with log.open("wb") as messages:
        process = subprocess.Popen(command, cwd=data.parent, stderr=messages, **as_user)
    try:
        url = f"postgresql://tests@127.0.0.1:{port}/postgres"
        _wait_for(url, process, log)
        yield Server(url)
    finally:
        process.send_signal(signal.SIGINT)
        process.wait(timeout=30)


def _wait_for(url: str, process: subprocess.Popen[bytes], log: Path) -> None:
    for _ in range(600):
        assert process.poll() is None, log.read_text()
        try:
            psycopg.connect(url).close()
        except psycopg.OperationalError:
            time.sleep(0.1)
        else:
            return
    raise AssertionError(log.read_text())
