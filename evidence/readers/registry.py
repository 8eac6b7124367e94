"""The readers that there are."""

from __future__ import annotations

from functools import lru_cache
from importlib.metadata import entry_points

from evidence.readers.docx import DOCX
from evidence.readers.epub import EPUB
from evidence.readers.html import HTML
from evidence.readers.mail import MAIL
from evidence.readers.mailbox import MAILBOX
from evidence.readers.markdown import MARKDOWN
from evidence.readers.mhtml import MHTML
from evidence.readers.odt import ODT
from evidence.readers.pdf import PDF
from evidence.readers.plain import PLAIN
from evidence.readers.reader import Reader
from evidence.readers.wacz import WACZ
from evidence.readers.warc import WARC

READERS: list[Reader] = [
    PLAIN,
    MARKDOWN,
    PDF,
    DOCX,
    ODT,
    EPUB,
    WACZ,
    WARC,
    MHTML,
    MAILBOX,
    MAIL,
    HTML,
]
"""The readers, in the order in which they are asked; packages add theirs by entry points."""


@lru_cache(maxsize=1)
def readers() -> tuple[Reader, ...]:
    """The readers of this package, then those of installed packages (`claimtrail.readers`)."""
    added = sorted(entry_points(group="claimtrail.readers"), key=lambda point: point.name)
    return (*READERS, *(point.load() for point in added))
