"""Short labels of records, for pictures and lists."""

from __future__ import annotations

from evidence.model import Actor, Claim, Document, Evidence

LABEL_LENGTH = 60
"""Code points that a label has at most."""


def label_of(record: Document | Actor | Claim | Evidence) -> str:
    """A label of one line and at most `LABEL_LENGTH` code points; the id where there are no words.

    The words are the record's own and as hostile as the document that they came from.
    """
    return shortened(_words(record)) or shortened(record.id)


def shortened(words: str, length: int = LABEL_LENGTH) -> str:
    """Put `words` on one line and cut them, at a space where there is one, to `length`."""
    line = " ".join(words.split())
    if len(line) <= length:
        return line
    cut = line[:length]
    return (cut[: cut.rfind(" ")] if " " in cut else cut[:-1]) + "…"


def _words(record: Document | Actor | Claim | Evidence) -> str:
    if isinstance(record, Actor):
        return record.name
    if isinstance(record, Document):
        return record.title or ""
    return record.text
