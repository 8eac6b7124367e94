"""Reading in another process: what hangs, crashes or eats memory there is a finding here."""

from __future__ import annotations

import os
import signal
from collections.abc import Iterator
from pathlib import Path

import pytest
from made_documents import PROSE, mail_of, page_of, pdf_of, warc_of

from evidence.readers import (
    Capture,
    Intake,
    Limits,
    isolation,
    read_bytes,
    read_documents,
    read_file,
)
from evidence.readers.isolation import IsolatedReader, Request
from evidence.readers.isolation.worker import Worker

SLOW = page_of("<p>Some words are here, said he.</p>" * 200_000)


@pytest.fixture
def isolated() -> Iterator[IsolatedReader]:
    with IsolatedReader() as reader:
        yield reader


def request(path: Path, data: bytes, limits: Limits) -> Request:
    path.write_bytes(data)
    return Request.of(Capture(path.name, path.name, path, limits), path)


def test_it_reads_as_the_same_process_does(tmp_path: Path) -> None:
    data = pdf_of([[PROSE]])
    (tmp_path / "a.pdf").write_bytes(data)
    (document,) = read_file(tmp_path / "a.pdf").documents
    (from_bytes,) = read_bytes(data, Path("a.pdf")).documents
    assert document == from_bytes
    assert document.text == f"{PROSE}\n\n"


def test_one_process_reads_one_file_after_the_other(
    tmp_path: Path, isolated: IsolatedReader, monkeypatch: pytest.MonkeyPatch
) -> None:
    started = []
    original = Worker.__init__

    def counted(worker: Worker, memory: int) -> None:
        started.append(memory)
        original(worker, memory)

    monkeypatch.setattr(Worker, "__init__", counted)
    for name in ("a.html", "b.html"):
        intake = Intake.of(isolated.read(request(tmp_path / name, page_of(), Limits())))
        assert [d.filename for d in intake.documents] == [name]
    assert len(started) == 1


def test_what_the_asking_process_holds_does_not_count(
    tmp_path: Path, isolated: IsolatedReader, monkeypatch: pytest.MonkeyPatch
) -> None:
    # Linux tells a new program the greatest memory of the one that started it as its own.
    held = b"x" * (Limits().memory // 2 + 2**25)
    test_one_process_reads_one_file_after_the_other(tmp_path, isolated, monkeypatch)
    assert len(held) > Limits().memory // 2


@pytest.fixture
def unhurried(monkeypatch: pytest.MonkeyPatch) -> None:
    """Leave only the bound on processor time, as the machine that runs the tests may be busy."""
    monkeypatch.setattr(isolation, "GRACE", 100)


@pytest.mark.usefixtures("unhurried")
def test_what_takes_too_long_is_given_up_and_the_next_file_is_read(tmp_path: Path) -> None:
    (tmp_path / "a.html").write_bytes(SLOW)
    (tmp_path / "b.html").write_bytes(page_of())
    intake = read_documents([str(tmp_path)], limits=Limits(seconds=1))
    assert [d.id for d in intake.documents] == ["b"]
    (finding,) = intake.findings
    assert finding.code == "INT003"
    assert "a.html takes more than 1 seconds to read" in finding.message
    assert "--seconds" in finding.hint


@pytest.mark.skipif(not hasattr(signal, "SIGSTOP"), reason="needs signals")
def test_what_stands_still_is_given_up_by_the_clock(
    tmp_path: Path, isolated: IsolatedReader, monkeypatch: pytest.MonkeyPatch
) -> None:
    original = Worker.ask

    def stopping(worker: Worker, line: bytes) -> None:
        os.kill(worker._process.pid, signal.SIGSTOP)
        original(worker, line)

    monkeypatch.setattr(isolation, "GRACE", 0)
    monkeypatch.setattr(Worker, "ask", stopping)
    asked = request(tmp_path / "a.html", page_of(), Limits(seconds=0.1))
    (finding,) = Intake.of(isolated.read(asked)).findings
    assert finding.code == "INT003"
    assert "takes more than 0.1 seconds to read by the clock" in finding.message


@pytest.mark.usefixtures("unhurried")
def test_a_part_that_takes_too_long_is_left_out_and_the_others_keep_their_lineage(
    tmp_path: Path,
) -> None:
    attachments = {"a.html": (SLOW, "text/html"), "b.txt": (b"After it.", "text/plain")}
    path = tmp_path / "mail.eml"
    path.write_bytes(mail_of(attachments=attachments))
    intake = read_documents([str(path)], limits=Limits(seconds=1))
    assert [d.id for d in intake.documents] == ["mail", "b"]
    assert [(d.what, d.rests_on) for d in intake.derivations] == [("b", "mail")]
    assert "mail.eml: a.html takes more than" in intake.findings[0].message


def test_what_takes_too_much_memory_is_given_up(tmp_path: Path, isolated: IsolatedReader) -> None:
    data = warc_of({"https://a.example/": (b"x" * 10**8, "text/plain")})
    limits = Limits(largest=2 * 10**8, memory=300 * 2**20)
    intake = Intake.of(isolated.read(request(tmp_path / "a.warc.gz", data, limits)))
    assert not intake.documents
    assert [f.code for f in intake.findings] == ["INT003"]


@pytest.mark.skipif(not hasattr(signal, "SIGSEGV"), reason="needs signals")
def test_a_process_that_crashes_is_a_finding(
    tmp_path: Path, isolated: IsolatedReader, monkeypatch: pytest.MonkeyPatch
) -> None:
    original = Worker.ask

    def crashing(worker: Worker, line: bytes) -> None:
        os.kill(worker._process.pid, signal.SIGSEGV)
        original(worker, line)

    with monkeypatch.context() as patched:
        patched.setattr(Worker, "ask", crashing)
        asked = request(tmp_path / "a.html", page_of(), Limits())
        (finding,) = Intake.of(isolated.read(asked)).findings
    assert "makes the program that reads such files crash" in finding.message
    assert len(Intake.of(isolated.read(asked)).documents) == 1


def test_a_reading_that_is_not_finished_does_not_disturb_the_next(
    tmp_path: Path, isolated: IsolatedReader
) -> None:
    two = mail_of(attachments={"a.txt": (b"x", "text/plain")})
    reading = isolated.read(request(tmp_path / "a.eml", two, Limits()))
    assert next(reading).documents
    reading.close()  # type: ignore[attr-defined]  # it is a generator
    asked = request(tmp_path / "b.html", page_of(), Limits())
    assert [d.filename for d in Intake.of(isolated.read(asked)).documents] == ["b.html"]


def test_nothing_in_the_current_folder_is_imported(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "json.py").write_text("raise SystemExit(7)", encoding="utf-8")
    (tmp_path / "a.html").write_bytes(page_of())
    monkeypatch.chdir(tmp_path)
    assert len(read_documents(["a.html"]).documents) == 1


def test_names_that_are_no_text_reach_the_other_process(tmp_path: Path) -> None:
    name = os.fsdecode(b"\xff\x1b.pdf")
    (tmp_path / name).write_bytes(pdf_of([[PROSE]]))
    (document,) = read_documents([str(tmp_path)]).documents
    assert document.filename == "\\xff\\x1b.pdf"
