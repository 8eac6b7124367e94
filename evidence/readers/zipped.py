"""Files packed as ZIP: their parts, and never more of them than is bounded."""

from __future__ import annotations

import zipfile
from typing import IO

from lxml import etree

from evidence.readers.capture import Capture
from evidence.readers.refusals import TOO_LARGE, Refused

_ENCRYPTED = 1
"""The bit of a part's flags that says that it is encrypted (APPNOTE.TXT, 4.4.4)."""


def is_zip(head: bytes) -> bool:
    """Whether bytes begin like a ZIP file."""
    return head.startswith(b"PK\x03\x04")


def has_part(capture: Capture, name: str) -> bool:
    """Whether a ZIP file has a part of this name; damaged ones may have any."""
    with capture.open() as stream:
        try:
            with zipfile.ZipFile(stream) as packed:
                return name in packed.NameToInfo
        except zipfile.BadZipFile as error:
            raise Refused(f"is damaged ZIP: {error}", "look for a whole copy") from None


class Package:
    """The parts of a packed document.

    Args:
        stream: The ZIP file.
        unpacked: Bytes that all its parts may come to.

    Raises:
        Refused: If they come to more, or one of them is encrypted.
    """

    def __init__(self, stream: IO[bytes], unpacked: int) -> None:
        self._packed = zipfile.ZipFile(stream)
        total = sum(info.file_size for info in self._packed.infolist())
        if total > unpacked:
            raise Refused(f"unpacks to {total:,} bytes", "unpack it and look at it", TOO_LARGE)
        if any(info.flag_bits & _ENCRYPTED for info in self._packed.infolist()):
            raise Refused("is encrypted", "save a copy without a password")

    def names(self) -> list[str]:
        """The names of its parts, in the order in which they are packed."""
        return self._packed.namelist()

    def part(self, name: str) -> bytes:
        """The bytes of a part.

        Raises:
            KeyError: If there is none of that name.
        """
        return self._packed.read(name)

    def tree(self, name: str) -> etree._Element:
        """A part that is XML, parsed without regard to anything outside it.

        Raises:
            KeyError: If there is none of that name.
            XMLSyntaxError: If it is not XML.
        """
        parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)
        return etree.fromstring(self.part(name), parser)
