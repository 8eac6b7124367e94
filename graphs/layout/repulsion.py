"""How nodes repel each other: exactly for few, on a mesh for many."""

from __future__ import annotations

from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from graphs.layout.arrays import Numbers, Points


def exact_repulsion(places: Points, masses: Numbers) -> Points:
    """How nodes repel each other: mass times mass over distance, summed over all pairs.

    Args:
        places: Where the nodes are, shape (n, 2).
        masses: How strongly each repels others, shape (n,).

    Returns:
        The force on each node, shape (n, 2). Cost: the square of n.
    """
    square = (places**2).sum(axis=1)
    distance = square[:, None] + square - 2 * (places @ places.T)
    strength = masses / np.maximum(distance, 1e-6)
    field = places * strength.sum(axis=1, keepdims=True) - strength @ places
    return np.asarray(field * masses[:, None])


def meshed_repulsion(places: Points, masses: Numbers) -> Points:
    """The same as `exact_repulsion`, within a few percent, at a cost linear in n.

    Notes:
        Particle-mesh method (Hockney and Eastwood 1988): masses are spread to the corners of the
        cells of a grid, the field there is found by fast Fourier transform and read off again.
    """
    cells = _cells(len(places))
    low = places.min(axis=0)
    width = max(float((places.max(axis=0) - low).max()), 1e-9) / (cells - 2)
    grid = (places - low) / width
    corner = grid.astype(np.int64)
    rest = grid - corner
    corners = [(a, b) for a in (0, 1) for b in (0, 1)]
    shares = [abs(1 - a - rest[:, 0]) * abs(1 - b - rest[:, 1]) for a, b in corners]
    codes = [(corner[:, 0] + a) * cells + corner[:, 1] + b for a, b in corners]
    density = sum(
        np.bincount(code, share * masses, cells * cells)
        for code, share in zip(codes, shares, strict=True)
    )
    fields = _fields(np.asarray(density).reshape(cells, cells)) / width
    read = sum(fields[:, code] * share for code, share in zip(codes, shares, strict=True))
    return np.asarray(read).T * masses[:, None]


def _cells(count: int) -> int:
    """Cells along one side of the mesh: a power of two, about two for each node's spacing."""
    return int(2 ** np.clip(np.ceil(np.log2(2 * np.sqrt(count))), 5, 9))


def _fields(density: Numbers) -> NDArray[np.float64]:
    """The field of both axes at each cell, shape (2, cells * cells), in units of cells."""
    cells = len(density)
    spread = np.fft.rfft2(density, (2 * cells, 2 * cells))
    both = np.fft.irfft2(spread * _kernel(cells), (2 * cells, 2 * cells))
    return both[:, :cells, :cells].reshape(2, -1)


@lru_cache(maxsize=8)
def _kernel(cells: int) -> NDArray[np.complex128]:
    """Transform of the field of a unit mass, offset / distance squared, for both axes."""
    offset = np.fft.fftfreq(2 * cells, 1 / (2 * cells))
    across, down = np.meshgrid(offset, offset, indexing="ij")
    square = across**2 + down**2
    square[0, 0] = 1
    return np.fft.rfft2(np.stack([across / square, down / square]))
