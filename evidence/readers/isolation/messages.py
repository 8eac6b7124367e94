"""What the process that reads files and the one that asks it say to each other: lines of JSON."""

from __future__ import annotations

import os
from dataclasses import dataclass, field
from pathlib import Path

from pydantic import JsonValue, TypeAdapter

from evidence.readers.capture import Capture, Limits
from evidence.readers.intake import Intake
from evidence.readers.refusals import escaped

READY = b'"ready"\n'
"""Said once, when the process can be asked."""

DONE = b'"done"\n'
"""Said when a file was read to its end."""

LAST = b'"last"\n'
"""Said instead by a process that is to be replaced, as it has come to hold much memory."""


@dataclass(frozen=True)
class Request:
    """A file to read; for the attributes see `Capture`.

    Attributes:
        path: Its bytes as Latin-1, since a path need not be text.
        skipped: How many of the parts that lie in it are passed over.
    """

    path: str
    name: str
    filename: str
    limits: Limits
    encoding: str | None = None
    charset: str | None = None
    fields: dict[str, JsonValue] = field(default_factory=dict)
    skipped: int = 0

    @classmethod
    def of(cls, capture: Capture, path: Path) -> Request:
        """The request to read a capture whose bytes are in the file `path`."""
        return cls(
            os.fsencode(path.absolute()).decode("latin-1"),
            escaped(capture.name),
            escaped(capture.filename),
            capture.limits,
            capture.encoding,
            capture.charset,
            FIELDS.validate_python(dict(capture.fields)),
        )

    def capture(self) -> Capture:
        """The capture that is asked for."""
        return Capture(
            self.name,
            self.filename,
            Path(os.fsdecode(self.path.encode("latin-1"))),
            self.limits,
            self.encoding,
            self.charset,
            self.fields,
        )


@dataclass(frozen=True)
class Began:
    """Said when the process turns to a part of a file.

    Attributes:
        part: Its number, from 0.
        name: Where it lies, for messages.
    """

    part: int
    name: str


FIELDS: TypeAdapter[dict[str, JsonValue]] = TypeAdapter(dict[str, JsonValue])
REQUESTS = TypeAdapter(Request)
ANSWERS: TypeAdapter[Began | Intake] = TypeAdapter(Began | Intake)
