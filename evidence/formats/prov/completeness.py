"""Relations that lack what they relate, after PROV-DM (W3C Recommendation, 2013), section 5."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from prov.model import ProvElement, ProvRecord

from evidence.formats.prov.fragments import keyword

_NEEDED = {
    "wasGeneratedBy": 1,
    "used": 1,
    "wasStartedBy": 1,
    "wasEndedBy": 1,
    "wasInvalidatedBy": 1,
    "wasAssociatedWith": 1,
    "mentionOf": 3,
}
"""How many of its first parts a relation cannot do without; those not named here need two."""


def incomplete(records: Sequence[ProvRecord]) -> dict[int, str]:
    """Which statements say too little to mean anything, by their index, and what is missing.

    What one statement of an identifier leaves out, another may say.

    Args:
        records: The statements of one document or bundle.

    Returns:
        Reasons that continue "X ", as in "lacks entity".
    """
    together: dict[tuple[str, object], list[int]] = defaultdict(list)
    for index, record in enumerate(records):
        if not isinstance(record, ProvElement):
            own = record.identifier.uri if record.identifier else index
            together[keyword(record), own].append(index)
    return {
        index: why
        for (kind, _), same in together.items()
        if (why := _lacking([records[index] for index in same], _NEEDED.get(kind, 2)))
        for index in same
    }


def _lacking(same: list[ProvRecord], needed: int) -> str:
    ends = zip(*(record.formal_attributes[:needed] for record in same), strict=True)
    missing = [end[0][0].localpart for end in ends if not any(value for _, value in end)]
    return f"lacks {' and '.join(missing)}" if missing else ""
