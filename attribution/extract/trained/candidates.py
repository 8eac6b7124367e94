"""The first reading: which words of a window may be a cue."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from attribution.extract.trained.decoding import (
    BEGIN_CUE,
    FLAT_CLASSES,
    Scores,
    Words,
    cue_candidates,
    softmax,
    sure_words,
    word_means,
)
from attribution.extract.trained.model import Model
from attribution.extract.trained.neighbourhood import neighbourhood
from attribution.extract.trained.windows import Window

# Source, cue and content need a word each, so a window cannot hold more attributions.
_WORDS_PER_CUE = 3
_LEAST_WORD = 0.3  # cue probability from which a word goes on with a run
_END_SHARE = 0.5  # see :func:`attribution.extract.trained.decoding.sure_words`


@dataclass(frozen=True, slots=True)
class Candidate:
    """Words that may be a cue, in the part of a window that may hold what belongs to them.

    Args:
        whole: The window in which they were found.
        first: Number, in the whole window, of the first word of the part.
        window: The part; all that follows is about its words.
        hidden: What the lower half says of them: (pieces + 2) x width.
        anchor: The words, neighbours all.
        probability: Of the likeliest of them to be in a cue.
    """

    whole: Window
    first: int
    window: Window
    hidden: Scores
    anchor: Words
    probability: float

    def pieces(self) -> slice:
        """Return the pieces of the anchor."""
        return self.window.pieces_of(self.anchor[0], self.anchor[-1])

    def marks(self) -> Scores:
        """Return 1 for each piece of the anchor, else 0, with both border pieces."""
        marks = unmarked(self.window)
        marks[1:-1][self.pieces()] = 1
        return marks


def unmarked(window: Window) -> Scores:
    """Return 0 for each piece of a window, with both border pieces."""
    return np.zeros(len(window) + 2, dtype=np.float32)


def find_candidates(model: Model, windows: Sequence[Window], least: float) -> list[Candidate]:
    """Read windows without marks and find what may be a cue.

    Args:
        model: A trained model; its gate spares most of the reading of windows without a cue.
        windows: Any number.
        least: Least cue probability of the likeliest word of a candidate.
    """
    open_gate = logit(model.decisions.gate)
    read = zip(windows, model.lower(windows), strict=True)
    passed = [(window, hidden) for window, (hidden, gate) in read if gate.max() >= open_gate]
    logits = model.upper(
        [hidden for _, hidden in passed], [unmarked(window) for window, _ in passed]
    )
    return [
        candidate
        for (window, hidden), flat in zip(passed, logits, strict=True)
        for candidate in _window_candidates(window, hidden, flat, least)
    ]


def _window_candidates(
    window: Window, hidden: Scores, logits: Scores, least: float
) -> Iterator[Candidate]:
    flat = softmax(word_means(logits[:, :FLAT_CLASSES], window.starts))
    cue = flat[:, BEGIN_CUE : BEGIN_CUE + 2].sum(axis=1)
    found = [each for each in cue_candidates(flat, min(_LEAST_WORD, least)) if each[1] >= least]
    found.sort(key=lambda each: -each[1])
    for run, probability in found[: max(1, len(window.starts) // _WORDS_PER_CUE)]:
        anchor = sure_words(run, cue, _END_SHARE)
        yield _candidate(window, hidden, anchor, probability)


def _candidate(window: Window, hidden: Scores, anchor: Words, probability: float) -> Candidate:
    """Cut all that is known of a window down to the neighbourhood of a candidate."""
    near = neighbourhood(window, anchor)
    moved = tuple(word - near.start for word in anchor)
    return Candidate(
        window,
        near.start,
        window.part(near),
        hidden[border_pieces(window, near)],
        moved,
        probability,
    )


def border_pieces(window: Window, words: range) -> list[int]:
    """Number the pieces of words among those of a window with its two border pieces."""
    inside = range(len(window))[window.pieces_of(words[0], words[-1])]
    return [0, *(piece + 1 for piece in inside), len(window) + 1]


def logit(probability: float) -> float:
    """Return the log odds of a probability, bounded at one in ten thousand."""
    clipped = min(max(probability, 1e-4), 1 - 1e-4)
    return math.log(clipped / (1 - clipped))
