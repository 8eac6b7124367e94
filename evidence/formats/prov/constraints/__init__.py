"""What no valid PROV instance holds, after PROV-CONSTRAINTS (W3C Recommendation, 2013).

Checked are uniqueness (22 to 29), the order of events (30 to 49), types (50, 55, 56) and
impossibilities (51 to 54), with the inferences that they need, and of PROV-LINKS that an entity
mentions one other; and beyond them, as a warning, whether times fit the order of events.

An instance is valid or not as a whole: which of its statements is wrong, nobody but its author can
tell. So a violation names all that take part, and none of them is left out of the case for it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from prov.model import ProvRecord

from evidence.formats.prov.constraints.clocks import against_the_clock
from evidence.formats.prov.constraints.impossibilities import impossibilities
from evidence.formats.prov.constraints.keys import disagreements
from evidence.formats.prov.constraints.kinds import clashing_kinds
from evidence.formats.prov.constraints.ordering import impossible_orders
from evidence.formats.prov.constraints.statement import statements_of, with_implied
from evidence.formats.prov.constraints.violation import Violation

__all__ = ["Violation", "violations"]


def violations(records: Sequence[ProvRecord]) -> Iterator[Violation]:
    """Yield what is wrong with the statements of one document, or of one bundle.

    Linear in the statements. The indices in a violation are those of `records`.
    """
    stated = statements_of(records)
    implied = with_implied(stated)
    yield from impossibilities(stated)
    yield from clashing_kinds(stated)
    yield from disagreements(implied)
    yield from impossible_orders(implied)
    yield from against_the_clock(stated)
