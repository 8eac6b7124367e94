"""The two halves of the encoder, run by onnxruntime in batches of windows of similar length."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any, TypeVar

import numpy as np

from attribution.extract.trained.decoding import Scores
from attribution.extract.trained.description import checked_files, described
from attribution.extract.trained.windows import Window
from attribution.extract.trained.wordpiece import END, START, WordPiece

_T = TypeVar("_T")

# Padded word pieces in a batch: enough to keep the processor busy, and small in memory.
_BATCH_PIECES = 384
_LONGEST_TO_SHORTEST = 1.2


class Model:
    """A trained model, loaded from its folder.

    Args:
        folder: Holds ``model.json`` and the files that it names.

    Raises:
        ClaimtrailError: If a file is missing, or is not the one that ``model.json`` describes.
    """

    def __init__(self, folder: Path) -> None:
        description = described(folder)
        contents = checked_files(folder, description)
        self.decisions = description.decisions
        self.wordpiece = WordPiece(contents["vocabulary.txt"].decode().split("\n")[:-1])
        self._lower = _session(contents["lower.onnx"])
        self._upper = _session(contents["upper.onnx"])

    def lower(self, windows: Sequence[Window]) -> list[tuple[Scores, Scores]]:
        """Read windows once.

        Returns:
            For each window the hidden states (pieces + 2) x width, with both border pieces, and
            the gate logits (pieces).
        """
        borders = self.wordpiece.rows[START], self.wordpiece.rows[END]

        def read(chosen: list[int], length: int) -> list[tuple[Scores, Scores]]:
            ids = np.zeros((len(chosen), length), dtype=np.int64)
            kinds = np.zeros_like(ids)
            for row, number in enumerate(chosen):
                window = windows[number]
                count = len(window)
                ids[row, : count + 2] = [borders[0], *window.pieces.ids, borders[1]]
                kinds[row, 1 : count + 1] = window.kinds
            sizes = [len(windows[number]) + 2 for number in chosen]
            feed = {"ids": ids, "kinds": kinds, "lengths": np.array(sizes, dtype=np.int32)}
            hidden, gate = self._lower.run(["hidden", "gate"], feed)
            return [
                (hidden[row, :size], gate[row, 1 : size - 1, 0]) for row, size in enumerate(sizes)
            ]

        return _batched([len(window) + 2 for window in windows], read)

    def upper(self, hidden: Sequence[Scores], marks: Sequence[Scores]) -> list[Scores]:
        """Read windows again, each with marks on some pieces (0 or 1 per piece, borders included).

        Returns:
            For each window its logits without the border pieces: pieces x (flat classes, role
            classes, cue score).
        """

        def read(chosen: list[int], length: int) -> list[Scores]:
            sizes = [len(hidden[number]) for number in chosen]
            states = np.zeros((len(chosen), length, hidden[0].shape[1]), dtype=np.float32)
            marked = np.zeros((len(chosen), length), dtype=np.float32)
            for row, (number, size) in enumerate(zip(chosen, sizes, strict=True)):
                states[row, :size] = hidden[number]
                marked[row, :size] = marks[number]
            feed = {"hidden": states, "marks": marked, "lengths": np.array(sizes, dtype=np.int32)}
            (logits,) = self._upper.run(["logits"], feed)
            return [logits[row, 1 : size - 1] for row, size in enumerate(sizes)]

        return _batched([len(each) for each in hidden], read)


def _batched(sizes: Sequence[int], read: Callable[[list[int], int], list[_T]]) -> list[_T]:
    """Call ``read`` with batches of indexes and their longest size; put results back in order."""
    results: dict[int, _T] = {}
    for chosen in _batches(sizes):
        results.update(zip(chosen, read(chosen, sizes[chosen[-1]]), strict=True))
    return [results[number] for number in range(len(sizes))]


def _batches(sizes: Sequence[int]) -> Iterator[list[int]]:
    """Group indexes by size, ascending, so that no batch holds much padding."""
    batch: list[int] = []
    for number in sorted(range(len(sizes)), key=lambda index: sizes[index]):
        size = sizes[number]
        full = size * (len(batch) + 1) > _BATCH_PIECES
        if batch and (full or size > _LONGEST_TO_SHORTEST * sizes[batch[0]]):
            yield batch
            batch = []
        batch.append(number)
    if batch:
        yield batch


def _session(content: bytes) -> Any:
    # Imported here: onnxruntime takes a while to load, and the package must import fast.
    import onnxruntime

    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = 1
    options.inter_op_num_threads = 1
    # Every batch has another shape: plans for reuse would only pile up memory.
    options.enable_mem_pattern = False
    options.log_severity_level = 3
    return onnxruntime.InferenceSession(content, options, providers=["CPUExecutionProvider"])
