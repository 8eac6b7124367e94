"""What the Web Annotation Data Model demands of an annotation beside its target and its bodies.

After section 3.3 (lifecycle, agents, rights and other identities). The context is not checked:
annotations within pages have none of their own.
"""

from __future__ import annotations

import re
from typing import Any

from evidence.dates import iso_date
from evidence.formats.annotation.values import listed

_TIMES = ("created", "modified", "generated")
_AGENTS = ("creator", "generator", "audience")
_ADDRESSES = ("rights", "canonical", "via")
_SINGLE = ("id", *_TIMES, "canonical")
_IRI = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:\S+")


def check(annotation: dict[str, Any]) -> None:
    """Check the properties that stand for themselves.

    Raises:
        ValueError: If one is not as the specification says; the message continues "X ".
    """
    for name in _SINGLE:
        count = len(listed(annotation.get(name)))
        if count > 1:
            raise ValueError(f"has {count} values of {name!r} instead of one")
    for name in ("id", *_ADDRESSES):
        if not all(_is_iri(each) for each in listed(annotation.get(name))):
            raise ValueError(f"has {name!r} that is no IRI")
    for name in _TIMES:
        if not all(_is_time(each) for each in listed(annotation.get(name))):
            raise ValueError(f"has {name!r} that is no date and time")
    for name in _AGENTS:
        if not all(isinstance(each, dict | str) for each in listed(annotation.get(name))):
            raise ValueError(f"has {name!r} that names nobody")


def _is_iri(value: object) -> bool:
    return isinstance(value, str) and _IRI.fullmatch(value) is not None


def _is_time(value: object) -> bool:
    return isinstance(value, str) and len(value) > len("2021-07-04") and bool(iso_date(value))
