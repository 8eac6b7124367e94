"""What "which" stands for in a claim."""

from __future__ import annotations

import pytest

from attribution.extract.actors.cast import find_cast
from attribution.extract.claims.writing import claim_of
from attribution.extract.detection import Detection, Span
from attribution.extract.text.tokens import tokenize
from evidence.model import Document
from evidence.vocabulary import Stance


def written(text: str, source: str, cue: str, *content: str) -> str:
    """The text of a claim; the last words of a role that occur are its place."""

    def span(words: str) -> Span:
        start = text.rindex(words)
        return start, start + len(words)

    tokenized = tokenize(text)
    cast = find_cast(tokenized, Document(id="text", text=text))
    found = Detection((span(source),), (span(cue),), tuple(map(span, content)))
    return claim_of(tokenized, found, cast, stance=Stance.ASSERTS).text


@pytest.mark.parametrize(
    ("before", "meant"),
    [
        ("Kim thanked Berlin for a further battery", "a further battery"),
        ("Kim saw raids by the Sudanese armed forces", "the Sudanese armed forces"),
        ("Kim mourned the fall of Aleppo", "the fall of Aleppo"),
        ("The blast killed nine people", "nine people"),
        ("Kim saw a heavily armed drone", "a heavily armed drone"),
        ("Kim knew a unit it calls Lynx", "a unit it calls Lynx"),
        ("Kim condemned Salt Typhoon", "Salt Typhoon"),
    ],
)
def test_what_a_relative_pronoun_means_stands_in_brackets(before: str, meant: str) -> None:
    text = f"{before}, which Oslo said hit the port."
    said = f"[{meant}] hit the port"
    assert written(text, "Oslo", "said", "which", "hit the port") == said
    assert written(text, "Oslo", "said", "hit the port") == said


def test_a_pronoun_before_the_words_of_its_source_is_replaced_as_well() -> None:
    text = "Kim saw a drone, which hit the port, Oslo said."
    assert written(text, "Oslo", "said", "which hit the port") == "[a drone] hit the port"


def test_what_is_called_something_stands_before_it() -> None:
    text = "Kim condemned the raid, which Oslo called a crime."
    assert written(text, "Oslo", "called", "a crime") == "[the raid] a crime"


@pytest.mark.parametrize(
    ("before", "said"),
    [
        ("Kim saw attacks in Yemen, which ", "which hit the port"),  # the attacks, or Yemen
        ("Kim left “now”, which ", "which hit the port"),
    ],
)
def test_what_cannot_be_told_stays_open(before: str, said: str) -> None:
    text = f"{before}Oslo said hit the port."
    assert written(text, "Oslo", "said", "which", "hit the port") == said


def test_that_which_opens_what_is_said_is_no_relative() -> None:
    text = "Kim repeated the claim that Oslo called the raid a crime."
    assert written(text, "Oslo", "called", "the raid a crime") == "the raid a crime"
