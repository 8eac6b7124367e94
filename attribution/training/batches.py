"""Batches of training examples as tensors."""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import torch
from torch import Tensor

from attribution.extract.trained.candidates import border_pieces
from attribution.extract.trained.decoding import BEGIN_CUE
from attribution.extract.trained.neighbourhood import neighbourhood
from attribution.training.rows import Example, Row

IGNORED = -100  # the label that cross-entropy passes over


@dataclass(frozen=True, slots=True)
class Batch:
    """Windows of similar length, padded: all tensors are windows x pieces.

    The first piece of each window opens it and the piece after the last one closes it; both are
    read but carry no label. ``flat`` holds flat classes, ``gate`` 1 on the pieces of cues.
    """

    examples: list[Example]
    ids: Tensor
    kinds: Tensor
    mask: Tensor
    flat: Tensor
    gate: Tensor


@dataclass(frozen=True, slots=True)
class RowBatch:
    """Rows of one batch, each in the neighbourhood of its cue.

    ``windows`` and ``is_cue`` are one per row, the others rows x pieces: ``places`` are the
    pieces in their window (with both borders), ``mask`` tells them from padding.
    """

    windows: Tensor
    places: Tensor
    mask: Tensor
    marks: Tensor
    roles: Tensor
    is_cue: Tensor

    def taken_from(self, hidden: Tensor) -> Tensor:
        """Return those hidden states (windows x pieces x width) that the rows read."""
        places = self.windows.unsqueeze(1) * hidden.shape[1] + self.places
        # Unlike indexing by two tensors, this adds gradients in the same order every time
        near = hidden.flatten(0, 1).index_select(0, places.flatten())
        return near.view(*places.shape, hidden.shape[2])


def plan(examples: Sequence[Example], pieces: int, order: random.Random) -> list[list[Example]]:
    """Group examples of similar length into batches of at most ``pieces`` padded pieces.

    The order is random, and so is the grouping of examples of nearly the same length.
    """
    ranked = sorted(examples, key=lambda example: len(example.window) * order.uniform(0.9, 1.1))
    batches: list[list[Example]] = [[]]
    longest = 0
    for example in ranked:
        longest = max(longest, len(example.window) + 2)
        if batches[-1] and longest * (len(batches[-1]) + 1) > pieces:
            batches.append([])
            longest = len(example.window) + 2
        batches[-1].append(example)
    order.shuffle(batches)
    return batches


def collate(examples: list[Example], start: int, end: int) -> Batch:
    """Pad examples to one length; ``start`` and ``end`` are the rows of the two border pieces."""
    shape = len(examples), max(len(example.window) for example in examples) + 2
    ids, kinds = torch.zeros(shape, dtype=torch.long), torch.zeros(shape, dtype=torch.long)
    mask, gate = torch.zeros(shape), torch.zeros(shape)
    flat = torch.full(shape, IGNORED)
    for row, example in enumerate(examples):
        pieces = example.window.pieces
        inside = slice(1, len(pieces) + 1)
        ids[row, : len(pieces) + 2] = torch.tensor([start, *pieces.ids, end])
        kinds[row, inside] = torch.tensor(example.window.kinds)
        mask[row, : len(pieces) + 2] = 1
        labels = example.flat_labels()
        flat[row, inside] = torch.tensor(list(_spread(labels, pieces.words)))
        gate[row] = ((flat[row] == BEGIN_CUE) | (flat[row] == BEGIN_CUE + 1)).float()
    return Batch(examples, ids, kinds, mask, flat, gate)


def _spread(labels: Sequence[int], words: Sequence[int]) -> Iterator[int]:
    """Repeat word labels for each piece; only the first piece of a word begins a role."""
    for place, word in enumerate(words):
        inner = place > 0 and words[place - 1] == word
        label = labels[word]
        yield label + 1 if inner and label % 2 else label


def collate_rows(batch: Batch, rows: Sequence[tuple[int, Row]]) -> RowBatch:
    """Turn (window, row) pairs into tensors for the upper half."""
    parts = [_neighbours(batch.examples[window], row) for window, row in rows]
    shape = len(rows), max(len(places) for places, _ in parts)
    places, roles = torch.zeros(shape, dtype=torch.long), torch.full(shape, IGNORED)
    marks, mask = torch.zeros(shape), torch.zeros(shape)
    for number, ((inside, words), (window, row)) in enumerate(zip(parts, rows, strict=True)):
        size = len(inside)
        places[number, :size] = torch.tensor(inside)
        mask[number, :size] = 1
        chosen = set(row.anchor)
        marks[number, 1 : size - 1] = torch.tensor([float(word in chosen) for word in words])
        if row.roles is not None:
            labels = batch.examples[window].role_labels(row.roles)
            roles[number, 1 : size - 1] = torch.tensor([labels[word] for word in words])
    is_cue = torch.tensor([float(row.is_cue) for _, row in rows])
    windows = torch.tensor([window for window, _ in rows])
    return RowBatch(windows, places, mask, marks, roles, is_cue)


def _neighbours(example: Example, row: Row) -> tuple[list[int], list[int]]:
    """Return the pieces that a row reads, with both borders, and the words of those inside."""
    places = border_pieces(example.window, neighbourhood(example.window, row.anchor))
    return places, [example.window.pieces.words[place - 1] for place in places[1:-1]]
