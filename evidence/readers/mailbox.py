"""Mailboxes in the format mbox (RFC 4155): one mail after the other, each with a line "From "."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import IO

from evidence.readers.capture import Capture
from evidence.readers.mail import begins_like_mail
from evidence.readers.reader import Part, Reader
from evidence.readers.refusals import TOO_LARGE, refusal

_MARK = b"From "
_QUOTED_MARK = re.compile(rb"^>(>*From )", re.MULTILINE)
_PIECE = 2**16
"""Bytes of a line that are read at once, as a line may be of any length."""


def _begins(head: bytes) -> bool:
    first, _, rest = head.partition(b"\n")
    return first.startswith(_MARK) and begins_like_mail(rest + b"\nMIME-Version: 1.0\n")


def _read(capture: Capture) -> Iterator[Part]:
    with capture.open() as stream:
        mails = _mails(stream, capture.limits.largest)
        for number, mail in enumerate(mails, start=1):
            where = f"mail {number}"
            if mail is None:
                yield refusal(
                    f"{capture.name}: {where}",
                    f"has more than {capture.limits.largest:,} bytes",
                    "raise --largest",
                    TOO_LARGE,
                )
                continue
            known = {"captured": f"{where} of {capture.name}"}
            yield capture.part(mail, where, f"{capture.stem}-{number}.eml", fields=known)


def _mails(stream: IO[bytes], largest: int) -> Iterator[bytes | None]:
    """Yield the bytes of each mail as they were before they were put here; None: too many.

    A line "From " begins a mail where a blank line, or nothing, is before it; where it begins a
    line of the text, it was written with ">" before it.
    """
    pieces: list[bytes] = []
    size, blank, started, at_start = 0, True, False, True
    while piece := stream.readline(_PIECE):
        if at_start and blank and piece.startswith(_MARK):
            if started:
                yield _unquoted(pieces) if size <= largest else None
            pieces, size, started = [], 0, True
        else:
            size += len(piece)
            if size <= largest:
                pieces.append(piece)
        blank = at_start and piece in (b"\n", b"\r\n")
        at_start = piece.endswith(b"\n")
    yield _unquoted(pieces) if size <= largest else None


def _unquoted(pieces: list[bytes]) -> bytes:
    return _QUOTED_MARK.sub(rb"\1", b"".join(pieces))


MAILBOX = Reader("mbox", "application/mbox", (".mbox", ".mbx"), _read, _begins, by_name=False)
