"""Documents that other formats cite: what a bibliographic reference says of them, as fields."""

from __future__ import annotations

import re
from datetime import datetime
from urllib.parse import urlsplit

from evidence.formats.format import made_by_import
from evidence.ids import content_id, slug
from evidence.model import Document

_DATED = re.compile(
    r"(?P<authors>[^()]{1,300}?) \((?P<date>\d{4}(?:, [A-Z][a-z]+\.?(?: \d{1,2})?)?)\)[.,]? "
    r"(?P<title>.{1,400}?)(?:\.? Retrieved:? (?P<retrieved>[A-Z][a-z]+ \d{1,2}, \d{4}))?[. ]*"
)
"""The reference style of ATT&CK: "Author, A. (2019, March 7). Title. Retrieved March 25, 2024."."""

_MOMENTS = ("%Y, %B %d", "%Y, %b %d", "%Y, %B", "%Y, %b", "%Y", "%B %d, %Y", "%b %d, %Y")
_PRECISION = {2: "%Y", 4: "%Y-%m", 6: "%Y-%m-%d"}


def cited_document(
    format_name: str, name: str, *, url: str | None = None, citation: str | None = None
) -> Document:
    """The document that a reference names.

    Two references are one document only where name, address and words all agree: one name may
    stand for several documents, and one address for several names.

    Args:
        format_name: The format that cites it.
        name: What the format calls it.
        url: Where it is said to be; kept as given, also where it is no URL.
        citation: The words of the reference; author, dates and title are taken from them where
            they follow the style of ATT&CK, and the words themselves are kept in the note.
    """
    fields = fields_of_citation(citation or "")
    return Document.model_validate(
        {
            "id": f"{slug(name)}-{content_id('', name, url, citation)[1:9]}",
            "made": made_by_import(format_name),
            "title": name,
            "url": url,
            "note": citation,
            **fields,
        }
    )


def address_name(url: str) -> str:
    """What to call a document of which only the address is known: its host, or all of it."""
    try:
        host = urlsplit(url).hostname
    except ValueError:
        host = None
    return host or url


def fields_of_citation(citation: str) -> dict[str, object]:
    """Fields of `Document` that the words of a reference state; nothing where they follow no style.

    The pattern is tried once at the beginning of at most 1,000 characters.
    """
    found = _DATED.fullmatch(" ".join(citation[:1000].split()))
    if found is None:
        return {}
    dates = {"published": _date(found["date"]), "retrieved": _date(found["retrieved"])}
    return {
        "authors": (_without_full_stop(found["authors"]),),
        "title": found["title"],
        **{key: value for key, value in dates.items() if value},
    }


def _without_full_stop(authors: str) -> str:
    """Names without the full stop of the style; that of an initial stays."""
    initial = re.search(r"(^|[\s.])[A-Z]\.$", authors)
    return authors if initial else authors.removesuffix(".")


def _date(words: str | None) -> str | None:
    """A date in words ("2019, March 7") as ISO 8601, no more precise than it is."""
    plain = (words or "").replace(".", "")
    for shape in _MOMENTS:
        try:
            moment = datetime.strptime(plain, shape)
        except ValueError:
            continue
        return moment.strftime(_PRECISION[2 * shape.count("%")])
    return None
