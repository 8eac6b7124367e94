from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bench.cast import name_of
from bench.generated import generated_case
from bench.texts import composed_article, long_document
from evidence.case import Case
from evidence.ids import text_hash
from evidence.passages import Outcome, anchor
from graphs.build import build


@settings(max_examples=15, deadline=None)
@given(st.integers(min_value=1, max_value=700), st.integers(min_value=0, max_value=3))
def test_a_case_has_the_size_asked_for_and_nothing_dangles(size: int, seed: int) -> None:
    case = generated_case(size, seed=seed)
    assert len(case.attributions) == size
    graph = build(case)
    assert [key for key, data in graph.nodes(data=True) if data.get("missing")] == []
    assert {claim for r in case.relations.values() for claim in r.claims} <= set(case.claims)


@settings(max_examples=8, deadline=None)
@given(st.integers(min_value=1, max_value=300))
def test_every_passage_stands_at_its_place(size: int) -> None:
    case = generated_case(size)
    for attribution in case.attributions.values():
        text = case.documents[attribution.document or ""].text or ""
        for passage in attribution.passages:
            assert text[passage.start : passage.end] == passage.exact
            assert anchor(text, passage).outcome is Outcome.FOUND
        assert attribution.content[0].exact == case.claims[attribution.claim].text
        assert attribution.source[0].exact == case.actors[attribution.by or ""].name


def test_the_same_size_and_seed_give_the_same_case() -> None:
    assert generated_case(300, seed=4) == generated_case(300, seed=4)
    assert generated_case(300, seed=4) != generated_case(300, seed=5)


def test_cases_grow_in_proportion() -> None:
    small, large = generated_case(500), generated_case(5000)
    for section in ("documents", "actors", "claims", "relations", "evidence", "bearings"):
        assert size_of(large, section) == pytest.approx(10 * size_of(small, section), rel=0.1)


def size_of(case: Case, section: str) -> int:
    return len(getattr(case, section))


def test_a_case_of_nothing_is_refused() -> None:
    with pytest.raises(ValueError, match="at least 1"):
        generated_case(0)


@given(st.integers(min_value=0, max_value=10_000), st.integers(min_value=0, max_value=10_000))
def test_names_differ(one: int, other: int) -> None:
    assert (name_of(one) == name_of(other)) == (one == other)


def test_articles_are_of_one_size_and_never_the_same_twice() -> None:
    articles = [composed_article(number) for number in range(30)]
    assert len(set(articles)) == 30
    assert all(1_200 < len(article.encode()) < 3_000 for article in articles)
    assert composed_article(7) == articles[7]
    document = long_document(3)
    assert document.text == "\n\n".join(articles[:3])
    assert document.sha256 == text_hash(document.text or "")
