"""Arguments and attacks in compact arrays: an abstract argumentation framework (P. Dung, 1995)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import chain

import numpy as np
import numpy.typing as npt

Numbers = npt.NDArray[np.int32]


@dataclass(frozen=True, slots=True)
class Adjacency:
    """For each argument, the arguments next to it: those of `n` are `heads[starts[n]:starts[n+1]]`.

    Attributes:
        starts: Where the neighbours of each argument begin; one more than there are arguments.
        heads: The neighbours, argument after argument.
    """

    starts: Numbers
    heads: Numbers

    @classmethod
    def of(cls, size: int, tails: Numbers, heads: Numbers) -> Adjacency:
        """Sort edges by their tails; a stable radix sort, linear in their number."""
        starts = np.zeros(size + 1, dtype=np.int32)
        np.cumsum(np.bincount(tails, minlength=size), out=starts[1:])
        return cls(starts, heads[np.argsort(tails, kind="stable")])

    def __getitem__(self, argument: int) -> list[int]:
        """The neighbours of an argument, in the order of the edges."""
        near: list[int] = self.heads[self.starts[argument] : self.starts[argument + 1]].tolist()
        return near

    def counts(self) -> Numbers:
        """How many neighbours each argument has."""
        return np.diff(self.starts)


@dataclass(frozen=True, slots=True)
class Framework:
    """Arguments, numbered from 0, and which attacks which.

    Attributes:
        size: How many arguments there are.
        attacked: For each argument, those that it attacks.
        attackers: For each argument, those that attack it.
    """

    size: int
    attacked: Adjacency
    attackers: Adjacency

    @classmethod
    def of(cls, size: int, attacks: Iterable[tuple[int, int]]) -> Framework:
        """A framework of `size` arguments with attacks as pairs (attacker, attacked)."""
        flat = np.fromiter(chain.from_iterable(attacks), dtype=np.int32).reshape(-1, 2)
        return cls.of_arrays(size, flat[:, 0], flat[:, 1])

    @classmethod
    def of_arrays(cls, size: int, attackers: Numbers, attacked: Numbers) -> Framework:
        """A framework from two arrays of equal length, which hold the ends of each attack.

        Raises:
            ValueError: If an attack names an argument that is not there.
        """
        ends = np.concatenate((attackers, attacked))
        if len(ends) and (ends.min() < 0 or ends.max() >= size):
            raise ValueError(f"an attack names an argument outside 0 to {size - 1}")
        return cls(
            size,
            Adjacency.of(size, attackers, attacked),
            Adjacency.of(size, attacked, attackers),
        )
