"""Mail (RFC 5322, MIME): the headers that a reader of it sees, its words, its attachments.

The text begins with these headers, so that who wrote to whom, and when, can be quoted, and is
hashed with the rest.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import suppress
from email.message import EmailMessage, MIMEPart
from email.parser import BytesParser
from email.policy import EmailPolicy
from email.utils import parseaddr, parsedate_to_datetime
from typing import TYPE_CHECKING, Any

from evidence.findings import Severity
from evidence.readers.block_text import block_text
from evidence.readers.capture import Capture
from evidence.readers.page_encoding import decoded_as, undecodable
from evidence.readers.reader import Part, Reader, Reading
from evidence.readers.refusals import LEFT_OUT, refusal

_SHOWN = ("From", "To", "Cc", "Date", "Subject", "Message-ID", "In-Reply-To")
_FIELD = re.compile(rb"([!-9;-~]{1,76}):[^\n]*\n(?:[ \t][^\n]*\n)*")
_TELLING = {b"received", b"message-id", b"mime-version", b"return-path", b"delivered-to"}
"""Fields that mails have, and texts that begin with lines such as "Date: ..." have not."""

_PICTURES_AND_SOUND = ("image", "audio", "video", "font")
_LONGEST_NAME = 120
_LONGEST_FIELD = 2**16
"""Characters of a field that are parsed, which takes quadratic time."""


if TYPE_CHECKING:
    _Usual = EmailPolicy[EmailMessage]
else:
    _Usual = EmailPolicy


class _Policy(_Usual):
    """The usual policy, which leaves very long fields as they were sent."""

    def header_fetch_parse(self, name: str, value: str) -> Any:
        if len(value) > _LONGEST_FIELD:
            return "".join(value.splitlines())
        return super().header_fetch_parse(name, value)


_POLICY = _Policy()


def begins_like_mail(head: bytes) -> bool:
    """Whether bytes begin with the header of a mail."""
    names, place = [], 0
    while match := _FIELD.match(head, place):
        names.append(match[1].lower())
        place = match.end()
    return len(names) > 1 and not _TELLING.isdisjoint(names)


def message_in(data: bytes) -> EmailMessage:
    """Parse a mail; what is wrong with it shows where its parts are asked for."""
    return BytesParser(policy=_POLICY).parsebytes(data)


def moment(date: str) -> str | None:
    """A date of a mail as an ISO 8601 time; None where it is not a date."""
    with suppress(ValueError, TypeError, OverflowError):
        return parsedate_to_datetime(date).isoformat(timespec="seconds")
    return None


def _read(capture: Capture) -> Iterator[Part]:
    message = message_in(capture.data())
    body = message.get_body(("plain", "html"))
    words, lost = _words(body) if body is not None else ("", 0)
    header = "".join(f"{name}: {_line(message, name)}\n" for name in _SHOWN if name in message)
    if not header and not words.strip():
        raise ValueError("it has neither a header nor a text")
    findings = tuple(undecodable(capture, lost))
    stated = _stated(message)
    yield Reading(f"{header}\n{words}", stated, findings=findings)
    for number, part in enumerate(_attached(message, body), start=1):
        yield _attachment(capture, part, number, stated["retrieved"])


def _line(message: EmailMessage, name: str) -> str:
    return " ".join(str(message[name]).split())


def _words(body: MIMEPart) -> tuple[str, int]:
    """The words of a part, and how many characters of it could not be decoded."""
    text, lost = decoded_as(_payload(body), body.get_content_charset())
    if body.get_content_type() == "text/html":
        return block_text(text), lost
    return text.replace("\r\n", "\n"), lost


def _payload(part: MIMEPart) -> bytes:
    payload = part.get_payload(decode=True)
    return payload if isinstance(payload, bytes) else b""


def _stated(message: EmailMessage) -> dict[str, object]:
    name, address = parseaddr(_line(message, "From")) if "From" in message else ("", "")
    received = message.get_all("Received", [])
    return {
        "title": _line(message, "Subject") or None if "Subject" in message else None,
        "authors": (name or address,) if name or address else None,
        "published": moment(str(message["Date"])) if "Date" in message else None,
        "retrieved": moment(str(received[0]).rpartition(";")[2].strip()) if received else None,
    }


def _attached(message: EmailMessage, body: MIMEPart | None) -> Iterator[MIMEPart]:
    """The parts that are neither the body nor another rendering of it, in their order."""
    pending: list[MIMEPart] = [message]
    while pending:
        part = pending.pop()
        if part is body:
            continue
        if part.get_content_maintype() != "multipart":
            if part is not message:
                yield part
            continue
        inner = [p for p in part.iter_parts() if isinstance(p, MIMEPart)]
        if part.get_content_type() == "multipart/alternative":
            inner = [p for p in inner if p.get_content_maintype() == "multipart"]
        pending.extend(reversed(inner))


def _attachment(capture: Capture, part: MIMEPart, number: int, retrieved: object) -> Part:
    kind = part.get_content_type()
    filename = _filename(part, number)
    if part.get_content_maintype() in _PICTURES_AND_SOUND:
        return refusal(
            f"{capture.name}: {filename}",
            f"is left out: it is no text ({kind})",
            "describe it as evidence by hand where it matters",
            LEFT_OUT,
            Severity.INFO,
        )
    data = part.get_content().as_bytes() if kind == "message/rfc822" else _payload(part)
    known = {"captured": f"attachment of {capture.name}", "retrieved": retrieved}
    charset = part.get_content_charset()
    return capture.part(data, filename, filename, charset=charset, fields=known)


def _filename(part: MIMEPart, number: int) -> str:
    """The name of an attachment, without folders; a numbered one where it has none."""
    given = (part.get_filename() or "").replace("\\", "/").rpartition("/")[2].strip()
    endings = {"message/rfc822": ".eml", "text/html": ".html", "text/plain": ".txt"}
    return given[-_LONGEST_NAME:] or f"part-{number}{endings.get(part.get_content_type(), '')}"


MAIL = Reader("mail", "message/rfc822", (".eml",), _read, begins_like_mail)
