"""What is wrong with several statements together."""

from __future__ import annotations

from dataclasses import dataclass

NAMES = {
    0: "unique-mention of PROV-LINKS",
    22: "key-object",
    23: "key-properties",
    24: "unique-generation",
    25: "unique-invalidation",
    26: "unique-wasStartedBy",
    27: "unique-wasEndedBy",
    28: "unique-startTime",
    29: "unique-endTime",
    30: "start-precedes-end",
    33: "usage-within-activity",
    34: "generation-within-activity",
    35: "wasInformedBy-ordering",
    36: "generation-precedes-invalidation",
    37: "generation-precedes-usage",
    38: "usage-precedes-invalidation",
    41: "derivation-usage-generation-ordering",
    42: "derivation-generation-generation-ordering",
    43: "wasStartedBy-ordering",
    44: "wasEndedBy-ordering",
    45: "specialization-generation-ordering",
    46: "specialization-invalidation-ordering",
    47: "wasAssociatedWith-ordering",
    48: "wasAttributedTo-ordering",
    49: "actedOnBehalfOf-ordering",
    50: "typing",
    51: "impossible-unspecified-derivation-generation-use",
    52: "impossible-specialization-reflexive",
    53: "impossible-property-overlap",
    54: "impossible-object-property-overlap",
    55: "entity-activity-disjoint",
    56: "membership-empty-collection",
}
"""Constraints by their number in PROV-CONSTRAINTS; 31, 32, 39 and 40 hold by construction."""


@dataclass(frozen=True)
class Violation:
    """Statements that cannot all be true.

    Attributes:
        constraints: The numbers of those that they violate together, keys of `NAMES`.
        why: What is wrong, continuing "X ".
        statements: The indices of those that take part, the one that X names first.
        certain: Whether no valid instance holds them; otherwise that is only likely.
    """

    constraints: tuple[int, ...]
    why: str
    statements: tuple[int, ...]
    certain: bool = True

    def __str__(self) -> str:
        """Render what is wrong with the constraints that say so."""
        named = (f"{NAMES[each]} ({each})" if each else NAMES[each] for each in self.constraints)
        return f"{self.why}: {', '.join(named)}"
