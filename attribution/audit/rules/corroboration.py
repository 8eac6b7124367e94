"""COR: how many independent origins stand behind a claim, and which it hangs on."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from attribution.audit.context import Context
from attribution.audit.following import steps_of_case
from attribution.audit.interests import common_sides
from attribution.audit.naming import listed, named_claim, node_name, origin_name
from attribution.audit.rule import Rule
from evidence.case import Dossier
from evidence.findings import Finding, Severity
from graphs.origins import depth, loops, supports


class OneOrigin(Rule):
    """A claim that rests on one origin, which is also the only one cited.

    Whatever the origin is worth, there is nothing to check it against. See COR002 for claims that
    seem to have several sources and do not.
    """

    code = "COR001"
    severity = Severity.WARNING
    title = "one independent origin"
    tradecraft = "ICD 203: corroboration by independent sources; GRADE"

    def of_claim(self, dossier: Dossier, context: Context) -> Iterable[Finding]:
        """Report a claim with one origin and one source."""
        found = context.independence(dossier)
        if found.high == 1 and not _seems_corroborated(dossier):
            yield self.finding(
                f"{named_claim(dossier.claim)}: its only origin is "
                f"{origin_name(context.case, found.origins[0])}"
                f"{'' if found.origins[0].known else ', of unknown lineage'}",
                dossier.claim.id,
                hint="look for an account of somebody who does not have it from there",
            )


class CollapsedSources(Rule):
    """A claim with several sources that all lead back to one origin.

    This is how a single report comes to look like a consensus: each relay adds a citation and no
    evidence. Speakers are followed to those they speak for, documents to what they rest on, and
    outlets to whom they name as their source.
    """

    code = "COR002"
    severity = Severity.WARNING
    title = "many sources, one origin"
    tradecraft = "Circular reporting; ICD 203: distinguish independent from derived reporting"

    def of_claim(self, dossier: Dossier, context: Context) -> Iterable[Finding]:
        """Report a claim with one origin and several sources."""
        found = context.independence(dossier)
        if found.high == 1 and _seems_corroborated(dossier):
            nodes = supports(dossier)
            yield self.finding(
                f"{named_claim(dossier.claim)}: {_all(nodes)} lead back to "
                f"{origin_name(context.case, found.origins[0])}",
                dossier.claim.id,
                *(node.partition(":")[2] for node in nodes),
                hint="count them as one source, and look for another that is independent of it",
            )


def _all(nodes: Sequence[str]) -> str:
    said = all(node.startswith("attribution:") for node in nodes)
    noun = "attributions" if said else "sources"
    return f"both {noun}" if len(nodes) == 2 else f"all {len(nodes)} {noun}"


def _seems_corroborated(dossier: Dossier) -> bool:
    """Whether the support comes from several speakers, or from several documents."""
    nodes = set(supports(dossier))
    said = [a for a in dossier.attributions if f"attribution:{a.id}" in nodes]
    shown = [e.document for i, e in dossier.evidence.items() if f"evidence:{i}" in nodes]
    return len({a.by for a in said}) > 1 or len({*shown, *(a.document for a in said)}) > 1


class LineageLoop(Rule):
    """Records that rest on each other.

    Each confirms the other, and neither has it from anywhere: false confirmation. Derivations,
    nesting (`within`), on whose behalf actors speak, and whom outlets name as their source are
    followed.
    """

    code = "COR003"
    severity = Severity.ERROR
    title = "circular lineage"
    tradecraft = "False confirmation; circular reporting"

    def of_case(self, context: Context) -> Iterable[Finding]:
        """Report each loop once: not also among the attributions in documents that are in one."""
        found = loops(steps_of_case(context))
        looping = {node for loop in found for node in loop}
        for loop in found:
            if looping.issuperset(self._documents(loop, context)):
                continue
            names = listed(node_name(context.case, node) for node in loop)
            ids = [node.partition(":")[2] for node in loop]
            yield self.finding(
                f"{names} rest on each other" if len(loop) > 1 else f"{names} rests on itself",
                *ids,
                hint="find out which of them had it first, and from whom",
            )

    @staticmethod
    def _documents(loop: Iterable[str], context: Context) -> set[str]:
        """The documents of the attributions in a loop, "" for what is no attribution."""
        attributions = [context.case.attributions.get(n.partition(":")[2]) for n in loop]
        return {f"document:{a.document}" if a else "" for a in attributions}


class SoleCarrier(Rule):
    """An origin on which many claims hang that nothing else supports.

    If it is wrong, or withdrawn, all of them fall together. `claimtrail what-if --without` shows
    them.
    """

    code = "COR004"
    severity = Severity.WARNING
    title = "one origin carries many claims alone"
    tradecraft = "Single point of failure; ICD 203"

    def of_case(self, context: Context) -> Iterable[Finding]:
        """Report origins that carry at least as many claims alone as the threshold says."""
        for origin, claims in context.tally.sole.items():
            if len(claims) >= context.thresholds.sole_origin_claims:
                yield self.finding(
                    f"{origin_name(context.case, origin)} alone stands behind {len(claims)} claims "
                    f"({listed(claims)})",
                    origin.nodes[0].partition(":")[2],
                    *claims,
                    hint="corroborate the most important of them from elsewhere",
                )


class OneSide(Rule):
    """A claim all of whose origins share one interest.

    Several origins are no corroboration where all of them belong to, speak for or side with one
    party (`party_to`, `speaks_for`).
    """

    code = "COR005"
    severity = Severity.WARNING
    title = "all origins on one side"
    tradecraft = "Impartiality: Berkeley Protocol; ICD 203: source motivation"

    def of_claim(self, dossier: Dossier, context: Context) -> Iterable[Finding]:
        """Report a claim whose known origins are all parties on one side."""
        origins = context.independence(dossier).origins
        if not origins or not all(origin.known for origin in origins):
            return
        sides = common_sides(context, [node for origin in origins for node in origin.nodes])
        if sides:
            names = listed(origin_name(context.case, origin) for origin in origins)
            parties = listed(node_name(context.case, f"actor:{side}") for side in sides)
            which = "its only origin" if len(origins) == 1 else f"all {len(origins)} origins"
            yield self.finding(
                f"{named_claim(dossier.claim)}: {which} ({names}) on the side of {parties}",
                dossier.claim.id,
                hint="look for an account from outside that side",
            )


class UnprovenCorroboration(Rule):
    """A claim that may have several independent origins, or one, as lineage is unknown.

    Where nobody has looked into who has it from whom, independence is an interval. Here it begins
    at one: corroboration is possible and not shown.
    """

    code = "COR006"
    severity = Severity.INFO
    title = "independence not shown"
    tradecraft = "Circular reporting; ICD 203: state what is not known"

    def of_claim(self, dossier: Dossier, context: Context) -> Iterable[Finding]:
        """Report a claim whose interval begins at one and does not end there."""
        found = context.independence(dossier)
        if found.low == 1 < found.high:
            doubtful = listed(origin_name(context.case, o) for o in found.origins if not o.known)
            yield self.finding(
                f"{named_claim(dossier.claim)}: {found} independent origins, as the lineage of "
                f"{doubtful} is unknown",
                dossier.claim.id,
                hint="find out whether they report first hand, or from whom they have it",
            )


class FarFromItsOrigin(Rule):
    """A claim that has passed through many hands on its way from an origin.

    Each relay shortens, translates and sharpens; after a few of them the words are no longer those
    of the origin, and few readers go back to look.
    """

    code = "COR007"
    severity = Severity.INFO
    title = "many relays before the origin"
    tradecraft = "Information laundering; ICD 206: cite the original source"

    def of_claim(self, dossier: Dossier, context: Context) -> Iterable[Finding]:
        """Report a claim with at least as many relays as the threshold says."""
        relays = depth(context.lineage_of(dossier), supports(dossier))
        if relays >= context.thresholds.relays:
            yield self.finding(
                f"{named_claim(dossier.claim)}: {relays} relays stand between it and an origin",
                dossier.claim.id,
                hint="go back to the origin, and quote that",
            )


class SameText(Rule):
    """Documents with the same text, of which it is not said which took it from which.

    One report under several titles, addresses or outlets is one report. As long as nothing says
    so, each copy counts as a source of its own.
    """

    code = "COR008"
    severity = Severity.WARNING
    title = "the same text counted twice"
    tradecraft = "Circular reporting; Berkeley Protocol: identify duplicates in what is collected"

    def of_case(self, context: Context) -> Iterable[Finding]:
        """Report each group of equal texts that lineage does not tie together."""
        for documents in context.tally.copies.values():
            apart = [i for i in documents if not _rests_on_any(i, documents, context)]
            if len(apart) > 1:
                yield self.finding(
                    f"documents {listed(apart)} have the same text, and nothing says which took it "
                    "from which",
                    *apart,
                    hint="say under `derivations` which of them rests on which",
                )


def _rests_on_any(document: str, others: Iterable[str], context: Context) -> bool:
    """Whether the lineage of a document leads to another of `others`."""
    wanted = {f"document:{other}" for other in others if other != document}
    pending, met = [f"document:{document}"], {f"document:{document}"}
    while wanted and pending:
        bases = [b for b in context.lineage.basis(pending.pop()).rests_on if b not in met]
        if not wanted.isdisjoint(bases):
            return True
        met.update(bases)
        pending.extend(bases)
    return False
