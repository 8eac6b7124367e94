"""A narrow network learns from the wide one that it was cut out of.

It is taught what each layer of the wide network makes of a text, not only what comes out in the end
(Jiao et al. 2019, "TinyBERT", arXiv:1909.10351): so many figures for each word that little can be
learned by heart. The marks that people made are not looked at.
"""

from __future__ import annotations

import random
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

import torch
from torch import Tensor
from torch.nn import functional

from attribution.extract.trained.decoding import (
    FLAT_CLASSES,
    ROLE_CLASSES,
    cue_candidates,
    softmax,
    word_means,
)
from attribution.training.batches import Batch, RowBatch, collate, collate_rows, plan
from attribution.training.fit import REPORT_EVERY
from attribution.training.joining import partly_joined
from attribution.training.network import Network
from attribution.training.rows import Example, Row


@dataclass(frozen=True, slots=True)
class Teaching:
    """What teaching can be told.

    Args:
        steps: Batches to learn from.
        seed: Fixes every random choice.
        pieces: Word pieces in a batch of windows, with padding.
        rate: Peak learning rate: low, as the narrow network begins near the wide one.
        warm_up: Steps until the peak.
        cool_down: Share of all steps, at the end, in which the rate falls linearly to 0.
        decay: Weight decay.
        joined_share: Share of articles whose paragraphs are read joined.
        mixed_precision: Whether to compute in bfloat16 where that is safe.
    """

    steps: int = 800
    seed: int = 1
    pieces: int = 1536
    rate: float = 1e-4
    warm_up: int = 30
    cool_down: float = 0.6
    decay: float = 0.01
    joined_share: float = 0.25
    mixed_precision: bool = True


# Which readings of windows are learned: candidates of the wide network, and words of the lexicon.
_LEAST_CANDIDATE = 0.15
_MORE_CANDIDATES = 2  # than there are attributions
_LEXICON_ROWS = 0.3  # share of windows
# What a nat in the flat classes, the gate and the cue score weighs beside one in the roles.
_OTHER_OUTPUTS = 0.5
_ROLES = slice(FLAT_CLASSES, FLAT_CLASSES + ROLE_CLASSES)


def teach(
    narrow: Network,
    wide: Network,
    articles: Sequence[Sequence[Example]],
    borders: tuple[int, int],
    teaching: Teaching,
    report: Callable[[int, str], None] = lambda step, line: None,
) -> None:
    """Teach a narrow network in place.

    Args:
        narrow: Made from the wide network by :func:`attribution.training.pruning.pruned`.
        wide: Trained.
        articles: The examples of each.
        borders: Vocabulary rows of the pieces that open and close a window.
        teaching: See there.
        report: Takes the step and a line of progress, every 50 steps.
    """
    chance = random.Random(f"{teaching.seed} teaching")  # noqa: S311 - no secret hangs on it
    optimizer = _optimizer(narrow, teaching)
    schedule = torch.optim.lr_scheduler.LambdaLR(optimizer, lambda n: _share(n, teaching))
    began = time.monotonic()
    for step, chosen in enumerate(islice(_batches(articles, teaching, chance), teaching.steps), 1):
        batch = collate(chosen, *borders)
        with torch.autocast("cpu", torch.bfloat16, enabled=teaching.mixed_precision):
            losses = _losses(narrow, wide, batch, chance)
        optimizer.zero_grad(set_to_none=True)
        torch.autograd.backward(torch.stack(list(losses.values())).sum())
        torch.nn.utils.clip_grad_norm_(narrow.parameters(), 1.0)
        optimizer.step()
        schedule.step()
        if step % REPORT_EVERY == 0:
            figures = " ".join(f"{name} {loss.item():.3f}" for name, loss in losses.items())
            took = time.monotonic() - began
            report(step, f"lesson {step} of {teaching.steps}, {took:.0f} s: {figures}")


def _batches(
    articles: Sequence[Sequence[Example]], teaching: Teaching, chance: random.Random
) -> Iterator[list[Example]]:
    while True:
        yield from plan(
            partly_joined(articles, teaching.joined_share, chance), teaching.pieces, chance
        )


def _share(step: int, teaching: Teaching) -> float:
    """Return the learning rate of a step as a share of its peak."""
    rising = (step + 1) / teaching.warm_up
    falling = (teaching.steps - step) / max(1.0, teaching.cool_down * teaching.steps)
    return max(0.0, min(1.0, rising, falling))


