"""Fetching pages that users name by their address: politely, boundedly, and with the bytes kept."""

from __future__ import annotations

import hashlib
import time
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

from evidence.atomic import write_atomically
from evidence.errors import ClaimtrailError
from evidence.findings import Finding
from evidence.readers.capture import STANDARD_LIMITS, Capture, Limits
from evidence.readers.fetching.addresses import Resolve, allowed_addresses, resolved
from evidence.readers.fetching.asking import Answer, ask
from evidence.readers.fetching.manners import Manners
from evidence.readers.fetching.targets import Target, target_of
from evidence.readers.media_types import charset_in, ending_of, type_in
from evidence.readers.refusals import Refused, refusal
from evidence.readers.urls import name_in_url

__all__ = ["Fetcher"]

MOST_REDIRECTS = 5
"""How often a page may send its visitor on."""

_REDIRECTS = (301, 302, 303, 307, 308)
_MOST_RULES = 500 * 1024
"""Bytes of a robots.txt that are read at least (RFC 9309, 2.5); longer ones are refused."""


class Fetcher:
    """Fetches pages, one at a time, and keeps their bytes in a folder under their hash.

    Args:
        folder: Where the bytes are kept, each page in a file named by its SHA-256; it is made when
            the first page is fetched.
        encoding: What the user says pages are encoded in that do not say so themselves.
        limits: What fetching and reading a page may cost.
        seconds: Time that one answer of a server may take.
        allow_private: Whether addresses that are not public may be asked.
        resolve: Looks up names of hosts.
        now: The time, in UTC.
        clock: The time in seconds, from any start.
        sleep: Waits so many seconds.
    """

    def __init__(
        self,
        folder: Path,
        *,
        encoding: str | None = None,
        limits: Limits = STANDARD_LIMITS,
        seconds: float = 30.0,
        allow_private: bool = False,
        resolve: Resolve = resolved,
        now: Callable[[], datetime] = lambda: datetime.now(UTC),
        clock: Callable[[], float] = time.monotonic,
        sleep: Callable[[float], None] = time.sleep,
    ) -> None:
        self._folder = folder
        self._encoding = encoding
        self._limits = limits
        self._seconds = seconds
        self._allow_private = allow_private
        self._resolve = resolve
        self._now = now
        self._manners = Manners(self._rules, clock, sleep)

    def __call__(self, url: str) -> Capture | Finding:
        """Fetch a page, or say in a finding why that cannot be done.

        Raises:
            ClaimtrailError: If the folder cannot be written to.
        """
        try:
            target, answer = self._followed(target_of(url), self._polite)
            if answer.status != 200:
                raise Refused(f"answers with status {answer.status}", "check the address")
            return self._kept(url, target, answer)
        except Refused as error:
            return refusal(url, error.why, error.hint, error.code)

    def _followed(self, target: Target, get: Callable[[Target], Answer]) -> tuple[Target, Answer]:
        """Follow redirects to where there is an answer."""
        seen = [target.url]
        while True:
            answer = get(target)
            location = answer.headers.get("location")
            if answer.status not in _REDIRECTS or location is None:
                return target, answer
            target = target.joined(location)
            if target.url in seen:
                raise Refused("leads back to itself", "look for another address of the page")
            if len(seen) > MOST_REDIRECTS:
                raise Refused(f"leads on more than {MOST_REDIRECTS} times", "give the last address")
            seen.append(target.url)

    def _polite(self, target: Target) -> Answer:
        self._manners.check(target)
        return self._ask(target, self._limits.largest)

    def _rules(self, target: Target) -> Answer:
        return self._followed(target, lambda place: self._ask(place, _MOST_RULES))[1]

    def _ask(self, target: Target, largest: int) -> Answer:
        addresses = allowed_addresses(target, self._resolve, allow_private=self._allow_private)
        self._manners.wait(target)
        return ask(target, addresses, largest=largest, seconds=self._seconds)

    def _kept(self, url: str, target: Target, answer: Answer) -> Capture:
        """Keep the bytes of a page."""
        path = self._folder / hashlib.sha256(answer.body).hexdigest()
        try:
            self._folder.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise ClaimtrailError(
                f"{self._folder}: cannot be made: {error.strerror}",
                hint="name another folder with --keep",
            ) from error
        write_atomically(path, answer.body)
        kind = answer.headers.get("content-type", "")
        sent_on = f", sent on from {url}" if target.url != target_of(url).url else ""
        fields = {
            "url": target.url,
            "retrieved": self._now().isoformat(timespec="seconds"),
            "captured": f"fetched{sent_on}",
        }
        filename = name_in_url(target.url) + (ending_of(type_in(kind)) or "")
        return Capture(url, filename, path, self._limits, self._encoding, charset_in(kind), fields)
