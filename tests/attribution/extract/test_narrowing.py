"""From the trained network to the one that is shipped: pruned, taught and rounded."""
# ruff: noqa: E402 - what needs torch comes after the question whether it is there

from __future__ import annotations

import copy
from itertools import combinations
from pathlib import Path

import numpy as np
import pytest

from attribution.extract.detection import Detection
from attribution.training.articles import Article

for package in ("torch", "onnx", "safetensors"):
    pytest.importorskip(package, reason="the extra train is not installed")

import torch

from attribution.training.batches import Batch, collate
from attribution.training.export import export
from attribution.training.inputs import Inputs, measured
from attribution.training.network import HALF, WIDTH, LayerSize, Network
from attribution.training.pruning import pruned
from attribution.training.rounding import evened, rounded, standing_out
from attribution.training.teaching import Teaching, teach
from attribution.training.train import Lessons

SMALL = LayerSize(heads=2, units=24)
WORDS = "ana said it was over the end came soon . she he told them".split()
VOCABULARY = ["[PAD]", "[UNK]", "[CLS]", "[SEP]", *WORDS]
TEXT = "Ana said it was over.\nThe end came soon, she told them.\nHe came.\n"
SAID = Detection(source=((0, 3),), cue=((4, 8),), content=((9, 20),))


@pytest.fixture
def lessons() -> Lessons:
    return Lessons.of([Article(str(n), TEXT * (n + 1), (SAID,)) for n in range(4)], VOCABULARY)


@pytest.fixture
def batches(lessons: Lessons) -> list[Batch]:
    return lessons.sample()


@pytest.fixture
def network() -> Network:
    torch.manual_seed(3)
    made = Network(len(VOCABULARY), (SMALL,) * (2 * HALF))
    made.words.fill(torch.randn(len(VOCABULARY), WIDTH))
    return made.eval()


def assert_alike(found: torch.Tensor, true: torch.Tensor) -> None:
    assert float((found - true).square().mean().sqrt()) < 0.1 * float(true.std())


def outputs(network: Network, batch: Batch) -> torch.Tensor:
    """All logits of a batch, with every fifth piece marked."""
    marks = torch.zeros_like(batch.mask)
    marks[:, 1::5] = 1
    with torch.no_grad():
        hidden, _ = network.lower(batch.ids, batch.kinds, batch.mask)
        return network.upper(hidden, batch.mask, marks * batch.mask)[batch.mask.bool()]


def products(values: torch.Tensor) -> Inputs:
    given = Inputs.none(values.shape[1])
    given.add(values.double())
    return given


class TestMeasuring:
    def test_padding_is_not_measured(self, network: Network, lessons: Lessons) -> None:
        windows = [example for article in lessons.articles for example in article]
        together = measured(network, [collate(windows, *lessons.borders)])
        alone = measured(network, [collate([window], *lessons.borders) for window in windows])
        for name, given in together.items():
            assert torch.allclose(given.products, alone[name].products, rtol=1e-3, atol=1e-2), name
            assert torch.allclose(given.largest, alone[name].largest, rtol=1e-3, atol=1e-3), name


class TestPruning:
    def test_units_that_others_can_stand_in_for_cost_nothing(
        self, network: Network, batches: list[Batch]
    ) -> None:
        half = SMALL.units // 2
        with torch.no_grad():
            for layer in (*network.lower_layers, *network.upper_layers):
                layer.up.weight[half:] = layer.up.weight[:half]
                layer.up.bias[half:] = layer.up.bias[:half]
        size = LayerSize(SMALL.heads, half)
        narrow = pruned(network, (size,) * (2 * HALF), measured(network, batches))

        assert narrow.lower_layers[0].up.out_features == half
        for batch in batches:
            assert_alike(outputs(narrow, batch), outputs(network, batch))

    def test_a_head_that_says_nothing_goes(self, network: Network, batches: list[Batch]) -> None:
        with torch.no_grad():
            for layer in (*network.lower_layers, *network.upper_layers):
                layer.out.weight[:, :32] = 0
        size = LayerSize(1, SMALL.units)
        narrow = pruned(network, (size,) * (2 * HALF), measured(network, batches))

        for batch in batches:
            assert_alike(outputs(narrow, batch), outputs(network, batch))

    def test_the_unit_goes_that_costs_least_of_all(
        self, network: Network, batches: list[Batch]
    ) -> None:
        """Brute force: leave out each unit in turn, and refit the others."""
        inputs = measured(network, batches)
        size = LayerSize(SMALL.heads, SMALL.units - 1)
        narrow = pruned(network, (size,) * (2 * HALF), inputs)
        for wide, less, name in zip(
            network.lower_layers, narrow.lower_layers, ("0", "1", "2"), strict=True
        ):
            true = wide.down.weight.detach().double().T
            given = inputs[f"lower_layers.{name}.down"].products
            curvature = given + 0.01 * given.diagonal().mean() * torch.eye(len(given))

            def cost(
                kept: tuple[int, ...], curvature: torch.Tensor = curvature, true=true
            ) -> float:
                fitted = torch.zeros_like(true)
                fitted[list(kept)] = torch.linalg.solve(
                    curvature[list(kept)][:, list(kept)], (curvature @ true)[list(kept)]
                )
                change = fitted - true
                return float((change * (curvature @ change)).sum())

            best = min(combinations(range(SMALL.units), SMALL.units - 1), key=cost)
            assert torch.equal(less.up.weight, wide.up.weight[list(best)])

    def test_the_wide_network_stays_as_it_was(self, network: Network, batches: list[Batch]) -> None:
        before = copy.deepcopy(network.state_dict())
        pruned(network, (LayerSize(1, 8),) * (2 * HALF), measured(network, batches))

        assert all(torch.equal(before[name], each) for name, each in network.state_dict().items())


