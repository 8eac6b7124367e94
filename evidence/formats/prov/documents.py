"""PROV documents in their three syntaxes, read by the prov library and written by it."""

from __future__ import annotations

import io
import warnings
from dataclasses import dataclass

from lxml import etree
from prov import Error
from prov.model import ProvDocument

from evidence.formats.prov.syntax import Syntax


@dataclass(frozen=True)
class Loaded:
    """A document, and what was read leniently."""

    document: ProvDocument
    mended: tuple[str, ...] = ()


def load(data: bytes, syntax: Syntax) -> Loaded:
    """Read a document.

    XML is read without any document type, so that it can neither define nor fetch entities.

    Raises:
        ValueError: If the library refuses it; the message continues "X ".
    """
    if syntax is Syntax.XML:
        data = _plain_xml(data)
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        try:
            document = ProvDocument.deserialize(io.BytesIO(data), format=str(syntax))
        except (Error, ValueError, etree.LxmlError) as error:
            raise ValueError(f"is damaged: {error}") from None
        except (KeyError, TypeError, AttributeError, AssertionError, IndexError) as error:
            # What the library's readers let through unchecked, such as an unknown XML element.
            raise ValueError(f"is damaged: unexpected {error or type(error).__name__}") from None
        except RecursionError:
            raise ValueError("is nested too deeply") from None
    return Loaded(document, tuple(dict.fromkeys(str(each.message) for each in caught)))


def dump(document: ProvDocument, syntax: Syntax) -> bytes:
    """Write a document."""
    stream = io.BytesIO()
    options = {"indent": 1} if syntax is Syntax.JSON else {}
    document.serialize(stream, format=str(syntax), **options)
    return stream.getvalue().rstrip(b"\n") + b"\n"


def _plain_xml(data: bytes) -> bytes:
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False
    )
    try:
        tree = etree.fromstring(data, parser=parser).getroottree()
    except etree.LxmlError as error:
        raise ValueError(f"is not XML: {error}") from None
    if tree.docinfo.doctype or tree.docinfo.internalDTD is not None:
        raise ValueError("declares a document type, which PROV-XML has none of")
    plain: bytes = etree.tostring(tree)
    return plain
