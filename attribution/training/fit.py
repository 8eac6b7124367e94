"""The training loop."""

from __future__ import annotations

import random
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain, count, islice

import torch
from torch import Tensor
from torch.nn import functional

from attribution.extract.trained.decoding import (
    FLAT_CLASSES,
    ROLE_CLASSES,
    Words,
    cue_candidates,
    softmax,
    word_means,
)
from attribution.training.batches import IGNORED, Batch, RowBatch, collate, collate_rows, plan
from attribution.training.joining import partly_joined
from attribution.training.network import Network
from attribution.training.rows import Example, Row, rows


@dataclass(frozen=True, slots=True)
class Settings:
    """What the training loop can be told.

    Args:
        epochs: How often each window is seen; may end within an epoch.
        seed: Fixes every random choice. On other hardware or with another number of threads,
            floating point sums still differ in the last digits.
        pieces: Word pieces in a batch of windows, with padding.
        rate: Peak learning rate of the encoder.
        head_rate: Peak learning rate of what is not in the base model.
        warm_up: Steps until the peak.
        cool_down: Share of all steps, at the end, in which the rates fall linearly to 0.
        decay: Weight decay.
        joined_share: Share of articles, from the second epoch on, whose paragraphs are read
            joined, so that long windows are learned.
        candidate_minimum: Least cue probability of a candidate during training.
        mixed_precision: Whether to compute in bfloat16 where that is safe.
    """

    epochs: float = 3.0
    seed: int = 1
    pieces: int = 1536
    rate: float = 2e-4
    head_rate: float = 1e-3
    warm_up: int = 60
    cool_down: float = 0.4
    decay: float = 0.01
    joined_share: float = 0.25
    candidate_minimum: float = 0.2
    mixed_precision: bool = True


# Share of windows where a lexicon word is added to the model's own candidates.
_LEXICON_ROWS = 0.4
# At most so many false candidates per window: at first the model takes every word for a cue.
_OWN_NEGATIVES = 2
_KEPT_NEGATIVES = 2
_GATE_WEIGHT = 0.5
REPORT_EVERY = 50


def fit(
    network: Network,
    articles: Sequence[Sequence[Example]],
    borders: tuple[int, int],
    settings: Settings,
    report: Callable[[int, str], None] = lambda step, line: None,
) -> None:
    """Train the network in place.

    Negatives are the model's own false candidates: those of the first epoch, when no window had
    been learned yet, are kept and seen again, because later the model knows its windows by heart.

    Args:
        network: Filled from the base encoder.
        articles: The examples of each; their ``negatives`` are filled here.
        borders: Vocabulary rows of the pieces that open and close a window.
        settings: See there.
        report: Takes the step and a line of progress, every 50 steps.
    """
    torch.manual_seed(settings.seed)
    chance = random.Random(settings.seed)  # noqa: S311 - no secret hangs on it
    in_first_epoch = len(next(_epochs(articles, settings)))
    steps = round(settings.epochs * in_first_epoch)
    optimizer = _optimizer(network, settings)
    schedule = torch.optim.lr_scheduler.LambdaLR(optimizer, lambda n: _share(n, steps, settings))
    began = time.monotonic()
    network.train()
    batches = chain.from_iterable(_epochs(articles, settings))
    for step, chosen in enumerate(islice(batches, steps), start=1):
        batch = collate(chosen, *borders)
        with torch.autocast("cpu", torch.bfloat16, enabled=settings.mixed_precision):
            losses = _losses(network, batch, settings, chance, first=step <= in_first_epoch)
        optimizer.zero_grad(set_to_none=True)
        torch.autograd.backward(torch.stack(list(losses.values())).sum())
        torch.nn.utils.clip_grad_norm_(network.parameters(), 1.0)
        optimizer.step()
        schedule.step()
        if step % REPORT_EVERY == 0:
            figures = " ".join(f"{name} {loss.item():.3f}" for name, loss in losses.items())
            report(step, f"step {step} of {steps}, {time.monotonic() - began:.0f} s: {figures}")
    network.eval()


