"""PRV: whether documents can be traced, and shown to be what they were."""

from __future__ import annotations

from collections.abc import Iterable

from attribution.audit.context import Context
from attribution.audit.naming import named_attribution
from attribution.audit.rule import Rule
from evidence.dates import certainly_before
from evidence.findings import Finding, Severity
from evidence.ids import text_hash
from evidence.model import Attribution, Derivation, Document, Record


class NoCopy(Rule):
    """A document of which there is neither an archived copy nor a hash.

    Pages change and vanish. An archived copy or the hash of what was captured lets a reader see
    that the words quoted are the words that were published.
    """

    code = "PRV001"
    severity = Severity.WARNING
    title = "no archived copy or hash"
    tradecraft = "Berkeley Protocol: authenticity, preservation with hash values"

    def of_record(self, record: Record, context: Context) -> Iterable[Finding]:
        """Report a document that nothing pins down."""
        if isinstance(record, Document) and not (
            record.archived or record.sha256 or record.raw_sha256
        ):
            yield self.finding(
                f"document {record.id}: neither an archived copy nor a hash",
                record.id,
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

    def of_record(self, record: Record, context: Context) -> Iterable[Finding]:
        """Report a document without time of retrieval."""
        if isinstance(record, Document) and record.retrieved is None:
            yield self.finding(
                f"document {record.id}: it is not said when it was captured",
                record.id,
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

    def of_record(self, record: Record, context: Context) -> Iterable[Finding]:
        """Report a document of unknown lineage."""
        if not isinstance(record, Document) or context.lineage.basis(f"document:{record.id}").known:
            return
        repeats = record.original is False
        yield self.finding(
            f"document {record.id}: it repeats others, and nothing says whom"
            if repeats
            else f"document {record.id}: nothing says whether it reports first hand",
            record.id,
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

    def of_record(self, record: Record, context: Context) -> Iterable[Finding]:
        """Report a derivation between documents that runs against time."""
        if not isinstance(record, Derivation):
            return
        relay, origin = context.document(record.what), context.document(record.rests_on)
        if relay and origin and certainly_before(relay.published, origin.published):
            yield self.finding(
                f"document {relay.id} of {relay.published} cannot rest on "
                f"document {origin.id} of {origin.published}",
                relay.id,
                origin.id,
                record.id,
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

    def of_record(self, record: Record, context: Context) -> Iterable[Finding]:
        """Hash the text of a document again."""
        if not isinstance(record, Document) or record.text is None or record.sha256 is None:
            return
        if text_hash(record.text) != record.sha256:
            yield self.finding(
                f"document {record.id}: its text is not the one that was hashed",
                record.id,
                hint="restore the captured text, or take the document in again",
            )


class FirstHandAndDerived(Rule):
    """A document that is said to report first hand, and to rest on something else.

    Both cannot be: either it took from the other, or it did not. Where it took a part and reports
    the rest itself, let the attributions of that part rest on the other, not the whole document.
    """

    code = "PRV006"
    severity = Severity.WARNING
    title = "first hand, and yet derived"
    tradecraft = "ICD 206: distinguish original from derived reporting; W3C PROV primary source"

    def of_record(self, record: Record, context: Context) -> Iterable[Finding]:
        """Report a derivation of a document that is said to be original."""
        if not isinstance(record, Derivation):
            return
        document = context.document(record.what)
        if document is not None and document.original:
            yield self.finding(
                f"document {document.id}: it is said to report first hand, and to rest on "
                f"{record.rests_on}",
                document.id,
                record.id,
                hint="drop `original: true`, or the derivation, or give the derivation to the "
                "attributions concerned",
            )


class SaidAfterPublication(Rule):
    """Words that were said after the document that reports them was published.

    That cannot be: one of the two dates is wrong, or the words were taken from another document,
    which should be named instead.
    """

    code = "PRV007"
    severity = Severity.ERROR
    title = "said after it was published"
    tradecraft = "Provenance: what is used exists before its use (W3C PROV constraints)"

    def of_record(self, record: Record, context: Context) -> Iterable[Finding]:
        """Report an attribution that is younger than its document."""
        if not isinstance(record, Attribution) or record.when is None:
            return
        document = context.document(record.document)
        if document is not None and certainly_before(document.published, record.when):
            yield self.finding(
                f"{named_attribution(context.case, record)}: said on {record.when}, after document "
                f"{document.id} was published ({document.published})",
                record.id,
                document.id,
                hint="check both dates, and whether the words stand in another document",
            )
