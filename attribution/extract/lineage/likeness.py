"""Texts that are the same but for a few words: MinHash, then the likeness itself.

After A. Broder, On the resemblance and containment of documents (1997), with locality-sensitive
hashing to find candidates (P. Indyk and R. Motwani, 1998), by the library datasketch.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence

LIKE = 0.5
"""The Jaccard likeness of shingles from which two texts count as near-identical."""

SHINGLE = 3
"""Words of a shingle."""

CANDIDATES = 16
"""Texts that one is compared with at most, the first of those that are probably like it."""

_PERMUTATIONS = 64
_WORD = re.compile(r"[^\W_]+")


def words_of(text: str) -> list[str]:
    """The words of a text, without case and punctuation."""
    return _WORD.findall(text.casefold())


def near_identical(texts: Sequence[str]) -> list[list[int]]:
    """Group texts that are the same but for a few words.

    Args:
        texts: Any texts; those of fewer words than a shingle are like nothing.

    Returns:
        The indexes of each group of two or more, each group and the groups in order. The members
        of a group are near-identical to its first. Cost: linear in the words; a text is compared
        with at most `CANDIDATES` of those that MinHash finds like it.
    """
    shingles = [_shingles(text) for text in texts]
    groups: dict[int, list[int]] = defaultdict(list)
    leader_of: dict[frozenset[str], int] = {}
    leaders = _Leaders(shingles)
    for index, own in enumerate(shingles):
        if own:
            if own not in leader_of:
                leader_of[own] = leaders.lead(index)
            groups[leader_of[own]].append(index)
    return [group for group in groups.values() if len(group) > 1]


def _shingles(text: str) -> frozenset[str]:
    words = words_of(text)
    return frozenset(" ".join(words[i : i + SHINGLE]) for i in range(len(words) - SHINGLE + 1))


class _Leaders:
    """The first text of each group, found again by those that are like it."""

    def __init__(self, shingles: Sequence[frozenset[str]]) -> None:
        # SciPy comes along, which takes a while to load
        from datasketch import MinHash, MinHashLSH

        self._shingles = shingles
        self._sketch = MinHash(num_perm=_PERMUTATIONS)
        self._hashed = MinHashLSH(threshold=LIKE, num_perm=_PERMUTATIONS)

    def lead(self, index: int) -> int:
        """The leader that a text is like; itself, from now on, where there is none."""
        own = self._shingles[index]
        sketch = self._sketch.copy()
        sketch.update_batch([shingle.encode("utf-8") for shingle in sorted(own)])
        for leader in sorted(self._hashed.query(sketch))[:CANDIDATES]:
            other = self._shingles[leader]
            if len(own & other) >= LIKE * len(own | other):
                return int(leader)
        self._hashed.insert(index, sketch, check_duplication=False)
        return index
