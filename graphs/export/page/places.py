"""Where the words of records stand in their documents, counted the way browsers count.

JavaScript strings count UTF-16 units, the record counts code points; they differ after the first
character beyond the Basic Multilingual Plane, such as an emoji.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence

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
    for section, roles, record, passages in _with_passages(case):
        text, units = texts.get(record.document or "", nowhere)
        if not (units.is_plain and _stand_as_recorded(text, passages)):
            elsewhere = _elsewhere(text, units, {role: getattr(record, role) for role in roles})
            if elsewhere:
                found[f"{section}:{record.id}"] = elsewhere
    return found


Placed = Attribution | Evidence | Bearing
"""A record with passages."""


def _with_passages(case: Case) -> Iterator[tuple[str, Sequence[str], Placed, Iterable[Passage]]]:
    for attribution in case.attributions.values():
        roles = ("source", "cue", "content")
        yield "attribution", roles, attribution, attribution.passages
    for evidence in case.evidence.values():
        yield "evidence", ("content",), evidence, evidence.content
    for bearing in case.bearings.values():
        yield "bearing", ("content",), bearing, bearing.content


def _stand_as_recorded(text: str, passages: Iterable[Passage]) -> bool:
    """Whether passages stand, in all their context, exactly where the record says they do."""
    for passage in passages:
        start, prefix = passage.start, passage.prefix
        if start is None or start < len(prefix):
            return False
        words = f"{prefix}{passage.exact}{passage.suffix}"
        if not text.startswith(words, start - len(prefix)):
            return False
    return True


def _elsewhere(
    text: str, units: Units, passages_of: Mapping[str, Iterable[Passage]]
) -> dict[str, Spans]:
    """The places of the passages of each role of which one stands elsewhere than recorded."""
    found: dict[str, Spans] = {}
    for role, passages in passages_of.items():
        spans = [_span(text, units, passage) for passage in passages]
        if spans != [(passage.start, passage.end) for passage in passages]:
            found[role] = spans
    return found


def _span(text: str, units: Units, passage: Passage) -> Span | None:
    anchoring = anchor(text, passage)
    if anchoring.outcome is not Outcome.FOUND:
        return None
    return units(anchoring.start), units(anchoring.end)
