"""Attributions inside others on PolNeAR dev against labels made by hand. Run it to print figures.

    PYTHONPATH=tests python tests/evaluation/nesting_labels.py [EXTRACTOR [MODEL]]

PolNeAR itself never puts one attribution in the content of another. Each line of `nesting.jsonl`
names two cues by article and place, and whether the inner one truly attributes and is reported by
the outer one; no words of the press are kept. The pairs are those that the rules, and trained
models down to a confidence of 0.5, put inside each other. Remarks of the text were then told from
what is reported with these errors in sight, so that precision says less about other texts; and
recall is against what any of them found, since nobody has read whole articles for more.
"""

from __future__ import annotations

import json
import sys
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from shared_data import SHARED

from attribution.extract import Detector, detector_named
from attribution.extract.detected import detect_all, is_speech
from attribution.extract.detection import Detection, Span
from attribution.extract.speakers.nesting import nesting
from attribution.extract.text.tokens import tokenize
from attribution.training.articles import Article
from attribution.training.brat import read_collection

LABELS = Path(__file__).with_name("nesting.jsonl")
ARTICLES = SHARED / "data" / "polnear" / "dev"


@dataclass(frozen=True)
class Label:
    """What a person says of one attribution in another, by the first span of either cue."""

    inner: Span
    outer: Span
    right: bool


@dataclass(frozen=True)
class Figures:
    """What was put inside what, against the labels.

    Attributes:
        right: How many pairs are labelled as right.
        wrong: How many are labelled as wrong.
        unlabelled: How many nobody has judged.
        missed: How many inner attributions labelled as right were not found, or not inside.
    """

    right: int
    wrong: int
    unlabelled: int
    missed: int

    @property
    def precision(self) -> float:
        return self.right / (self.right + self.wrong)

    @property
    def recall(self) -> float:
        return self.right / (self.right + self.missed)

    def __str__(self) -> str:
        return (
            f"nested: {self.right} right, {self.wrong} wrong, {self.unlabelled} not labelled;"
            f" precision {self.precision:.1%}, recall {self.recall:.1%}"
        )


def read_labels() -> dict[str, list[Label]]:
    """The labels by article."""
    labels: dict[str, list[Label]] = defaultdict(list)
    for row in map(json.loads, LABELS.read_text(encoding="utf-8").splitlines()):
        inner, outer = ((start, end) for start, end in (row["inner"], row["outer"]))
        labels[row["article"]].append(Label(inner, outer, row["right"]))
    return labels


def measure(detector: Detector) -> Figures:
    """Measure what a detector and the steps after it put inside each other on PolNeAR dev."""
    labels = read_labels()
    judged: list[Label | None] = []
    for article in read_collection(ARTICLES):
        judged += [_label_of(pair, labels[article.id]) for pair in nested(article, detector)]
    right = [label for label in judged if label is not None and label.right]
    gold = sum(len(_distinct([la for la in some if la.right])) for some in labels.values())
    return Figures(
        right=len(right),
        wrong=sum(label is not None and not label.right for label in judged),
        unlabelled=judged.count(None),
        missed=gold - len(right),
    )


def nested(article: Article, detector: Detector) -> Iterator[tuple[Detection, Detection]]:
    """Yield the attributions inside others, each with the one around it, as extraction does."""
    tokenized = tokenize(article.text)
    speech = [each for each in detect_all(tokenized, detector) if is_speech(tokenized, each)]
    for inner, outer in zip(speech, nesting(speech, tokenized), strict=True):
        if outer is not None:
            yield inner, speech[outer]


def _label_of(pair: tuple[Detection, Detection], labels: Sequence[Label]) -> Label | None:
    """The label of the same two cues, rather one with the very same ends."""
    inner, outer = pair[0].cue[0], pair[1].cue[0]
    fitting = [la for la in labels if _meet(la.inner, inner) and _meet(la.outer, outer)]
    return max(fitting, key=lambda la: (la.inner == inner, la.outer == outer), default=None)


def _distinct(labels: Sequence[Label]) -> list[Label]:
    """Labels without those whose inner cue an earlier one shares: another outer, or other ends."""
    kept: list[Label] = []
    for label in labels:
        if not any(_meet(label.inner, other.inner) for other in kept):
            kept.append(label)
    return kept


def _meet(one: Span, other: Span) -> bool:
    return one[0] < other[1] and other[0] < one[1]


def main(name: str = "trained", model: str | None = None) -> None:
    """Print the figures of one extractor."""
    sys.stdout.write(f"{measure(detector_named(name, model=model))}\n")


if __name__ == "__main__":
    main(*sys.argv[1:])
