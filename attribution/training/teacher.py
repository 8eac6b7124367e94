"""A large network that only teaches: MPNet's twelve layers, too slow to be shipped.

Song et al. 2020, "MPNet", arXiv:2004.09297: as BERT, but every attention head adds to its scores
what it has learned of how far two pieces are apart, which all layers share.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import torch
from torch import Tensor, nn
from torch.nn import functional

from attribution.extract.trained.windows import KINDS
from attribution.training.network import OUTPUTS, POSITIONS, Reader

BUCKETS = 32
"""Distances that are told apart."""

_EXACT = 8
_FARTHEST = 128
_FIRST_POSITION = 2  # row of the first piece in the base model's positions
_EPSILON = 1e-5


@dataclass(frozen=True, slots=True)
class TeacherSize:
    """How large a teacher is.

    Args:
        width: Of what stands for a piece between layers.
        heads: Attention heads in a layer.
        units: Feed-forward units in a layer.
        lower: Layers that read a window once.
        upper: Layers that read again what stands around each candidate cue.
    """

    width: int = 768
    heads: int = 12
    units: int = 3072
    lower: int = 9
    upper: int = 3


class _Layer(nn.Module):
    """One transformer layer with normalisation after each half."""

    def __init__(self, size: TeacherSize) -> None:
        super().__init__()
        self.heads = size.heads
        self.qkv = nn.Linear(size.width, 3 * size.width)
        self.out = nn.Linear(size.width, size.width)
        self.attention_norm = nn.LayerNorm(size.width, eps=_EPSILON)
        self.up = nn.Linear(size.width, size.units)
        self.down = nn.Linear(size.units, size.width)
        self.output_norm = nn.LayerNorm(size.width, eps=_EPSILON)

    def forward(self, x: Tensor, bias: Tensor) -> Tensor:
        x = self.attention_norm(x + self.out(self._attend(x, bias)))
        result: Tensor = self.output_norm(x + self.down(functional.gelu(self.up(x))))
        return result

    def _attend(self, x: Tensor, bias: Tensor) -> Tensor:
        count, length, width = x.shape
        head = width // self.heads
        q, k, v = self.qkv(x).view(count, length, 3, self.heads, head).permute(2, 0, 3, 1, 4)
        scores = q @ k.transpose(-1, -2) / math.sqrt(head) + bias
        mixed: Tensor = scores.softmax(dim=-1) @ v
        return mixed.transpose(1, 2).reshape(count, length, width)


class Teacher(Reader):
    """The large network; its word embeddings are frozen, and it drops nothing out."""

    words: Tensor

    def __init__(self, vocabulary_size: int, size: TeacherSize | None = None) -> None:
        super().__init__()
        size = size or TeacherSize()
        self.register_buffer("words", torch.zeros(vocabulary_size, size.width))
        self.positions = nn.Parameter(torch.zeros(POSITIONS, size.width))
        self.kinds = nn.Embedding(KINDS, size.width)
        self.embedding_norm = nn.LayerNorm(size.width, eps=_EPSILON)
        self.distances = nn.Parameter(torch.zeros(BUCKETS, size.heads))
        self.lower_layers = nn.ModuleList(_Layer(size) for _ in range(size.lower))
        self.upper_layers = nn.ModuleList(_Layer(size) for _ in range(size.upper))
        self.gate = nn.Linear(size.width, 1)
        self.mark = nn.Parameter(torch.zeros(size.width))
        self.head = nn.Linear(size.width, OUTPUTS)

    def lower_states(self, ids: Tensor, kinds: Tensor, mask: Tensor) -> list[Tensor]:
        """As :meth:`Reader.lower_states` says."""
        x = self.words[ids] + self.positions[: ids.shape[1]] + self.kinds(kinds)
        return self._through(self.lower_layers, self.embedding_norm(x), mask)

    def upper_states(self, hidden: Tensor, mask: Tensor, marks: Tensor) -> list[Tensor]:
        """As :meth:`Reader.upper_states` says."""
        return self._through(self.upper_layers, hidden + marks.unsqueeze(-1) * self.mark, mask)

    def _through(self, layers: Iterable[nn.Module], x: Tensor, mask: Tensor) -> list[Tensor]:
        places = torch.arange(x.shape[1])
        bias = self.distances[buckets(places[None, :] - places[:, None])].permute(2, 0, 1)
        bias = bias[None] + (1.0 - mask)[:, None, None, :] * -10000.0
        bias = bias.to(torch.get_autocast_dtype("cpu") if torch.is_autocast_enabled("cpu") else x)
        states = []
        for layer in layers:
            x = layer(x, bias)
            states.append(x)
        return states

    def load_base(self, state: Mapping[str, Tensor], rows: Sequence[int]) -> None:
        """Fill the encoder from the weights of MPNet.

        Args:
            state: The weights by name.
            rows: For each piece of the trimmed vocabulary its row in them.
        """
        positions = state["embeddings.position_embeddings.weight"]
        with torch.no_grad():
            self.words.copy_(state["embeddings.word_embeddings.weight"][torch.tensor(rows)])
            self.positions.copy_(positions[_FIRST_POSITION : _FIRST_POSITION + POSITIONS])
            self.distances.copy_(state["encoder.relative_attention_bias.weight"])
            self.kinds.weight.zero_()
            self.mark.normal_(std=0.2)
            _copy(self.embedding_norm, state, "embeddings.LayerNorm")
            for number, layer in enumerate([*self.lower_layers, *self.upper_layers]):
                _copy_layer(layer, state, f"encoder.layer.{number}")


def buckets(apart: Tensor) -> Tensor:
    """Sort distances into the buckets of MPNet, which are those of T5.

    Args:
        apart: Place of the piece that is looked at, less that of the piece that looks.

    Returns:
        Numbers of buckets, same shape: half of them for either direction, in each one for every
        near distance, and for the others by their logarithm.
    """
    half = BUCKETS // 2
    far = apart.abs()
    scale = (half - _EXACT) / math.log(_FARTHEST / _EXACT)
    wide = _EXACT + (torch.log(far.clamp(min=_EXACT) / _EXACT) * scale).long()
    return (apart > 0).long() * half + torch.where(far < _EXACT, far, wide.clamp(max=half - 1))


def _copy(module: Any, state: Mapping[str, Tensor], name: str) -> None:
    module.weight.copy_(state[f"{name}.weight"])
    module.bias.copy_(state[f"{name}.bias"])


def _copy_layer(layer: Any, state: Mapping[str, Tensor], name: str) -> None:
    parts = [f"{name}.attention.attn.{part}" for part in ("q", "k", "v")]
    layer.qkv.weight.copy_(torch.cat([state[f"{part}.weight"] for part in parts]))
    layer.qkv.bias.copy_(torch.cat([state[f"{part}.bias"] for part in parts]))
    _copy(layer.out, state, f"{name}.attention.attn.o")
    _copy(layer.attention_norm, state, f"{name}.attention.LayerNorm")
    _copy(layer.up, state, f"{name}.intermediate.dense")
    _copy(layer.down, state, f"{name}.output.dense")
    _copy(layer.output_norm, state, f"{name}.output.LayerNorm")
