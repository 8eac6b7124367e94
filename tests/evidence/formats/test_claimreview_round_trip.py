"""Cases to schema.org ClaimReview and back."""

from __future__ import annotations

import json

import pytest
from hypothesis import given, settings
from strategies import cases

from evidence.case import Case
from evidence.formats.claimreview import CLAIM_REVIEW
from evidence.formats.content import Content
from evidence.formats.format import Imported
from evidence.model import Actor, Attribution, Claim, Document


def as_case(imported: Imported) -> Case:
    return Case.of(imported.records, title=imported.title, description=imported.description)


def written(case: Case) -> bytes:
    assert CLAIM_REVIEW.write is not None
    exported = CLAIM_REVIEW.write(case)
    assert exported.findings == ()
    return exported.data


def read(data: bytes) -> Imported:
    assert CLAIM_REVIEW.read is not None
    return CLAIM_REVIEW.read(Content("case.claimreview.jsonld", data))


@given(cases())
@settings(deadline=None)
def test_any_case_comes_back_equal(case: Case) -> None:
    data = written(case)
    imported = read(data)
    assert imported.findings == ()
    assert as_case(imported) == case
    assert written(as_case(imported)) == data


CASE = Case.of(
    [
        Document(id="check", url="https://example.org/check", published="2020-01-22"),
        Actor(id="checker", name="A fact checker", kind="organisation"),
        Claim(id="flat", text="The world is flat"),
        Attribution(id="a", claim="flat", by="checker", stance="denies", document="check"),
    ],
    title="Shapes",
)


def test_a_denial_goes_out_as_a_review_that_search_engines_read() -> None:
    (review,) = (n for n in json.loads(written(CASE))["@graph"] if n["@type"] == "ClaimReview")
    assert review["claimReviewed"] == "The world is flat"
    assert review["url"] == "https://example.org/check"
    assert review["datePublished"] == "2020-01-22"
    assert review["author"]["name"] == "A fact checker"
    assert review["reviewRating"] == {
        "@type": "Rating",
        "ratingValue": 1,
        "worstRating": 1,
        "bestRating": 5,
        "alternateName": "denies",
    }


@pytest.mark.parametrize("blank", [" ", "\n"])
def test_a_blank_title_comes_back(blank: str) -> None:
    case = Case(title=blank, description=blank)
    assert as_case(read(written(case))) == case
