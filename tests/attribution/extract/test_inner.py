"""The second look into contents, with a detector that finds "X said Y" once in each line."""

from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st

from attribution.extract.detection import Detection, Span
from attribution.extract.inner import with_inner
from attribution.extract.speakers.nesting import nesting
from attribution.extract.text.tokens import tokenize

SAID = re.compile(r"(?P<source>\w+) (?P<cue>said|sang) (?P<content>[^\n.]+)")


class FirstInLine:
    """Gives each word one role: the content of the first hides what is said in it."""

    name = "first"
    version = "1"
    univocal = True

    def __init__(self, confidence: float | None = 0.9) -> None:
        self._confidence = confidence

    def detect(self, text: str) -> list[Detection]:
        return [
            Detection(
                (match.span("source"),),
                (match.span("cue"),),
                (match.span("content"),),
                self._confidence,
            )
            for match in SAID.finditer(text)
        ]


def told(text: str, detector: FirstInLine | None = None) -> list[tuple[str, str]]:
    used = detector or FirstInLine()
    found = with_inner(text, used.detect(text), used)
    return [(words(text, each.source), words(text, each.content)) for each in found]


def words(text: str, spans: tuple[Span, ...]) -> str:
    return "".join(text[start:end] for start, end in spans)


def test_what_is_said_inside_is_found_at_its_place() -> None:
    text = "Earlier. Ana said Bo said it rained.\nCy said nobody came."
    assert told(text) == [
        ("Ana", "Bo said it rained"),
        ("Bo", "it rained"),
        ("Cy", "nobody came"),
    ]


def test_every_depth_is_found_and_nested_in_the_one_around_it() -> None:
    text = "Ana said Bo said Cy said it rained."
    detector = FirstInLine()
    found = with_inner(text, detector.detect(text), detector)
    assert nesting(found, tokenize(text)) == [None, 0, 1]


def test_what_the_detector_is_not_sure_of_stays_out() -> None:
    text = "Ana said Bo said it rained."
    assert told(text, FirstInLine(0.8)) == [("Ana", "Bo said it rained")]
    assert told(text, FirstInLine(None)) == [("Ana", "Bo said it rained")]


def test_a_content_without_a_verb_of_saying_is_not_read_again() -> None:
    assert told("Ana said Bo sang in the rain.") == [("Ana", "Bo sang in the rain")]


def test_a_content_over_two_lines_is_read_as_one() -> None:
    text = "Ana said Bo said\nno way"
    outer = Detection(((0, 3),), ((4, 8),), ((9, 23),), 0.9)
    inner = Detection(((9, 11),), ((12, 16),), ((17, 23),), 0.9)
    assert with_inner(text, [outer], FirstInLine()) == [outer, inner]


@given(st.lists(st.sampled_from("Ana Bo Cy said said it rained . \n".split(" ")), max_size=40))
def test_every_place_lies_in_the_text(tokens: list[str]) -> None:
    text = " ".join(tokens)
    detector = FirstInLine()
    found = with_inner(text, detector.detect(text), detector)
    assert set(detector.detect(text)) <= set(found)
    assert len({each.cue for each in found}) == len(found)
    for each in found:
        assert words(text, each.cue) == "said"
        assert each.source[0][1] < each.cue[0][0] < each.content[0][0] < each.content[-1][1]
