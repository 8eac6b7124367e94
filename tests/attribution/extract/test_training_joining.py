from __future__ import annotations

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from attribution.extract.detection import Detection
from attribution.extract.trained.windows import MAXIMUM_PIECES
from attribution.extract.trained.wordpiece import END, PADDING, START, UNKNOWN, WordPiece
from attribution.training.articles import Article
from attribution.training.joining import joined, partly_joined
from attribution.training.rows import Example, Roles, article_examples

WORDPIECE = WordPiece([PADDING, UNKNOWN, START, END, *"ana said it was over . she".split()])
LINE = "Ana said it was over."


def example_article(lines: int) -> list[Example]:
    """An article of so many lines, each with one attribution."""
    starts = [number * (len(LINE) + 1) for number in range(lines)]
    said = tuple(Detection(((s, s + 3),), ((s + 4, s + 8),), ((s + 9, s + 20),)) for s in starts)
    return article_examples(Article("x", f"{LINE}\n" * lines, said), WORDPIECE)


def test_all_that_is_known_moves_with_its_words() -> None:
    first, second = example_article(2)
    second.lexicon, second.negatives = [4], [(3, 4)]
    made = joined([first, second])
    assert made.window.pieces.ids == first.window.pieces.ids + second.window.pieces.ids
    assert made.attributions == [
        Roles(source=(0,), cue=(1,), content=(2, 3, 4)),
        Roles(source=(6,), cue=(7,), content=(8, 9, 10)),
    ]
    assert (made.lexicon, made.negatives) == ([10], [(9, 10)])


@given(st.integers(1, 90), st.integers(0, 9))
def test_joining_loses_and_repeats_nothing(lines: int, seed: int) -> None:
    article = example_article(lines)
    made = partly_joined([article], 1.0, random.Random(seed))  # noqa: S311 - no secret hangs on it
    assert [i for each in made for i in each.window.pieces.starts] == [
        i for each in article for i in each.window.pieces.starts
    ]
    assert sum(len(each.attributions) for each in made) == lines
    assert all(len(each.window) <= MAXIMUM_PIECES for each in made)


def test_each_long_window_shows_the_same_labels_as_its_parts() -> None:
    article = example_article(20)
    made = partly_joined([article], 1.0, random.Random(1))  # noqa: S311 - no secret hangs on it
    assert len(made) < len(article)
    assert [label for each in made for label in each.flat_labels()] == [
        label for each in article for label in each.flat_labels()
    ]


@pytest.mark.parametrize(("share", "kept"), [(0.0, 8), (1.0, 0)])
def test_the_share_decides_how_many_articles_are_joined(share: float, kept: int) -> None:
    articles = [example_article(3) for _ in range(8)]
    made = partly_joined(articles, share, random.Random(1))  # noqa: S311 - no secret hangs on it
    assert sum(any(each is e for each in made) for e, *_ in articles) == kept
