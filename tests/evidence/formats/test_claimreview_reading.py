"""Fact checks of others to records."""

from __future__ import annotations

import json
from typing import Any

import pytest

from evidence.case import Case
from evidence.formats.claimreview import CLAIM_REVIEW
from evidence.formats.content import Content
from evidence.formats.format import Imported
from evidence.model import Actor, Attribution, Claim, Document, Kept

REVIEW: dict[str, Any] = {
    "@context": "https://schema.org",
    "@type": "ClaimReview",
    "url": "https://example.org/checks/flat",
    "datePublished": "2016-06-22",
    "claimReviewed": "The world is flat",
    "author": {"@type": "Organization", "name": "Example Checks"},
    "reviewRating": {
        "@type": "Rating",
        "ratingValue": "1",
        "bestRating": "5",
        "worstRating": "1",
        "alternateName": "False",
    },
    "itemReviewed": {
        "@type": "Claim",
        "author": {"@type": "Person", "name": "A Speaker"},
        "datePublished": "2016-06-20",
        "appearance": {"@type": "OpinionNewsArticle", "url": "https://example.org/news/1"},
    },
}


def read(value: Any, name: str = "a.json") -> Imported:
    assert CLAIM_REVIEW.read is not None
    data = value if isinstance(value, bytes) else json.dumps(value).encode()
    return CLAIM_REVIEW.read(Content(name, data))


def case_of(imported: Imported) -> Case:
    return Case.of(imported.records, title=imported.title, description=imported.description)


def test_a_review_says_who_denies_what_whom() -> None:
    imported = read(REVIEW)
    assert imported.findings == ()
    case = case_of(imported)
    (claim,) = case.claims.values()
    assert claim.text == "The world is flat"
    said = [(a.by, a.stance, a.document, a.when) for a in case.attributions.values()]
    assert said == [
        ("example-checks", "denies", "https://example.org/checks/flat", None),
        ("a-speaker", "asserts", "https://example.org/news/1", "2016-06-20"),
    ]
    assert [a.kind for a in case.actors.values()] == ["organisation", "person"]
    page = case.documents["https://example.org/checks/flat"]
    assert (page.publisher, page.published) == ("example-checks", "2016-06-22")


@pytest.mark.parametrize(
    ("rating", "stance"),
    [
        ({"ratingValue": 1}, "denies"),
        ({"ratingValue": 5}, "confirms"),
        ({"ratingValue": "2"}, "questions"),
        ({"ratingValue": 0, "worstRating": 0, "bestRating": 10}, "denies"),
        ({"ratingValue": 1, "worstRating": 0, "bestRating": 1}, "confirms"),
        (
            {"ratingValue": -1, "worstRating": -1, "bestRating": -1, "alternateName": "True"},
            "confirms",
        ),
        ({"ratingValue": "nan", "alternateName": "Fake!"}, "denies"),
        ({"alternateName": "Missing context"}, "questions"),
        ({"ratingValue": 7, "alternateName": "Not false"}, "questions"),
        ("five stars", "questions"),
        ({"ratingValue": [1]}, "questions"),
        ({"ratingValue": "one", "alternateName": {"@value": "Correct"}}, "confirms"),
        (None, "questions"),
    ],
)
def test_a_rating_becomes_a_stance(rating: Any, stance: str) -> None:
    case = case_of(read({**REVIEW, "reviewRating": rating}))
    assert next(iter(case.attributions.values())).stance == stance


PAGE = """<!doctype html><html><head><title>x</title>
<script type="application/ld+json">%s</script>
<script type="application/ld+json">{"@type": "WebSite", "@id": "urn:x:site"}</script>
<script type="application/ld+json">{"@type": "NewsArticle",}</script>
</head><body>x</body></html>"""


def test_a_saved_page_gives_its_reviews_and_accounts_for_each_block() -> None:
    data = (PAGE % json.dumps({"@graph": [REVIEW, REVIEW]})).encode()
    assert CLAIM_REVIEW.recognises(Content("page.html", data))
    imported = read(data, "page.html")
    counts = imported.counts
    assert (counts.read, counts.mapped, counts.kept, counts.refused) == (4, 2, 1, 1)
    (finding,) = imported.findings
    assert "is not JSON" in finding.message
    (kept,) = (r for r in imported.records if isinstance(r, Kept))
    assert (kept.id, kept.kind) == ("urn:x:site", "WebSite")


def test_raw_line_ends_in_a_page_are_mended_and_reported() -> None:
    block = json.dumps(REVIEW).replace("world is", "world\nis")
    imported = read((PAGE % block).encode(), "page.html")
    assert "IMP005" in [f.code for f in imported.findings]
    assert Claim in [type(r) for r in imported.records]


@pytest.mark.parametrize(
    "damaged",
    [
        {"@type": "ClaimReview", "url": "urn:x:1"},
        {"@type": "Claim"},
        {"claimtrail:record": "gossip", "@id": "urn:x:1"},
        {"claimtrail:record": "claim", "@id": "urn:x:1", "claimtrail:rest": {"fields": []}},
        {"claimtrail:record": "claim", "@id": "urn:x:1", "claimtrail:rest": {"absent": 3}},
        {
            "claimtrail:record": "actor",
            "@id": "urn:x:1",
            "claimtrail:rest": {"fields": {"kind": 1}},
        },
        {**REVIEW, "author": {"name": "x", "@id": ""}, "claimReviewed": " ", "itemReviewed": 4},
        "a string",
        17,
    ],
)
def test_what_states_no_claim_or_is_damaged_is_refused(damaged: Any) -> None:
    imported = read([REVIEW, damaged])
    assert (imported.counts.mapped, imported.counts.refused) == (1, 1)
    assert [f.code for f in imported.findings] == ["IMP002"]


def test_an_unknown_property_is_reported_as_lost() -> None:
    (finding,) = read({**REVIEW, "sdPublisher": "x"}).findings
    assert (finding.code, "'sdPublisher'" in finding.message) == ("IMP003", True)


def test_a_claim_by_itself_and_works_of_named_publishers_are_read() -> None:
    value = {
        "@type": ["Claim"],
        "@id": "https://example.org/claims/1",
        "text": "x",
        "appearance": [
            "https://example.org/2",
            {"url": "https://example.org/3", "publisher": {"@type": "Organization", "name": "P"}},
        ],
    }
    records = read(value).records
    assert [type(r) for r in records] == [
        Claim,
        Document,
        Actor,
        Document,
        Attribution,
        Attribution,
    ]
    assert records[0].id == "https://example.org/claims/1"


def test_what_was_read_comes_back_equal() -> None:
    assert CLAIM_REVIEW.write is not None
    site = {"@type": "WebSite", "name": "a site without an address"}
    case = case_of(read([REVIEW, site, {**REVIEW, "reviewRating": None}]))
    again = read(CLAIM_REVIEW.write(case).data)
    assert again.findings == ()
    assert case_of(again) == case
