"""PRV: whether documents can be traced, and shown to be what they were."""

from __future__ import annotations

from collections.abc import Iterable

from attribution.audit.context import Context
from attribution.audit.rule import Rule
from evidence.dates import certainly_before
from evidence.findings import Finding, Severity
from evidence.ids import text_hash


class NoCopy(Rule):
    """A document of which there is neither an archived copy nor a hash.

    Pages change and vanish. An archived copy or the hash of what was captured lets a reader see
    that the words quoted are the words that were published.
    """

    code = "PRV001"
    severity = Severity.WARNING
    title = "no archived copy or hash"
    tradecraft = "Berkeley Protocol: authenticity, preservation with hash values"

    def of_case(self, context: Context) -> Iterable[Finding]:
        """Report documents that nothing pins down."""
        for document in context.case.documents.values():
            if not (document.archived or document.sha256 or document.raw_sha256):
                yield self.finding(
                    f"document {document.id}: neither an archived copy nor a hash",
                    document.id,
                    hint="add `archived` with the address of a copy, or `sha256` of its text",
                )


class NoRetrievalTime(Rule):
    """A document of which it is not said when it was captured.

    The chain of custody begins with the capture: who took the copy, from where, and when.
    """

    code = "PRV002"
    severity = Severity.WARNING
    title = "no retrieval time"
    tradecraft = "Berkeley Protocol: chain of custody"

    def of_case(self, context: Context) -> Iterable[Finding]:
        """Report documents without time of retrieval."""
        for document in context.case.documents.values():
            if document.retrieved is None:
                yield self.finding(
                    f"document {document.id}: it is not said when it was captured",
                    document.id,
                    hint="add `retrieved` with the day or time of the capture",
                )


class UnknownLineage(Rule):
    """A document of which it is not known whether it reports first hand.

    As long as that is open, two outlets may be two witnesses or one rumour: independence can only
    be given as an interval. A credit line ("according to ...", a news agency's name) often tells.
    """

    code = "PRV003"
    severity = Severity.INFO
    title = "lineage unknown"
    tradecraft = "Provenance: where information originates (W3C PROV wasDerivedFrom); ICD 206"

    def of_case(self, context: Context) -> Iterable[Finding]:
        """Report documents of unknown lineage."""
        for document in context.case.documents.values():
            if context.lineage.basis(f"document:{document.id}").known:
                continue
            repeats = document.original is False
            yield self.finding(
                f"document {document.id}: it repeats others, and nothing says whom"
                if repeats
                else f"document {document.id}: nothing says whether it reports first hand",
                document.id,
                hint="say what it rests on under `derivations`"
                + ("" if repeats else ", or `original: true` where it reports first hand"),
            )


class OlderThanItsOrigin(Rule):
    """A document that was published before the one it is said to rest on.

    That cannot be: a date is wrong, or the two are the wrong way round, and with them the origin.
    """

    code = "PRV004"
    severity = Severity.ERROR
    title = "older than what it rests on"
    tradecraft = "Provenance: a derived work cannot precede its source (W3C PROV constraints)"

    def of_case(self, context: Context) -> Iterable[Finding]:
        """Report derivations between documents that run against time."""
        for derivation in context.case.derivations.values():
            relay = context.document(derivation.what)
            origin = context.document(derivation.rests_on)
            if relay and origin and certainly_before(relay.published, origin.published):
                yield self.finding(
                    f"document {relay.id} of {relay.published} cannot rest on "
                    f"document {origin.id} of {origin.published}",
                    relay.id,
                    origin.id,
                    derivation.id,
                    hint="check both dates, and which of the two took from the other",
                )


class ChangedText(Rule):
    """A document whose text is not the one that was hashed.

    The text was altered after it was taken in, by hand or by a program. Quotes in it prove nothing
    until the captured text is restored.
    """

    code = "PRV005"
    severity = Severity.ERROR
    title = "text does not match its hash"
    tradecraft = "Berkeley Protocol: integrity of collected items"

    def of_case(self, context: Context) -> Iterable[Finding]:
        """Hash each text again."""
        for document in context.case.documents.values():
            if document.text is None or document.sha256 is None:
                continue
            if text_hash(document.text) != document.sha256:
                yield self.finding(
                    f"document {document.id}: its text is not the one that was hashed",
                    document.id,
                    hint="restore the captured text, or take the document in again",
                )
