"""CNF: whether stated confidence is earned, and says anything."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from attribution.audit.context import Context
from attribution.audit.naming import named_claim
from attribution.audit.rule import Rule
from evidence.case import Dossier
from evidence.findings import Finding, Severity
from evidence.vocabulary import AFFIRMING, Certainty


class UnearnedConfidence(Rule):
    """A claim held with high confidence that fewer than two independent origins support.

    Standards of analysis tie high confidence to corroboration. Where the lineage of sources is
    unknown the origins that are certain are counted: confidence is not to rest on what nobody has
    looked into.
    """

    code = "CNF001"
    severity = Severity.WARNING
    title = "high confidence, too few origins"
    tradecraft = "ICD 203: confidence rests on the quality and corroboration of sources; GRADE"

    def of_claim(self, dossier: Dossier, context: Context) -> Iterable[Finding]:
        """Report a claim whose confidence is above the threshold and its origins below theirs."""
        claim = dossier.claim
        if not _is_high(claim.confidence, context):
            return
        found = context.independence(dossier)
        if found.low < context.thresholds.confident_origins:
            origins = "origin" if str(found) == "1" else "origins"
            yield self.finding(
                f"{named_claim(claim)}: confidence {claim.confidence:g} with {found} independent "
                f"{origins}",
                claim.id,
                hint="corroborate it from elsewhere, or lower the confidence",
            )


def _is_high(confidence: float | None, context: Context) -> bool:
    return confidence is not None and confidence >= context.thresholds.high_confidence


class UniformConfidence(Rule):
    """The same confidence for nearly every claim, or nearly every attribution, of the case.

    A figure that hardly differs was not judged but filled in, and tells a reader nothing.
    """

    code = "CNF002"
    severity = Severity.WARNING
    title = "same confidence throughout"
    tradecraft = "ICD 203: express confidence case by case"

    def of_case(self, context: Context) -> Iterable[Finding]:
        """Report a case most of whose judged claims, or attributions, have one confidence."""
        yield from self._uniform("claims", context.tally.beliefs, context)
        yield from self._uniform("attributions", context.tally.confidences, context)

    def _uniform(self, what: str, given: Counter[float], context: Context) -> Iterable[Finding]:
        total, thresholds = given.total(), context.thresholds
        if total < thresholds.uniform_confidence_count:
            return
        confidence, count = max(given.items(), key=lambda each: (each[1], each[0]))
        if count >= thresholds.uniform_confidence_share * total:
            which = f"all {total}" if count == total else f"{count} of {total}"
            yield self.finding(
                f"{which} {what} with a confidence have the same, {confidence:g}",
                hint="judge each by itself, or leave the confidence out",
            )


_HEDGED = frozenset(
    {
        Certainty.REMOTE,
        Certainty.VERY_UNLIKELY,
        Certainty.UNLIKELY,
        Certainty.ROUGHLY_EVEN,
    }
)
"""What a speaker says who does not hold it to be likely."""


class SurerThanItsSources(Rule):
    """A claim held with high confidence although nobody who puts it forward is that sure.

    All its sources say no more than that it may be. On the way from their words into the case the
    doubt was lost.
    """

    code = "CNF003"
    severity = Severity.WARNING
    title = "surer than its sources"
    tradecraft = "ICD 203: likelihood is expressed consistently and kept when it is passed on"

    def of_claim(self, dossier: Dossier, context: Context) -> Iterable[Finding]:
        """Report a claim of high confidence all of whose speakers hedge, with nothing shown."""
        said = [a for a in dossier.attributions if a.stance in AFFIRMING]
        shown = any(b.target == dossier.claim.id for b in dossier.shown)
        if not said or shown or not _is_high(dossier.claim.confidence, context):
            return
        if all(a.certainty in _HEDGED for a in said):
            words = " and ".join(dict.fromkeys(str(a.certainty) for a in said))
            yield self.finding(
                f"{named_claim(dossier.claim)}: confidence {dossier.claim.confidence:g}, but its "
                f"sources say no more than “{words}”",
                dossier.claim.id,
                *(a.id for a in said),
                hint="lower the confidence, or say what makes you surer than your sources",
            )
