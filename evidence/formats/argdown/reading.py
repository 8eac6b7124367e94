"""Argdown to records: statements and arguments as claims, relations as bearings."""

from __future__ import annotations

from collections import defaultdict
from typing import Any

from evidence.formats.argdown import frontmatter
from evidence.formats.argdown.comments import uncommented
from evidence.formats.argdown.elements import elements_in
from evidence.formats.argdown.mapping import ArgumentMap, Mapper, Saying
from evidence.formats.content import Content
from evidence.formats.format import Imported, made_by_import
from evidence.formats.ledger import Ledger
from evidence.formats.remainder import completed
from evidence.ids import content_id
from evidence.model import Bearing
from evidence.vocabulary import BearingKind

NAME = "argdown"
FRONTMATTER = "frontmatter"

MOST_UNDERCUTS = 10_000
"""How many bearings the undercuts of one file may make; each counts once for every bearing of what
it undercuts."""


def read(content: Content) -> Imported:
    """Read an Argdown text; linear in its length.

    Headings, lists and paragraphs that hang together with nothing are kept as they were. Undercuts
    bear on the bearings of what they undercut.

    Raises:
        ValueError: If the file is not text.
    """
    text = uncommented(content.text)
    ledger = Ledger(NAME, content.name)
    for _ in range(text.comments):
        ledger.lose("comment", "its words", content.name)
    if text.unclosed is not None:
        ledger.mend("a comment that is not closed reaches to the end", f"line {text.unclosed}")
    front = frontmatter.split(text.lines)
    counted = _take_frontmatter(front, ledger)
    mapper = Mapper(ledger)
    for element in elements_in(front.rest):
        counted += 1
        mapper.take(element)
    _Records(mapper.finish(), ledger, made=not front.ours).add()
    return ledger.close(counted, title=front.title, description=front.description)


def _take_frontmatter(front: frontmatter.Frontmatter, ledger: Ledger) -> int:
    """Account for the frontmatter; tell how many objects that makes."""
    if front.damaged:
        ledger.refuse("the frontmatter", front.damaged)
    elif front.others:
        ledger.keep(FRONTMATTER, front.others)
    elif front.there:
        ledger.map(())
    return 1 if front.there else 0


class _Records:
    """Makes the records of an argument map."""

    def __init__(self, argument_map: ArgumentMap, ledger: Ledger, *, made: bool) -> None:
        self._map = argument_map
        self._ledger = ledger
        self._made = {"made": made_by_import(NAME).model_dump(exclude_none=True)} if made else {}
        self._ids: dict[str, str] = {}

    def add(self) -> None:
        """Add them to the ledger."""
        for own, saying in self._map.sayings.items():
            self._add_claim(own, saying)
        self._add_bearings()

    def _add_claim(self, own: str, saying: Saying) -> None:
        carried = dict(saying.carried or {})
        kind = str(carried.pop("record", "claim"))
        fields = claim_fields(own, saying.words or saying.fallback, saying.note) | self._made
        try:
            record = completed(kind, fields, carried or None)
        except ValueError as error:
            self._ledger.mend(f"a remainder is left out, as it {error}", own)
            record = completed("claim", fields, None)
        self._ids[own] = record.id
        self._ledger.add([record])

    def _add_bearings(self) -> None:
        outgoing: dict[str, list[str]] = defaultdict(list)
        for source, kind, target in self._map.edges:
            bearing = self._bearing(source, kind, target)
            outgoing[source].append(bearing.id)
            self._ledger.add([bearing])
        made = 0
        for (source, target), which in self._map.undercuts.items():
            undercut = outgoing.get(target, [target])
            made += len(undercut)
            if made > MOST_UNDERCUTS:
                self._ledger.lose("relation", "more undercuts than can be told apart", which)
                continue
            self._ledger.add(self._bearing(source, BearingKind.UNDERCUTS, to) for to in undercut)

    def _bearing(self, source: str, kind: BearingKind, target: str) -> Bearing:
        ends = (self._ids.get(end, end) for end in (source, target))
        fields = bearing_fields(next(ends), kind, next(ends))
        return Bearing.model_validate(fields | self._made)


def claim_fields(own: str, text: str, note: str | None) -> dict[str, Any]:
    """What the words of a statement say of its claim."""
    return {"id": own, "text": text, **({"note": note} if note else {})}


def bearing_fields(source: str, kind: BearingKind, target: str) -> dict[str, Any]:
    """What a relation says of a bearing."""
    own = content_id("b", source, kind, target)
    return {"id": own, "source": source, "target": target, "kind": kind.value}
