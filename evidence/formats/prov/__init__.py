"""W3C PROV in its three syntaxes (PROV-JSON, PROV-N, PROV-XML) to records, and cases back."""

from __future__ import annotations

import re
from functools import partial

from evidence.case import Case
from evidence.errors import needing
from evidence.formats.content import Content
from evidence.formats.format import Exported, Format, Imported
from evidence.formats.prov.syntax import Syntax

__all__ = ["PROV_JSON", "PROV_N", "PROV_XML"]

_RECORDS = frozenset(
    "prefix bundle entity activity agent wasGeneratedBy used wasInformedBy wasStartedBy wasEndedBy "
    "wasInvalidatedBy wasDerivedFrom wasAttributedTo wasAssociatedWith actedOnBehalfOf "
    "wasInfluencedBy alternateOf specializationOf mentionOf hadMember".split()
)
_XML_NAMESPACE = b"http://www.w3.org/ns/prov#"
_DOCUMENT = re.compile(r"(\s|//[^\n]*\n|/\*.*?\*/)*document\s", re.DOTALL)
_BEGINNING = 4096


def _is_json(content: Content) -> bool:
    value = content.json_or_none
    return (
        isinstance(value, dict)
        and bool(value)
        and value.keys() <= _RECORDS
        and all(isinstance(part, dict) for part in value.values())
    )


def _is_n(content: Content) -> bool:
    return content.is_text and bool(_DOCUMENT.match(content.text[:_BEGINNING]))


def _is_xml(content: Content) -> bool:
    beginning = content.data[:_BEGINNING]
    return beginning.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"<") and _XML_NAMESPACE in beginning


def _read(content: Content, syntax: Syntax) -> Imported:
    with needing("formats", "reading PROV"):
        from evidence.formats.prov.reading import read
    return read(content, syntax)


def _write(case: Case, syntax: Syntax) -> Exported:
    with needing("formats", "writing PROV"):
        from evidence.formats.prov.writing import write
    return write(case, syntax)


PROV_JSON = Format(
    name="prov-json",
    title="W3C PROV (JSON)",
    suffixes=(".prov.json", ".provjson"),
    recognises=_is_json,
    read=partial(_read, syntax=Syntax.JSON),
    write=partial(_write, syntax=Syntax.JSON),
)
"""PROV-JSON (W3C member submission, 2013)."""

PROV_N = Format(
    name="prov-n",
    title="W3C PROV (PROV-N)",
    suffixes=(".provn",),
    recognises=_is_n,
    read=partial(_read, syntax=Syntax.N),
    write=partial(_write, syntax=Syntax.N),
)
"""PROV-N (W3C recommendation, 2013)."""

PROV_XML = Format(
    name="prov-xml",
    title="W3C PROV (XML)",
    suffixes=(".provx", ".prov.xml"),
    recognises=_is_xml,
    read=partial(_read, syntax=Syntax.XML),
    write=partial(_write, syntax=Syntax.XML),
)
"""PROV-XML (W3C note, 2013); document types are refused."""
