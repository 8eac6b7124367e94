"""Bibliographic references (BibTeX, RIS, CSL-JSON) as documents, and documents back."""

from __future__ import annotations

import re

from evidence.case import Case
from evidence.errors import needing
from evidence.formats.content import Content
from evidence.formats.format import Exported, Format, Imported
from evidence.formats.references import csl

__all__ = ["BIBTEX", "CSL_JSON", "RIS"]

_BEGINNING = 65_536
_ENTRY = re.compile(r"^\s*@[A-Za-z]+\s*[{(]\s*[^\s,{}()]+\s*[,=]", re.MULTILINE)
_REFERENCE = re.compile(r"\s*(\d+\.\s+)?TY {2}-[^\r\n]*[\r\n]")


def _is_bibtex(content: Content) -> bool:
    return content.is_text and bool(_ENTRY.search(content.text[:_BEGINNING]))


def _is_ris(content: Content) -> bool:
    return content.is_text and bool(_REFERENCE.match(content.text[:_BEGINNING]))


def _read_bibtex(content: Content) -> Imported:
    with needing("formats", "reading BibTeX"):
        from evidence.formats.references.bibtex import read
    return read(content)


def _write_bibtex(case: Case) -> Exported:
    with needing("formats", "writing BibTeX"):
        from evidence.formats.references.bibtex import write
    return write(case)


def _read_ris(content: Content) -> Imported:
    with needing("formats", "reading RIS"):
        from evidence.formats.references.ris import read
    return read(content)


def _write_ris(case: Case) -> Exported:
    with needing("formats", "writing RIS"):
        from evidence.formats.references.ris import write
    return write(case)


BIBTEX = Format(
    name="bibtex",
    title="BibTeX references",
    suffixes=(".bib",),
    recognises=_is_bibtex,
    read=_read_bibtex,
    write=_write_bibtex,
)
"""BibTeX and BibLaTeX are read, BibLaTeX is written."""

RIS = Format(
    name="ris",
    title="RIS references",
    suffixes=(".ris",),
    recognises=_is_ris,
    read=_read_ris,
    write=_write_ris,
)
"""RIS, as of the specification of 2011."""

CSL_JSON = Format(
    name="csl-json",
    title="CSL-JSON references",
    suffixes=(".csl.json", ".csl"),
    recognises=csl.recognises,
    read=csl.read,
    write=csl.write,
)
"""CSL-JSON 1.0.2."""
