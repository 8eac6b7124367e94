"""What a format is, and what reading and writing one gives."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from evidence.case import Case
from evidence.findings import Finding
from evidence.formats.content import Content
from evidence.model import Making, Record


@dataclass(frozen=True)
class Counts:
    """What became of the objects of a file; the parts always make up the whole.

    Attributes:
        read: Objects in the file, counted before any is looked at.
        mapped: Those that became records.
        kept: Those without a counterpart here, kept as they were (`evidence.model.Kept`).
        refused: Those that are damaged, each named by a finding.
    """

    read: int = 0
    mapped: int = 0
    kept: int = 0
    refused: int = 0

    def __post_init__(self) -> None:
        """Check the sum.

        Raises:
            ValueError: If the parts do not make up the whole: an object was dropped in silence.
        """
        parts = (self.mapped, self.kept, self.refused)
        if self.read != sum(parts) or min(parts) < 0:
            raise ValueError(
                f"{self.read} objects read, but {self.mapped} mapped, {self.kept} kept and "
                f"{self.refused} refused"
            )

    def __add__(self, other: Counts) -> Counts:
        """The counts of two files together."""
        return Counts(
            self.read + other.read,
            self.mapped + other.mapped,
            self.kept + other.kept,
            self.refused + other.refused,
        )


@dataclass(frozen=True)
class Imported:
    """What came of reading one file.

    Attributes:
        records: In the order of the file; no two of one type share an id.
        findings: What was refused, lost or mended, and what leads nowhere.
        counts: What became of each object.
        title: What the file calls the whole.
        description: What the file says of the whole.
    """

    records: tuple[Record, ...] = ()
    findings: tuple[Finding, ...] = ()
    counts: Counts = Counts()
    title: str = ""
    description: str = ""


@dataclass(frozen=True)
class Exported:
    """What came of writing a case.

    Attributes:
        data: The bytes of the file.
        findings: What the format cannot hold and was left out, counted.
    """

    data: bytes
    findings: tuple[Finding, ...] = ()


@dataclass(frozen=True)
class Format:
    """One of other people's formats.

    Attributes:
        name: What users call it, as in `--from stix`.
        title: What it is, in a few words, for help texts.
        suffixes: Endings of its files in lower case; the first is that of new files.
        recognises: Whether a content is in this format, by what it says and not by its name alone;
            never raises.
        read: Content to records; None where it is not read. Raises ValueError, saying what is
            wrong ("is not JSON: line 3 ..."), only where the file as a whole cannot be read; a
            damaged object is a finding.
        write: Case to bytes; None where it is not written.
    """

    name: str
    title: str
    suffixes: tuple[str, ...]
    recognises: Callable[[Content], bool]
    read: Callable[[Content], Imported] | None = None
    write: Callable[[Case], Exported] | None = None


def made_by_import(name: str) -> Making:
    """How a record came about that was read from the format `name` and does not say so itself."""
    return Making(extractor=f"import {name}")
