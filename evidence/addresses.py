"""Addresses of pages: what is the same in the many ways of writing one."""

from __future__ import annotations

from urllib.parse import urlsplit


def address_key(address: str) -> str | None:
    """What is the same in the addresses of one page: host and path, and the query.

    The protocol, "www." or "m.", a slash at the end, the fragment, and the parameters that only
    count visits (`utm_...`) do not matter. None for what is no address of a page.
    """
    try:
        parts = urlsplit(address.strip().rstrip(".,;:!?"))
        host = (parts.hostname or "").removeprefix("www.").removeprefix("m.")
    except ValueError:
        return None
    if parts.scheme.lower() not in ("http", "https") or not host:
        return None
    told = [p for p in parts.query.split("&") if p and not p.startswith("utm_")]
    return f"{host}{parts.path.rstrip('/')}?{'&'.join(told)}".rstrip("?")
