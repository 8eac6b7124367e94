"""SRC: whether every claim has sources that a reader can find and check."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from attribution.audit.context import Context
from attribution.audit.dangling import dangling
from attribution.audit.naming import (
    actor_name,
    listed,
    named_attribution,
    named_claim,
    named_relation,
    record_name,
)
from attribution.audit.rule import Rule
from evidence.case import SECTIONS, Dossier
from evidence.findings import Finding, Severity
from evidence.model import (
    Attribution,
    Bearing,
    Document,
    Evidence,
    Passage,
    Record,
    Relation,
)
from evidence.passages import Anchoring, Outcome, anchor
from evidence.vocabulary import ActorKind, BearingKind
from graphs.labels import shortened
from graphs.origins import supports


class NoSource(Rule):
    """A claim, or a relation between actors, that nothing and nobody vouches for.

    A claim needs somebody who takes a stance towards it (a speaker, or at least a document), or
    evidence or another claim that supports it. A relation needs a claim that states it. Without
    that, a reader cannot tell where it came from, and it should not be in the case.
    """

    code = "SRC001"
    severity = Severity.ERROR
    title = "no source"
    tradecraft = "ICD 206: every substantive statement cites its sources"

    def of_claim(self, dossier: Dossier, context: Context) -> Iterable[Finding]:
        """Report a claim without attribution and without support."""
        voiced = any(a.by or a.document for a in dossier.attributions)
        shown = any(
            b.kind is BearingKind.SUPPORTS and b.target == dossier.claim.id for b in dossier.shown
        )
        if not voiced and not shown:
            yield self.finding(
                f"{named_claim(dossier.claim)}: nobody says so and nothing shows it",
                dossier.claim.id,
                hint="add who says so under `said`, or what shows it under `shown`",
            )

    def of_record(self, record: Record, context: Context) -> Iterable[Finding]:
        """Report a relation that rests on no claim."""
        if isinstance(record, Relation) and not record.claims:
            yield self.finding(
                f"{named_relation(context.case, record)}: no claim says so",
                record.id,
                hint="name the claim that states it with `claim`",
            )


class UnknownId(Rule):
    """A reference to a record that the case does not hold.

    The reader is sent to a place that does not exist: a slip of the pen, or a record that was
    deleted while others still rest on it.
    """

    code = "SRC002"
    severity = Severity.ERROR
    title = "unknown id"
    tradecraft = "ICD 206: readers must be able to locate what is cited"

    def of_record(self, record: Record, context: Context) -> Iterable[Finding]:
        """Report each reference of a record that leads nowhere."""
        for field, unknown, targets in dangling(record, context.holds):
            meant = context.near_ids.of(unknown, targets)
            wanted = " or ".join(_SINGULAR[target] for target in targets)
            yield self.finding(
                f"{record_name(record)}: `{_WRITTEN.get(field, field)}` names "
                f"{unknown!r}, and the case has no {wanted} with this id",
                record.id,
                hint=f"did you mean {meant!r}?" if meant else f"add it, or name another {wanted}",
            )


_SINGULAR = {name: kind.__name__.lower() for name, kind in SECTIONS.items()}

_WRITTEN = {"document": "in"}
"""Fields whose key in a case file differs from their name."""


class NoCitation(Rule):
    """A document of which it is not said who is responsible for it, or when it was published.

    A citation needs an author or a publisher, and a date. Without the first nobody can judge
    the source, without the second nobody can tell which of two accounts came first.
    """

    code = "SRC003"
    severity = Severity.WARNING
    title = "incomplete citation"
    tradecraft = "ICD 206: source reference citations name author or publisher, and date"

    def of_record(self, record: Record, context: Context) -> Iterable[Finding]:
        """Report a document without author and publisher, or without date."""
        if not isinstance(record, Document):
            return
        missing = []
        if not record.authors and record.publisher is None:
            missing.append("author or publisher")
        if record.published is None:
            missing.append("date of publication")
        if missing:
            yield self.finding(
                f"document {record.id}: no {' and no '.join(missing)}",
                record.id,
                hint="add `publisher` or `authors`, and `published` as exactly as is known",
            )


class NoPassage(Rule):
    """An attribution that does not show the words it rests on.

    A reader must be able to see that the source directly supports what is attributed to it: the
    exact words, in a document of the case.
    """

    code = "SRC004"
    severity = Severity.WARNING
    title = "no exact passage"
    tradecraft = "Verifiability: the cited words directly support the statement; ICD 206"

    def of_record(self, record: Record, context: Context) -> Iterable[Finding]:
        """Report an attribution without document or without quoted content."""
        if not isinstance(record, Attribution):
            return
        if record.document is None:
            yield self.finding(
                f"{named_attribution(context.case, record)}: no document is named",
                record.id,
                hint="say with `in` which document shows it, and quote its words",
            )
        elif not record.content:
            named = named_attribution(context.case, record)
            yield self.finding(
                f"{named}: no words of document {record.document} are quoted",
                record.id,
                hint="copy the words that say so into `quote`",
            )


class QuoteNotFound(Rule):
    """A quote that its document does not contain, or contains at several places.

    Quotes are compared to the letter. What is not found may have been paraphrased, mistyped, or
    changed in the source since; what is found twice needs its context to be told apart.
    """

    code = "SRC005"
    severity = Severity.ERROR
    title = "quote not found, or not unique"
    tradecraft = "Verifiability; Berkeley Protocol: content is preserved as it was collected"

    def of_record(self, record: Record, context: Context) -> Iterable[Finding]:
        """Look up each passage of an attribution, of evidence or of a bearing."""
        if isinstance(record, Attribution | Evidence | Bearing):
            document = context.document(record.document)
            if document is not None and document.text is not None:
                yield from self._check(record, document, document.text)

    def _check(
        self, record: Attribution | Evidence | Bearing, document: Document, text: str
    ) -> Iterator[Finding]:
        passages = record.passages if isinstance(record, Attribution) else record.content
        for passage in passages:
            anchoring = anchor(text, passage)
            if anchoring.outcome is not Outcome.FOUND:
                what, hint = _verdict(anchoring, passage)
                yield self.finding(
                    f"{record_name(record)}: “{shortened(passage.exact)}” {what} "
                    f"document {document.id}",
                    record.id,
                    document.id,
                    hint=hint,
                )


def _verdict(anchoring: Anchoring, passage: Passage) -> tuple[str, str]:
    if anchoring.outcome is Outcome.AMBIGUOUS:
        return f"stands at {anchoring.candidates} places in", "give `prefix` and `suffix` with it"
    if anchoring.misplaced:
        return "does not stand in the given context in", "correct its `prefix` and `suffix`"
    return "is not in", "copy the words exactly as they stand in the document"


class NoReliability(Rule):
    """A source whose reliability nobody has graded.

    Not every source can be judged, and "cannot be judged" is an honest answer. But where someone
    knows a source's record, the grade (A to E) helps all who read the case after them.
    """

    code = "SRC006"
    severity = Severity.INFO
    title = "source without reliability grade"
    tradecraft = "Admiralty code: reliability A to F; ICD 206: source descriptors"

    def of_case(self, context: Context) -> Iterable[Finding]:
        """Report named speakers and publishers without a grade."""
        for actor_id in context.tally.sources:
            actor = context.actor(actor_id)
            if actor and actor.reliability is None and actor.kind is not ActorKind.UNNAMED:
                yield self.finding(
                    f"actor {actor.id} ({actor.name}): no reliability grade",
                    actor.id,
                    hint="add `reliability: A` to `E`, or leave it where it cannot be judged",
                )


class NoCredibility(Rule):
    """Evidence whose credibility nobody has graded.

    Who shows something and what it is worth are two questions: a reliable source can show a poor
    photograph. The grade (1 to 5) says how far the thing itself is confirmed; leave it out where
    it cannot be judged.
    """

    code = "SRC008"
    severity = Severity.INFO
    title = "evidence without credibility grade"
    tradecraft = "Admiralty code: credibility 1 to 6, apart from reliability; NATO AJP-2.1"

    def of_record(self, record: Record, context: Context) -> Iterable[Finding]:
        """Report evidence without a grade."""
        if isinstance(record, Evidence) and record.credibility is None:
            yield self.finding(
                f"evidence {record.id}: no credibility grade",
                record.id,
                hint="add `credibility: 1` to `5`, or leave it where it cannot be judged",
            )


class OnlyUnnamed(Rule):
    """A claim that only sources without a name put forward.

    "Several reports", "officials", "sources close to": nobody can be asked, held to it or judged,
    and two such voices may well be one. Look for somebody who says it with their name, or for
    something that shows it.
    """

    code = "SRC007"
    severity = Severity.WARNING
    title = "only unnamed sources"
    tradecraft = "Berkeley Protocol: assess the source; ICD 203: describe source quality"

    def of_claim(self, dossier: Dossier, context: Context) -> Iterable[Finding]:
        """Report a claim all of whose support is said by unnamed sources."""
        nodes = supports(dossier)
        said = {f"attribution:{a.id}": a for a in dossier.attributions}
        if nodes and all(node in said and context.is_unnamed(said[node]) for node in nodes):
            voices = dict.fromkeys(_unnamed_voice(context, said[node]) for node in nodes)
            yield self.finding(
                f"{named_claim(dossier.claim)}: only unnamed sources say so ({listed(voices)})",
                dossier.claim.id,
                *(said[node].id for node in nodes),
                hint="find somebody who says so by name, or evidence that shows it",
            )


def _unnamed_voice(context: Context, attribution: Attribution) -> str:
    if attribution.by is not None:
        return actor_name(context.case, attribution.by)
    words = " ".join(passage.exact for passage in attribution.source)
    return f"“{shortened(words)}”" if words else "nobody is named"
