"""Parts of a dependency parse, and the places of their words.

Labels are those of spaCy's English pipelines (ClearNLP's: https://spacy.io/models/en).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from attribution.extract.detection import Span

Word = Any
"""A `spacy.tokens.Token`; spaCy need not be installed to check types."""

_EDGE = frozenset(", ; : . ! ? - – —".split())


@dataclass(frozen=True, slots=True)
class Mention:
    """An attribution found in a parse.

    Attributes:
        source: Words that name who speaks.
        cue: Words that say so.
        content: Words that are attributed.
        weight: How often its cue attributes, from 0 to 1.
    """

    source: tuple[Word, ...]
    cue: tuple[Word, ...]
    content: tuple[Word, ...]
    weight: float


def children(word: Word, *labels: str) -> Iterator[Word]:
    """Yield the children of a word that hang on it by one of the labels, in text order."""
    return (child for child in word.children if child.dep_ in labels)


def subtree(word: Word, *without: Word) -> tuple[Word, ...]:
    """Return the words under a word, itself included, without those under some others."""
    left_out = {inner.i for other in without for inner in other.subtree}
    return tuple(inner for inner in word.subtree if inner.i not in left_out)


def spans_of(words: Iterable[Word], offset: int) -> tuple[Span, ...]:
    """Return the places of words, neighbours as one, without punctuation at the ends of each.

    Args:
        words: Words of one parse.
        offset: Where the parsed text begins, in code points.
    """
    runs: list[list[Word]] = []
    for word in sorted(words, key=lambda each: each.i):
        if runs and runs[-1][-1].i == word.i - 1:
            runs[-1].append(word)
        else:
            runs.append([word])
    trimmed = [run for run in map(_trimmed, runs) if run]
    return tuple((offset + run[0].idx, offset + run[-1].idx + len(run[-1].text)) for run in trimmed)


def _trimmed(run: list[Word]) -> list[Word]:
    kept = [row for row, word in enumerate(run) if not (word.is_space or word.text in _EDGE)]
    return run[kept[0] : kept[-1] + 1] if kept else []
