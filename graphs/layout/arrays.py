"""The arrays that a layout is computed with."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

Points = NDArray[np.float64]
"""Places or sizes, shape (n, 2): one row (x, y) or (width, height) a node."""

Numbers = NDArray[np.float64]
"""One number a node or an edge."""

Edges = NDArray[np.int64]
"""One row (tail, head) of node indices an edge; each pair once, never a node with itself."""

Indices = NDArray[np.int64]
"""Indices of nodes or of edges."""
