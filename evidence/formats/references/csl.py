"""CSL-JSON, the references of citeproc and Zotero, in the standard library's JSON."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any, TypeGuard

from pydantic import JsonValue

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
    references,
)

NAME = "csl-json"

TYPES = frozenset(
    "article article-journal article-magazine article-newspaper bill book broadcast chapter "
    "classic collection dataset document entry entry-dictionary entry-encyclopedia event figure "
    "graphic hearing interview legal_case legislation manuscript map motion_picture "
    "musical_score pamphlet paper-conference patent performance periodical "
    "personal_communication post post-weblog regulation report review review-book software song "
    "speech standard thesis treaty webpage".split()
)
"""The types of items of CSL 1.0.2."""

_WRITTEN_TYPES = ("article-newspaper", "webpage", "document")
_NAME_PARTS = ("given", "dropping-particle", "non-dropping-particle", "family", "suffix")

Item = dict[str, Any]


def recognises(content: Content) -> bool:
    """Whether a content is a list of items of types that CSL knows."""
    value = content.json_or_none
    return isinstance(value, list) and bool(value) and all(map(_is_item, value))


def read(content: Content) -> Imported:
    """Read a list of items, or one item: each becomes a document.

    Raises:
        ValueError: If the content is not JSON, or neither list nor object.
    """
    value = content.json
    items = value if isinstance(value, list) else [value]
    if not isinstance(value, list | dict):
        raise ValueError("is no list of CSL items")
    ledger = Ledger(NAME, content.name)
    for number, item in enumerate(items):
        which = f"items[{number}]"
        if not _is_item(item):
            ledger.refuse(which, "is no CSL item: it has no type that CSL knows")
        elif ledger.take(str(item["id"] or which), _reference(item).records(NAME)):
            _note_losses(item, str(item["id"] or which), ledger)
    return ledger.close(len(items))


def write(case: Case) -> Exported:
    """Write the documents of a case as items; what else it holds is reported as left out."""
    lines = ",\n".join(json.dumps(_item(each), ensure_ascii=False) for each in references(case))
    data = f"[\n{lines}\n]\n".encode()
    return exported(case, data, lambda again: read(Content("", again)), "CSL-JSON")


def _is_item(value: JsonValue) -> TypeGuard[Item]:
    if not isinstance(value, dict):
        return False
    own, kind = value.get("id"), value.get("type")
    named = isinstance(own, str | int) and not isinstance(own, bool)
    return named and isinstance(kind, str) and kind in TYPES


def _reference(item: Item) -> Reference:
    return Reference(
        key=str(item["id"]),
        title=_words(item, "title"),
        authors=tuple(filter(None, map(_name, _names(item)))),
        outlet=_words(item, "container-title"),
        publisher=_words(item, "publisher"),
        published=_date(item.get("issued")),
        retrieved=_date(item.get("accessed")),
        url=address(_words(item, "URL") or "", _words(item, "DOI") or ""),
        language=language_tag(_words(item, "language") or ""),
        note=_words(item, "note"),
    )


def _words(item: Item, name: str) -> str | None:
    value = item.get(name)
    return value if isinstance(value, str) and value else None


def _names(item: Item) -> list[JsonValue]:
    names = item.get("author")
    return names if isinstance(names, list) else []


def _name(author: JsonValue) -> str:
    """A name in the order of reading; "" where there is none."""
    if not isinstance(author, dict):
        return ""
    literal = author.get("literal")
    parts = [literal] if isinstance(literal, str) else [author.get(each) for each in _NAME_PARTS]
    return " ".join(part for part in parts if isinstance(part, str) and part)


def _date(value: JsonValue) -> str | None:
    """The first day of a date, which may be given in parts or in words."""
    if not isinstance(value, dict):
        return None
    parts = value.get("date-parts")
    first = parts[0] if isinstance(parts, list) and parts else None
    if isinstance(first, list):
        return date_of(*(str(part) for part in first))
    words = value.get("raw", value.get("literal"))
    return date_of(*words.split("-")) if isinstance(words, str) else None


def _note_losses(item: Item, which: str, ledger: Ledger) -> None:
    said = _item(_reference(item))
    for name in item:
        if name == "type" and item[name] in _WRITTEN_TYPES:
            continue
        if name == "author" and len(said.get("author", ())) == len(_names(item)):
            continue
        if name not in said or name == "type":
            ledger.lose("item", name, which)


def _item(reference: Reference) -> Item:
    item = {
        "id": reference.key,
        "type": _type(reference),
        "title": reference.title,
        "author": [{"literal": name} for name in reference.authors],
        "container-title": reference.outlet,
        "publisher": None if reference.outlet else reference.publisher,
        "issued": _parts(reference.published),
        "accessed": _parts(reference.retrieved),
        "URL": reference.url,
        "language": reference.language,
        "note": reference.note,
    }
    return dict(_stated(item))


def _type(reference: Reference) -> str:
    if reference.outlet:
        return _WRITTEN_TYPES[0]
    return "webpage" if reference.url else "document"


def _parts(date: str | None) -> Item | None:
    return {"date-parts": [[int(part) for part in parts_of(date)]]} if date else None


def _stated(item: Item) -> Iterator[tuple[str, Any]]:
    return ((name, value) for name, value in item.items() if value not in (None, [], ""))
