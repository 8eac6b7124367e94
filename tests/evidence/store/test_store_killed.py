"""An import that is killed leaves the case as it was, or as it is to be, and can be redone."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from pathlib import Path
from random import Random

import pytest

from bench.generated import generated_case
from evidence.case import Case
from evidence.casefile import write_case
from evidence.store import NoCaseError, open_store

MOMENTS = int(os.environ.get("CLAIMTRAIL_KILLS", "6"))
"""How often an import into each database is killed."""

IMPORT = """
import sys
from pathlib import Path
from evidence.casefile import stream_case
from evidence.store import open_store

new = stream_case(Path(sys.argv[1]))
print("ready", flush=True)
with open_store(sys.argv[2], create=True) as store:
    store.replace(new.records, title=new.title)
print("done", flush=True)
"""


@pytest.fixture(scope="module")
def after() -> Case:
    return generated_case(2_000)


@pytest.fixture(scope="module")
def before() -> Case:
    return generated_case(40, seed=1)


@pytest.fixture(scope="module")
def lines(tmp_path_factory: pytest.TempPathFactory, after: Case) -> Path:
    path = tmp_path_factory.mktemp("lines") / "case.jsonl"
    write_case(after, path)
    return path


def started(lines: Path, location: str) -> subprocess.Popen[str]:
    """An import in a process of its own, about to open the database."""
    process = subprocess.Popen(
        [sys.executable, "-c", IMPORT, str(lines), location], stdout=subprocess.PIPE, text=True
    )
    assert process.stdout is not None
    assert process.stdout.readline() == "ready\n"
    return process


def stored(location: str) -> Case | None:
    """The case that is stored, checked; None where there is none yet."""
    try:
        with open_store(location) as store:
            assert list(store.check()) == []
            case = store.case()
            return Case.of(case.records(), title=case.title) if list(store.log()) else None
    except NoCaseError:
        return None


def test_a_killed_import_leaves_what_was_before_or_is_after(
    location: str, lines: Path, before: Case, after: Case
) -> None:
    clock = time.monotonic()
    with started(lines, location) as whole:
        assert whole.wait() == 0
    duration = time.monotonic() - clock
    moments = Random(0)  # noqa: S311 - when to kill is no secret
    for _ in range(MOMENTS):
        with open_store(location) as store:
            store.replace(before.records(), title=before.title)
        with started(lines, location) as process:
            time.sleep(moments.random() * duration)
            process.kill()
        assert stored(location) in (before, after)
    with started(lines, location) as again:
        assert again.wait() == 0
    assert stored(location) == after


def test_a_killed_first_import_leaves_no_case_or_the_whole(
    tmp_path: Path, lines: Path, after: Case
) -> None:
    moments = Random(1)  # noqa: S311 - when to kill is no secret
    for number in range(MOMENTS):
        location = str(tmp_path / f"{number}.db")
        with started(lines, location) as process:
            time.sleep(moments.random())
            process.kill()
        assert stored(location) in (None, after)
        with started(lines, location) as again:
            assert again.wait() == 0
        assert stored(location) == after
