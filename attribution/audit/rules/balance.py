"""BAL: whether the other side of a dispute is shown, and what it is worth."""

from __future__ import annotations

from collections.abc import Iterable

from attribution.audit.context import Context
from attribution.audit.interests import interests
from attribution.audit.naming import (
    actor_name,
    listed,
    named_claim,
    named_relation,
    voice_of,
)
from attribution.audit.rule import Rule
from evidence.case import Dossier
from evidence.findings import Finding, Severity
from evidence.model import Attribution, Bearing
from evidence.vocabulary import AFFIRMING, OPPOSING, BearingKind, Stance


class ContraryNotShown(Rule):
    """A contested claim of which only one side is shown.

    Somebody denies or doubts it, or something contradicts it; a reader who is to judge needs the
    words or the evidence of those who say so, and of those who say otherwise.
    """

    code = "BAL001"
    severity = Severity.WARNING
    title = "contested, and one side is not shown"
    tradecraft = "ICD 203: acknowledge contrary information"

    def of_claim(self, dossier: Dossier, context: Context) -> Iterable[Finding]:
        """Report a contested claim one side of which has no words and no evidence."""
        against = [a for a in dossier.attributions if a.stance in OPPOSING]
        contrary = _bearings(dossier, BearingKind.CONTRADICTS)
        if not against and not contrary:
            return
        favour = [a for a in dossier.attributions if a.stance not in OPPOSING]
        if not _shown(favour, _bearings(dossier, BearingKind.SUPPORTS), context):
            yield self._missing(dossier, "is contested, and nothing shows who says that it is so")
        elif not _shown(against, contrary, context):
            yield self._missing(dossier, "is contested, and the contrary is not shown in words")

    def _missing(self, dossier: Dossier, what: str) -> Finding:
        return self.finding(
            f"{named_claim(dossier.claim)} {what}",
            dossier.claim.id,
            hint="quote those who say so, or show their evidence, so that readers can weigh both",
        )


def _bearings(dossier: Dossier, kind: BearingKind) -> list[Bearing]:
    return [b for b in dossier.shown if b.kind is kind and b.target == dossier.claim.id]


def _shown(said: Iterable[Attribution], shown: Iterable[Bearing], context: Context) -> bool:
    case = context.case
    return any(a.content for a in said) or any(
        b.source in case.evidence or b.source in case.claims for b in shown
    )


class DenialByTheAccused(Rule):
    """A claim that only those deny whom it accuses, or who share their interest.

    A denial by the accused has to be reported, and proves little. Whoever speaks for the accused
    or is on their side (`speaks_for`, `party_to`) counts as one of them.
    """

    code = "BAL002"
    severity = Severity.WARNING
    title = "denied by the accused only"
    tradecraft = "Interested source: ICD 203, source motivation; Berkeley Protocol, bias"

    def of_claim(self, dossier: Dossier, context: Context) -> Iterable[Finding]:
        """Report a denied claim whose deniers all share the interest of its subject."""
        accused = _accused(dossier)
        deniers = [a for a in dossier.attributions if a.stance is Stance.DENIES]
        doubted = any(a.stance is Stance.QUESTIONS for a in dossier.attributions)
        if not accused or not deniers or doubted or _bearings(dossier, BearingKind.CONTRADICTS):
            return
        sides = {side for actor in accused for side in interests(context, actor)}
        if all(a.by and not sides.isdisjoint(interests(context, a.by)) for a in deniers):
            names = listed(dict.fromkeys(voice_of(context.case, a) for a in deniers))
            blamed = listed(actor_name(context.case, actor) for actor in accused)
            yield self.finding(
                f"{named_claim(dossier.claim)}: only {names} {_verb(deniers)} it, "
                f"on the side of the accused ({blamed})",
                dossier.claim.id,
                *(a.id for a in deniers),
                hint="look for somebody without a part in it who doubts or contradicts it",
            )


