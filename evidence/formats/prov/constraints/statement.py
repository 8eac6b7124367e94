"""PROV statements in the form in which the constraints speak of them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from prov.constants import PROV_N_MAP
from prov.identifier import Identifier
from prov.model import ProvRecord


@dataclass(frozen=True)
class Statement:
    """A statement, or one that another implies.

    Attributes:
        index: The place of the statement, or of the one that implies it.
        kind: What PROV-N calls it, as in "wasGeneratedBy".
        iri: Its identifier; None where it has none.
        parts: What it relates and when, by the names of PROV-DM, as in "usedEntity"; identifiers
            as IRIs. What is not said is missing.
        types: The IRIs of the types that it gives its thing.
    """

    index: int
    kind: str
    iri: str | None
    parts: Mapping[str, str | datetime] = field(default_factory=dict)
    types: frozenset[str] = frozenset()

    def name(self, part: str) -> str | None:
        """The IRI in a part; None where none is said."""
        value = self.parts.get(part)
        return value if isinstance(value, str) else None

    def time(self, part: str) -> datetime | None:
        """The time in a part; None where none is said."""
        value = self.parts.get(part)
        return value if isinstance(value, datetime) else None


def statements_of(records: Sequence[ProvRecord]) -> list[Statement]:
    """The statements of one document or bundle, in their order."""
    return [_statement(index, record) for index, record in enumerate(records)]


def with_implied(statements: list[Statement]) -> list[Statement]:
    """The statements, and the generation and usage of each derivation by an activity.

    This is inference 11 with the placeholders of definition 4 expanded: a derivation that names its
    activity has a generation and a usage, whether it names them or not.
    """
    implied: list[Statement] = []
    for each in statements:
        activity = each.name("activity")
        if each.kind == "wasDerivedFrom" and activity:
            for kind, own, entity in (
                ("wasGeneratedBy", "generation", "generatedEntity"),
                ("used", "usage", "usedEntity"),
            ):
                parts = {"activity": activity, "entity": each.name(entity) or ""}
                implied.append(Statement(each.index, kind, each.name(own), parts))
    return statements + implied


def _statement(index: int, record: ProvRecord) -> Statement:
    parts = {
        name.localpart: value.uri if isinstance(value, Identifier) else value
        for name, value in record.formal_attributes
        if value is not None
    }
    return Statement(
        index,
        PROV_N_MAP[record.get_type()],
        record.identifier.uri if record.identifier else None,
        parts,
        frozenset(t.uri for t in record.get_asserted_types() if isinstance(t, Identifier)),
    )
