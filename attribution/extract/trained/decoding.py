"""From scores per word to cue candidates and to the words of each role."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

import numpy as np
import numpy.typing as npt

Scores = npt.NDArray[np.float32]
Places = npt.NDArray[np.intp]
Words = tuple[int, ...]  # word numbers inside a window, ascending

# Classes of the flat head: outside, then begin and inside for each role.
FLAT_CLASSES: Final = 7
BEGIN_SOURCE, BEGIN_CUE, BEGIN_CONTENT = 1, 3, 5
# Classes of the role head, which reads the window once per candidate cue.
ROLE_CLASSES: Final = 4
OUTSIDE, SOURCE, CUE, CONTENT = range(4)


def softmax(logits: Scores) -> Scores:
    """Turn logits into probabilities along the last axis."""
    shifted = np.exp(logits - logits.max(axis=-1, keepdims=True))
    result: Scores = shifted / shifted.sum(axis=-1, keepdims=True)
    return result


def word_means(values: Scores, starts: Sequence[int]) -> Scores:
    """Average piece values (pieces x classes) over each word, given each word's first piece."""
    sums = np.add.reduceat(values, starts, axis=0)
    lengths = np.diff(np.append(starts, len(values)))
    means: Scores = (sums / lengths[:, None]).astype(np.float32)
    return means


def cue_candidates(flat: Scores, minimum: float) -> list[tuple[Words, float]]:
    """Find the runs of words that may be a cue.

    Args:
        flat: Probabilities of the flat classes, words x 7.
        minimum: Least probability (begin plus inside of a cue) of a word in a run.

    Returns:
        The runs in text order, each with its highest cue probability. A run is cut where a
        beginning is likelier than a continuation.
    """
    begin, inside = flat[:, BEGIN_CUE], flat[:, BEGIN_CUE + 1]
    cue = begin + inside
    found: list[list[int]] = []
    for word in np.flatnonzero(cue >= minimum).tolist():
        goes_on = bool(found) and found[-1][-1] == word - 1
        if goes_on and begin[word] < max(inside[word], 0.5):
            found[-1].append(word)
        else:
            found.append([word])
    return [(tuple(run), float(cue[run].max())) for run in found]


def sure_words(run: Words, cue: Scores, share: float) -> Words:
    """Drop the ends of a run that are much less likely a cue than its best word.

    Args:
        run: Neighbouring words.
        cue: Cue probability of each word of the window.
        share: Least share of the best probability that a word at an end must have.
    """
    kept = [word for word in run if cue[word] >= share * cue[list(run)].max()]
    return tuple(range(kept[0], kept[-1] + 1))


def likeliest_roles(logits: Sequence[Scores], switch_cost: float) -> list[list[int]]:
    """Find the likeliest role of each word when every change of role costs something.

    Viterbi's algorithm for many readings at once; because all changes cost the same, the best way
    into a role is either to stay in it or to come from the best role of all, so a step is linear
    in the number of roles.

    Args:
        logits: For each reading its role logits, words x 4.
        switch_cost: What a change of role between neighbouring words costs, in logits (nats); 0
            is the plain argmax.

    Returns:
        For each reading the role of each word.
    """
    if not logits:
        return []
    steps = _side_by_side(logits)
    origins = np.empty(steps.shape, dtype=np.intp)
    total = steps[0]
    for step in range(1, len(steps)):
        change = total.max(axis=1, keepdims=True) - switch_cost
        stays = total >= change
        origins[step] = np.where(stays, range(ROLE_CLASSES), total.argmax(axis=1)[:, None])
        total = np.where(stays, total, change) + steps[step]
    paths = _walk_back(origins, total.argmax(axis=1))
    return [paths[: len(each), row].tolist() for row, each in enumerate(logits)]


def _side_by_side(logits: Sequence[Scores]) -> Scores:
    """Stack readings to words x readings x roles; zeros at the end change no likeliest path."""
    steps = np.zeros((max(map(len, logits)), len(logits), ROLE_CLASSES), dtype=np.float32)
    for row, each in enumerate(logits):
        steps[: len(each), row] = each
    return steps


def _walk_back(origins: Places, last: Places) -> Places:
    """Follow where each role came from, from the last word to the first: words x readings."""
    paths = np.empty(origins.shape[:2], dtype=np.intp)
    rows = np.arange(len(last))
    for step in range(len(paths) - 1, 0, -1):
        paths[step] = last
        last = origins[step, rows, last]
    paths[0] = last
    return paths
