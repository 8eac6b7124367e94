"""Readers: files of many kinds to documents; what cannot be read becomes a finding."""

from __future__ import annotations

from evidence.readers.capture import STANDARD_LIMITS, Capture, Limits
from evidence.readers.intake import Intake
from evidence.readers.isolation import IsolatedReader
from evidence.readers.reader import Part, Reader, Reading
from evidence.readers.reading import LARGEST, read_bytes, read_documents, read_file
from evidence.readers.registry import READERS, readers

__all__ = [
    "LARGEST",
    "READERS",
    "STANDARD_LIMITS",
    "Capture",
    "Intake",
    "IsolatedReader",
    "Limits",
    "Part",
    "Reader",
    "Reading",
    "read_bytes",
    "read_documents",
    "read_file",
    "readers",
]
