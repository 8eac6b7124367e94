"""RIS, the tagged lines that reference managers and databases exchange, by rispy."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Any

import rispy
from rispy.config import TAG_KEY_MAPPING

from evidence.case import Case
from evidence.formats.content import Content
from evidence.formats.format import Exported, Imported
from evidence.formats.ledger import Ledger
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

NAME = "ris"

_START, _END = "TY  -", "ER  -"
_LISTS = ["AU", "KW", "N1", "UR"]
_TITLES = ("TI", "T1")
_OUTLETS = ("T2", "JO", "JF")
_AUTHORS = ("AU", "A1")
_DATES = ("DA", "Y1", "PY")
_TAKEN = frozenset((*_TITLES, *_OUTLETS, *_AUTHORS, *_DATES, "ID", "LA", "N1", "PB", "UR", "Y2"))
_WRITTEN_TYPES = ("NEWS", "ELEC", "GEN")
_LINE_ENDS = re.compile("\r\n|\r|\n")

Entry = dict[str, list[str]]


def read(content: Content) -> Imported:
    """Read references: each becomes a document.

    Raises:
        ValueError: If the content is not text, or holds no reference.
    """
    blocks = list(_blocks(content.text))
    if not blocks:
        raise ValueError("holds no RIS reference")
    ledger = Ledger(NAME, content.name)
    for number, block in enumerate(blocks):
        which = f"references[{number}]"
        entry = _entry(block)
        if entry is None:
            ledger.refuse(which, "does not end: it has no line ER")
            continue
        which = _first(entry, "ID") or which
        reference = _reference(entry)
        if ledger.take(which, reference.records(NAME)):
            _note_losses(entry, reference, which, ledger)
    return ledger.close(len(blocks))


def write(case: Case) -> Exported:
    """Write the documents of a case; what else it holds is reported as left out."""
    data = "\n".join(map(_written, references(case))).encode()
    return exported(case, data, _again, "RIS")


def _again(data: bytes) -> Imported:
    return read(Content("", data)) if data.strip() else Imported()


def _written(reference: Reference) -> str:
    """The lines of a reference, without the number that rispy puts before them."""
    mapping = {tag: tag.lower() for tag in TAG_KEY_MAPPING} | {"TY": "type_of_reference"}
    entry = dict(_tagged(reference))
    text = rispy.dumps([entry], mapping=mapping, list_tags=_LISTS, delimiter_tags_mapping={})
    return str(text).partition("\n")[2].strip("\n") + "\n"


def _blocks(text: str) -> Iterator[list[str]]:
    """The lines of each reference, which begins at its type."""
    block: list[str] = []
    for line in _LINE_ENDS.split(text):
        if line.startswith(_START):
            if block:
                yield block
            block = [line]
        elif block:
            block.append(line)
    if block:
        yield block


def _entry(block: list[str]) -> Entry | None:
    """The values by tag, repeated ones in their order; None where the reference does not end."""
    end = next((n for n, line in enumerate(block) if line.startswith(_END)), None)
    if end is None:
        return None
    mapping = {tag: tag for tag in TAG_KEY_MAPPING}
    (parsed,) = rispy.loads(
        "\n".join(block[: end + 1]),
        mapping=mapping,
        enforce_list_tags=False,
        delimiter_tags_mapping={},
    )
    unknown: dict[str | None, list[str]] = parsed.pop("UK", {})
    named = {tag: value if isinstance(value, list) else [value] for tag, value in parsed.items()}
    return {**named, **{tag or "UK": values for tag, values in unknown.items()}}


def _reference(entry: Entry) -> Reference:
    notes = [note for words in entry.get("N1", []) if (note := plain(words))]
    return Reference(
        key=_first(entry, "ID"),
        title=_first(entry, *_TITLES) or None,
        authors=tuple(filter(None, map(_reading_order, _all(entry, _AUTHORS)))),
        outlet=_first(entry, *_OUTLETS) or None,
        publisher=_first(entry, "PB") or None,
        published=_date(_all(entry, _DATES)),
        retrieved=_date(_all(entry, ("Y2",))),
        url=address(_first(entry, "UR"), _first(entry, "DO")),
        language=language_tag(_first(entry, "LA")),
        note="; ".join(notes) or None,
    )


def _all(entry: Entry, tags: Iterable[str]) -> list[str]:
    return [plain(value) for tag in tags for value in entry.get(tag, [])]


def _first(entry: Entry, *tags: str) -> str:
    return next(filter(None, _all(entry, tags)), "")


def _reading_order(name: str) -> str:
    """A name given as "Last, First, Suffix", first names first."""
    last, *rest = (part.strip() for part in name.split(","))
    return " ".join(filter(None, (*rest[:1], last, *rest[1:])))


def _date(values: list[str]) -> str | None:
    """The most precise of several dates such as "2020/01/02/spring"."""
    found = (date_of(*re.split("[/-]", value)) for value in values)
    return max(filter(None, found), key=len, default=None)


def _note_losses(entry: Entry, reference: Reference, which: str, ledger: Ledger) -> None:
    if entry["TY"][0] not in _WRITTEN_TYPES:
        ledger.lose("reference", "TY", which)
    for tag, values in entry.items():
        if tag not in _TAKEN and tag not in ("TY", "DO"):
            ledger.lose("reference", tag, which)
        elif tag not in (*_AUTHORS, "N1") and len(values) > 1:
            ledger.lose("reference", f"{tag} beyond the first", which)
    for tag in _unheld(entry, reference):
        ledger.lose("reference", tag, which)


def _unheld(entry: Entry, reference: Reference) -> Iterator[str]:
    """Tags that are taken over, but not in this reference."""
    if "DO" in entry and not (reference.url or "").endswith(_first(entry, "DO")):
        yield "DO"
    if "UR" in entry and reference.url != _first(entry, "UR"):
        yield "UR"
    if "LA" in entry and reference.language is None:
        yield "LA"
    if "PB" in entry and reference.outlet:
        yield "PB"
    if any(tag in entry for tag in _DATES) and reference.published is None:
        yield "date"
    if "Y2" in entry and reference.retrieved is None:
        yield "Y2"


def _tagged(reference: Reference) -> Iterator[tuple[str, Any]]:
    """Values by the lower-case names that rispy asks for."""
    outlet, url = reference.outlet, reference.url
    yield "type_of_reference", "NEWS" if outlet else ("ELEC" if url else "GEN")
    yield from _line("id", reference.key)
    yield "au", [name for name in map(plain, reference.authors) if name]
    yield from _line("ti", reference.title)
    yield from _line("t2", outlet)
    yield from _line("pb", reference.publisher)
    yield from _line("da", _slashed(reference.published))
    yield from _line("y2", _slashed(reference.retrieved))
    yield "ur", [plain(url)] if url else []
    yield from _line("la", reference.language)
    yield "n1", [plain(reference.note)] if reference.note else []


def _line(tag: str, words: str | None) -> Iterator[tuple[str, str]]:
    said = plain(words or "")
    if said:
        yield tag, said


def _slashed(date: str | None) -> str | None:
    return "/".join(parts_of(date)) if date else None
