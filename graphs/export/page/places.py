"""Where the words of records stand in their documents, counted the way browsers count.

JavaScript strings count UTF-16 units, the record counts code points; they differ after the first
character beyond the Basic Multilingual Plane, such as an emoji.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator

from evidence.case import Case
from evidence.model import Attribution, Bearing, Evidence, Passage
from evidence.passages import Outcome, anchor

Span = tuple[int, int]
Spans = list[Span | None]


class Units:
    """Turns code point offsets of one text into UTF-16 offsets; building is linear in the text.

    Attributes:
        is_plain: Whether both offsets are the same all through the text.
    """

    def __init__(self, text: str) -> None:
        self.is_plain = text.isascii() or max(text) <= "\uffff"
        self._astral = [] if self.is_plain else [i for i, c in enumerate(text) if c > "\uffff"]

    def __call__(self, offset: int) -> int:
        """The UTF-16 offset of the code point at `offset`."""
        return offset + bisect_left(self._astral, offset)


def places(case: Case) -> dict[str, dict[str, Spans]]:
    """Find every passage of the case, and tell where the page cannot go by the record itself.

    Returns:
        For each record with such a passage, under "section:id", the role of the passages (source,
        cue, content) and for each passage of the role its (start, end) in UTF-16 units of its
        document's text; None where its words are not found there, or not uniquely. Roles are left
        out where every passage stands exactly where the record says, in the page's units as well.
    """
    texts = {d.id: (d.text, Units(d.text)) for d in case.documents.values() if d.text is not None}
    nowhere = ("", Units(""))
    found: dict[str, dict[str, Spans]] = {}
    for key, document, roles in _with_passages(case):
        text, units = texts.get(document or "", nowhere)
        for role, passages in roles:
            if units.is_plain and all(_stands_as_recorded(text, each) for each in passages):
                continue
            spans = [_span(text, units, passage) for passage in passages]
            if spans != [(passage.start, passage.end) for passage in passages]:
                found.setdefault(key, {})[role] = spans
    return found


Roles = list[tuple[str, tuple[Passage, ...]]]


def _with_passages(case: Case) -> Iterator[tuple[str, str | None, Roles]]:
    for attribution in case.attributions.values():
        yield f"attribution:{attribution.id}", attribution.document, _roles(attribution)
    yield from _content_only("evidence", case.evidence.values())
    yield from _content_only("bearing", case.bearings.values())


def _roles(attribution: Attribution) -> Roles:
    return [(role, getattr(attribution, role)) for role in ("source", "cue", "content")]


def _content_only(
    section: str, records: Iterable[Evidence | Bearing]
) -> Iterator[tuple[str, str | None, Roles]]:
    for record in records:
        yield f"{section}:{record.id}", record.document, [("content", record.content)]


def _stands_as_recorded(text: str, passage: Passage) -> bool:
    """Whether a passage stands, in all its context, exactly where the record says it does."""
    if passage.start is None:
        return False
    before = passage.start - len(passage.prefix)
    words = f"{passage.prefix}{passage.exact}{passage.suffix}"
    return before >= 0 and text.startswith(words, before)


def _span(text: str, units: Units, passage: Passage) -> Span | None:
    anchoring = anchor(text, passage)
    if anchoring.outcome is not Outcome.FOUND:
        return None
    return units(anchoring.start), units(anchoring.end)
