"""The large network that teaches: its base model in pieces, its distances, and what it teaches."""

from __future__ import annotations

import hashlib
import io
import math
import zipfile
from pathlib import Path

import pytest

from attribution.extract.detection import Detection
from attribution.extract.trained.wordpiece import END, PADDING, START, UNKNOWN, WordPiece
from attribution.training import large_base
from attribution.training.articles import Article
from attribution.training.large_base import LargeBase, read_large_base
from attribution.training.rows import examples
from evidence.errors import ClaimtrailError, MissingExtraError

WEIGHTS = b"weights"


@pytest.fixture
def pieces(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The base model as its packages bring it: one archive cut in five."""
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        archive.writestr("all-mpnet-base-v2/model.safetensors", WEIGHTS)
        archive.writestr("all-mpnet-base-v2/vocab.txt", "<s>\n<pad>\n</s>\nthe")
    whole = packed.getvalue()
    for number in range(5):
        cut = slice(number * len(whole) // 5, (number + 1) * len(whole) // 5)
        (tmp_path / str(number + 1)).write_bytes(whole[cut])
    monkeypatch.setattr(large_base, "_piece", lambda number: tmp_path / str(number))
    return tmp_path


def test_the_pieces_are_put_together(pieces: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(large_base, "_SHA256", hashlib.sha256(WEIGHTS).hexdigest())
    base = read_large_base()
    assert base == LargeBase(WEIGHTS, ["<s>", "<pad>", "</s>", "the"])
    assert base.rows_of([PADDING, START, END, "the"]) == [1, 0, 2, 3]


def test_other_weights_are_refused(pieces: Path) -> None:
    with pytest.raises(ClaimtrailError, match="not the one that is known"):
        read_large_base()


def test_without_its_packages_the_message_says_what_to_install(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(large_base, "find_spec", lambda name: None)
    with pytest.raises(MissingExtraError) as caught:
        read_large_base()
    assert "pip install 'claimtrail[teacher]'" in str(caught.value.hint)


def _bucket(apart: int) -> int:
    """The bucket of one distance, as T5 sorts it (Raffel et al. 2020): 16 for either direction."""
    side, far = (16 if apart > 0 else 0), abs(apart)
    if far < 8:
        return side + far
    return side + min(15, 8 + int(math.log(far / 8) / math.log(128 / 8) * 8))


def test_distances_fall_into_the_buckets_of_t5() -> None:
    torch = pytest.importorskip("torch", reason="the extra train is not installed")
    from attribution.training.teacher import buckets

    apart = list(range(-300, 301))
    assert buckets(torch.tensor(apart)).tolist() == [_bucket(each) for each in apart]


def test_what_is_padding_changes_nothing() -> None:
    torch = pytest.importorskip("torch", reason="the extra train is not installed")
    from attribution.training.teacher import Teacher, TeacherSize

    torch.manual_seed(1)
    teacher = Teacher(9, TeacherSize(width=24, heads=2, units=32, lower=2, upper=1))
    torch.nn.init.normal_(teacher.distances)
    ids = torch.tensor([[1, 4, 5, 2]])
    padded = torch.tensor([[1, 4, 5, 2, 0, 0]])

    def read(given: torch.Tensor) -> torch.Tensor:
        mask = (given > 0).float()
        hidden, gate = teacher.lower(given, torch.zeros_like(given), mask)
        assert gate.shape == given.shape
        return teacher.upper(hidden, mask, torch.zeros_like(mask))

    assert torch.allclose(read(ids), read(padded)[:, :4], atol=1e-5)


def test_a_small_network_learns_from_a_large_one() -> None:
    torch = pytest.importorskip("torch", reason="the extra train is not installed")
    from attribution.training.network import LayerSize, Network
    from attribution.training.teacher import Teacher, TeacherSize
    from attribution.training.teaching import Teaching, teach

    pieces = [PADDING, UNKNOWN, START, END, *"ana said it was over .".split()]
    said = Detection(((0, 3),), ((4, 8),), ((9, 20),))
    article = Article("x", "Ana said it was over.\n", (said,))
    lessons = examples([article], WordPiece(pieces))
    torch.manual_seed(1)
    teacher = Teacher(len(pieces), TeacherSize(width=24, heads=2, units=32, lower=2, upper=1))
    torch.nn.init.normal_(teacher.head.weight, std=2.0)
    pupil = Network(len(pieces), [LayerSize(1, 8)] * 6, dropout=0.0)
    pupil.words.fill(torch.randn(len(pieces), 384))
    said_lines: list[str] = []
    teaching = Teaching(steps=100, warm_up=5, rate=1e-3, mixed_precision=False)
    teach(pupil, teacher, lessons, (2, 3), teaching, lambda _, line: said_lines.append(line))
    first, last = (float(line.split("flat ")[1].split()[0]) for line in said_lines)
    assert last < 0.5 * first
