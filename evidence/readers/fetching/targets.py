"""Addresses on the web taken apart, so that what is asked for is what was checked."""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import quote, urljoin, urlsplit

from evidence.readers.refusals import Refused

_PORTS = {"http": 80, "https": 443}
_KEPT_IN_PATHS = "%/:@!$&'()*+,;=~-._?"
"""What has a meaning in a path or query, and is not to be written as %XX."""

_LONGEST = 2000


@dataclass(frozen=True, slots=True)
class Target:
    """What is asked for, and of whom.

    Attributes:
        scheme: "http" or "https".
        host: The host's name in ASCII, or its IP address.
        port: Its port.
        path: Path and query.
    """

    scheme: str
    host: str
    port: int
    path: str

    @property
    def site(self) -> str:
        """Scheme, host and port, as in "https://example.org" or "http://localhost:8080"."""
        host = f"[{self.host}]" if ":" in self.host else self.host
        port = "" if self.port == _PORTS[self.scheme] else f":{self.port}"
        return f"{self.scheme}://{host}{port}"

    @property
    def url(self) -> str:
        """The whole address."""
        return self.site + self.path

    def joined(self, location: str) -> Target:
        """Where a redirect leads from here.

        Raises:
            Refused: If that is no address of a web page.
        """
        try:
            return target_of(urljoin(self.url, location.strip()))
        except ValueError as error:
            raise Refused(f"leads to what is no address: {error}", _HINT) from None


_HINT = "give an address that begins with http:// or https://"


def target_of(url: str) -> Target:
    """Take an address apart.

    Raises:
        Refused: If it is not the address of a web page, or holds a password.
    """
    if len(url) > _LONGEST:
        raise Refused(f"has more than {_LONGEST:,} characters", "give the bare address of the page")
    try:
        parts = urlsplit(url)
        host, port = _ascii(parts.hostname or ""), parts.port
    except ValueError as error:
        raise Refused(f"is no address: {error}", _HINT) from None
    scheme = parts.scheme.lower()
    if scheme not in _PORTS or not host:
        raise Refused("is no address of a web page", _HINT)
    if parts.username is not None or parts.password is not None:
        raise Refused("holds a name or password", "save the page yourself and name the file")
    query = f"?{parts.query}" if parts.query else ""
    path = quote((parts.path or "/") + query, safe=_KEPT_IN_PATHS)
    return Target(scheme, host, port or _PORTS[scheme], path)


def _ascii(host: str) -> str:
    """A host's name as it is looked up: in ASCII, other letters as Punycode."""
    return host if host.isascii() else host.encode("idna").decode("ascii")
