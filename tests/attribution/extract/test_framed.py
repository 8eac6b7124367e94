"""Judgements that a parenthesis parts from what they judge, and who tells what others hear."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from attribution.extract.detection import Detection, Span
from attribution.extract.framed import framed
from attribution.extract.text.tokens import tokenize
from attribution.extract.told import with_tellers


def span(text: str, words: str) -> Span:
    start = text.index(words)
    return start, start + len(words)


def content_of(text: str, source: str, cue: str, *content: str) -> list[str]:
    """The content of a detection once the judgement before it is taken in."""
    found = Detection(
        (span(text, source),), (span(text, cue),), tuple(span(text, piece) for piece in content)
    )
    (each,) = framed(tokenize(text), [found])
    return [text[start:end] for start, end in each.content]


@pytest.mark.parametrize(
    ("judgement", "cue"),
    [
        ("It is unlikely", "view"),
        ("It is highly unlikely", "view"),
        ("It's doubtful", "view"),
        ("It was not clear", "view"),
        ("There is no evidence", "view"),
    ],
)
def test_a_judgement_belongs_to_what_is_judged(judgement: str, cue: str) -> None:
    text = f"He left. {judgement}, in the panel's view, that they acted alone."
    said = "that they acted alone"
    assert content_of(text, "the panel's", cue, said) == [judgement, said]
    # a part of it that was found already is not there twice
    part = judgement.split()[0].split("'")[0]
    assert content_of(text, "the panel's", cue, part, said) == [judgement, said]


@pytest.mark.parametrize(
    "text",
    [
        "The plan is bold and, in the panel's view, that they acted alone.",
        "It failed, in the panel's view, that they acted alone.",
        "It is unlikely. In the panel's view, that they acted alone.",
    ],
)
def test_what_judges_nothing_is_left_out(text: str) -> None:
    said = "that they acted alone"
    assert content_of(text, "the panel's", "view", said) == [said]


def told(text: str, sources: list[str], cue: str, contents: list[str]) -> tuple[list[str], ...]:
    """Source and content of a detection once only who tells is its source."""
    found = Detection(
        tuple(span(text, piece) for piece in sources),
        (span(text, cue),),
        tuple(span(text, piece) for piece in contents),
    )
    (each,) = with_tellers(tokenize(text), [found])
    return tuple([text[start:end] for start, end in role] for role in (each.source, each.content))


@pytest.mark.parametrize(
    ("sources", "cue", "contents"),
    [
        (["Reuters", "two officials"], "was told", ["that it rained"]),
        (["the two officials"], "was told", ["Reuters", "that it rained"]),
        (["two officials"], "was told by", ["that it rained"]),
    ],
)
def test_who_tells_is_the_source(sources: list[str], cue: str, contents: list[str]) -> None:
    text = "Reuters was told by the two officials that it rained."
    tellers = [words for words in sources if words != "Reuters"]
    assert told(text, sources, cue, contents) == (tellers, ["that it rained"])


@pytest.mark.parametrize(
    ("text", "cue"),
    [
        ("Reuters told two officials that it rained.", "told"),
        ("Reuters was told near two officials that it rained.", "was told"),
        ("Reuters was backed by two officials that it rained.", "was backed"),
    ],
)
def test_other_sources_stay_as_they_are(text: str, cue: str) -> None:
    sources, contents = ["Reuters", "two officials"], ["that it rained"]
    assert told(text, sources, cue, contents) == (sources, contents)


_WORD = st.sampled_from("it there is was told by the view , that in rain Kim . \n\n".split(" "))


@given(st.lists(_WORD, min_size=1, max_size=25), st.data())
def test_spans_stay_in_the_text_and_in_order(words: list[str], data: st.DataObject) -> None:
    text = " ".join(words)
    places = st.integers(0, len(text))
    ranges = st.tuples(places, places).map(lambda pair: (min(pair), max(pair)))
    role = ranges.filter(lambda pair: pair[0] < pair[1]).map(lambda pair: (pair,))
    found = data.draw(st.lists(st.builds(Detection, role, role, role), max_size=3))
    tokenized = tokenize(text)
    for before, after in zip(found, framed(tokenized, with_tellers(tokenized, found)), strict=True):
        assert after.cue == before.cue
        assert list(after.content) == sorted(after.content)
        for start, end in (*after.source, *after.content):
            assert 0 <= start < end <= len(text)
