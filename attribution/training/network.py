"""The network: one encoder with a flat head, and an upper half that is read again for each cue.

The lower three layers run once per window. The upper three run once without a mark (flat head:
begin/inside of source, cue and content) and once per candidate cue, whose pieces carry a mark
(role head, and a score for "is really a cue"). A gate after the lower half tells early which
windows hold no cue at all.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import torch
from torch import Tensor, nn
from torch.nn import functional

from attribution.extract.trained.decoding import FLAT_CLASSES, ROLE_CLASSES
from attribution.extract.trained.windows import KINDS, MAXIMUM_PIECES

WIDTH = 384
HEAD = 32  # width of an attention head
HALF = 3  # layers in each half
POSITIONS = MAXIMUM_PIECES + 2
EPSILON = 1e-12
# Per piece: the flat classes, the role classes, and the score for "is really a cue".
OUTPUTS = FLAT_CLASSES + ROLE_CLASSES + 1


@dataclass(frozen=True, slots=True)
class LayerSize:
    """How wide a layer is inside.

    Args:
        heads: Attention heads.
        units: Feed-forward units.
    """

    heads: int
    units: int


WIDE = (LayerSize(12, 1536),) * (2 * HALF)
"""The layers of the base encoder."""


class WordEmbedding(nn.Module):
    """Frozen word embeddings in 8 bits with one scale per row, as they will be shipped.

    Training on the rounded vectors means that shipping them rounded costs nothing.
    """

    rows: Tensor
    scales: Tensor

    def __init__(self, count: int) -> None:
        super().__init__()
        self.register_buffer("rows", torch.zeros(count, WIDTH, dtype=torch.int8))
        self.register_buffer("scales", torch.ones(count, 1))

    def fill(self, weights: Tensor) -> None:
        """Round weights (pieces x width) to 8 bits."""
        self.scales.copy_(weights.abs().amax(dim=1, keepdim=True) / 127)
        self.rows.copy_((weights / self.scales).round().to(torch.int8))

    def forward(self, ids: Tensor) -> Tensor:
        """Look up ids (any shape) and return vectors (that shape x width)."""
        return self.rows[ids].float() * self.scales[ids]


class Layer(nn.Module):
    """One transformer layer with normalisation after each half, as in BERT."""

    def __init__(self, size: LayerSize, dropout: float) -> None:
        super().__init__()
        self.heads = size.heads
        self.qkv = nn.Linear(WIDTH, 3 * size.heads * HEAD)
        self.out = nn.Linear(size.heads * HEAD, WIDTH)
        self.attention_norm = nn.LayerNorm(WIDTH, eps=EPSILON)
        self.up = nn.Linear(WIDTH, size.units)
        self.down = nn.Linear(size.units, WIDTH)
        self.output_norm = nn.LayerNorm(WIDTH, eps=EPSILON)
        self.dropout = nn.Dropout(dropout)

    def forward(self, x: Tensor, bias: Tensor) -> Tensor:
        """Transform x (windows x pieces x width); ``bias`` is minus infinity at padding."""
        x = self.attention_norm(x + self.dropout(self.out(self._attend(x, bias))))
        inner = functional.gelu(self.up(x), approximate="tanh")
        result: Tensor = self.output_norm(x + self.dropout(self.down(inner)))
        return result

    def _attend(self, x: Tensor, bias: Tensor) -> Tensor:
        count, length, _ = x.shape
        q, k, v = self.qkv(x).view(count, length, 3, self.heads, HEAD).permute(2, 0, 3, 1, 4)
        scores = q @ k.transpose(-1, -2) / math.sqrt(HEAD) + bias
        # No dropout here: on a CPU it costs a fifth of the step.
        mixed: Tensor = scores.softmax(dim=-1) @ v
        return mixed.transpose(1, 2).reshape(count, length, self.heads * HEAD)


class Network(nn.Module):
    """The whole network; ``lower`` and ``upper`` become one ONNX file each."""

    def __init__(
        self, vocabulary_size: int, sizes: Sequence[LayerSize] = WIDE, dropout: float = 0.1
    ) -> None:
        super().__init__()
        self.words = WordEmbedding(vocabulary_size)
        self.positions = nn.Parameter(torch.zeros(POSITIONS, WIDTH))
        self.kinds = nn.Embedding(KINDS, WIDTH)
        self.embedding_norm = nn.LayerNorm(WIDTH, eps=EPSILON)
        self.dropout = nn.Dropout(dropout)
        self.lower_layers = nn.ModuleList(Layer(size, dropout) for size in sizes[:HALF])
        self.upper_layers = nn.ModuleList(Layer(size, dropout) for size in sizes[HALF:])
        self.gate = nn.Linear(WIDTH, 1)
        self.mark = nn.Parameter(torch.zeros(WIDTH))
        self.head = nn.Linear(WIDTH, OUTPUTS)

    def lower(self, ids: Tensor, kinds: Tensor, mask: Tensor) -> tuple[Tensor, Tensor]:
        """Read windows once.

        Args:
            ids: Vocabulary rows, windows x pieces.
            kinds: Kinds of the pieces, same shape.
            mask: 1 for a piece, 0 for padding, same shape.

        Returns:
            Hidden states (windows x pieces x width) and gate logits (windows x pieces).
        """
        hidden = self.lower_states(ids, kinds, mask)[-1]
        return hidden, self.gate(hidden).squeeze(-1)

    def lower_states(self, ids: Tensor, kinds: Tensor, mask: Tensor) -> list[Tensor]:
        """Return what each layer of the lower half makes of windows: windows x pieces x width."""
        x = self.words(ids) + self.positions[: ids.shape[1]] + self.kinds(kinds)
        x = self.dropout(self.embedding_norm(x))
        return _through(self.lower_layers, x, mask)

    def upper(self, hidden: Tensor, mask: Tensor, marks: Tensor) -> Tensor:
        """Read windows with marks (1 on the pieces of the candidate cue, else 0).

        Returns:
            Logits, windows x pieces x (flat classes, role classes, cue score).
        """
        result: Tensor = self.head(self.upper_states(hidden, mask, marks)[-1])
        return result

    def upper_states(self, hidden: Tensor, mask: Tensor, marks: Tensor) -> list[Tensor]:
        """Return what each layer of the upper half makes of them: windows x pieces x width."""
        return _through(self.upper_layers, hidden + marks.unsqueeze(-1) * self.mark, mask)

    def load_base(self, path: Path, rows: Sequence[int]) -> None:
        """Fill the encoder from a BERT checkpoint (safetensors).

        Args:
            path: The checkpoint: 6 layers, width 384.
            rows: For each piece of the trimmed vocabulary its row in the checkpoint.
        """
        from safetensors.torch import load_file

        state = load_file(str(path))
        words = state["embeddings.word_embeddings.weight"][torch.tensor(rows)].float()
        with torch.no_grad():
            self.words.fill(words)
            types = state["embeddings.token_type_embeddings.weight"][0]
            self.positions.copy_(state["embeddings.position_embeddings.weight"][:POSITIONS] + types)
            self.kinds.weight.zero_()
            self.mark.normal_(std=0.2)
            _copy(self.embedding_norm, state, "embeddings.LayerNorm")
            for number, layer in enumerate([*self.lower_layers, *self.upper_layers]):
                _copy_layer(layer, state, f"encoder.layer.{number}")


def _through(layers: Iterable[nn.Module], x: Tensor, mask: Tensor) -> list[Tensor]:
    bias = (1.0 - mask)[:, None, None, :] * -10000.0
    states = []
    for layer in layers:
        x = layer(x, bias)
        states.append(x)
    return states


def _copy(module: Any, state: dict[str, Tensor], name: str) -> None:
    module.weight.copy_(state[f"{name}.weight"])
    module.bias.copy_(state[f"{name}.bias"])


def _copy_layer(layer: Any, state: dict[str, Tensor], name: str) -> None:
    attention = [f"{name}.attention.self.{part}" for part in ("query", "key", "value")]
    layer.qkv.weight.copy_(torch.cat([state[f"{part}.weight"] for part in attention]))
    layer.qkv.bias.copy_(torch.cat([state[f"{part}.bias"] for part in attention]))
    _copy(layer.out, state, f"{name}.attention.output.dense")
    _copy(layer.attention_norm, state, f"{name}.attention.output.LayerNorm")
    _copy(layer.up, state, f"{name}.intermediate.dense")
    _copy(layer.down, state, f"{name}.output.dense")
    _copy(layer.output_norm, state, f"{name}.output.LayerNorm")
