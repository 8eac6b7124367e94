"""A trained network made narrower: what the rest can stand in for goes.

Attention heads and feed-forward units go whose loss changes the output of their step least once
the weights of those that stay are refitted by least squares (Hassibi and Stork 1993, "Second order
derivatives for network pruning: optimal brain surgeon", here for whole heads and units).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import torch
from torch import Tensor

from attribution.training.inputs import Inputs
from attribution.training.network import HALF, HEAD, LayerSize, Network

_RIDGE = 0.01  # of the mean square of the inputs of a step
_UNITS_AT_ONCE = 16  # go before the costs are counted again


def pruned(network: Network, sizes: Sequence[LayerSize], inputs: Mapping[str, Inputs]) -> Network:
    """Return a narrower copy of a network.

    Args:
        network: Trained.
        sizes: What is kept of each layer, from the lowest to the highest.
        inputs: What its steps are given when it reads text.
    """
    state = network.state_dict()
    for number, size in enumerate(sizes):
        layer = f"{'lower' if number < HALF else 'upper'}_layers.{number % HALF}"
        heads = _without(state, f"{layer}.out", inputs, HEAD, size.heads, 1)
        every = len(state[f"{layer}.qkv.bias"]) // 3
        _keep(state, f"{layer}.qkv", torch.cat([heads + part * every for part in range(3)]))
        units = _without(state, f"{layer}.down", inputs, 1, size.units, _UNITS_AT_ONCE)
        _keep(state, f"{layer}.up", units)
    narrow = Network(len(network.words.rows), sizes)
    narrow.load_state_dict(state)
    narrow.eval()
    return narrow


def _keep(state: dict[str, Tensor], step: str, outputs: Tensor) -> None:
    """Keep some outputs of a linear step."""
    for part in ("weight", "bias"):
        state[f"{step}.{part}"] = state[f"{step}.{part}"][outputs]


def _without(
    state: dict[str, Tensor],
    step: str,
    inputs: Mapping[str, Inputs],
    size: int,
    count: int,
    at_once: int,
) -> Tensor:
    """Prune the inputs of a linear step.

    Args:
        state: Weights by name; those of the step are replaced.
        step: Its name.
        inputs: What the steps are given.
        size: Inputs that stay or go together.
        count: Groups of that size to keep.
        at_once: Groups that go before the costs are counted again.

    Returns:
        Numbers of the inputs that stay, ascending.
    """
    weights = state[f"{step}.weight"].T.double()
    products = inputs[step].products
    curvature = products + _RIDGE * products.diagonal().mean() * torch.eye(len(products))
    kept = _kept(weights, curvature, size, count, at_once)
    # Refitted at once, as the errors of single steps add up
    fitted = torch.linalg.solve(curvature[kept][:, kept], curvature[kept] @ weights)
    state[f"{step}.weight"] = fitted.T.float().contiguous()
    return kept


def _kept(weights: Tensor, curvature: Tensor, size: int, count: int, at_once: int) -> Tensor:
    weights, inverse = weights.clone(), torch.linalg.inv(curvature)
    groups = torch.arange(len(weights)).view(-1, size)
    stay = torch.ones(len(groups), dtype=torch.bool)
    while (left := int(stay.sum())) > count:
        costs = _costs(weights, inverse, groups[stay])
        cheapest = costs.argsort(stable=True)[: min(at_once, left - count)]
        gone = stay.nonzero().squeeze(1)[cheapest]
        stay[gone] = False
        _remove(weights, inverse, groups[gone].flatten())
    return groups[stay].flatten()


def _costs(weights: Tensor, inverse: Tensor, groups: Tensor) -> Tensor:
    """What the squared error grows by when a group of inputs goes: one figure for each group."""
    own = weights[groups]
    blocks = inverse[groups.unsqueeze(2), groups.unsqueeze(1)]
    return (own * torch.linalg.solve(blocks, own)).sum(dim=(1, 2))


def _remove(weights: Tensor, inverse: Tensor, gone: Tensor) -> None:
    """Take inputs away and refit the rest, both in place."""
    share = torch.linalg.solve(inverse[gone][:, gone], inverse[gone])
    weights -= share.T @ weights[gone]
    inverse -= inverse[:, gone] @ share
    # What is left of them is never asked for again
    inverse[gone], inverse[:, gone] = 0.0, 0.0
    inverse[gone, gone] = 1.0
