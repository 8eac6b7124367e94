"""MHTML: a page that a browser saved with everything on it as one file (RFC 2557)."""

from __future__ import annotations

from collections.abc import Iterator

from evidence.readers.capture import Capture
from evidence.readers.mail import begins_like_mail, message_in, moment
from evidence.readers.reader import Part, Reader

_LOCATION = "Snapshot-Content-Location"
_MARKS = (b"\nsnapshot-content-location:", b"<saved by ")


def _begins(head: bytes) -> bool:
    return begins_like_mail(head) and any(mark in head.lower() for mark in _MARKS)


def _read(capture: Capture) -> Iterator[Part]:
    message = message_in(capture.data())
    page = message.get_body(("html",))
    payload = page.get_payload(decode=True) if page is not None else None
    if page is None or not isinstance(payload, bytes):
        raise ValueError("it holds no page")
    url = message[_LOCATION] or page["Content-Location"]
    known = {
        "url": str(url) if url else None,
        "retrieved": moment(str(message["Date"])) if "Date" in message else None,
        "captured": "page saved as MHTML",
    }
    yield capture.part(
        payload,
        "page",
        f"{capture.stem}.html",
        charset=page.get_content_charset(),
        fields=known,
    )


MHTML = Reader("MHTML", "multipart/related", (".mhtml", ".mht"), _read, _begins)
