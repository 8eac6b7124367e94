"""Qualified names: IRIs as PROV writes them, a prefix and a local part."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from prov.identifier import Namespace, QualifiedName
from prov.model import ProvDocument

from evidence.formats.iris import BASE, NAMESPACE

TERMS = Namespace("claimtrail", NAMESPACE)
"""The terms that PROV lacks."""

KIND = TERMS["record"]
"""The attribute that says which type of record a statement stands for."""

REST = TERMS["rest"]
"""The attribute that carries the remainder of a record, as JSON."""

_PARTED = re.compile(r"(.*[/#:])([A-Za-z0-9_](?:[A-Za-z0-9_.-]*[A-Za-z0-9_-])?)", re.DOTALL)
_MADE = re.compile(rf"({re.escape(BASE)}[a-z]+/)(.+)", re.DOTALL)


class Names:
    """Qualified names for the IRIs of a document.

    Args:
        document: The document that declares the prefixes.
        iris: Every IRI that will be named, so that prefixes do not depend on their order.
        namespaces: IRIs of further namespaces that will be used.
    """

    def __init__(
        self, document: ProvDocument, iris: Iterable[str], namespaces: Iterable[str] = ()
    ) -> None:
        stems = {stem for iri in iris if (stem := _stem(iri))} | set(namespaces)
        made = {stem: Namespace(stem.split("/")[-2], stem) for stem in stems if _is_made(stem)}
        others = sorted(stem for stem in stems if stem not in made and stem != NAMESPACE)
        self.spaces: Mapping[str, Namespace] = {
            NAMESPACE: TERMS,
            **dict(sorted(made.items())),
            **{stem: Namespace(f"n{number}", stem) for number, stem in enumerate(others, start=1)},
        }
        for space in self.spaces.values():
            document.add_namespace(space)

    def of(self, iri: str) -> QualifiedName:
        """The qualified name of one of the IRIs that were given."""
        stem = _stem(iri) or ""
        return self.spaces[stem][iri.removeprefix(stem)]


def is_nameable(iri: str) -> bool:
    """Whether an IRI can be written as a prefix and a plain local part in every syntax."""
    return _stem(iri) is not None


def _stem(iri: str) -> str | None:
    """What comes before the local part of an IRI; None where none would be plain."""
    found = (_MADE if iri.startswith(BASE) else _PARTED).fullmatch(iri)
    return found[1] if found else None


def _is_made(stem: str) -> bool:
    return _MADE.fullmatch(stem + "x") is not None
