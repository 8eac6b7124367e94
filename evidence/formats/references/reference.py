"""One bibliographic reference, whatever its syntax, to records and from them."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from evidence.case import Case
from evidence.dates import iso_date
from evidence.formats.format import Exported, Imported, made_by_import
from evidence.formats.iris import is_web_address
from evidence.formats.losses import losses
from evidence.ids import content_id, slug
from evidence.model import Actor, Document, Record
from evidence.vocabulary import ActorKind

_UNPRINTABLE = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff\\s]+")
_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8})*")
_LONGEST_ID = 200


@dataclass(frozen=True)
class Reference:
    """What every syntax of references can say of a document.

    Attributes:
        key: What the reference is called in its file; "" where it is not called anything.
        title: The document's title.
        authors: Names in the order of reading, first names first.
        outlet: The journal, newspaper or site that it appeared in.
        publisher: Who published it.
        published: When, as ISO 8601, no more precise than is known.
        retrieved: When it was looked at.
        url: Where it is.
        language: BCP 47 tag.
        note: A free note.
    """

    key: str = ""
    title: str | None = None
    authors: tuple[str, ...] = ()
    outlet: str | None = None
    publisher: str | None = None
    published: str | None = None
    retrieved: str | None = None
    url: str | None = None
    language: str | None = None
    note: str | None = None

    def records(self, format_name: str) -> Iterator[Record]:
        """The document, and the actor that published it: the outlet where there is one.

        Raises:
            ValueError: If the reference says nothing that a document could hold.
        """
        if not (self.title or self.url or self.authors):
            raise ValueError("has no title, no author and no address")
        made = made_by_import(format_name)
        name = self.outlet or self.publisher
        kind = ActorKind.OUTLET if self.outlet else None
        if name:
            yield Actor(id=slug(name), made=made, name=name, kind=kind)
        yield Document(
            id=self._id(),
            made=made,
            title=self.title,
            publisher=slug(name) if name else None,
            authors=self.authors,
            published=self.published,
            retrieved=self.retrieved,
            url=self.url,
            language=self.language,
            note=self.note,
        )

    def _id(self) -> str:
        known = 0 < len(self.key) <= _LONGEST_ID
        return self.key if known else content_id("d", self.key, self.title, self.url, *self.authors)


def references(case: Case) -> Iterator[Reference]:
    """The documents of a case as references, in its order."""
    for document in case.documents.values():
        publisher = case.actors.get(document.publisher or "")
        outlet = publisher is not None and publisher.kind is ActorKind.OUTLET
        name = publisher.name if publisher else None
        yield Reference(
            key=document.id,
            title=document.title,
            authors=document.authors,
            outlet=name if outlet else None,
            publisher=None if outlet else name,
            published=document.published,
            retrieved=document.retrieved,
            url=document.url,
            language=document.language,
            note=document.note,
        )


def exported(case: Case, data: bytes, again: Callable[[bytes], Imported], title: str) -> Exported:
    """What was written, with what sets the case apart from what comes back of it."""
    return Exported(data, losses(case, again(data), title))


def plain(words: str) -> str:
    """Words on one line, without control characters and with single spaces."""
    return _UNPRINTABLE.sub(" ", words).strip()


def language_tag(words: str) -> str | None:
    """The words where they are a language tag such as "en" or "pt-BR"; otherwise None."""
    return words if _LANGUAGE.fullmatch(words) else None


def address(url: str, doi: str) -> str | None:
    """Where a document is: its address, else that of its DOI; None where neither is one."""
    bare = re.sub(r"^(https?://(dx\.)?doi\.org/|doi:\s*)", "", doi, flags=re.IGNORECASE)
    made = f"https://doi.org/{bare}" if bare else ""
    return next((each for each in (url, made) if is_web_address(each)), None)


def date_of(*parts: str) -> str | None:
    """Year, month and day as ISO 8601, ending before the first that is empty.

    None where they are no date.
    """
    said = list(_until_empty(parts))
    if not said or not all(part.isascii() and part.isdigit() for part in said):
        return None
    return iso_date("-".join(f"{int(p):0{2 if n else 4}d}" for n, p in enumerate(said)))


def parts_of(date: str) -> tuple[str, ...]:
    """Year, month and day of an ISO 8601 date, as far as they are known."""
    return tuple(date[:10].split("-"))


def _until_empty(parts: tuple[str, ...]) -> Iterator[str]:
    for part in parts[:3]:
        if not part:
            return
        yield part
