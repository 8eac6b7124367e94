"""From captured bytes to documents: find the reader, run it, write down what it gives."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from pydantic import ValidationError

from evidence.errors import ClaimtrailError
from evidence.findings import Finding
from evidence.ids import free_slug
from evidence.readers.capture import Capture
from evidence.readers.intake import Intake
from evidence.readers.reader import Reader, Reading
from evidence.readers.recognising import misnamed, reader_of
from evidence.readers.refusals import TOO_LARGE, UNREADABLE, Refused, refusal
from evidence.readers.written import written

MOST_FINDINGS = 100
"""Findings of one file that are told one by one; the others are counted."""


class Taking:
    """Takes in one file, with everything that lies in it.

    The ids of its documents are free within the file only.

    Args:
        readers: Those that there are, in the order in which they are asked.
        began: Told the number and the name of each part of the file before it is read.
    """

    def __init__(
        self, readers: Sequence[Reader], began: Callable[[int, str], None] = lambda *_: None
    ) -> None:
        self._readers = readers
        self._began = began
        self._ids: set[str] = set()

    def of(self, capture: Capture, *, skipped: int = 0) -> Iterator[Intake]:
        """Yield an intake for each document in a file, and for each thing left out.

        Args:
            capture: The file.
            skipped: How many of its parts to pass over.
        """
        shown = 0
        for intake in self._guarded(capture, None, 0, skipped):
            shown += len(intake.findings)
            told = intake if shown <= MOST_FINDINGS else replace(intake, findings=())
            if told != Intake():
                yield told
        if shown > MOST_FINDINGS:
            yield Intake(findings=(_more(capture, shown - MOST_FINDINGS),))

    def _guarded(
        self, capture: Capture, within: str | None, depth: int, skipped: int = 0
    ) -> Iterator[Intake]:
        """Like `of`, for a file that lies `depth` files deep in the document `within`."""
        reader: Reader | None = None
        try:
            if depth > capture.limits.nesting:
                raise Refused(f"lies in {depth} files", "unpack it", TOO_LARGE)
            reader = reader_of(capture, self._readers)
            for finding in misnamed(capture, reader, self._readers):
                yield Intake(findings=(finding,))
            yield from self._parts(capture, reader, within, depth, skipped)
        except Exception as error:  # parsers of other people's formats raise whatever they like
            why, hint, code = _explained(error, reader, capture)
            yield Intake(findings=(refusal(capture.name, why, hint, code),))

    def _parts(
        self, capture: Capture, reader: Reader, within: str | None, depth: int, skipped: int
    ) -> Iterator[Intake]:
        parent = within
        number = -1
        for number, part in enumerate(reader.read(capture)):
            if isinstance(part, Reading):
                parent = self._free_id(capture)
            if number < skipped:
                continue
            if isinstance(part, Reading):
                yield written(part, capture, reader, str(parent), within)
            elif isinstance(part, Capture):
                if depth == 0:
                    self._began(number, part.name)
                yield from self._guarded(part, parent, depth + 1)
            else:
                yield Intake(findings=(part,))
        if number < 0:
            raise Refused("holds no document", "leave it out")

    def _free_id(self, capture: Capture) -> str:
        name = free_slug(capture.stem, self._ids)
        self._ids.add(name)
        return name


def _more(capture: Capture, count: int) -> Finding:
    why = f"holds {count:,} more things that were left out, or not as they should be"
    finding = refusal(capture.name, why, "mend the file, or unpack it and look at it")
    return finding.model_copy(update={"truncated": True})


def _explained(error: Exception, reader: Reader | None, capture: Capture) -> tuple[str, str, str]:
    """What an error says about the bytes: what is wrong, how to mend it, and the code."""
    if isinstance(error, Refused):
        return error.why, error.hint, error.code
    if isinstance(error, ClaimtrailError):
        return f"was not read: {error}", error.hint, UNREADABLE
    if isinstance(error, MemoryError):
        why = f"takes more than {capture.limits.memory:,} bytes of memory to read"
        return why, "split it", TOO_LARGE
    if isinstance(error, RecursionError):
        return "is nested too deeply to be read", "mend the file", TOO_LARGE
    kind = reader.name if reader else "beyond telling its kind"
    return f"is damaged {kind}: {_described(error)}", "mend the file", UNREADABLE


def _described(error: Exception) -> str:
    if isinstance(error, ValidationError):
        return "; ".join(f"{'.'.join(map(str, e['loc']))}: {e['msg']}" for e in error.errors())
    return str(error) or type(error).__name__
