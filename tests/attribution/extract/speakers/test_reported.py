"""What somebody is said to say, and what the text remarks on it."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from attribution.extract.detection import Detection
from attribution.extract.speakers.nesting import nesting
from attribution.extract.speakers.reported import LEAST_SURE, is_reported
from attribution.extract.text.tokens import tokenize

Detect = Callable[..., list[Detection]]
Triple = tuple[str, str, str]


def nested(detect: Detect, text: str, outer: Triple, inner: Triple) -> bool:
    first, second = detect(text, outer)[0], detect(text, inner)[0]
    return nesting([first, second], tokenize(text))[1] == 0


@pytest.mark.parametrize(
    ("content", "inner"),
    [
        ("the port feared a raid", ("the port", "feared", "a raid")),
        ("that the port feared a raid", ("the port", "feared", "a raid")),
        ("it rained and the port feared a raid", ("the port", "feared", "a raid")),
        ("In March, the port feared a raid", ("the port", "feared", "a raid")),
        ("It rained. The port feared a raid", ("The port", "feared", "a raid")),
        ("the new plans that the port announced", ("the port", "announced", "the new plans")),
        ("the four gaps the port named", ("the port", "named", "the four gaps")),
    ],
)
def test_what_a_content_goes_on_with_is_reported(
    detect: Detect, content: str, inner: Triple
) -> None:
    assert nested(detect, f"Kim said {content}.", ("Kim", "said", content), inner)


@pytest.mark.parametrize(
    ("content", "inner"),
    [
        ("it rained, though she denied the rest", ("she", "denied", "the rest")),
        ("what Lund called a raid", ("Lund", "called", "a raid")),
        ("the raid ended, the port announced", ("the port", "announced", "the raid ended")),
        ("her book, Mr. Lund said that it sold", ("Mr. Lund", "said", "that it sold")),
        ("taxes must fall (the port wants more)", ("the port", "wants", "more")),
        ("to leave after the port denied it", ("the port", "denied", "it")),
        ("the union, which denied it, had left", ("which", "denied", "it")),
        ("the sum Lund had paid Osei claims to have", ("Osei", "claims", "to have")),
    ],
)
def test_a_remark_of_the_text_is_reported_by_nobody(
    detect: Detect, content: str, inner: Triple
) -> None:
    assert not nested(detect, f"Kim said {content}.", ("Kim", "said", content), inner)


def test_in_quotation_marks_there_are_no_remarks_of_the_text(detect: Detect) -> None:
    text = "“I read what Lund called a raid,” Kim said."
    said = ("Kim", "said", "“I read what Lund called a raid,”")
    assert nested(detect, text, said, ("Lund", "called", "a raid"))


@pytest.mark.parametrize(
    ("confidence", "expected"), [(None, True), (LEAST_SURE, True), (0.5, False)]
)
def test_a_doubtful_attribution_reports_nothing(
    detect: Detect, confidence: float | None, expected: bool
) -> None:
    text = "Kim said the port feared a raid."
    outer, inner = detect(
        text, ("Kim", "said", "the port feared a raid"), ("the port", "feared", "a raid")
    )
    doubtful = Detection(outer.source, outer.cue, outer.content, confidence)
    assert is_reported(tokenize(text), inner, doubtful) is expected
