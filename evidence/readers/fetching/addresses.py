"""Which IP addresses may be asked: those of the public internet, unless the user says otherwise.

A page may lead, by a redirect or by what its name resolves to, to machines that only this one can
reach. So every name is resolved here, each address is checked, and the connection goes to an
address that was checked; the name is not looked up again.
"""

from __future__ import annotations

import socket
from collections.abc import Callable
from ipaddress import IPv4Address, IPv6Address, IPv6Network, ip_address

from evidence.readers.fetching.targets import Target
from evidence.readers.refusals import Refused

Resolve = Callable[[str, int], list[str]]
"""Looks up a host's name: the IP addresses that it stands for, in the order to try them."""

_NAT64 = IPv6Network("64:ff9b::/96")
"""Addresses that stand for IPv4 ones, which are their last 32 bits (RFC 6052)."""


def resolved(host: str, port: int) -> list[str]:
    """The IP addresses that a host's name stands for, by the system's resolver.

    Raises:
        Refused: If there are none.
    """
    try:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError):
        raise Refused("has a host that is not found", "check the address") from None
    return list(dict.fromkeys(str(address[0]) for *_, address in found))


def allowed_addresses(target: Target, resolve: Resolve, *, allow_private: bool) -> list[str]:
    """The addresses of a target that may be asked, in the order to try them.

    Raises:
        Refused: If there are none.
    """
    found = resolve(target.host, target.port)
    allowed = [a for a in found if allow_private or is_public(a)]
    if not allowed:
        raise Refused(
            f"leads to a private address ({target.host})",
            "give --allow-private if you mean a machine of your own network",
        )
    return allowed


def is_public(address: str) -> bool:
    """Whether an IP address, and what it may stand for, belongs to the public internet."""
    try:
        parsed = ip_address(address.partition("%")[0])
    except ValueError:
        return False
    meant = [parsed, *_embedded(parsed)]
    return all(a.is_global and not a.is_multicast for a in meant)


def _embedded(address: IPv4Address | IPv6Address) -> list[IPv4Address]:
    """The IPv4 addresses that an IPv6 address stands for."""
    if isinstance(address, IPv4Address):
        return []
    nat64 = IPv4Address(int(address) & 0xFFFFFFFF) if address in _NAT64 else None
    teredo = address.teredo[1] if address.teredo else None
    return [a for a in (address.ipv4_mapped, address.sixtofour, teredo, nat64) if a is not None]
