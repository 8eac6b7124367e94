"""Weights in 8 bits that make of text what those in 32 bits make of it, as nearly as can be.

A weight that is rounded is an error that others can make up for, since channels rise and fall
together: the weights of one channel after the other are rounded, and the error is spread over those
still to come, as what the step is given tells (Frantar et al. 2022, "GPTQ", arXiv:2210.17323).

What a step is given is rounded too, while the model runs, with one scale for all channels. So a few
channels that stand out would leave the rest few values: they are divided out before, and multiplied
into the weights (Xiao et al. 2022, "SmoothQuant", arXiv:2211.10438).
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
import torch
from torch import Tensor

from attribution.training.inputs import Inputs

# Of the 8 bits of a weight 7 are used: processors without VNNI add pairs of products in 16 bits,
# and 2 x 255 x 64 just fits. So a model gives the same figures on older machines.
_LARGEST = 64
_RIDGE = 0.01  # of the mean square of the inputs
_AT_ONCE = 128  # channels that are rounded before their errors are spread over all the others
# Share of the largest weight of an output that is still told apart from what is larger.
_CLIPS = np.linspace(1.0, 0.6, 21).tolist()
_ORDINARY = 0.95  # share of channels that do not stand out


@dataclass(frozen=True, slots=True)
class Rounded:
    """Weights as whole numbers.

    Args:
        levels: Inputs x outputs, from -64 to 64.
        scales: What 1 stands for, for each output.
    """

    levels: npt.NDArray[np.int8]
    scales: npt.NDArray[np.float32]


def standing_out(inputs: Inputs) -> Tensor:
    """Return how many times larger each channel is than an ordinary one may be; at least 1."""
    return (inputs.largest / inputs.largest.quantile(_ORDINARY)).clamp(min=1.0)


def evened(inputs: Inputs, factors: Tensor) -> Inputs:
    """Return what a step is given once its channels are divided by factors."""
    doubled = factors.double()
    return Inputs(inputs.products / torch.outer(doubled, doubled), inputs.largest / factors)


def rounded(weights: Tensor, inputs: Inputs) -> Rounded:
    """Round weights so that what comes out of their step changes little.

    Args:
        weights: Inputs x outputs.
        inputs: What the step is given.
    """
    weights = weights.detach().double()
    scales = _best_scales(weights)
    products = inputs.products
    order = products.diagonal().argsort(descending=True, stable=True)
    curvature = products + _RIDGE * products.diagonal().mean() * torch.eye(len(products))
    inverse = torch.linalg.inv(curvature[order][:, order])
    levels = torch.empty_like(weights)
    levels[order] = _spread(weights[order], scales, torch.linalg.cholesky(inverse).T)
    return Rounded(levels.to(torch.int8).numpy(), scales.float().numpy())


def _best_scales(weights: Tensor) -> Tensor:
    """Choose for each output the scale that rounds its weights with the least squared error."""
    largest = weights.abs().amax(dim=0).clamp(min=1e-8) / _LARGEST
    tried = torch.stack([largest * clip for clip in _CLIPS])
    errors = [(_levels(weights, scale) * scale - weights).square().sum(dim=0) for scale in tried]
    return tried.gather(0, torch.stack(errors).argmin(dim=0, keepdim=True)).squeeze(0)


def _levels(weights: Tensor, scales: Tensor) -> Tensor:
    return (weights / scales).round().clamp(-_LARGEST, _LARGEST)


def _spread(weights: Tensor, scales: Tensor, upper: Tensor) -> Tensor:
    """Round row by row, and spread each error over the rows below by the factor ``upper``."""
    left = weights.clone()
    levels = torch.empty_like(weights)
    for begin in range(0, len(weights), _AT_ONCE):
        end = min(begin + _AT_ONCE, len(weights))
        errors = torch.empty(end - begin, weights.shape[1], dtype=weights.dtype)
        for row in range(begin, end):
            levels[row] = _levels(left[row], scales)
            errors[row - begin] = (left[row] - levels[row] * scales) / upper[row, row]
            left[row + 1 : end] -= torch.outer(upper[row, row + 1 : end], errors[row - begin])
        left[end:] -= upper[begin:end, end:].T @ errors
    return levels