def _optimizer(network: Network, teaching: Teaching) -> torch.optim.Optimizer:
    """AdamW without decay for norms, biases and marks."""
    matrices = [each for each in network.parameters() if each.ndim > 1]
    others = [each for each in network.parameters() if each.ndim < 2]
    return torch.optim.AdamW(
        [
            {"params": matrices, "weight_decay": teaching.decay},
            {"params": others, "weight_decay": 0.0},
        ],
        lr=teaching.rate,
    )


@dataclass(frozen=True, slots=True)
class _First:
    """A first reading of windows: hidden states by layer, and logits (windows x pieces x ...)."""

    lower: list[Tensor]
    upper: list[Tensor]
    gate: Tensor
    classes: Tensor

    @classmethod
    def by(cls, network: Network, batch: Batch) -> _First:
        lower = network.lower_states(batch.ids, batch.kinds, batch.mask)
        upper = network.upper_states(lower[-1], batch.mask, torch.zeros_like(batch.mask))
        classes = network.head(upper[-1])[..., :FLAT_CLASSES].float()
        return cls(lower, upper, network.gate(lower[-1]).float(), classes)


@dataclass(frozen=True, slots=True)
class _Second:
    """A reading of rows: hidden states by layer, role logits by piece, and a score by row."""

    upper: list[Tensor]
    roles: Tensor
    scores: Tensor

    @classmethod
    def by(cls, network: Network, hidden: Tensor, rows: RowBatch) -> _Second:
        upper = network.upper_states(rows.taken_from(hidden), rows.mask, rows.marks)
        logits = network.head(upper[-1]).float()
        scores = (logits[..., -1] * rows.marks).sum(1) / rows.marks.sum(1)
        return cls(upper, logits[..., _ROLES], scores)


def _losses(
    narrow: Network, wide: Network, batch: Batch, chance: random.Random
) -> dict[str, Tensor]:
    with torch.no_grad():
        first = _First.by(wide, batch)
    own = _First.by(narrow, batch)
    inside = batch.mask.bool()
    losses = {
        "lower": _distance(own.lower, first.lower, inside),
        "first": _distance(own.upper, first.upper, inside),
        "flat": _OTHER_OUTPUTS * _divergence(own.classes[inside], first.classes[inside]),
        "gate": _OTHER_OUTPUTS * _disagreement(own.gate[inside], first.gate[inside]),
    }
    chosen = _choose_rows(batch, first.classes, chance)
    if chosen:
        rows = collate_rows(batch, chosen)
        with torch.no_grad():
            second = _Second.by(wide, first.lower[-1], rows)
        losses |= _row_losses(_Second.by(narrow, own.lower[-1], rows), second, rows.mask.bool())
    return losses


def _row_losses(own: _Second, true: _Second, inside: Tensor) -> dict[str, Tensor]:
    return {
        "second": _distance(own.upper, true.upper, inside),
        "roles": _divergence(own.roles[inside], true.roles[inside]),
        "cue": _OTHER_OUTPUTS * _disagreement(own.scores, true.scores),
    }


def _distance(own: Sequence[Tensor], true: Sequence[Tensor], inside: Tensor) -> Tensor:
    """Mean squared distance of hidden states as a share of their size, mean over the layers."""
    pairs = [
        (mine[inside].float(), theirs[inside].float())
        for mine, theirs in zip(own, true, strict=True)
    ]
    shares = [functional.mse_loss(mine, theirs) / theirs.square().mean() for mine, theirs in pairs]
    return torch.stack(shares).mean()


def _divergence(own: Tensor, true: Tensor) -> Tensor:
    """Kullback-Leibler divergence of classes (pieces x classes), mean over pieces, in nats."""
    return functional.kl_div(
        own.log_softmax(-1), true.log_softmax(-1), log_target=True, reduction="batchmean"
    )


def _disagreement(own: Tensor, true: Tensor) -> Tensor:
    return functional.binary_cross_entropy_with_logits(own, true.sigmoid())


def _choose_rows(batch: Batch, classes: Tensor, chance: random.Random) -> list[tuple[int, Row]]:
    """Collect what the wide network takes for a cue, and other words that often are one."""
    chosen: list[tuple[int, Row]] = []
    for number, example in enumerate(batch.examples):
        logits = classes[number, 1 : len(example.window) + 1].numpy()
        probabilities = softmax(word_means(logits, example.window.starts))
        likely = cue_candidates(probabilities, _LEAST_CANDIDATE)
        likely.sort(key=lambda candidate: -candidate[1])
        anchors = [run for run, _ in likely[: len(example.attributions) + _MORE_CANDIDATES]]
        if example.lexicon and chance.random() < _LEXICON_ROWS:
            anchors.append((chance.choice(example.lexicon),))
        chosen += [(number, Row(anchor, None, is_cue=False)) for anchor in anchors]
    return chosen
