"""Attributions inside others on PolNeAR dev, against labels made by hand.

Each line of `nesting.jsonl` names two cues by article and place: an attribution that was found in
the content of another, and whether it truly is one and is reported there. No words of the press
are kept.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest
from shared_data import SHARED

from attribution.extract import SHIPPED_MODEL, detector_named
from attribution.extract.detection import Detector, Span
from attribution.extract.inner import with_inner
from attribution.extract.speakers.nesting import nesting
from attribution.extract.text.tokens import tokenize
from attribution.training.articles import Article
from attribution.training.brat import read_collection

LABELS = Path(__file__).with_name("nesting.jsonl")
ARTICLES = SHARED / "data" / "polnear" / "dev"

Pair = tuple[str, Span, Span]


def labels() -> dict[Pair, bool]:
    rows = map(json.loads, LABELS.read_text(encoding="utf-8").splitlines())
    return {
        (row["article"], (row["inner"][0], row["inner"][1]), (row["outer"][0], row["outer"][1])): (
            row["right"]
        )
        for row in rows
    }


def nested(article: Article, detector: Detector) -> Iterator[Pair]:
    found = with_inner(article.text, detector.detect(article.text), detector)
    for inner, outer in zip(found, nesting(found, tokenize(article.text)), strict=True):
        if outer is not None:
            yield article.id, inner.cue[0], found[outer].cue[0]


def test_there_are_enough_labels() -> None:
    assert len(labels()) >= 100


@pytest.mark.skipif(not ARTICLES.exists(), reason="../shared is absent")
@pytest.mark.skipif(not (SHIPPED_MODEL / "model.json").is_file(), reason="no trained model")
def test_attributions_inside_others(capsys: pytest.CaptureFixture[str]) -> None:
    known, detector = labels(), detector_named("trained")
    judged: Counter[bool | None] = Counter()
    for article in read_collection(ARTICLES):
        judged.update(known.get(pair) for pair in nested(article, detector))
    right, wrong = judged[True], judged[False]
    with capsys.disabled():
        print(f"\nnested: {right} right, {wrong} wrong, {judged[None]} not labelled")
    assert right + wrong >= 60
    assert right >= 0.85 * (right + wrong)
