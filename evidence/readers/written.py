"""A reading written down as a document, with whom it has its text from."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterator, Mapping

from evidence.ids import content_id, slug, text_hash
from evidence.model import Document, Kept
from evidence.readers.capture import Capture
from evidence.readers.credits import credits_of
from evidence.readers.intake import Intake, derivation, publisher_actor
from evidence.readers.reader import Reader, Reading
from evidence.readers.refusals import Refused, escaped

_NO_TEXT = re.compile("[\0\ud800-\udfff]")
_LONGEST_FIELD = 2000
"""Code points of what a file says of itself; more than that is no title, name or address."""


def written(
    reading: Reading, capture: Capture, reader: Reader, name: str, within: str | None
) -> Intake:
    """Write down what was read.

    Args:
        reading: The text, and what its file says of it.
        capture: The bytes that it was read from.
        reader: What read it.
        name: The id that the document gets.
        within: Id of the document that it lies in.

    Raises:
        Refused: If there is no text.
        ValidationError: If the file says of itself what cannot be.
    """
    if not reading.text.strip():
        raise Refused("holds no text", "leave it out, or run text recognition on it first")
    document = _document(reading, capture, reader, name)
    credited = credits_of(document.text or "", reading.credited, reading.publisher)
    publishers = [publisher_actor(reading.publisher)] if reading.publisher else []
    attached = [derivation(name, within, f"lies in it: {capture.name}")] if within else []
    relayed = [
        derivation(name, credit.agency.id, f"credited: {credit.words}", credit.kind)
        for credit in credited
    ]
    return Intake(
        (document,),
        (*publishers, *(credit.agency for credit in credited)),
        (*attached, *relayed),
        tuple(_kept(reading)),
        reading.findings,
    )


def _document(reading: Reading, capture: Capture, reader: Reader, name: str) -> Document:
    text = _well_formed(reading.text)
    return Document.model_validate(
        {
            "id": name,
            "title": capture.stem,
            "captured": "file",
            "media_type": reader.media_type,
            "filename": escaped(capture.filename),
            "publisher": slug(reading.publisher) if reading.publisher else None,
            "raw_sha256": hashlib.sha256(capture.data()).hexdigest(),
            "sha256": text_hash(text),
            "text": text,
            **_clean(reading.fields),
            **_clean(capture.fields),
        }
    )


def _clean(fields: Mapping[str, object]) -> dict[str, object]:
    """The fields that are given, their words well formed and not endless."""
    return {name: _bounded(value) for name, value in fields.items() if value is not None}


def _bounded(value: object) -> object:
    return _well_formed(value)[:_LONGEST_FIELD] if isinstance(value, str) else value


def _well_formed(text: str) -> str:
    """The text as any database and format takes it; U+FFFD stands for what no text holds.

    That is for NUL and for each lone half of a surrogate pair, so that no place in it moves.
    """
    return _NO_TEXT.sub("\ufffd", text)


def _kept(reading: Reading) -> Iterator[Kept]:
    for format_name, kind, data in reading.kept:
        name = content_id("k", format_name, kind, json.dumps(data, sort_keys=True))
        yield Kept.model_validate({"id": name, "format": format_name, "kind": kind, "data": data})
