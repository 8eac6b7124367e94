"""Which attribution reports which."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from attribution.extract.detection import Detection
from attribution.extract.speakers.nesting import nesting
from attribution.extract.text.tokens import tokenize

Detect = Callable[..., list[Detection]]


@pytest.mark.parametrize(
    ("text", "triples", "expected"),
    [
        (
            "The agency reported that the minister said that it rained.",
            [
                ("The agency", "reported", "that the minister said that it rained"),
                ("the minister", "said", "that it rained"),
            ],
            [None, 0],
        ),
        (
            "A wrote that B said that C knew it.",
            [
                ("A", "wrote", "that B said that C knew it"),
                ("B", "said", "that C knew it"),
                ("C", "knew", "it"),
            ],
            [None, 0, 1],
        ),
        (
            "A said it rained. B denied it.",
            [("A", "said", "it rained"), ("B", "denied", "it.")],
            [None, None],
        ),
        (
            "“My boss told me that it rained. I believe it,” Ned Price said.",
            [
                ("My boss", "told", "that it rained"),
                ("Ned Price", "said", "I believe it"),
            ],
            [1, None],
        ),
        (
            "“It rained,” Ned Price said, because he thought so.",
            [("Ned Price", "said", "“It rained,”"), ("he", "thought", "so")],
            [None, None],
        ),
    ],
)
def test_inner_attributions_know_their_outer_one(
    detect: Detect,
    text: str,
    triples: Sequence[tuple[str, str, str]],
    expected: list[int | None],
) -> None:
    assert nesting(detect(text, *triples), tokenize(text)) == expected


def test_the_order_of_detections_does_not_matter(detect: Detect) -> None:
    text = "The agency reported that the minister said that it rained."
    outer, inner = detect(
        text,
        ("The agency", "reported", "that the minister said that it rained"),
        ("the minister", "said", "that it rained"),
    )
    assert nesting([inner, outer], tokenize(text)) == [1, None]


_SPAN = st.tuples(st.integers(0, 60), st.integers(1, 30)).map(lambda p: (p[0], p[0] + p[1]))
_DETECTION = st.builds(
    Detection,
    source=st.lists(_SPAN, max_size=1).map(tuple),
    cue=_SPAN.map(lambda span: (span,)),
    content=st.lists(_SPAN, max_size=2).map(tuple),
)


@given(st.lists(_DETECTION, max_size=12))
@settings(deadline=None)
def test_containment_agrees_with_comparing_all_pairs(detections: list[Detection]) -> None:
    found = nesting(detections, tokenize(""))
    for index, detection in enumerate(detections):
        spans = (*detection.source, *detection.cue, *detection.content)
        start, end = min(s for s, _ in spans), max(e for _, e in spans)
        around = {
            other: min(e - s for s, e in detections[other].content if s <= start and end <= e)
            for other in range(len(detections))
            if other != index and any(s <= start and end <= e for s, e in detections[other].content)
        }
        if found[index] is None:
            continue
        assert around[found[index]] == min(around.values())


@given(st.lists(_DETECTION, max_size=12))
@settings(deadline=None)
def test_the_way_outwards_ends(detections: list[Detection]) -> None:
    found = nesting(detections, tokenize(""))
    for index in range(len(detections)):
        at: int | None = index
        for _ in range(len(detections) + 1):
            at = found[at] if at is not None else None
        assert at is None
