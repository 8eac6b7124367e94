"""The process that reads files, seen from the one that asks it."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from contextlib import suppress
from pathlib import Path
from typing import IO

from evidence.readers.isolation.deadline import Deadline
from evidence.readers.isolation.messages import READY

_PACKAGES = Path(__file__).parents[3]
"""The folder that holds the package `evidence`."""

START_SECONDS = 60.0
"""Time by the clock that the process may take to start."""

COMPUTED_LONG = getattr(signal, "SIGPROF", None)
"""The signal that ends a process which computes for too long."""

KILLED = getattr(signal, "SIGKILL", None)
"""The signal that ends a process which says nothing for too long by the clock."""


class Worker:
    """A process that reads one file after the other.

    Args:
        memory: Bytes that it may use.

    Raises:
        RuntimeError: If it cannot be started.
    """

    def __init__(self, memory: int) -> None:
        # -P: the current folder may hold anything, and nothing in it is to be imported
        command = [sys.executable, "-P", "-m", "evidence.readers.isolation.process", str(memory)]
        paths = os.pathsep.join([str(_PACKAGES), *(entry for entry in sys.path if entry)])
        self._process = subprocess.Popen(  # noqa: S603 - no shell, no word of a document in it
            command,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env={**os.environ, "PYTHONPATH": paths},
        )
        self._deadline = Deadline(self._process.kill)
        if self.answer(START_SECONDS) != READY:
            self.end()
            raise RuntimeError(f"{sys.executable} cannot start a process to read files in")

    def ask(self, line: bytes) -> None:
        """Say a line to it; where it is dead already, its next answer is empty."""
        stream = _pipe(self._process.stdin)
        with suppress(BrokenPipeError):
            stream.write(line + b"\n")
            stream.flush()

    def answer(self, seconds: float) -> bytes:
        """The next line that it says; empty where it dies, or takes too long and is killed."""
        self._deadline.set(seconds)
        try:
            return _pipe(self._process.stdout).readline()
        finally:
            self._deadline.lift()

    def end(self) -> int:
        """End it where it still runs; the status says how it ended, a signal as its negative."""
        self._deadline.close()
        self._process.kill()
        status = self._process.wait()
        _pipe(self._process.stdout).close()
        with suppress(BrokenPipeError):
            _pipe(self._process.stdin).close()
        return status


def _pipe(stream: IO[bytes] | None) -> IO[bytes]:
    if stream is None:
        raise RuntimeError("the process was started without pipes")
    return stream
