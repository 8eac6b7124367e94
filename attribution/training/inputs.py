"""What the steps of a network are given when it reads text, measured over many pieces."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

import torch
from torch import Tensor, nn

from attribution.training.batches import Batch, collate_rows
from attribution.training.network import Network
from attribution.training.rows import Row


@dataclass(slots=True)
class Inputs:
    """What one linear step was given.

    Args:
        products: Sums of the products of all pairs of channels, channels x channels.
        largest: The largest absolute value in each channel.
    """

    products: Tensor
    largest: Tensor

    @classmethod
    def none(cls, channels: int) -> Inputs:
        """Nothing was given yet."""
        return cls(torch.zeros(channels, channels, dtype=torch.float64), torch.zeros(channels))

    def add(self, values: Tensor) -> None:
        """Add inputs (pieces x channels)."""
        self.products += values.T @ values
        self.largest = torch.maximum(self.largest, values.abs().amax(dim=0))


def measured(network: Network, batches: Sequence[Batch]) -> dict[str, Inputs]:
    """Read batches, all windows and all true cues in them, and note what each step is given.

    Returns:
        By the name of the linear step among the modules of the network: "lower_layers.0.up".
    """
    found: dict[str, Inputs] = {}
    hooks = []
    reading = _Reading(network)
    for name, step in _steps(network):
        found[name] = Inputs.none(step.in_features)
        hooks.append(step.register_forward_pre_hook(reading.adding_to(found[name])))
    with torch.no_grad():
        for batch in batches:
            reading.read(batch)
    for hook in hooks:
        hook.remove()
    return found


def _steps(network: Network) -> Iterator[tuple[str, nn.Linear]]:
    for name, module in network.named_modules():
        if isinstance(module, nn.Linear):
            yield name, module


class _Reading:
    """A network at reading, with what is padding at the moment."""

    def __init__(self, network: Network) -> None:
        self._network = network
        self._pieces = torch.zeros(0, 0, dtype=torch.bool)

    def read(self, batch: Batch) -> None:
        self._pieces = batch.mask.bool()
        hidden, _ = self._network.lower(batch.ids, batch.kinds, batch.mask)
        self._network.upper(hidden, batch.mask, torch.zeros_like(batch.mask))
        every = enumerate(batch.examples)
        true = [(n, Row(r.cue, r, True)) for n, each in every for r in each.attributions]
        if true:
            rows = collate_rows(batch, true)
            self._pieces = rows.mask.bool()
            self._network.upper(rows.taken_from(hidden), rows.mask, rows.marks)

    def adding_to(self, inputs: Inputs) -> Callable[[nn.Module, tuple[Tensor]], None]:
        def add(_: nn.Module, given: tuple[Tensor]) -> None:
            inputs.add(given[0][self._pieces])

        return add
