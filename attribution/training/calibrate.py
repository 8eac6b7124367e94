"""Fit confidence and threshold on articles that the network has never seen."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from attribution.extract.trained.confidence import choose
from attribution.extract.trained.decoding import Words
from attribution.extract.trained.description import Decisions
from attribution.extract.trained.model import Model
from attribution.extract.trained.reading import Reading, read_windows
from attribution.training.articles import Article
from attribution.training.rows import Roles, article_examples

Floats = npt.NDArray[np.float64]

_RIDGE = 1.0  # pulls the weights towards 0: a few hundred readings fit five weights
_STEPS = 25
_WEIGHTS = 5  # the intercept and one per feature
_BINS = 10
_OVERLAP = 0.5  # least Dice coefficient of source and of content in a right attribution


@dataclass(frozen=True, slots=True)
class Calibration:
    """What the held-out articles say of a model.

    Args:
        decisions: With the weights and the threshold of the best F1.
        precision: Share of reported attributions that are right: the cues share a word, and
            source and content overlap by half (Dice coefficient).
        recall: Share of the attributions that people marked.
        error: Expected calibration error of the confidence, 10 equal bins; each half of the
            articles is judged by weights fitted on the other half.
    """

    decisions: Decisions
    precision: float
    recall: float
    error: float

    @property
    def f1(self) -> float:
        """Harmonic mean of precision and recall, 0 where both are."""
        total = self.precision + self.recall
        return 2 * self.precision * self.recall / total if total else 0.0


def calibrate(model: Model, articles: Sequence[Article]) -> Calibration:
    """Fit the confidence of a model on held-out articles and choose its threshold.

    Args:
        model: Its gate, candidate minimum and switch cost are taken as they are.
        articles: At least two, none of them seen in training.
    """
    judged = [_judge(model, article) for article in articles]
    weights = _fit([each for article in judged for each in article])
    sure, right = _rate([each for article in judged for each in article], weights)
    gold = sum(len(article.attributions) for article in articles)
    threshold, precision, recall = _best_threshold(sure, right, gold)
    decisions = model.decisions.model_copy(update={"weights": weights, "threshold": threshold})
    return Calibration(decisions, precision, recall, _cross_error(judged))


# A reading after duplicates went, and whether it is right.
_Judged = tuple[Reading, bool]


def _judge(model: Model, article: Article) -> list[_Judged]:
    examples = article_examples(article, model.wordpiece)
    golds = {id(example.window): example.attributions for example in examples}
    readings = read_windows(model, [example.window for example in examples])
    # Equal weights for both cue scores decide between duplicates until weights are fitted.
    kept = choose(readings, (0.0, 0.5, 0.5, 0.0, 0.0), 0.0)
    free = {key: list(roles) for key, roles in golds.items()}
    return [(reading, _claim(reading, free[id(reading.window)])) for reading, _ in kept]


def _claim(reading: Reading, free: list[Roles]) -> bool:
    """Take the first gold attribution that the reading tells right, so that none counts twice."""
    for roles in free:
        if _is_right(reading, roles):
            free.remove(roles)
            return True
    return False


def _is_right(reading: Reading, roles: Roles) -> bool:
    return (
        bool(set(reading.cue) & set(roles.cue))
        and _dice(reading.source, roles.source) >= _OVERLAP
        and _dice(reading.content, roles.content) >= _OVERLAP
    )


def _dice(some: Words, others: Words) -> float:
    return 2 * len(set(some) & set(others)) / max(1, len(some) + len(others))


def _fit(judged: Sequence[_Judged]) -> tuple[float, ...]:
    """Logistic regression with a ridge, by Newton's method; the intercept comes first."""
    features, right = _matrix(judged)
    weights = np.zeros(features.shape[1])
    ridge = _RIDGE * np.eye(len(weights))
    for _ in range(_STEPS):
        sure = _sigmoid(features @ weights)
        slope = features.T @ (right - sure) - ridge @ weights
        curve = (features.T * (sure * (1 - sure))) @ features + ridge
        weights += np.linalg.solve(curve, slope)
    return tuple(round(float(weight), 4) for weight in weights)


def _matrix(judged: Sequence[_Judged]) -> tuple[Floats, Floats]:
    features = np.array([(1.0, *reading.features) for reading, _ in judged], dtype=np.float64)
    features = features.reshape(len(judged), _WEIGHTS)  # also where nothing was found
    return features, np.array([right for _, right in judged], dtype=np.float64)


def _rate(judged: Sequence[_Judged], weights: Sequence[float]) -> tuple[Floats, Floats]:
    """Return confidences and whether each reading is right, most confident first."""
    features, right = _matrix(judged)
    sure = _sigmoid(features @ np.array(weights))
    order = np.argsort(-sure, kind="stable")
    return sure[order], right[order]


def _sigmoid(values: Floats) -> Floats:
    result: Floats = 0.5 * (1 + np.tanh(values / 2))
    return result


def _best_threshold(sure: Floats, right: Floats, gold: int) -> tuple[float, float, float]:
    """Return the threshold of the best F1, with precision and recall there."""
    if not len(sure):
        return 0.5, 0.0, 0.0
    hits = np.cumsum(right)
    reported = np.arange(1, len(right) + 1)
    best = int(np.argmax(2 * hits / (reported + gold)))
    return round(float(sure[best]), 3), float(hits[best] / reported[best]), float(hits[best] / gold)


def _cross_error(judged: Sequence[list[_Judged]]) -> float:
    halves = [_flat(judged[0::2]), _flat(judged[1::2])]
    rated = [_rate(half, _fit(other)) for half, other in (halves, halves[::-1])]
    return _calibration_error(
        np.concatenate([sure for sure, _ in rated]), np.concatenate([right for _, right in rated])
    )


def _flat(articles: Iterable[list[_Judged]]) -> list[_Judged]:
    return [each for article in articles for each in article]


def _calibration_error(sure: Floats, right: Floats) -> float:
    """Mean distance between confidence and share of right readings over equal bins."""
    bins = np.minimum((sure * _BINS).astype(int), _BINS - 1)
    gaps = [abs(sure[bins == b].sum() - right[bins == b].sum()) for b in range(_BINS)]
    return float(sum(gaps) / max(1, len(sure)))
