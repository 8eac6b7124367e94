"""WACZ 1.1: web archives packed with their index; each archive is read as WARC."""

from __future__ import annotations

import zipfile
from collections.abc import Iterator

from evidence.readers.capture import Capture
from evidence.readers.reader import Part, Reader
from evidence.readers.warc import records_of
from evidence.readers.zipped import has_part, is_zip

_ARCHIVES = ("archive/", (".warc", ".warc.gz"))


def _holds(capture: Capture) -> bool:
    return has_part(capture, "datapackage.json")


def _read(capture: Capture) -> Iterator[Part]:
    with capture.open() as stream, zipfile.ZipFile(stream) as packed:
        folder, endings = _ARCHIVES
        names = [n for n in packed.namelist() if n.startswith(folder) and n.endswith(endings)]
        if not names:
            raise ValueError("it holds no web archive")
        for name in names:
            with packed.open(name) as archive:
                yield from records_of(capture, archive)


WACZ = Reader("WACZ", "application/wacz", (".wacz",), _read, is_zip, _holds, by_name=False)
