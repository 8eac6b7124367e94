"""Reading in a process of its own, which may hang, run out of memory or crash without harm.

The libraries that read PDF and HTML are written in C or walk whatever they are given. A page of
200,000 short paragraphs keeps the extraction of its main text busy for minutes, and 500 KB of PDF
can unpack to gigabytes. Neither can be bounded from within the same process.
"""

from __future__ import annotations

from collections.abc import Generator, Iterator
from dataclasses import replace
from typing import Self

from evidence.findings import Finding
from evidence.readers.capture import Limits
from evidence.readers.intake import Intake
from evidence.readers.isolation.messages import ANSWERS, DONE, LAST, REQUESTS, Request
from evidence.readers.isolation.worker import COMPUTED_LONG, KILLED, Worker
from evidence.readers.refusals import TOO_LARGE, refusal

__all__ = ["IsolatedReader", "Request"]

GRACE = 2.0
"""Seconds by the clock that may pass beyond the bound on processor time."""

_ENDS = (DONE, LAST, b"")


class IsolatedReader:
    """Reads files in another process, which is started when it is first needed.

    Use it as a context. It reads one file at a time, and is not to be shared between threads.
    """

    def __init__(self) -> None:
        self._worker: Worker | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._stop()

    def read(self, request: Request) -> Iterator[Intake]:
        """Yield what is in a file as it is found.

        Where the process gives up on a part of the file, that is a finding, and another process
        goes on after that part.

        Raises:
            RuntimeError: If no process can be started.
        """
        pending: Request | None = request
        while pending is not None:
            pending = yield from self._read(pending)

    def _read(self, request: Request) -> Generator[Intake, None, Request | None]:
        """Read until the process ends; the request with which to go on, if there is more."""
        self._worker = worker = self._worker or Worker(request.limits.memory)
        began, answer = None, b""
        try:
            worker.ask(REQUESTS.dump_json(request))
            while (answer := worker.answer(GRACE + request.limits.seconds)) not in _ENDS:
                said = ANSWERS.validate_json(answer)
                if isinstance(said, Intake):
                    yield said
                else:
                    began = said
            if answer:
                return None
            name = began.name if began else request.name
            yield Intake(findings=(_given_up(name, request.limits, worker.end()),))
            return replace(request, skipped=began.part + 1) if began else None
        finally:
            if answer != DONE:
                self._stop()

    def _stop(self) -> None:
        if self._worker is not None:
            self._worker.end()
        self._worker = None


def _given_up(name: str, limits: Limits, status: int) -> Finding:
    """What a process that ended with this status says about what it was reading."""
    if -status in (COMPUTED_LONG, KILLED):
        busy = " by the clock, as this machine has much to do" if -status == KILLED else ""
        why = f"takes more than {limits.seconds:g} seconds to read{busy}"
        return refusal(name, why, "split it, or raise --seconds", TOO_LARGE)
    why = f"makes the program that reads such files crash (status {status})"
    return refusal(name, why, "save it anew, or as plain text")
