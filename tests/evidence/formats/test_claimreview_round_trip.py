"""Cases to schema.org ClaimReview and back."""

from __future__ import annotations

import json

import pytest
from hypothesis import given, settings
from round_trips import as_case, assert_comes_back, read, written
from strategies import cases

from evidence.case import Case
from evidence.formats.claimreview import CLAIM_REVIEW
from evidence.model import Actor, Attribution, Claim, Document


@given(cases())
@settings(deadline=None)
def test_any_case_comes_back_equal(case: Case) -> None:
    assert_comes_back(CLAIM_REVIEW, case)


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
    nodes = json.loads(written(CLAIM_REVIEW, CASE))["@graph"]
    (review,) = (node for node in nodes if node["@type"] == "ClaimReview")
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
    assert as_case(read(CLAIM_REVIEW, written(CLAIM_REVIEW, case))) == case
