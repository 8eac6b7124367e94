"""From what documents say of their origin to derivations, and what the audit makes of them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

import pytest
from click.testing import CliRunner
from made_documents import PROSE, mail_of, page_of

from attribution import workflow
from attribution.cli import main
from attribution.example import example_inputs
from attribution.extract import detector_named
from evidence.case import Case
from evidence.casefile import read_case
from evidence.readers import read_documents

RULES = detector_named("rules")
DATELINE = (
    "BAGHDAD (Gulf Press Agency) - Iran denied that it had supplied the drones to the groups."
)


def extracted(folder: Path, known: Case | None = None) -> Case:
    return workflow.extract(read_documents([str(folder)]), RULES, known=known)


def steps(case: Case) -> list[tuple[str, str]]:
    """What readers found; what is inferred from the texts is tested elsewhere."""
    stated = (d for d in case.derivations.values() if d.made and d.made.extractor == "readers")
    return [(d.what, d.rests_on) for d in stated]


def put(folder: Path, **texts: str) -> None:
    for name, text in texts.items():
        (folder / f"{name}.txt").write_text(text, encoding="utf-8")


def test_a_credited_text_rests_on_the_agency(tmp_path: Path) -> None:
    put(tmp_path, monitor=DATELINE, post=f"{DATELINE} The ministry condemned it.")
    case = extracted(tmp_path)
    assert steps(case) == [("monitor", "gulf-press-agency"), ("post", "gulf-press-agency")]
    assert case.actors["gulf-press-agency"].name == "Gulf Press Agency"


def test_a_document_named_like_an_agency_is_not_taken_for_it(tmp_path: Path) -> None:
    text = "LONDON, 28 June (Reuters) - Iran denied that it had supplied drones to the groups."
    put(tmp_path, reuters=text)
    case = extracted(tmp_path)
    assert list(case.documents) == ["reuters-2"]
    assert steps(case) == [("reuters-2", "reuters")]
    assert "reuters" in case.actors


def test_documents_that_the_case_holds_are_not_added_and_what_rests_on_them_is(
    tmp_path: Path,
) -> None:
    mail, attached = tmp_path / "mail.eml", {"note.txt": (b"Iran denied it.", "text/plain")}
    mail.write_bytes(mail_of())
    before = extracted(tmp_path)
    mail.write_bytes(mail_of(attachments=attached))
    (text,) = (d.text for d in before.documents.values())
    after = extracted(tmp_path, before)
    assert [d.text == text for d in after.documents.values()] == [True, False]
    assert steps(after) == [("note", "mail")]
    assert extracted(tmp_path, after) == after


def test_a_lineage_that_was_removed_by_hand_does_not_come_back(tmp_path: Path) -> None:
    put(tmp_path, monitor=DATELINE)
    corrected = replace(extracted(tmp_path), derivations={})
    assert extracted(tmp_path, corrected) == corrected


def test_the_bundled_example_shows_circular_reporting_by_itself() -> None:
    with example_inputs() as inputs:
        job = workflow.run(inputs, RULES)
    assert steps(job.case) == [
        ("gulf-monitor", "gulf-press-agency"),
        ("levant-post", "gulf-press-agency"),
    ]
    (circular,) = (f for f in job.findings if f.code == "COR003")
    assert "Levant Post and Baghdad Ledger rest on each other" in circular.message
    assert any(f.code == "COR002" for f in job.findings)


def test_kept_objects_of_pages_are_in_the_case(tmp_path: Path) -> None:
    review = '<script type="application/ld+json">{"@type": "ClaimReview"}</script>'
    (tmp_path / "check.html").write_bytes(page_of(head=f"<title>T</title>{review}"))
    (kept,) = extracted(tmp_path).kept.values()
    assert kept.data == {"@type": "ClaimReview"}


class Handler(BaseHTTPRequestHandler):
    """Answers every address but robots.txt with a page."""

    def do_GET(self) -> None:
        found = self.path != "/robots.txt"
        self.send_response(200 if found else 404)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.end_headers()
        self.wfile.write(page_of() if found else b"")

    def log_message(self, *_: object) -> None:
        """Say nothing."""


@pytest.fixture
def site() -> Iterator[str]:
    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        thread = Thread(target=server.serve_forever, args=(0.01,))
        thread.start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()
        thread.join()


def test_an_address_is_fetched_and_its_bytes_are_kept_beside_the_case(
    site: str, tmp_path: Path
) -> None:
    out = tmp_path / "case.yaml"
    address = f"{site}/2021/strikes"
    result = CliRunner().invoke(main, ["extract", address, "--allow-private", "-o", str(out)])
    assert result.exit_code == 0, result.output
    (document,) = read_case(out).documents.values()
    assert PROSE in (document.text or "")
    assert (document.url, document.captured) == (address, "fetched")
    assert document.retrieved is not None
    assert (tmp_path / "captured" / str(document.raw_sha256)).read_bytes() == page_of()


def test_private_addresses_are_refused_unless_allowed(site: str, tmp_path: Path) -> None:
    result = CliRunner().invoke(main, ["extract", f"{site}/a", "-o", str(tmp_path / "case.yaml")])
    assert result.exit_code == 2
    assert "leads to a private address" in result.stderr
    assert "--allow-private" in result.stderr
    assert not list(tmp_path.iterdir())
