"""Write a trained network as two small ONNX files with 8-bit weights.

The graphs are built by hand from fused operators of onnxruntime (domain ``com.microsoft``), which
neither duplicates a weight nor depends on the habits of a converter. Weights are symmetric with one
scale per output column; what is multiplied with them is rounded while the model runs.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
import numpy.typing as npt
import onnx
from onnx import TensorProto, helper, numpy_helper
from torch import Tensor

from attribution.training.inputs import Inputs
from attribution.training.network import EPSILON, WIDTH, Network
from attribution.training.rounding import Rounded, evened, rounded, standing_out

_OPSETS = [helper.make_opsetid("", 17), helper.make_opsetid("com.microsoft", 1)]
_IR_VERSION = 8
Array = npt.NDArray[Any]


class _Names(NamedTuple):
    """What the rounded weights of a step are called in a graph."""

    levels: str
    scales: str
    zeros: str


@dataclass(slots=True)
class _Graph:
    """A graph in the making: what the steps of the network are given, nodes and weights."""

    inputs: Mapping[str, Inputs]
    nodes: list[onnx.NodeProto] = field(default_factory=list)
    weights: list[onnx.TensorProto] = field(default_factory=list)

    def weight(self, name: str, value: Array) -> str:
        self.weights.append(numpy_helper.from_array(np.ascontiguousarray(value), name))
        return name

    def add(self, operator: str, *inputs: str, outputs: int = 1, **attributes: Any) -> Any:
        """Append a node; return the name of its output, or a list of names if there are more."""
        names = [f"{operator.lower()}_{len(self.nodes)}_{i}" for i in range(outputs)]
        self.nodes.append(helper.make_node(operator, inputs, names, **attributes))
        return names[0] if outputs == 1 else names

    def fused(self, operator: str, *inputs: str, **attributes: Any) -> str:
        """Append a fused operator of onnxruntime."""
        name: str = self.add(operator, *inputs, domain="com.microsoft", **attributes)
        return name

    def rounded(self, step: str, weights: Rounded) -> _Names:
        """Add rounded weights."""
        zeros = np.zeros(weights.scales.shape, dtype=np.int8)
        return _Names(
            self.weight(f"{step}.levels", weights.levels),
            self.weight(f"{step}.scales", weights.scales),
            self.weight(f"{step}.zeros", zeros),
        )

    def save(self, path: Path, inputs: list[Any], outputs: list[Any]) -> None:
        for node, name in zip(self.nodes[-len(outputs) :], outputs, strict=True):
            node.output[0] = name.name
        graph = helper.make_graph(self.nodes, path.stem, inputs, outputs, self.weights)
        model = helper.make_model(graph, opset_imports=_OPSETS, ir_version=_IR_VERSION)
        model.producer_name = "claimtrail"
        onnx.checker.check_model(model)
        path.write_bytes(model.SerializeToString(deterministic=True))


@dataclass(frozen=True, slots=True)
class _Rows:
    """Names of what normalisation needs: a one and a zero for each piece, and two shapes."""

    ones: str
    zeros: str
    flat: str
    whole: str

    @classmethod
    def of(cls, graph: _Graph, x: str) -> _Rows:
        """Measure ``x`` (windows x pieces x width)."""
        flat = graph.weight("flat_shape", np.array([1, -1, WIDTH], dtype=np.int64))
        shape = graph.add("Shape", graph.add("Reshape", x, flat))
        place = graph.weight("count_place", np.array([1], dtype=np.int64))
        count = graph.add("Gather", shape, place)
        one, zero = (numpy_helper.from_array(np.array([v], dtype=np.float32)) for v in (1, 0))
        ones = graph.add("ConstantOfShape", count, value=one)
        zeros = graph.add("ConstantOfShape", count, value=zero)
        return cls(ones, zeros, flat, graph.add("Shape", x))


def export(network: Network, inputs: Mapping[str, Inputs], folder: Path) -> None:
    """Write ``lower.onnx`` and ``upper.onnx``.

    Both take batches (windows x pieces, padded at the end) and the number of pieces of each window.
    ``lower`` turns ids and kinds into hidden states and gate logits; ``upper`` turns hidden states
    and marks into the logits of :meth:`attribution.training.network.Network.upper`.

    Args:
        network: A trained network.
        inputs: What its steps are given when it reads text; it decides how weights are rounded.
        folder: Where to write; must exist.
    """
    _export_lower(network, inputs, folder / "lower.onnx")
    _export_upper(network, inputs, folder / "upper.onnx")


def _export_lower(network: Network, given: Mapping[str, Inputs], path: Path) -> None:
    graph = _Graph(given)
    total = _embed(graph, network)
    rows = _Rows.of(graph, total)
    x = _norm(graph, "embedding_norm", network.embedding_norm, total, rows)
    for number, layer in enumerate(network.lower_layers):
        x = _layer(graph, f"lower_layers.{number}", layer, x, rows)
    gate = _linear(graph, "gate", network.gate, x)
    inputs = [_info("ids", TensorProto.INT64, 2), _info("kinds", TensorProto.INT64, 2), _lengths()]
    graph.add("Identity", x)
    graph.add("Identity", gate)
    graph.save(
        path, inputs, [_info("hidden", TensorProto.FLOAT, 3), _info("gate", TensorProto.FLOAT, 3)]
    )


def _export_upper(network: Network, given: Mapping[str, Inputs], path: Path) -> None:
    graph = _Graph(given)
    axis = graph.weight("last_axis", np.array([2], dtype=np.int64))
    marks = graph.add("Unsqueeze", "marks", axis)
    marked = graph.add("Mul", marks, graph.weight("mark", _array(network.mark)))
    x = graph.add("Add", "hidden", marked)
    rows = _Rows.of(graph, x)
    for number, layer in enumerate(network.upper_layers):
        x = _layer(graph, f"upper_layers.{number}", layer, x, rows)
    _linear(graph, "head", network.head, x)
    inputs = [
        _info("hidden", TensorProto.FLOAT, 3),
        _info("marks", TensorProto.FLOAT, 2),
        _lengths(),
    ]
    graph.save(path, inputs, [_info("logits", TensorProto.FLOAT, 3)])


def _embed(graph: _Graph, network: Network) -> str:
    rows = graph.add("Gather", graph.weight("words", _array(network.words.rows)), "ids")
    scales = graph.add("Gather", graph.weight("scales", _array(network.words.scales)), "ids")
    words = graph.add("Mul", graph.add("Cast", rows, to=TensorProto.FLOAT), scales)
    kinds = graph.add("Gather", graph.weight("kind_vectors", _array(network.kinds.weight)), "kinds")
    zero, one = (graph.weight(f"at_{i}", np.array([i], dtype=np.int64)) for i in (0, 1))
    length = graph.add("Slice", graph.add("Shape", "ids"), one, graph.weight("at_2", np.array([2])))
    positions = graph.weight("positions", _array(network.positions))
    places = graph.add("Slice", positions, zero, length, zero)
    total: str = graph.add("Add", graph.add("Add", words, kinds), places)
    return total


def _layer(graph: _Graph, name: str, layer: Any, x: str, rows: _Rows) -> str:
    mixed = _attention(graph, f"{name}.qkv", layer.qkv, x, layer.heads)
    out = graph.add("Add", _linear(graph, f"{name}.out", layer.out, mixed), x)
    x = _norm(graph, f"{name}.attention_norm", layer.attention_norm, out, rows)
    inner = graph.fused("FastGelu", _even_linear(graph, f"{name}.up", layer.up, x))
    down = graph.add("Add", _even_linear(graph, f"{name}.down", layer.down, inner), x)
    return _norm(graph, f"{name}.output_norm", layer.output_norm, down, rows)


def _attention(graph: _Graph, step: str, linear: Any, x: str, heads: int) -> str:
    weights = graph.rounded(step, rounded(linear.weight.T, graph.inputs[step]))
    level, size, zero = graph.add("DynamicQuantizeLinear", x, outputs=3)
    return graph.fused(
        "QAttention",
        level,
        weights.levels,
        graph.weight(f"{step}.bias", _array(linear.bias)),
        size,
        weights.scales,
        "lengths",
        zero,
        weights.zeros,
        num_heads=heads,
    )


def _even_linear(graph: _Graph, step: str, linear: Any, x: str) -> str:
    """Divide out the channels that stand out; for the steps where some do."""
    inputs = graph.inputs[step]
    factors = standing_out(inputs)
    even = graph.add("Mul", x, graph.weight(f"{step}.even", _array(1 / factors)))
    weights = rounded(linear.weight.T * factors.unsqueeze(1), evened(inputs, factors))
    return _multiplied(graph, step, linear, even, weights)


def _linear(graph: _Graph, step: str, linear: Any, x: str) -> str:
    weights = rounded(linear.weight.T, graph.inputs[step])
    return _multiplied(graph, step, linear, x, weights)


def _multiplied(graph: _Graph, step: str, linear: Any, x: str, weights: Rounded) -> str:
    names = graph.rounded(step, weights)
    bias = graph.weight(f"{step}.bias", _array(linear.bias))
    return graph.fused("DynamicQuantizeMatMul", x, names.levels, names.scales, names.zeros, bias)


def _norm(graph: _Graph, name: str, norm: Any, x: str, rows: _Rows) -> str:
    """Normalise over the last axis, as if each piece were a channel of an image.

    Of the operators that compute this, onnxruntime's for images is the fastest on a processor: its
    LayerNormalization takes several times as long, and single steps still a little longer.
    """
    flat = graph.add("Reshape", x, rows.flat)
    plain = graph.add("InstanceNormalization", flat, rows.ones, rows.zeros, epsilon=EPSILON)
    scaled = graph.add(
        "Mul",
        graph.add("Reshape", plain, rows.whole),
        graph.weight(f"{name}.gamma", _array(norm.weight)),
    )
    result: str = graph.add("Add", scaled, graph.weight(f"{name}.beta", _array(norm.bias)))
    return result


def _array(tensor: Tensor) -> Array:
    array: Array = tensor.detach().numpy()
    return array


def _info(name: str, kind: int, rank: int) -> Any:
    sizes = ["windows", "pieces", None][:rank]
    return helper.make_tensor_value_info(name, kind, sizes)


def _lengths() -> Any:
    return helper.make_tensor_value_info("lengths", TensorProto.INT32, ["windows"])