class TestTeaching:
    def test_the_one_that_learns_comes_nearer(self, network: Network, lessons: Lessons) -> None:
        batches = lessons.sample()
        learning = copy.deepcopy(network)
        with torch.no_grad():
            for each in learning.parameters():
                each += 0.2 * each.std(correction=0) * torch.randn(each.shape)

        def distance() -> float:
            pairs = [(outputs(learning, each), outputs(network, each)) for each in batches]
            return sum(float((mine - true).square().mean()) for mine, true in pairs)

        before = distance()
        teaching = Teaching(steps=60, rate=1e-3, warm_up=2, mixed_precision=False)
        teach(learning, network, lessons.articles, lessons.borders, teaching)

        assert distance() < 0.3 * before


class TestRounding:
    def test_channels_that_have_nothing_in_common_round_to_the_nearest(self) -> None:
        weights = torch.randn(24, 7, generator=torch.Generator().manual_seed(1))
        inputs = products(torch.eye(24))
        found = rounded(weights, inputs)
        nearest = np.clip(np.round(weights.numpy() / found.scales), -64, 64)

        assert (found.levels == nearest).all()

    @pytest.mark.parametrize("seed", range(5))
    def test_what_comes_out_changes_less_than_by_rounding_to_the_nearest(self, seed: int) -> None:
        chance = torch.Generator().manual_seed(seed)
        given = torch.randn(400, 8, generator=chance) @ torch.randn(8, 160, generator=chance)
        given += 0.1 * torch.randn(400, 160, generator=chance)
        weights = torch.randn(160, 9, generator=chance)
        found = rounded(weights, products(given))
        nearest = np.clip(np.round(weights.numpy() / found.scales), -64, 64)

        def change(levels: np.ndarray) -> float:
            off = torch.tensor(levels * found.scales).float() - weights
            return float((given @ off).square().sum())

        assert abs(found.levels).max() <= 64
        assert change(found.levels) < 0.5 * change(nearest)

    def test_channels_that_stand_out_are_divided_down_to_the_others(self) -> None:
        given = torch.randn(500, 100, generator=torch.Generator().manual_seed(2))
        given[:, 7] *= 30
        inputs = products(given)
        factors = standing_out(inputs)
        even = evened(inputs, factors)

        assert factors[7] > 20
        assert (factors >= 1).all()
        assert even.largest.max() < 1.3 * even.largest.median()
        assert torch.allclose(even.products, products(given / factors).products, rtol=1e-4)


def test_the_files_say_what_the_network_says(
    network: Network, batches: list[Batch], tmp_path: Path
) -> None:
    """Also where a channel stands out and takes the room of the others."""
    import onnxruntime

    with torch.no_grad():
        for layer in network.upper_layers:
            layer.attention_norm.weight[5] = 40.0
            layer.up.weight[:, 5] /= 40.0
            layer.output_norm.weight[5] = 0.1
    export(network, measured(network, batches), tmp_path)
    lower, upper = (
        onnxruntime.InferenceSession(tmp_path / f"{half}.onnx") for half in ("lower", "upper")
    )
    for batch in batches:
        lengths = batch.mask.sum(dim=1).to(torch.int32).numpy()
        feed = {"ids": batch.ids.numpy(), "kinds": batch.kinds.numpy(), "lengths": lengths}
        hidden, gate = lower.run(["hidden", "gate"], feed)
        marks = torch.zeros_like(batch.mask)
        marks[:, 2:4] = batch.mask[:, 2:4]
        feed = {"hidden": hidden, "marks": marks.numpy(), "lengths": lengths}
        (logits,) = upper.run(["logits"], feed)
        with torch.no_grad():
            true_hidden, true_gate = network.lower(batch.ids, batch.kinds, batch.mask)
            true = network.upper(true_hidden, batch.mask, marks)
        inside = batch.mask.bool().numpy()
        for found, expected in (
            (hidden, true_hidden),
            (gate[..., 0], true_gate),
            (logits, true),
        ):
            off = found[inside] - expected.numpy()[inside]
            assert np.sqrt((off**2).mean()) < 0.05 * expected.numpy()[inside].std()
