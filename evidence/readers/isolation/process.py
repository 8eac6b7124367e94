"""The process that reads files: requests on standard input, what is in the files on output."""

from __future__ import annotations

import os
import signal
import sys
from typing import IO

from evidence.readers.capture import Capture
from evidence.readers.intake import Intake
from evidence.readers.isolation.messages import ANSWERS, DONE, LAST, READY, REQUESTS, Began
from evidence.readers.registry import readers
from evidence.readers.taking_in import Taking

try:
    import resource
except ImportError:  # Windows has no such limits: the asking process ends this one by the clock
    resource = None  # type: ignore[assignment]


def main() -> None:
    """Answer requests until there are none."""
    memory = int(sys.argv[1])
    answers = _apart()
    _bound_memory(memory)
    _load()
    # Linux counts what the asking process held when it started this one.
    enough = max(memory // 2, _peak())
    answers.write(READY)
    answers.flush()
    for line in sys.stdin.buffer:
        _read(line, answers)
        answers.write(LAST if _peak() > enough else DONE)
        answers.flush()


def _load() -> None:
    """Read a page, so that loading the libraries for that takes no file's time."""
    for _ in Taking(readers()).of(
        Capture("page.html", "page.html", b"<html><p>A page.</p></html>")
    ):
        pass


def _read(line: bytes, answers: IO[bytes]) -> None:
    request = REQUESTS.validate_json(line)

    def say(answer: Began | Intake) -> None:
        answers.write(ANSWERS.dump_json(answer) + b"\n")
        answers.flush()
        _bound_time(request.limits.seconds)

    _bound_time(request.limits.seconds)
    taking = Taking(readers(), began=lambda part, name: say(Began(part, name)))
    for intake in taking.of(request.capture(), skipped=request.skipped):
        say(intake)
    _bound_time(0)


def _apart() -> IO[bytes]:
    """The standard output, which nothing that a library prints shall get into."""
    answers = os.fdopen(os.dup(sys.stdout.fileno()), "wb")
    os.dup2(sys.stderr.fileno(), sys.stdout.fileno())
    return answers


def _bound_memory(memory: int) -> None:
    if sys.platform == "linux":  # others have the name of this limit, and do not keep it
        resource.setrlimit(resource.RLIMIT_AS, (memory, memory))


def _bound_time(seconds: float) -> None:
    """End this process when it has computed for so long, wherever it is; 0 for no bound."""
    if hasattr(signal, "setitimer"):
        signal.setitimer(signal.ITIMER_PROF, seconds)


def _peak() -> int:
    """The most memory that this process has held, in bytes; 0 where that is not known."""
    if resource is None:
        return 0
    unit = 1 if sys.platform == "darwin" else 1024
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * unit


if __name__ == "__main__":
    main()
