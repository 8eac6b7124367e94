"""One request to one address that was checked, bounded in time and size."""

from __future__ import annotations

import socket
import ssl
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from http.client import HTTPException
from threading import Timer

from urllib3.connection import HTTPConnection, HTTPSConnection
from urllib3.exceptions import HTTPError
from urllib3.response import BaseHTTPResponse

from evidence.readers.fetching.targets import Target
from evidence.readers.refusals import TOO_LARGE, Refused

AGENT = "claimtrail"
"""By what name sites know this program, also in their robots.txt."""

_HEADERS = {"User-Agent": AGENT, "Accept": "*/*", "Accept-Encoding": "gzip, deflate"}
_CONNECTING_SECONDS = 10.0
_PIECE = 2**16
_LATER = "try again later, or save the page yourself and name the file"


@dataclass(frozen=True, slots=True)
class Answer:
    """What a server answered.

    Attributes:
        status: The status code of HTTP.
        headers: Those of the answer, by name in lower case.
        body: The bytes of the page, unpacked; empty unless the status is 200.
    """

    status: int
    headers: Mapping[str, str]
    body: bytes


def ask(target: Target, addresses: list[str], *, largest: int, seconds: float) -> Answer:
    """Ask for a page at the first of the addresses that can be reached.

    Args:
        target: What is asked for.
        addresses: IP addresses of its host, whose name is not looked up again.
        largest: Bytes that the page may have, unpacked.
        seconds: Time that the answer may take, from the first word to the last.

    Raises:
        Refused: If nobody answers, or not as servers do, or not within the bounds.
    """
    call = _Call()
    timer = Timer(seconds, call.hang_up)
    timer.start()
    try:
        answer = _answer(call.connected(target, addresses), target, largest)
    except (OSError, HTTPError, HTTPException) as error:
        if not call.late:
            raise Refused(f"cannot be fetched: {_described(error)}", _LATER) from None
    finally:
        timer.cancel()
        call.end()
    if call.late:  # also where the answer seems whole, as it ends where the connection does
        raise Refused(f"takes more than {seconds:g} seconds to answer", _LATER, TOO_LARGE)
    return answer


class _Call:
    """The connections of one request, which may be ended from another thread at any moment."""

    def __init__(self) -> None:
        self.late = False
        self._connections: list[HTTPConnection] = []
        self._sockets: list[socket.socket] = []

    def connected(self, target: Target, addresses: list[str]) -> HTTPConnection:
        """A connection to the first address that can be reached.

        Raises:
            OSError, HTTPError: If the last one cannot be reached either.
        """
        *others, last = addresses
        for address in others:
            with suppress(OSError, HTTPError):
                return self._to(target, address)
        return self._to(target, last)

    def _to(self, target: Target, address: str) -> HTTPConnection:
        connection = _connection(target, address)
        self._connections.append(connection)
        connection.connect()
        # the connection forgets its socket where the answer ends with it
        self._sockets += [connection.sock] if connection.sock is not None else []
        return connection

    def hang_up(self) -> None:
        """End the request from outside, whatever it is waiting for."""
        self.late = True
        connecting = [c.sock for c in self._connections if c.sock is not None]
        for open_socket in (*self._sockets, *connecting):
            with suppress(OSError):
                open_socket.shutdown(socket.SHUT_RDWR)

    def end(self) -> None:
        """Close what is open."""
        for connection in self._connections:
            connection.close()


def _connection(target: Target, address: str) -> HTTPConnection:
    if target.scheme == "http":
        return HTTPConnection(address, target.port, timeout=_CONNECTING_SECONDS)
    return HTTPSConnection(
        address,
        target.port,
        timeout=_CONNECTING_SECONDS,
        server_hostname=target.host,
        ssl_context=ssl.create_default_context(),
    )


def _answer(connection: HTTPConnection, target: Target, largest: int) -> Answer:
    headers = {**_HEADERS, "Host": target.site.partition("://")[2]}
    connection.request("GET", target.path, headers=headers, preload_content=False)
    response = connection.getresponse()
    body = _body(response, largest) if response.status == 200 else b""
    return Answer(response.status, {k.lower(): v for k, v in response.headers.items()}, body)


def _body(response: BaseHTTPResponse, largest: int) -> bytes:
    pieces: list[bytes] = []
    size = 0
    while piece := response.read1(_PIECE, decode_content=True):
        pieces.append(piece)
        size += len(piece)
        if size > largest:
            raise Refused(f"has more than {largest:,} bytes", "raise --largest", TOO_LARGE)
    return b"".join(pieces)


def _described(error: Exception) -> str:
    reason = getattr(error, "strerror", None) or str(error).rpartition("> ")[2]
    return str(reason) or type(error).__name__
