"""Kept STIX objects that can go out as they came in: those that are valid STIX 2.1."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from evidence.case import Case
from evidence.errors import needing
from evidence.formats.stix.actors import ACTOR_TYPES
from evidence.formats.stix.bundles import StixObject
from evidence.formats.stix.extension import KEPT_EXTENSION, extension_of
from evidence.formats.stix.statements import STATEMENT_TYPES, between_things
from evidence.model import Kept

_MAPPED = (*ACTOR_TYPES, *STATEMENT_TYPES, "report", "bundle")
_DECLARED = {"extension_type": "toplevel-property-extension"}


def portable_objects(case: Case) -> dict[str, StixObject]:
    """The kept STIX objects that stay what they are, by the id of their record.

    Properties of others (`x_mitre_platforms`) are declared by an extension, as STIX 2.1 asks.
    Objects of types that STIX does not know, of STIX 2.0 and damaged ones are not valid 2.1.

    Raises:
        MissingExtraError: If the case holds kept STIX objects and stix2 is not installed.
    """
    return dict(_portable(case))


def _portable(case: Case) -> Iterator[tuple[str, StixObject]]:
    taken: set[str] = set()
    for kept in case.kept.values():
        each = declared(kept) if _is_plain(kept) else None
        if each is not None and each["id"] not in taken:
            taken.add(each["id"])
            yield kept.id, each


def _is_plain(kept: Kept) -> bool:
    """Whether reading the object again gives just this record."""
    return (
        kept == Kept(id=kept.id, format="stix", kind=kept.kind, data=kept.data)
        and kept.data.get("id") == kept.id
        and kept.data.get("type") == kept.kind
        and kept.data.get("spec_version") == "2.1"
        and {"created", "modified"} <= kept.data.keys()  # stix2 would make them up
        and (kept.kind not in _MAPPED or between_things(kept.data))
        and extension_of(kept.data) is None
    )


def declared(kept: Kept) -> StixObject | None:
    """The object as valid STIX 2.1, its foreign properties declared; None where it is not."""
    if is_valid(kept.data):
        return dict(kept.data)
    extensions = kept.data.get("extensions", {})
    if not isinstance(extensions, dict) or KEPT_EXTENSION in extensions:
        return None
    marked: StixObject = {**kept.data, "extensions": {**extensions, KEPT_EXTENSION: _DECLARED}}
    return marked if undeclared(marked) == kept.data and is_valid(marked) else None


def undeclared(each: dict[str, Any]) -> StixObject:
    """The object without the extension that `declared` adds."""
    extensions = each.get("extensions")
    if not isinstance(extensions, dict) or KEPT_EXTENSION not in extensions:
        return each
    others = {name: value for name, value in extensions.items() if name != KEPT_EXTENSION}
    rest = {name: value for name, value in each.items() if name != "extensions"}
    return {**rest, "extensions": others} if others else rest


def is_valid(each: dict[str, Any]) -> bool:
    """Whether the stix2 library accepts an object as STIX 2.1 without custom content.

    Raises:
        MissingExtraError: If it is not installed.
    """
    with needing("formats", "writing STIX"):
        import stix2
    try:
        parsed = stix2.parse(dict(each), allow_custom=False, version="2.1")
    except (stix2.exceptions.STIXError, ValueError, TypeError, KeyError, AttributeError):
        return False
    return not isinstance(parsed, dict)
