"""Python's garbage collector, held while many records are made that all stay."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def collector_held() -> Iterator[None]:
    """Collect no garbage inside the block.

    The collector looks at every object again each time their number has grown by a quarter, and
    each of its rounds finds nothing where all that is made is kept: a cost above linear.
    """
    was_running = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_running:
            gc.enable()
