"""Which reader a file needs: told by what is in it, and by its name only where that leaves it open.

Text of any kind begins as it likes, so between plain text, Markdown and fragments of HTML the name
decides; everything else shows by its first bytes what it is.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from evidence.findings import Finding, Severity
from evidence.readers.capture import Capture
from evidence.readers.decoding import looks_binary
from evidence.readers.plain import PLAIN
from evidence.readers.reader import Reader
from evidence.readers.refusals import MISNAMED, NOT_TEXT, Refused, refusal

_OCR = "run text recognition on it first"
_UNPACK = "unpack it first"
_FOREIGN: dict[bytes, tuple[str, str]] = {
    b"PK\x03\x04": ("is packed (ZIP) and no document of a kind that is read", _UNPACK),
    b"\x1f\x8b": ("is packed (gzip) and no web archive", _UNPACK),
    b"7z\xbc\xaf": ("is packed (7z)", _UNPACK),
    b"Rar!": ("is packed (RAR)", _UNPACK),
    b"BZh": ("is packed (bzip2)", _UNPACK),
    b"\xfd7zXZ": ("is packed (xz)", _UNPACK),
    b"\x28\xb5\x2f\xfd": ("is packed (Zstandard)", _UNPACK),
    b"\x89PNG": ("is not text but a picture (PNG)", _OCR),
    b"\xff\xd8\xff": ("is not text but a picture (JPEG)", _OCR),
    b"GIF8": ("is not text but a picture (GIF)", _OCR),
    b"{\\rtf": ("is rich text (RTF)", "save it as .docx or .odt"),
    b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1": (
        "is an office document of the old kind, or an encrypted one",
        "save it as .docx without a password",
    ),
}
"""How files begin that no reader is for: what they are, and how to make them readable."""


def reader_of(capture: Capture, readers: Sequence[Reader]) -> Reader:
    """The reader that a file needs.

    Args:
        capture: The file.
        readers: Those that there are, in the order in which they are asked.

    Raises:
        Refused: If there is none for such files.
    """
    if not capture.head:
        raise Refused("is empty", "leave it out")
    for reader in readers:
        if reader.begins(capture.head) and reader.holds(capture):
            return reader
    for beginning, (what, mend) in _FOREIGN.items():
        if capture.head.startswith(beginning):
            raise Refused(what, mend, NOT_TEXT)
    if looks_binary(capture.head):
        raise Refused("is not text", "convert it to text, Markdown or HTML", NOT_TEXT)
    return _named(capture, readers)


def is_isolated(capture: Capture, readers: Sequence[Reader]) -> bool:
    """Whether a file may need a reader that is run in a process of its own."""
    return _named(capture, readers).isolated or any(
        reader.isolated and reader.begins(capture.head) for reader in readers
    )


def misnamed(capture: Capture, reader: Reader, readers: Sequence[Reader]) -> Iterator[Finding]:
    """Yield a finding where the name of a file speaks of another kind than is in it."""
    claimed = next((r for r in readers if capture.suffix in r.suffixes), reader)
    if capture.suffix and capture.suffix not in reader.suffixes and claimed is not reader:
        yield refusal(
            capture.name,
            f"is {reader.name} by its content, not {claimed.name}, and is read as that",
            "give it the right ending",
            MISNAMED,
            Severity.WARNING,
        )


def _named(capture: Capture, readers: Sequence[Reader]) -> Reader:
    return next((r for r in readers if r.by_name and capture.suffix in r.suffixes), PLAIN)
