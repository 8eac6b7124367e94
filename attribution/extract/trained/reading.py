"""The second reading: for every candidate cue its source and content, and what speaks for it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from attribution.extract.trained.candidates import Candidate, find_candidates, logit
from attribution.extract.trained.decoding import (
    CONTENT,
    CUE,
    FLAT_CLASSES,
    ROLE_CLASSES,
    SOURCE,
    Scores,
    Words,
    likeliest_roles,
    softmax,
    word_means,
)
from attribution.extract.trained.model import Model
from attribution.extract.trained.windows import Window

_LEAST_ROLE = 0.15  # probability at which a word may fill a role that has no word


@dataclass(frozen=True, slots=True)
class Reading:
    """One candidate attribution, as word numbers of its window.

    Args:
        window: Where it was found.
        source: Words of the source.
        cue: Words of the cue.
        content: Words of the content.
        features: What speaks for it, for the logistic regression: logit of the cue in the first
            reading, cue score of the second, and how sure source and content are.
    """

    window: Window
    source: Words
    cue: Words
    content: Words
    features: tuple[float, ...]


def read_windows(
    model: Model, windows: Sequence[Window], least: float | None = None
) -> list[Reading]:
    """Read windows and return all candidates, likely or not, that have every role.

    Args:
        model: A trained model.
        windows: Any number; they are read in batches.
        least: Least cue probability of a candidate; None takes what the model was calibrated for.
    """
    decisions = model.decisions
    candidates = find_candidates(model, windows, decisions.candidate if least is None else least)
    logits = model.upper([c.hidden for c in candidates], [c.marks() for c in candidates])
    scores = [_role_scores(*each) for each in zip(candidates, logits, strict=True)]
    roles = likeliest_roles(scores, decisions.switch_cost)
    readings = [_reading(*each) for each in zip(candidates, logits, scores, roles, strict=True)]
    return [reading for reading in readings if reading.source and reading.content]


def _role_scores(candidate: Candidate, logits: Scores) -> Scores:
    """Return log probabilities of the roles, words x 4."""
    roles = logits[:, FLAT_CLASSES : FLAT_CLASSES + ROLE_CLASSES]
    scores: Scores = np.log(softmax(word_means(roles, candidate.window.starts)) + 1e-6)
    return scores


def _reading(candidate: Candidate, logits: Scores, scores: Scores, roles: list[int]) -> Reading:
    probabilities = softmax(scores)
    for role in (SOURCE, CONTENT):
        if role not in roles:
            _give_likely_words(roles, role, probabilities[:, role], candidate.anchor)
    source, cue, content = (_words(roles, role, candidate.first) for role in (SOURCE, CUE, CONTENT))
    features = (
        logit(candidate.probability),
        float(logits[candidate.pieces(), -1].mean()),
        _sureness(probabilities[:, SOURCE], roles, SOURCE),
        _sureness(probabilities[:, CONTENT], roles, CONTENT),
    )
    anchor = tuple(candidate.first + word for word in candidate.anchor)
    return Reading(candidate.whole, source, cue or anchor, content, features)


def _words(roles: Sequence[int], role: int, first: int) -> Words:
    """Number the words of a role in the whole window, where the first word has that number."""
    return tuple(word for word, each in enumerate(roles, start=first) if each == role)


def _give_likely_words(roles: list[int], role: int, probabilities: Scores, anchor: Words) -> None:
    """Give words to a role that has none: every attribution has all three roles."""
    for word in np.flatnonzero(probabilities >= _LEAST_ROLE).tolist():
        if word not in anchor:
            roles[word] = role


def _sureness(probabilities: Scores, roles: Sequence[int], role: int) -> float:
    inside = probabilities[np.array(roles) == role]
    return float(inside.mean()) if len(inside) else 0.0
