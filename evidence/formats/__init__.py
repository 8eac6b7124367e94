"""Other people's formats, both ways.

Each format is a module or package of its own here, `evidence/formats/<name>`, that makes one
`Format`; `FORMATS` lists them in the order in which a file is offered to them. What a format keeps,
loses and reports stands in a page of its own, `docs/reference/formats/<name>.md`; the page
`docs/reference/formats/index.md` lists them all.

A format must account for every object of a file: mapped to records, kept as it was
(`evidence.model.Kept`), or refused by a finding. `evidence.formats.ledger.Ledger` keeps that
account; `Counts` checks it.
"""

from __future__ import annotations

from functools import lru_cache
from importlib.metadata import entry_points

from evidence.errors import ClaimtrailError
from evidence.findings import Finding, Place, Severity
from evidence.formats.aif import AIF
from evidence.formats.annotation import ANNOTATION
from evidence.formats.argdown import ARGDOWN
from evidence.formats.claimreview import CLAIM_REVIEW
from evidence.formats.content import Content
from evidence.formats.followthemoney import FOLLOW_THE_MONEY
from evidence.formats.format import Counts, Exported, Format, Imported
from evidence.formats.misp import MISP
from evidence.formats.nanopublication import NANOPUBLICATION
from evidence.formats.prov import PROV_JSON, PROV_N, PROV_XML
from evidence.formats.references import BIBTEX, CSL_JSON, RIS
from evidence.formats.stix import STIX
from evidence.formats.tables import CSV, EXCEL, LONG, PARQUET
from evidence.formats.wikidata import WIKIDATA

__all__ = [
    "FORMATS",
    "Content",
    "Counts",
    "Exported",
    "Format",
    "Imported",
    "format_for_file",
    "format_named",
    "formats",
    "guess_format",
    "import_content",
]

FORMATS: list[Format] = [
    STIX,
    MISP,
    WIKIDATA,
    ANNOTATION,
    CLAIM_REVIEW,
    AIF,
    ARGDOWN,
    PROV_JSON,
    PROV_N,
    PROV_XML,
    FOLLOW_THE_MONEY,
    NANOPUBLICATION,
    CSL_JSON,
    BIBTEX,
    RIS,
    LONG,
    CSV,
    EXCEL,
    PARQUET,
]
"""The formats, in the order in which a file is offered to them; packages add theirs by entry points
of the group `claimtrail.formats`."""


@lru_cache(maxsize=1)
def formats() -> tuple[Format, ...]:
    """The formats of this package, then those of installed packages (`claimtrail.formats`)."""
    added = sorted(entry_points(group="claimtrail.formats"), key=lambda point: point.name)
    return (*FORMATS, *(point.load() for point in added))


def format_named(name: str) -> Format:
    """The format of this name, such as "stix".

    Raises:
        ClaimtrailError: If there is none.
    """
    for each in formats():
        if each.name == name:
            return each
    names = ", ".join(each.name for each in formats())
    raise ClaimtrailError(f"unknown format {name!r}", hint=f"choose one of {names}")


def format_for_file(name: str) -> Format:
    """The first format that is written to files of this name, by its ending.

    Raises:
        ClaimtrailError: If there is none, or several share the ending.
    """
    fitting = [f for f in formats() if f.write and name.lower().endswith(f.suffixes)]
    if len(fitting) == 1:
        return fitting[0]
    choices = ", ".join(f.name for f in fitting or formats() if f.write)
    raise ClaimtrailError(
        f"{name}: {'several formats end' if fitting else 'no format ends'} like this",
        hint=f"say which by --to: {choices}",
    )


def guess_format(content: Content) -> Format | None:
    """The first format that recognises a content; None where none does."""
    return next((f for f in formats() if f.read and f.recognises(content)), None)


def import_content(content: Content, format_name: str | None = None) -> Imported:
    """Read a file of another format into records; what cannot be read is a finding.

    Args:
        content: The file.
        format_name: Its format; None: as its content says.

    Raises:
        ClaimtrailError: If there is no such format, or it is not read.
    """
    chosen = format_named(format_name) if format_name else guess_format(content)
    if chosen is None:
        return _refused(content, "is in no format that is known", _hint(content))
    if chosen.read is None:
        raise ClaimtrailError(f"{chosen.name} is written, not read")
    try:
        return chosen.read(content)
    except ValueError as error:
        return _refused(content, f"is not read as {chosen.title}: it {error}", "mend the file")


def _hint(content: Content) -> str:
    first = content.text[:200].lstrip() if content.is_text else ""
    if first.startswith(("claimtrail:", '{"claimtrail"')):
        return "it is a case: `claimtrail merge` makes one case of two"
    return f"say which by --from: {', '.join(f.name for f in formats() if f.read)}"


def _refused(content: Content, why: str, hint: str) -> Imported:
    """A file that cannot be read counts as one object."""
    finding = Finding(
        code="IMP001",
        severity=Severity.ERROR,
        message=f"{content.name} {why}",
        hint=hint,
        place=Place(file=content.name),
    )
    return Imported(findings=(finding,), counts=Counts(read=1, refused=1))