def _epochs(
    articles: Sequence[Sequence[Example]], settings: Settings
) -> Iterator[list[list[Example]]]:
    """Draw the batches of one epoch after the other, without end; the first joins nothing."""
    # A source of chance of its own: a longer run begins exactly like a shorter one.
    chance = random.Random(f"{settings.seed} order")  # noqa: S311 - no secret hangs on it
    for epoch in count():
        share = settings.joined_share if epoch else 0.0
        yield plan(partly_joined(articles, share, chance), settings.pieces, chance)


def _share(step: int, steps: int, settings: Settings) -> float:
    """Return the learning rate of a step as a share of its peak."""
    rising = (step + 1) / settings.warm_up
    falling = (steps - step) / max(1.0, settings.cool_down * steps)
    return max(0.0, min(1.0, rising, falling))


def _optimizer(network: Network, settings: Settings) -> torch.optim.Optimizer:
    """AdamW with a higher rate for new parts and no decay for norms, biases and marks."""
    groups: dict[tuple[bool, bool], list[Tensor]] = {}
    for name, parameter in network.named_parameters():
        new = name.startswith(("head", "gate", "mark", "kinds"))
        groups.setdefault((new, parameter.ndim > 1), []).append(parameter)
    return torch.optim.AdamW(
        [
            {
                "params": parameters,
                "lr": settings.head_rate if new else settings.rate,
                "weight_decay": settings.decay if matrix else 0.0,
            }
            for (new, matrix), parameters in groups.items()
        ]
    )


def _losses(
    network: Network, batch: Batch, settings: Settings, chance: random.Random, first: bool
) -> dict[str, Tensor]:
    hidden, gate = network.lower(batch.ids, batch.kinds, batch.mask)
    flat = network.upper(hidden, batch.mask, torch.zeros_like(batch.mask))[..., :FLAT_CLASSES]
    inside = batch.flat != IGNORED
    losses = {
        "flat": functional.cross_entropy(flat[inside].float(), batch.flat[inside]),
        "gate": _GATE_WEIGHT
        * functional.binary_cross_entropy_with_logits(gate[inside].float(), batch.gate[inside]),
    }
    chosen = _choose_rows(batch, flat.detach().float(), settings, chance, first)
    if chosen:
        losses |= _row_losses(network, hidden, collate_rows(batch, chosen))
    return losses


def _row_losses(network: Network, hidden: Tensor, chosen: RowBatch) -> dict[str, Tensor]:
    output = network.upper(chosen.taken_from(hidden), chosen.mask, chosen.marks)
    roles = output[..., FLAT_CLASSES : FLAT_CLASSES + ROLE_CLASSES].float()
    scores = (output[..., -1].float() * chosen.marks).sum(1) / chosen.marks.sum(1)
    losses = {"cue": functional.binary_cross_entropy_with_logits(scores, chosen.is_cue)}
    known = chosen.roles != IGNORED
    if known.any():
        losses["roles"] = functional.cross_entropy(roles[known], chosen.roles[known])
    return losses


def _choose_rows(
    batch: Batch, flat: Tensor, settings: Settings, chance: random.Random, first: bool
) -> list[tuple[int, Row]]:
    """Collect the rows of a batch: gold cues, the model's own candidates, and other negatives."""
    chosen: list[tuple[int, Row]] = []
    for number, example in enumerate(batch.examples):
        logits = flat[number, 1 : len(example.window) + 1].numpy()
        probabilities = softmax(word_means(logits, example.window.starts))
        likely = cue_candidates(probabilities, settings.candidate_minimum)
        likely.sort(key=lambda candidate: -candidate[1])
        own = [run for run, _ in likely[: len(example.attributions) + _OWN_NEGATIVES]]
        more = _more_candidates(example, own, chance)
        if first:
            taken = {word for roles in example.attributions for word in roles.cue}
            example.negatives = [run for run in own if not taken & set(run)]
        chosen += [(number, row) for row in rows(example, [*own, *more], chance)]
    return chosen


def _more_candidates(example: Example, own: Sequence[Words], chance: random.Random) -> list[Words]:
    """Draw kept negatives and perhaps a lexicon word."""
    kept = [run for run in example.negatives if run not in own]
    more = chance.sample(kept, min(len(kept), _KEPT_NEGATIVES))
    if example.lexicon and chance.random() < _LEXICON_ROWS:
        more.append((chance.choice(example.lexicon),))
    return more
