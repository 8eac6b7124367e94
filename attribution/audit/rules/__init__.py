"""The rules, one family a file, in the order in which they are listed and run."""

from __future__ import annotations

from functools import lru_cache
from importlib.metadata import entry_points

from attribution.audit.rule import Rule
from attribution.audit.rules import (
    balance,
    confidence,
    corroboration,
    lifecycle,
    provenance,
    sourcing,
    waiving,
)

RULES: list[Rule] = [
    sourcing.NoSource(),
    sourcing.UnknownId(),
    sourcing.NoCitation(),
    sourcing.NoPassage(),
    sourcing.QuoteNotFound(),
    sourcing.NoReliability(),
    sourcing.OnlyUnnamed(),
    sourcing.NoCredibility(),
    provenance.NoCopy(),
    provenance.NoRetrievalTime(),
    provenance.UnknownLineage(),
    provenance.OlderThanItsOrigin(),
    provenance.ChangedText(),
    provenance.FirstHandAndDerived(),
    provenance.SaidAfterPublication(),
    corroboration.OneOrigin(),
    corroboration.CollapsedSources(),
    corroboration.LineageLoop(),
    corroboration.SoleCarrier(),
    corroboration.OneSide(),
    corroboration.UnprovenCorroboration(),
    corroboration.FarFromItsOrigin(),
    corroboration.SameText(),
    balance.ContraryNotShown(),
    balance.DenialByTheAccused(),
    balance.BothWays(),
    balance.AccusedNotHeard(),
    balance.NobodyAffirms(),
    confidence.UnearnedConfidence(),
    confidence.UniformConfidence(),
    confidence.SurerThanItsSources(),
    lifecycle.RestsOnRetracted(),
    lifecycle.OldEvidence(),
    waiving.ExpiredWaiver(),
    waiving.UnusedWaiver(),
    waiving.UnknownWaivedRule(),
]
"""The rules of this package."""


def all_rules() -> list[Rule]:
    """The rules of this package, then those of installed packages."""
    return [*RULES, *added_rules()]


@lru_cache(maxsize=1)
def added_rules() -> tuple[Rule, ...]:
    """The rules of the entry points `claimtrail.rules`, by name, looked up once.

    An entry point names a `Rule` or a subclass of it.
    """
    found = sorted(entry_points(group="claimtrail.rules"), key=lambda point: point.name)
    loaded = (point.load() for point in found)
    return tuple(rule() if isinstance(rule, type) else rule for rule in loaded)
