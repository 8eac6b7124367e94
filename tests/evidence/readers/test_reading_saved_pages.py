"""Web pages: what they say of themselves, what they are encoded in, who saved them."""

from __future__ import annotations

import json

import pytest
from made_documents import PROSE, page_of
from taken_in import taken_in

from evidence.readers.page_encoding import charset_named

ARTICLE = {
    "@context": "https://schema.org",
    "@graph": [
        {
            "@type": "NewsArticle",
            "headline": "Strikes condemned",
            "datePublished": "2021-06-28",
            "author": [{"@type": "Organization", "name": "Reuters"}],
            "publisher": {"@type": "Organization", "name": "Gulf Monitor"},
        }
    ],
}
REVIEW = {
    "@context": "https://schema.org",
    "@type": "ClaimReview",
    "claimReviewed": "The drones came from the sea.",
    "reviewRating": {"@type": "Rating", "ratingValue": 1, "alternateName": "False"},
}


def linked(*blocks: object) -> str:
    """The head of a page with blocks of JSON-LD."""
    scripts = (
        f'<script type="application/ld+json">{json.dumps(block)}</script>' for block in blocks
    )
    return "<title>Strikes condemned</title>" + "".join(scripts)


def test_an_article_that_names_an_agency_as_its_author_rests_on_it() -> None:
    intake = taken_in(page_of(head=linked(ARTICLE)), "page.html")
    (document,) = intake.documents
    assert (document.publisher, document.published) == ("gulf-monitor", "2021-06-28")
    (derivation,) = intake.derivations
    assert (derivation.what, derivation.rests_on, derivation.kind) == ("page", "reuters", "relays")
    assert derivation.note == "credited: Reuters"
    assert {a.id for a in intake.actors} == {"gulf-monitor", "reuters"}


def test_reviews_of_claims_are_kept_as_they_are() -> None:
    intake = taken_in(page_of(head=linked(ARTICLE, REVIEW)), "page.html")
    (kept,) = intake.kept
    assert (kept.format, kept.kind, kept.data) == ("claimreview", "ClaimReview", REVIEW)


@pytest.mark.parametrize("block", ["{", "[" * 5000, "", "null", '"x"', '{"@type": 3}'])
def test_linked_data_that_is_damaged_does_not_keep_the_page_from_being_read(block: str) -> None:
    head = f'<title>T</title><script type="application/ld+json">{block}</script>'
    intake = taken_in(page_of(head=head), "page.html")
    assert PROSE in (intake.documents[0].text or "")
    assert not intake.findings


@pytest.mark.parametrize(
    ("mark", "url", "retrieved", "captured"),
    [
        (
            "<!-- saved from url=(0030)https://monitor.example/strikes -->",
            "https://monitor.example/strikes",
            None,
            "page saved by a browser",
        ),
        (
            "<!--\n Page saved with SingleFile \n url: https://monitor.example/strikes \n"
            " saved date: Mon Jun 28 2021 10:00:00 GMT+0200 (Central European Summer Time)\n-->",
            "https://monitor.example/strikes",
            "2021-06-28T10:00:00+02:00",
            "page saved with SingleFile",
        ),
        ("", None, None, "file"),
    ],
)
def test_marks_of_those_who_saved_a_page_are_read(
    mark: str, url: str | None, retrieved: str | None, captured: str
) -> None:
    page = page_of().replace(b"<head>", f"{mark}<head>".encode())
    (document,) = taken_in(page, "page.html").documents
    assert (document.url, document.retrieved, document.captured) == (url, retrieved, captured)


@pytest.mark.parametrize(
    ("encoding", "head"),
    [
        ("cp1252", '<meta charset="iso-8859-1">'),
        ("cp1251", '<meta http-equiv="Content-Type" content="text/html; charset=windows-1251">'),
        ("utf-8", '<meta charset="utf-16">'),
        ("utf-16", ""),
        ("shift_jis", "<meta charset=shift_jis>"),
    ],
)
def test_pages_are_decoded_as_browsers_do(encoding: str, head: str) -> None:
    word = {"cp1251": "Москва", "shift_jis": "東京"}.get(encoding, "naïve")
    page = page_of(f"{word} {PROSE}", head + "<title>T</title>").decode().encode(encoding)
    (document,) = taken_in(page, "page.html").documents
    assert word in (document.text or "")


def test_bytes_outside_the_declared_encoding_are_shown_and_counted() -> None:
    page = page_of(head='<meta charset="utf-8"><title>T</title>').replace(b"ministry", b"m\xefn")
    intake = taken_in(page, "page.html")
    assert "m\ufffdn" in (intake.documents[0].text or "")
    (finding,) = intake.findings
    assert (finding.code, finding.severity) == ("INT002", "warning")


def test_bytes_in_no_encoding_that_is_named_are_refused() -> None:
    page = page_of().replace(b"ministry", b"m\xefn")
    assert [f.code for f in taken_in(page, "page.html").findings] == ["INT002"]
    named = taken_in(page, "page.html", encoding="cp1252")
    assert "mïn" in (named.documents[0].text or "")


@pytest.mark.parametrize("name", [None, "", "klingon", "base64", "utf-8\0", "x" * 999])
def test_names_of_no_character_set_are_none(name: str | None) -> None:
    assert charset_named(name) is None
