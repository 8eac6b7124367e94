"""What claims depend on alone: loops of sources, and sources that much hangs on."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from graphs.origins.independence import Origin


@dataclass(frozen=True, slots=True)
class Dependence:
    """Something that claims depend on alone.

    Attributes:
        nodes: The key of a source, or those of the members of a loop.
        claims: The ids of the claims, in the order of the case.
    """

    nodes: tuple[str, ...]
    claims: tuple[str, ...]


def circular(sole_origins: Mapping[Origin, Sequence[str]]) -> tuple[Dependence, ...]:
    """The loops that claims rest on and on nothing else, those behind most claims first.

    Args:
        sole_origins: The claims that rest on one origin alone, by that origin.
    """
    loops = (Dependence(o.nodes, tuple(c)) for o, c in sole_origins.items() if o.is_loop)
    return _ranked(loops)


def carriers(carried: Mapping[str, Sequence[str]]) -> tuple[Dependence, ...]:
    """The sources without which two claims or more have no support, those of most claims first.

    Args:
        carried: The claims that have no support without a source, by its key; see `load_bearing`.
    """
    return _ranked(Dependence((n,), tuple(c)) for n, c in carried.items() if len(c) > 1)


def _ranked(found: Iterable[Dependence]) -> tuple[Dependence, ...]:
    return tuple(sorted(found, key=lambda each: (-len(each.claims), each.nodes)))
