"""EPUB: the chapters in the order in which they are read, from the package (EPUB 3.3)."""

from __future__ import annotations

import io
import posixpath
from collections.abc import Iterator
from urllib.parse import unquote

from lxml import etree

from evidence.readers.block_text import block_text
from evidence.readers.capture import Capture
from evidence.readers.reader import Reader, Reading
from evidence.readers.refusals import Refused
from evidence.readers.zipped import Package, has_part, is_zip

_CONTAINER = "META-INF/container.xml"
_ENCRYPTION = "META-INF/encryption.xml"
_OPF = "{http://www.idpf.org/2007/opf}"
_DUBLIN_CORE = "{http://purl.org/dc/elements/1.1/}"
_OBFUSCATED_FONTS = ("http://www.idpf.org/2008/embedding", "http://ns.adobe.com/pdf/enc#RC")


def _holds(capture: Capture) -> bool:
    return b"application/epub+zip" in capture.head and has_part(capture, _CONTAINER)


def _read(capture: Capture) -> Iterator[Reading]:
    package = Package(io.BytesIO(capture.data()), capture.limits.unpacked)
    _check_not_encrypted(package)
    root = package.tree(_CONTAINER).find(".//{*}rootfile")
    if root is None:
        raise ValueError("its container names no package")
    path = root.get("full-path", "")
    described = package.tree(path)
    chapters = (block_text(package.part(name)) for name in _spine(described, path))
    yield Reading("\n\n".join(filter(None, chapters)), _stated(described))


def _check_not_encrypted(package: Package) -> None:
    if _ENCRYPTION in package.names():
        methods = package.tree(_ENCRYPTION).iterfind(".//{*}EncryptionMethod")
        if any(method.get("Algorithm") not in _OBFUSCATED_FONTS for method in methods):
            raise Refused("is encrypted", "look for a copy without copy protection")


def _spine(described: etree._Element, path: str) -> Iterator[str]:
    """The parts that hold the chapters, in the order in which they are read."""
    folder = posixpath.dirname(path)
    items = {i.get("id"): i.get("href", "") for i in described.iterfind(f".//{_OPF}item")}
    for reference in described.iterfind(f".//{_OPF}itemref"):
        if href := items.get(reference.get("idref")):
            yield posixpath.normpath(posixpath.join(folder, unquote(href)))


def _stated(described: etree._Element) -> dict[str, object]:
    def values(name: str) -> list[str]:
        found = (e.text or "" for e in described.iterfind(f".//{_DUBLIN_CORE}{name}"))
        return [words.strip() for words in found if words.strip()]

    titles, languages = values("title"), values("language")
    return {
        "title": titles[0] if titles else None,
        "authors": tuple(values("creator")) or None,
        "language": languages[0] if languages else None,
    }


EPUB = Reader("EPUB", "application/epub+zip", (".epub",), _read, is_zip, _holds, by_name=False)
