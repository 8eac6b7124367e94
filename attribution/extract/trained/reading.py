"""From windows to readings: every candidate cue with its roles and what speaks for it."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from attribution.extract.trained.decoding import (
    BEGIN_CUE,
    CONTENT,
    CUE,
    FLAT_CLASSES,
    ROLE_CLASSES,
    SOURCE,
    Scores,
    Words,
    best_roles,
    cue_candidates,
    softmax,
    sure_words,
    word_means,
)
from attribution.extract.trained.model import Model
from attribution.extract.trained.windows import Window

# Source, cue and content need a word each, so a window cannot hold more attributions.
_WORDS_PER_CUE = 3
_END_SHARE = 0.7  # see :func:`attribution.extract.trained.decoding.sure_words`
_LEAST_ROLE = 0.15  # probability at which a word may fill a role that has no word


@dataclass(frozen=True, slots=True)
class Reading:
    """One candidate attribution, as word numbers of its window.

    Args:
        window: Where it was found.
        source: Words of the source.
        cue: Words of the cue.
        content: Words of the content.
        features: What speaks for it, for the logistic regression: logit of the cue in the flat
            head, cue score of the second reading, and how sure source and content are.
    """

    window: Window
    source: Words
    cue: Words
    content: Words
    features: tuple[float, ...]


@dataclass(frozen=True, slots=True)
class _Candidate:
    window: Window
    starts: list[int]
    hidden: Scores
    anchor: Words
    probability: float


def read_windows(model: Model, windows: Sequence[Window]) -> list[Reading]:
    """Read windows and return all candidates, likely or not, that have every role."""
    candidates = _candidates(model, windows)
    marks = [_marks(c.window, c.anchor) for c in candidates]
    logits = model.upper([c.hidden for c in candidates], marks)
    cost = model.decisions.switch_cost
    readings = [_reading(*each, cost) for each in zip(candidates, logits, strict=True)]
    return [reading for reading in readings if reading.source and reading.content]


def _candidates(model: Model, windows: Sequence[Window]) -> list[_Candidate]:
    read = zip(windows, model.lower(windows), strict=True)
    least = _logit(model.decisions.gate)
    passed = [(window, hidden) for window, (hidden, gate) in read if gate.max() >= least]
    states = [hidden for _, hidden in passed]
    unmarked = [np.zeros(len(hidden), dtype=np.float32) for hidden in states]
    flat = model.upper(states, unmarked)
    return [
        candidate
        for (window, hidden), logits in zip(passed, flat, strict=True)
        for candidate in _window_candidates(window, hidden, logits, model.decisions.candidate)
    ]


def _window_candidates(
    window: Window, hidden: Scores, logits: Scores, minimum: float
) -> list[_Candidate]:
    starts = window.word_starts()
    probabilities = softmax(word_means(logits[:, :FLAT_CLASSES], starts))
    found = cue_candidates(probabilities, minimum)
    found.sort(key=lambda candidate: -candidate[1])
    most = max(1, len(starts) // _WORDS_PER_CUE)
    cue = probabilities[:, BEGIN_CUE : BEGIN_CUE + 2].sum(axis=1)
    return [
        _Candidate(window, starts, hidden, sure_words(run, cue, _END_SHARE), p)
        for run, p in found[:most]
    ]


def _marks(window: Window, anchor: Words) -> Scores:
    """Return 1 for each piece of the anchor, else 0, with both border pieces."""
    chosen = set(anchor)
    return np.array([0, *(word in chosen for word in window.pieces.words), 0], dtype=np.float32)


def _reading(candidate: _Candidate, logits: Scores, switch_cost: float) -> Reading:
    window, anchor = candidate.window, candidate.anchor
    by_word = word_means(logits, candidate.starts)
    role_logits = by_word[:, FLAT_CLASSES : FLAT_CLASSES + ROLE_CLASSES]
    roles = best_roles(role_logits, switch_cost)
    probabilities = softmax(role_logits)
    marked = _marks(window, anchor)[1:-1] > 0
    for role in (SOURCE, CONTENT):
        if role not in roles:
            _give_likely_words(roles, role, probabilities[:, role], anchor)
    source, cue, content = (_words(roles, role) for role in (SOURCE, CUE, CONTENT))
    features = (
        _logit(candidate.probability),
        float(logits[marked, -1].mean()),
        _sureness(probabilities[:, SOURCE], source),
        _sureness(probabilities[:, CONTENT], content),
    )
    return Reading(window, source, cue or anchor, content, features)


def _words(roles: Sequence[int], role: int) -> Words:
    return tuple(word for word, each in enumerate(roles) if each == role)


def _give_likely_words(roles: list[int], role: int, probabilities: Scores, anchor: Words) -> None:
    """Give words to a role that has none: every attribution has all three roles."""
    for word in np.flatnonzero(probabilities >= _LEAST_ROLE).tolist():
        if word not in anchor:
            roles[word] = role


def _sureness(probabilities: Scores, words: Words) -> float:
    return float(probabilities[list(words)].mean()) if words else 0.0


def _logit(probability: float) -> float:
    clipped = min(max(probability, 1e-4), 1 - 1e-4)
    return math.log(clipped / (1 - clipped))
