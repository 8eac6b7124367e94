"""W3C Web Annotation (JSON-LD) and the exports of Hypothes.is to records, and cases back."""

from __future__ import annotations

from evidence.formats.annotation.items import is_annotation
from evidence.formats.annotation.reading import read
from evidence.formats.annotation.writing import write
from evidence.formats.format import Format

__all__ = ["ANNOTATION"]

ANNOTATION = Format(
    name="annotation",
    title="W3C Web Annotation",
    suffixes=(".annotations.jsonld", ".annotations.json"),
    recognises=is_annotation,
    read=read,
    write=write,
)
"""The format; exports of Hypothes.is are read too."""
