"""A time by the clock until which something must have happened."""

from __future__ import annotations

import math
import threading
import time
from collections.abc import Callable


class Deadline:
    """Calls a function where a time passes that was not put off before.

    One thread waits for all deadlines that are set one after the other, so that setting one costs
    next to nothing: a mailbox sets tens of thousands.

    Args:
        missed: Called by that thread.
    """

    def __init__(self, missed: Callable[[], None]) -> None:
        self._missed = missed
        self._until = math.inf
        self._wakes = math.inf
        self._closed = False
        self._changed = threading.Condition()
        threading.Thread(target=self._watch, daemon=True).start()

    def set(self, seconds: float) -> None:
        """Put the deadline off until so many seconds from now."""
        with self._changed:
            self._until = time.monotonic() + seconds
            if self._until < self._wakes:
                self._changed.notify()

    def lift(self) -> None:
        """Have no deadline until the next is set."""
        with self._changed:
            self._until = math.inf

    def close(self) -> None:
        """Wait for nothing any more."""
        with self._changed:
            self._closed = True
            self._changed.notify()

    def _watch(self) -> None:
        with self._changed:
            while not self._closed:
                left = self._until - time.monotonic()
                if left <= 0:
                    self._until = math.inf
                    self._missed()
                    continue
                self._wakes = self._until
                self._changed.wait(None if left == math.inf else min(left, threading.TIMEOUT_MAX))
                self._wakes = -math.inf
