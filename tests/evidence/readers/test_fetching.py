"""Fetching: politely, boundedly, never from private addresses unless told to; bytes are kept."""

from __future__ import annotations

import gzip
import hashlib
import socket
import threading
import time
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from made_documents import PROSE, page_of, pdf_of

from evidence.errors import ClaimtrailError
from evidence.findings import Finding
from evidence.readers import Capture, Limits, read_documents
from evidence.readers.fetching import Fetcher

NOW = datetime(2021, 6, 28, 10, tzinfo=UTC)
Page = Callable[["Handler"], None]


class Handler(BaseHTTPRequestHandler):
    """Answers with what `Site.pages` has for the path."""

    def do_GET(self) -> None:
        site = self.server
        assert isinstance(site, Site)
        site.asked.append(self.path)
        site.pages.get(self.path, missing)(self)

    def log_message(self, *_: object) -> None:
        """Say nothing."""


class Site(ThreadingHTTPServer):
    """A site on this machine."""

    daemon_threads = True

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), Handler)
        self.pages: dict[str, Page] = {}
        self.asked: list[str] = []

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.server_port}"

    def handle_error(self, *_: object) -> None:
        """Visitors may hang up."""


def missing(handler: Handler) -> None:
    handler.send_error(404)


def answer(body: bytes, kind: str = "text/html; charset=utf-8", **headers: str) -> Page:
    def page(handler: Handler) -> None:
        handler.send_response(200)
        handler.send_header("Content-Type", kind)
        handler.send_header("Content-Length", str(len(body)))
        for name, value in headers.items():
            handler.send_header(name.replace("_", "-"), value)
        handler.end_headers()
        handler.wfile.write(body)

    return page


def sent_on(location: str, status: int = 302) -> Page:
    def page(handler: Handler) -> None:
        handler.send_response(status)
        handler.send_header("Location", location)
        handler.send_header("Content-Length", "0")
        handler.end_headers()

    return page


def dripping(handler: Handler) -> None:
    handler.send_response(200)
    handler.end_headers()
    for _ in range(200):
        handler.wfile.write(b"x")
        handler.wfile.flush()
        time.sleep(0.1)


def dripping_header(handler: Handler) -> None:
    handler.wfile.write(b"HTTP/1.1 200 OK\r\nX: ")
    for _ in range(200):
        handler.wfile.write(b"x")
        handler.wfile.flush()
        time.sleep(0.1)


def endless(handler: Handler) -> None:
    handler.send_response(200)
    handler.end_headers()
    for _ in range(10_000):
        handler.wfile.write(b"x" * 10_000)


@pytest.fixture
def site() -> Iterator[Site]:
    with Site() as running:
        thread = threading.Thread(target=running.serve_forever, args=(0.01,))
        thread.start()
        yield running
        running.shutdown()
        thread.join()


class Clock:
    """A clock that goes on only when somebody sleeps."""

    def __init__(self) -> None:
        self.time = 0.0
        self.slept: list[float] = []

    def sleep(self, seconds: float) -> None:
        self.slept.append(seconds)
        self.time += seconds


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def fetcher(tmp_path: Path, clock: Clock) -> Fetcher:
    return made(tmp_path, clock)


def made(folder: Path, clock: Clock, **options: object) -> Fetcher:
    given = {"allow_private": True, "limits": Limits(largest=50_000), "seconds": 1.0, **options}
    return Fetcher(
        folder / "captured",
        now=lambda: NOW,
        clock=lambda: clock.time,
        sleep=clock.sleep,
        **given,  # type: ignore[arg-type]  # as named there
    )


def why(fetched: Capture | Finding) -> str:
    assert isinstance(fetched, Finding)
    assert fetched.hint
    return fetched.message


def test_a_page_is_a_document_whose_bytes_are_kept(
    site: Site, fetcher: Fetcher, tmp_path: Path
) -> None:
    site.pages["/2021/strikes"] = answer(page_of())
    url = f"{site.url}/2021/strikes"
    (document,) = read_documents([url], fetch=fetcher).documents
    assert PROSE in (document.text or "")
    assert (document.url, document.captured) == (url, "fetched")
    assert document.retrieved == "2021-06-28T10:00:00+00:00"
    assert (document.id, document.media_type) == ("strikes", "text/html")
    kept = tmp_path / "captured" / str(document.raw_sha256)
    assert kept.read_bytes() == page_of()
    assert hashlib.sha256(kept.read_bytes()).hexdigest() == document.raw_sha256
    assert site.asked == ["/robots.txt", "/2021/strikes"]


def test_any_kind_of_document_may_be_fetched(site: Site, fetcher: Fetcher) -> None:
    site.pages["/report"] = answer(pdf_of([[PROSE]]), "application/pdf")
    (document,) = read_documents([f"{site.url}/report"], fetch=fetcher).documents
    assert (document.filename, document.text) == ("report.pdf", f"{PROSE}\n\n")


