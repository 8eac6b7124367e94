"""Single PROV statements as PROV-JSON, for those that are kept as they were.

A fragment names its namespaces by their order, so that the same statement gives the same fragment
whatever prefixes its file chose.
"""

from __future__ import annotations

import json
import warnings
from collections.abc import Mapping
from typing import Any

from prov.constants import PROV_N_MAP
from prov.identifier import Identifier, Namespace, QualifiedName
from prov.model import Literal, ProvBundle, ProvDocument, ProvRecord

from evidence.formats.prov.documents import dump, load
from evidence.formats.prov.syntax import Syntax

Fragment = dict[str, Any]

BUNDLE = "inBundle"
"""The key that tells the IRI of the bundle that a statement stands in."""

_STANDARD = frozenset({"prov", "xsd", "xsi"})


def keyword(record: ProvRecord) -> str:
    """What PROV-N calls a statement, as in "wasGeneratedBy"."""
    return PROV_N_MAP[record.get_type()]


def fragment_of(record: ProvRecord, bundle: str | None) -> Fragment:
    """The fragment for a statement.

    Args:
        record: The statement.
        bundle: The IRI of its bundle; None where it is in none.
    """
    document = ProvDocument()
    spaces = {
        uri: Namespace(f"n{number}", uri)
        for number, uri in enumerate(sorted(namespaces_in(record)), start=1)
    }
    for space in spaces.values():
        document.add_namespace(space)
    with warnings.catch_warnings():
        # What the library reads leniently was reported when the file was loaded.
        warnings.simplefilter("ignore")
        add_copy(record, document, spaces)
    fragment: Fragment = json.loads(dump(document, Syntax.JSON))
    _sort_values(fragment)
    return fragment | ({BUNDLE: bundle} if bundle else {})


def statement_in(fragment: Fragment) -> tuple[ProvRecord, str | None]:
    """The one statement of a fragment, and the IRI of its bundle.

    Raises:
        ValueError: If it holds no one statement.
    """
    bundle = fragment.get(BUNDLE)
    data = json.dumps({name: part for name, part in fragment.items() if name != BUNDLE})
    loaded = load(data.encode(), Syntax.JSON)
    records = list(loaded.document.get_records())
    if len(records) != 1 or loaded.document.has_bundles() or loaded.mended:
        raise ValueError("is no single statement")
    return records[0], bundle if isinstance(bundle, str) else None


def add_copy(record: ProvRecord, bundle: ProvBundle, spaces: Mapping[str, Namespace]) -> None:
    """Add a copy of a statement to a document or bundle, its names in these namespaces.

    Args:
        record: The statement.
        bundle: Where to add it.
        spaces: Namespaces by IRI: one for each of `namespaces_in(record)`.
    """
    identifier = None if record.identifier is None else _renamed(record.identifier, spaces)
    attributes = [(_renamed(name, spaces), _moved(v, spaces)) for name, v in record.attributes]
    bundle.new_record(record.get_type(), identifier, attributes)


def namespaces_in(record: ProvRecord) -> set[str]:
    """The IRIs of the namespaces that a statement uses, those of PROV and XML Schema left out."""
    used = (name.namespace for name in _names_in(record))
    return {space.uri for space in used if space.prefix not in _STANDARD}


def _sort_values(fragment: Fragment) -> None:
    """Put several values of one attribute, which are a set, into the order of their JSON."""
    for kind, statements in fragment.items():
        for statement in statements.values() if kind != "prefix" else ():
            for name, value in statement.items():
                if isinstance(value, list):
                    statement[name] = sorted(value, key=json.dumps)


def _names_in(record: ProvRecord) -> list[QualifiedName]:
    values = [record.identifier, *(part for pair in record.attributes for part in pair)]
    types = [value.datatype for value in values if isinstance(value, Literal)]
    return [value for value in (*values, *types) if isinstance(value, QualifiedName)]


def _renamed(name: QualifiedName, spaces: Mapping[str, Namespace]) -> QualifiedName:
    space = spaces.get(name.namespace.uri)
    return name if space is None else space[name.localpart]


def _moved(value: Any, spaces: Mapping[str, Namespace]) -> Any:
    """A value with its qualified names in these namespaces."""
    if isinstance(value, QualifiedName):
        return _renamed(value, spaces)
    if isinstance(value, Literal) and value.datatype is not None:
        return Literal(value.value, _renamed(value.datatype, spaces), value.langtag)
    return Identifier(value.uri) if isinstance(value, Identifier) else value