def _verb(deniers: Iterable[Attribution]) -> str:
    return "deny" if len({a.by for a in deniers}) > 1 else "denies"


def _accused(dossier: Dossier) -> list[str]:
    subjects = [dossier.claim.subject, *(relation.who for relation in dossier.relations)]
    return [actor for actor in dict.fromkeys(subjects) if actor is not None]


class BothWays(Rule):
    """A source that both puts a claim forward and denies it.

    It changed its mind, or one of the two attributions is wrong. If it changed its mind, say when,
    and let the later word stand.
    """

    code = "BAL003"
    severity = Severity.WARNING
    title = "a source says both yes and no"
    tradecraft = "Internal consistency of a source; ICD 203"

    def of_claim(self, dossier: Dossier, context: Context) -> Iterable[Finding]:
        """Report speakers with both stances towards the claim."""
        denying = {a.by: a for a in dossier.attributions if a.stance is Stance.DENIES and a.by}
        affirming = {a.by: a for a in dossier.attributions if a.stance in AFFIRMING}
        for actor_id, denial in denying.items():
            if actor_id in affirming:
                yield self.finding(
                    f"{named_claim(dossier.claim)}: {voice_of(context.case, denial)} both "
                    f"{affirming[actor_id].stance} and denies it",
                    dossier.claim.id,
                    affirming[actor_id].id,
                    denial.id,
                    hint="check both passages, and which came later",
                )


class AccusedNotHeard(Rule):
    """An accusation to which the accused have no word in the case.

    Whoever is accused has a right to be heard, and a reader is to know what they say, be it only
    that they did not answer. Anybody who speaks for the accused or is on their side counts.
    """

    code = "BAL004"
    severity = Severity.INFO
    title = "the accused are not heard"
    tradecraft = "Right of reply; ICD 203: alternative views; Berkeley Protocol, fairness"

    def of_claim(self, dossier: Dossier, context: Context) -> Iterable[Finding]:
        """Report a claim that accuses somebody from whose side nobody speaks of it."""
        accused = _accused(dossier)
        accusing = [a for a in dossier.attributions if a.stance is Stance.ACCUSES]
        if not accused or not accusing:
            return
        sides = {side for actor in accused for side in interests(context, actor)}
        speaking = (interests(context, a.by) for a in dossier.attributions if a.by is not None)
        if all(sides.isdisjoint(interest) for interest in speaking):
            names = listed(dict.fromkeys(voice_of(context.case, a) for a in accusing))
            blamed = listed(actor_name(context.case, actor) for actor in accused)
            yield self.finding(
                f"{named_claim(dossier.claim)}: accused by {names}, {blamed} is not heard on it",
                dossier.claim.id,
                *(a.id for a in accusing),
                hint="look for what the accused say, or note that they did not answer",
            )


class NobodyAffirms(Rule):
    """A relation between actors that nobody puts forward, and somebody speaks against.

    The claim behind it is only denied or doubted. Drawn as an edge between two actors, it tells
    a reader the contrary of what the sources say.
    """

    code = "BAL005"
    severity = Severity.WARNING
    title = "a relation that is only denied"
    tradecraft = "ICD 203: properly describe what sources say; accuracy of link charts"

    def of_claim(self, dossier: Dossier, context: Context) -> Iterable[Finding]:
        """Report the relations that rest on one claim alone, if that is only spoken against."""
        spoken = dossier.attributions
        if not spoken or any(a.stance not in OPPOSING for a in spoken):
            return
        if _bearings(dossier, BearingKind.SUPPORTS):
            return
        for relation in dossier.relations:
            if set(relation.claims) == {dossier.claim.id}:
                yield self.finding(
                    f"{named_relation(context.case, relation)}: {named_claim(dossier.claim)} is "
                    "only denied or doubted",
                    relation.id,
                    dossier.claim.id,
                    hint="find who says so, or drop the relation and keep the claim",
                )