def test_the_encoding_is_that_of_the_answer(site: Site, fetcher: Fetcher) -> None:
    page = page_of("Москва. " + PROSE).decode().encode("cp1251")
    site.pages["/a"] = answer(page, "text/html; charset=windows-1251")
    (document,) = read_documents([f"{site.url}/a"], fetch=fetcher).documents
    assert "Москва" in (document.text or "")


def test_what_was_packed_to_be_sent_is_unpacked(site: Site, fetcher: Fetcher) -> None:
    site.pages["/a"] = answer(gzip.compress(page_of()), Content_Encoding="gzip")
    fetched = fetcher(f"{site.url}/a")
    assert isinstance(fetched, Capture)
    assert fetched.data() == page_of()


def test_redirects_are_followed_and_told(site: Site, fetcher: Fetcher) -> None:
    site.pages |= {"/a": sent_on("/b"), "/b": sent_on(f"{site.url}/c#x", 301), "/c": answer(b"x")}
    fetched = fetcher(f"{site.url}/a")
    assert isinstance(fetched, Capture)
    assert fetched.fields["url"] == f"{site.url}/c"
    assert fetched.fields["captured"] == f"fetched, sent on from {site.url}/a"


@pytest.mark.parametrize(
    ("pages", "expected"),
    [
        ({"/a": sent_on("/a")}, "leads back to itself"),
        ({"/a": sent_on("/b"), "/b": sent_on("/a")}, "leads back to itself"),
        (
            {f"/{n}": sent_on(f"/{n + 1}") for n in range(9)} | {"/a": sent_on("/0")},
            "leads on more than 5 times",
        ),
        ({"/a": sent_on("file:///etc/passwd")}, "is no address of a web page"),
        ({"/a": sent_on("http://[x/")}, "no address"),
        ({"/a": sent_on("http://name:password@a.example/")}, "holds a name or password"),
        ({}, "answers with status 404"),
        ({"/a": answer(b"x" * 50_001)}, "has more than 50,000 bytes"),
        ({"/a": endless}, "has more than 50,000 bytes"),
        (
            {"/a": answer(gzip.compress(bytes(10**7)), Content_Encoding="gzip")},
            "has more than 50,000 bytes",
        ),
        ({"/a": answer(b"no gzip", Content_Encoding="gzip")}, "cannot be fetched"),
        ({"/a": dripping}, "takes more than 1 seconds to answer"),
        ({"/a": dripping_header}, "takes more than 1 seconds to answer"),
        ({"/a": lambda handler: handler.wfile.write(b"hello\n")}, "cannot be fetched"),
        ({"/a": lambda handler: None}, "cannot be fetched"),
    ],
)
def test_what_cannot_be_fetched_is_a_finding(
    site: Site, fetcher: Fetcher, tmp_path: Path, pages: dict[str, Page], expected: str
) -> None:
    site.pages |= pages
    assert expected in why(fetcher(f"{site.url}/a"))
    assert not (tmp_path / "captured").exists()


def test_a_page_that_is_cut_off_is_not_taken_in(site: Site, fetcher: Fetcher) -> None:
    def cut(handler: Handler) -> None:
        handler.send_response(200)
        handler.send_header("Content-Length", "1000")
        handler.end_headers()
        handler.wfile.write(b"x")

    site.pages["/a"] = cut
    assert "cannot be fetched" in why(fetcher(f"{site.url}/a"))


def test_what_robots_may_not_fetch_is_not_fetched(site: Site, fetcher: Fetcher) -> None:
    rules = b"User-agent: *\nDisallow: /private\nDisallow: /*?print=\nAllow: /private/press\n"
    site.pages |= {"/robots.txt": answer(rules, "text/plain"), "/private/press": answer(b"x")}
    for path in ("/private/a", "/public?print=1"):
        assert "the robots.txt of its site forbids it" in why(fetcher(site.url + path))
    assert isinstance(fetcher(f"{site.url}/private/press"), Capture)
    assert site.asked == ["/robots.txt", "/private/press"]


def test_redirects_are_asked_for_only_where_robots_may_go(site: Site, fetcher: Fetcher) -> None:
    rules = answer(b"User-agent: claimtrail\nDisallow: /b\n", "text/plain")
    site.pages |= {"/robots.txt": rules, "/a": sent_on("/b"), "/b": answer(b"x")}
    assert "forbids it" in why(fetcher(f"{site.url}/a"))
    assert "/b" not in site.asked


def test_rules_that_cannot_be_had_forbid_everything(site: Site, fetcher: Fetcher) -> None:
    site.pages |= {"/robots.txt": lambda handler: handler.send_error(503), "/a": answer(b"x")}
    assert "robots.txt answers with status 503" in why(fetcher(f"{site.url}/a"))


