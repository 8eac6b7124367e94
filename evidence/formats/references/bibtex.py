"""BibTeX and BibLaTeX, by bibtexparser."""

from __future__ import annotations

import logging
from collections.abc import Iterator

from bibtexparser import library as parsed
from bibtexparser.entrypoint import parse_string, write_string
from bibtexparser.middlewares.names import (
    parse_single_name_into_parts,
    split_multiple_persons_names,
)
from bibtexparser.model import Entry, Field, ParsingFailedBlock

from evidence.case import Case
from evidence.formats.content import Content
from evidence.formats.format import Exported, Imported
from evidence.formats.ledger import Ledger
from evidence.formats.references.latex import address_from_latex, from_latex, to_latex
from evidence.formats.references.reference import (
    Reference,
    address,
    date_of,
    exported,
    language_tag,
    parts_of,
    plain,
    references,
)
from evidence.ids import content_id
from evidence.model import Record

NAME = "bibtex"

# What the library would print of damaged entries is a finding.
logging.getLogger("bibtexparser").addHandler(logging.NullHandler())

_OUTLETS = ("journaltitle", "journal", "booktitle")
_PUBLISHERS = ("publisher", "institution", "organization", "school")
_LANGUAGES = ("langid", "language")
_DATES = ("date", "year", "month", "day")
_MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split()
_WRITTEN_TYPES = ("article", "online", "misc")
_UNFIT_FOR_KEY = frozenset(" \t\n\r,{}()\"#%'=~\\@$&^_")


def read(content: Content) -> Imported:
    """Read entries: each becomes a document; comments and preambles are reported as lost.

    Raises:
        ValueError: If the content is not text, or holds no entry.
    """
    library = parse_string(content.text)
    objects = [b for b in library.blocks if isinstance(b, Entry | ParsingFailedBlock)]
    if not objects:
        raise ValueError("holds no BibTeX entry")
    ledger = Ledger(NAME, content.name)
    for number, each in enumerate(objects):
        if isinstance(each, ParsingFailedBlock):
            line = "" if each.start_line is None else f" (line {each.start_line + 1})"
            ledger.refuse(f"entries[{number}]{line}", f"is damaged: {plain(str(each.error))}")
        elif ledger.take(each.key, _records(each)):
            _note_losses(each, ledger)
    _note_comments(library, content.name, ledger)
    return ledger.close(len(objects))


def write(case: Case) -> Exported:
    """Write the documents of a case as BibLaTeX; what else it holds is reported as left out."""
    library = parsed.Library([_entry(each) for each in references(case)])
    data = write_string(library).strip().encode() + b"\n"
    return exported(case, data, _again, "BibTeX")


def _again(data: bytes) -> Imported:
    return read(Content("", data)) if data.strip() else Imported()


def _records(entry: Entry) -> Iterator[Record]:
    yield from _reference(entry).records(NAME)


def _reference(entry: Entry) -> Reference:
    return Reference(
        key=entry.key,
        title=_words(entry, "title") or None,
        authors=tuple(filter(None, _authors(str(_raw(entry, "author"))))),
        outlet=_words(entry, *_OUTLETS) or None,
        publisher=_words(entry, *_PUBLISHERS) or None,
        published=_published(entry),
        retrieved=_date(_raw(entry, "urldate")),
        url=address(address_from_latex(_raw(entry, "url")), address_from_latex(_raw(entry, "doi"))),
        language=language_tag(_words(entry, *_LANGUAGES)),
        note=_words(entry, "note") or None,
    )


def _raw(entry: Entry, *names: str) -> str:
    """The value of the first of these fields that is there, as it is in the file."""
    fields = {field.key.lower(): str(field.value) for field in reversed(entry.fields)}
    return next((fields[name] for name in names if fields.get(name)), "")


def _words(entry: Entry, *names: str) -> str:
    return from_latex(_raw(entry, *names))


def _authors(value: str) -> Iterator[str]:
    for name in split_multiple_persons_names(value):
        parts = parse_single_name_into_parts(name, strict=False)
        in_order = (*parts.first, *parts.von, *parts.last, *parts.jr)
        yield from_latex(" ".join(in_order))


def _published(entry: Entry) -> str | None:
    stated = _date(_raw(entry, "date"))
    month, day = _raw(entry, "month").lower(), _raw(entry, "day")
    if month[:3] in _MONTHS:
        month = str(_MONTHS.index(month[:3]) + 1)
    return stated or date_of(_raw(entry, "year"), month, day) or date_of(_raw(entry, "year"))


def _date(value: str) -> str | None:
    """The first day of a BibLaTeX date or range."""
    return date_of(*value.partition("/")[0].split("T")[0].split("-")) if value else None


def _note_losses(entry: Entry, ledger: Ledger) -> None:
    reference = _reference(entry)
    if entry.entry_type.lower() not in _WRITTEN_TYPES:
        ledger.lose("entry", "type of entry", entry.key)
    held = set(_held(entry, reference))
    for field in entry.fields:
        if field.value and field.key.lower() not in held:
            ledger.lose("entry", field.key.lower(), entry.key)


def _held(entry: Entry, reference: Reference) -> Iterator[str]:
    """The fields whose whole value is in the reference."""
    yield from ("title", "author", "note")
    names = {field.key.lower() for field in entry.fields if field.value}
    chosen = _OUTLETS if reference.outlet else _PUBLISHERS
    yield from [name for name in chosen if name in names][:1]
    if reference.language:
        yield from [name for name in _LANGUAGES if name in names][:1]
    if reference.published and "/" not in _raw(entry, "date"):
        yield from _DATES
    if reference.retrieved:
        yield "urldate"
    for name in ("url", "doi"):
        said = address_from_latex(_raw(entry, name))
        if said and (reference.url or "").endswith(said):
            yield name


def _note_comments(library: parsed.Library, file: str, ledger: Ledger) -> None:
    for _ in library.comments:
        ledger.lose("file", "comment", file)
    for _ in library.preambles:
        ledger.lose("file", "preamble", file)


def _entry(reference: Reference) -> Entry:
    values = {
        "title": to_latex(plain(reference.title or "")),
        "author": " and ".join(filter(None, map(_author, reference.authors))),
        "journaltitle": to_latex(plain(reference.outlet or "")),
        "publisher": to_latex(plain(reference.publisher or "")),
        "date": "-".join(parts_of(reference.published or "")),
        "urldate": "-".join(parts_of(reference.retrieved or "")),
        "url": address(reference.url or "", "") or "",
        "langid": reference.language or "",
        "note": to_latex(plain(reference.note or "")),
    }
    outlet, online = reference.outlet, reference.url
    entry_type = "article" if outlet else ("online" if online else "misc")
    fields = [Field(name, value) for name, value in values.items() if value]
    return Entry(entry_type, _key(reference.key), fields)


def _author(name: str) -> str:
    """A name as BibTeX reads it back; one that it would take apart stands in braces."""
    said = plain(name)
    apart = "," in said or " and " in f" {said.lower()} "
    return f"{{{to_latex(said)}}}" if apart else to_latex(said)


def _key(own: str) -> str:
    """The id of a document where it can be a key; a content hash where it cannot."""
    plain_key = own.isprintable() and not _UNFIT_FOR_KEY.intersection(own)
    return own if plain_key else content_id("d", own)
