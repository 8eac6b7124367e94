"""What a search found, for people and for programs."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from attribution.reports.terminal import Paint, coloured, plain, printable
from evidence.model import Attribution, Bearing, Claim, Record

if TYPE_CHECKING:
    from evidence.store import Excerpt, Hit, Search


def search_text(search: Search, *, colour: bool = False) -> str:
    """Render the hits, best first, and how many there are."""
    paint = coloured if colour else plain
    lines = [line for hit in search.hits for line in _hit(hit, paint)]
    return "\n".join([*lines, _count(search)]) + "\n"


def search_json(search: Search) -> str:
    """Render the same as one JSON object; places of words found are code points of the excerpt."""
    told = {
        "found": search.found,
        "truncated": search.truncated,
        "hits": [_told(hit) for hit in search.hits],
    }
    return json.dumps(told, indent=2, ensure_ascii=False) + "\n"


def _told(hit: Hit) -> dict[str, Any]:
    return {
        "type": _kind(hit.record),
        "id": hit.record.id,
        "claim": _claim(hit.record),
        "document": getattr(hit.record, "document", None),
        "excerpt": hit.excerpt.text,
        "words": [list(span) for span in hit.excerpt.found],
    }


def _hit(hit: Hit, paint: Paint) -> Iterator[str]:
    record, claim = hit.record, _claim(hit.record)
    about = f" about {printable(claim)}" if claim is not None and claim != record.id else ""
    document = getattr(record, "document", None)
    where = f", in {printable(document)}" if document else ""
    yield f"{paint(_kind(record), 'blue')} {paint(printable(record.id), 'bold')}{about}{where}"
    yield f"  {_excerpt(hit.excerpt, paint)}"


def _excerpt(excerpt: Excerpt, paint: Paint) -> str:
    parts, end = [], 0
    for start, stop in excerpt.found:
        parts += [_plain(excerpt.text[end:start]), paint(_plain(excerpt.text[start:stop]), "bold")]
        end = stop
    words = "".join([*parts, _plain(excerpt.text[end:])])
    return f"{'... ' * excerpt.before}{words}{' ...' * excerpt.after}"


def _plain(text: str) -> str:
    """A part of a line, safe to print, with the spaces at its ends."""
    before = " " if text[:1].isspace() else ""
    after = " " if text[-1:].isspace() and text.strip() else ""
    return f"{before}{printable(text)}{after}"


def _count(search: Search) -> str:
    if search.truncated:
        return (
            f"more than {search.found:,} records have these words: the first {search.found:,} of "
            "the case were looked at; give more words"
        )
    shown = f", {len(search.hits):,} of them shown" if len(search.hits) < search.found else ""
    noun = "record has" if search.found == 1 else "records have"
    return f"{search.found:,} {noun} these words{shown}"


def _kind(record: Record) -> str:
    return type(record).__name__.lower()


def _claim(record: Record) -> str | None:
    """The id of the claim that a record is, or is about."""
    match record:
        case Claim():
            return record.id
        case Attribution():
            return record.claim
        case Bearing():
            return record.target
        case _:
            return None