def test_a_site_is_visited_once_a_second_or_as_it_asks(
    site: Site, fetcher: Fetcher, clock: Clock
) -> None:
    site.pages |= {"/a": answer(b"x"), "/b": answer(b"x")}
    fetcher(f"{site.url}/a")
    fetcher(f"{site.url}/b")
    assert clock.slept == [1.0, 1.0]


@pytest.mark.parametrize(("delay", "slept"), [("5", [5.0]), ("3600", [])])
def test_a_site_may_ask_for_longer_pauses(
    site: Site, fetcher: Fetcher, clock: Clock, delay: str, slept: list[float]
) -> None:
    rules = f"User-agent: *\nCrawl-delay: {delay}\n".encode()
    site.pages |= {"/robots.txt": answer(rules, "text/plain"), "/a": answer(b"x")}
    fetched = fetcher(f"{site.url}/a")
    assert clock.slept == slept
    assert isinstance(fetched, Capture) == bool(slept)


def test_private_addresses_are_asked_only_where_the_user_allows_it(
    site: Site, tmp_path: Path, clock: Clock
) -> None:
    site.pages["/a"] = answer(b"x")
    fetcher = made(tmp_path, clock, allow_private=False)
    message = why(fetcher(f"{site.url}/a"))
    assert "leads to a private address (127.0.0.1)" in message
    assert site.asked == []


def test_a_redirect_to_a_private_address_is_not_followed(
    site: Site, tmp_path: Path, clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A public name that sends its visitor on to a private one; the former is this machine too."""
    site.pages |= {"/a": sent_on(f"http://inside.example:{site.server_port}/b"), "/b": answer(b"x")}
    names = {"public.example": "8.8.8.8", "inside.example": "10.0.0.7"}

    def to_this_machine(address: tuple[str, int], *_: object, **__: object) -> socket.socket:
        assert address[0] == "8.8.8.8"
        return socket.create_connection(("127.0.0.1", address[1]))

    monkeypatch.setattr("urllib3.util.connection.create_connection", to_this_machine)
    fetcher = made(tmp_path, clock, allow_private=False, resolve=lambda host, _: [names[host]])
    assert "leads to a private address (inside.example)" in why(
        fetcher(f"http://public.example:{site.server_port}/a")
    )
    assert "/b" not in site.asked


def test_the_connection_goes_to_the_address_that_was_checked(
    site: Site, tmp_path: Path, clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A name that stands for a public address when it is checked, and for a private one later."""
    looked_up: list[str] = []

    def rebinding(host: str, _: int) -> list[str]:
        looked_up.append(host)
        return ["8.8.8.8"] if len(looked_up) % 2 else ["127.0.0.1"]

    tried: list[str] = []

    def refusing(address: tuple[str, int], *_: object, **__: object) -> socket.socket:
        tried.append(address[0])
        raise ConnectionRefusedError(111, "Connection refused")

    monkeypatch.setattr("urllib3.util.connection.create_connection", refusing)
    fetcher = made(tmp_path, clock, allow_private=False, resolve=rebinding)
    message = why(fetcher(f"http://rebinding.example:{site.server_port}/a"))
    assert "Connection refused" in message
    assert (looked_up, tried) == (["rebinding.example"], ["8.8.8.8"])
    assert site.asked == []


def test_another_address_of_the_host_is_tried_where_one_cannot_be_reached(
    site: Site, tmp_path: Path, clock: Clock
) -> None:
    site.pages["/a"] = answer(b"x")
    fetcher = made(tmp_path, clock, resolve=lambda *_: ["::1", "127.0.0.1"])
    assert isinstance(fetcher(f"http://site.example:{site.server_port}/a"), Capture)


def test_a_host_that_is_not_there_is_a_finding(fetcher: Fetcher) -> None:
    assert "has a host that is not found" in why(fetcher("http://nowhere.invalid/"))


def test_a_folder_that_cannot_be_made_is_an_error(site: Site, tmp_path: Path, clock: Clock) -> None:
    site.pages["/a"] = answer(b"x")
    (tmp_path / "captured").write_text("a file", encoding="utf-8")
    with pytest.raises(ClaimtrailError, match="cannot be made"):
        made(tmp_path, clock)(f"{site.url}/a")


def test_without_a_fetcher_addresses_are_findings() -> None:
    (finding,) = read_documents(["https://a.example/"]).findings
    assert "is an address, not a file" in finding.message


def test_the_batch_goes_on_after_an_address_that_fails(
    site: Site, fetcher: Fetcher, tmp_path: Path
) -> None:
    (tmp_path / "a.txt").write_text("Text.", encoding="utf-8")
    intake = read_documents([f"{site.url}/none", str(tmp_path / "a.txt")], fetch=fetcher)
    assert [d.id for d in intake.documents] == ["a"]
    assert [f.code for f in intake.findings] == ["INT001"]
