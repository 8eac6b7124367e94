"""LIF: whether what the case rests on still holds."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from attribution.audit.context import Context
from attribution.audit.naming import listed, named_claim, named_relation, node_name
from attribution.audit.retracted import fallen_supports, retracted_basis
from attribution.audit.rule import Rule
from evidence.case import Dossier
from evidence.findings import Finding, Severity
from evidence.model import Record, Relation
from graphs.labels import shortened
from graphs.origins import supports


class RestsOnRetracted(Rule):
    """A claim or relation that stands in the case while what it rests on was taken back.

    A document was withdrawn, a source recanted, a record was revoked by whoever keeps it. What
    rests on that alone has lost its support; whoever repeats it now repeats an error that is
    known. A retraction is not a refutation: the claim may still be true, from other sources.
    """

    code = "LIF001"
    severity = Severity.ERROR
    title = "rests on something retracted"
    tradecraft = "Retractions are followed up: COPE retraction guidelines; STIX 2.1 `revoked`"

    def of_claim(self, dossier: Dossier, context: Context) -> Iterable[Finding]:
        """Report a live claim about a retracted actor, or with support that was taken back."""
        claim = dossier.claim
        if claim.retracted is not None:
            return
        yield from self._touching(named_claim(claim), claim, (claim.subject, claim.object), context)
        gone = retracted_basis(dossier, context)
        fallen = fallen_supports(dossier, gone, context) if gone else ()
        if fallen:
            share = "all" if len(fallen) == len(supports(dossier)) else "part of"
            reasons = listed(f"{node_name(context.case, n)} ({_why(w)})" for n, w in gone.items())
            yield self.finding(
                f"{named_claim(claim)}: {share} its support rests on what was taken back: "
                f"{reasons}",
                claim.id,
                *(node.partition(":")[2] for node in dict.fromkeys((*fallen, *gone))),
                hint="find support that stands, or mark the claim as `retracted` too",
            )

    def of_record(self, record: Record, context: Context) -> Iterable[Finding]:
        """Report a live relation between retracted actors, or that only retracted claims state."""
        if not isinstance(record, Relation) or record.retracted is not None:
            return
        named = named_relation(context.case, record)
        yield from self._touching(named, record, (record.who, record.to), context)
        claims = [context.case.claims.get(claim) for claim in record.claims]
        if claims and all(claim is not None and claim.retracted is not None for claim in claims):
            yield self.finding(
                f"{named}: all claims that say so were taken back",
                record.id,
                *record.claims,
                hint="name a claim that stands, or mark the relation as `retracted` too",
            )

    def _touching(
        self, named: str, record: Record, actors: Iterable[str | None], context: Context
    ) -> Iterator[Finding]:
        """Report a record about actors whose own records were taken back."""
        about = [context.actor(i) for i in dict.fromkeys(actors)]
        gone = [actor for actor in about if actor is not None and actor.retracted is not None]
        if gone:
            names = listed(f"{actor.name} ({_why(actor.retracted)})" for actor in gone)
            yield self.finding(
                f"{named} is about what was taken back: {names}",
                record.id,
                *(actor.id for actor in gone),
                hint="name what replaces it, or mark this record as `retracted` too",
            )


def _why(retracted: str | None) -> str:
    return shortened(retracted or "")


class OldEvidence(Rule):
    """Evidence from a document much older than the rest of the case.

    It may still hold, or describe a state of affairs that has passed. Age is counted in years up
    to the newest document of the case, not to today, so that an audit says the same next year.
    """

    code = "LIF002"
    severity = Severity.INFO
    title = "old evidence"
    tradecraft = "Currency of information: ICD 203; GRADE indirectness"

    def of_case(self, context: Context) -> Iterable[Finding]:
        """Report evidence whose document is older than the threshold."""
        for evidence in context.case.evidence.values():
            document = context.document(evidence.document)
            if document is None or document.published is None:
                continue
            age = context.tally.newest - int(document.published[:4])
            if age > context.thresholds.evidence_age_years:
                yield self.finding(
                    f"evidence {evidence.id}: its document {document.id} of {document.published} "
                    f"is {age} years older than the newest of the case",
                    evidence.id,
                    document.id,
                    hint="say whether it still holds, or find something newer",
                )
