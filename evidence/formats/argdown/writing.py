"""A case as Argdown: claims and evidence as statements, bearings as relations."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from typing import Any

from evidence.case import Case
from evidence.formats.argdown import frontmatter
from evidence.formats.argdown.comments import uncommented
from evidence.formats.argdown.heads import head_of, names_argument
from evidence.formats.argdown.reading import FRONTMATTER, NAME, claim_fields, read
from evidence.formats.argdown.tails import Tailed, carrying, escaped, tailed
from evidence.formats.content import Content
from evidence.formats.format import Exported, made_by_import
from evidence.formats.losses import losses
from evidence.formats.remainder import remainder, type_name
from evidence.ids import content_id
from evidence.model import Bearing, Claim, Evidence, Kept
from evidence.vocabulary import BearingKind

_SIGNS = {
    BearingKind.SUPPORTS: "+>",
    BearingKind.CONTRADICTS: "->",
    BearingKind.UNDERCUTS: "_>",
}

Worded = Claim | Evidence


def write(case: Case) -> Exported:
    """Write a case as Argdown, and tell what does not come back of it."""
    data = _Text(case).written().encode("utf-8")
    return Exported(data, losses(case, read(Content("", data)), "Argdown"))


class _Text:
    """Makes the text that stands for a case."""

    def __init__(self, case: Case) -> None:
        self._case = case
        self._made = _common_making(case)
        self._heads = {(type_name(r), r.id): _head(r) for r in _worded(case)}
        self._titles = {head.id for name in self._heads.values() if (head := head_of(name))}
        self._before: dict[str | None, list[str]] = defaultdict(list)
        self._front: dict[str, Any] = {}
        for kept in case.kept.values():
            if kept.format == NAME:
                self._place(kept)

    def written(self) -> str:
        """The text."""
        case = self._case
        front = frontmatter.written(
            case.title, case.description, self._front, ours=self._made is None
        )
        blocks = [*self._statements(), *self._relations(), *self._before[None]]
        body = "".join(f"{block}\n\n" for block in blocks)
        return (front or _guard(body)) + body

    def _place(self, kept: Kept) -> None:
        """Put what was kept before the statement that it stood before."""
        text, level = kept.data.get("text"), kept.data.get("level")
        if kept.kind == FRONTMATTER:
            self._front = {**self._front, **kept.data}
        elif isinstance(text, str) and text and not set(text) & set("\r\0"):
            hashes = "#" * level + " " if isinstance(level, int) and 1 <= level <= 6 else ""
            before = kept.data.get("before")
            place = before if isinstance(before, str) and before in self._titles else None
            self._before[place].append(hashes + text)

    def _statements(self) -> Iterator[str]:
        for record in _worded(self._case):
            plain = self._heads[type_name(record), record.id]
            head = head_of(plain)
            yield from self._before.pop(head.id, []) if head else ()
            yield self._statement(record, plain)

    def _statement(self, record: Worded, plain: str) -> str:
        """A statement with its words, and a remainder of what they do not say."""
        line = f"{plain}: {escaped(record.text)}"
        note = record.note or ""
        if note and _read_line(f"[x]: x {note}") == Tailed("x", note):
            line = f"{line} {note}"
        head, tail = head_of(plain), _read_line(line)
        if tail is None or head is None:
            line, tail, head = f"{plain}:", Tailed(""), head_of(plain)
        words = tail.words or plain.strip("[]<>")
        read = claim_fields(head.id if head else "", words, tail.note) | (self._made or {})
        kind = {"record": "evidence"} if isinstance(record, Evidence) else {}
        carried = kind | remainder(record, read)
        return f"{line} {carrying(carried)}" if carried else line

    def _relations(self) -> Iterator[str]:
        """What bears on what, a block for each that bears."""
        blocks: dict[str, dict[str, None]] = defaultdict(dict)
        for bearing in self._case.bearings.values():
            source, target = self._named(bearing.source), self._target(bearing)
            if source and target:
                blocks[source][f"  {_SIGNS[bearing.kind]} {target}"] = None
        for source, lines in blocks.items():
            yield "\n".join([source, *lines])

    def _named(self, record_id: str) -> str | None:
        """How the claim, else the evidence, with this id is written; None where none is there."""
        return self._heads.get(("claim", record_id)) or self._heads.get(("evidence", record_id))

    def _target(self, bearing: Bearing) -> str | None:
        """What a relation leads to; for an undercut of a bearing, that which bears there."""
        undercut = self._case.bearings.get(bearing.target)
        if bearing.kind is BearingKind.UNDERCUTS and undercut is not None:
            return self._named(undercut.source)
        return self._named(bearing.target)


def _worded(case: Case) -> tuple[Worded, ...]:
    return (*case.claims.values(), *case.evidence.values())


def _guard(body: str) -> str:
    """Empty frontmatter before a body that would be taken for frontmatter itself."""
    return frontmatter.EMPTY if frontmatter.split(uncommented(body).lines).there else ""


def _head(record: Worded) -> str:
    """How a statement or an argument is named: by its id where that makes a title."""
    plain = record.id if names_argument(record.id) else f"[{record.id}]"
    head = head_of(plain)
    if isinstance(record, Claim) and head and head.id == record.id and _read_line(f"{plain}: x"):
        return plain
    return f"[{content_id('s', type_name(record), record.id)}]"


def _read_line(line: str) -> Tailed | None:
    """What the words below a title say when they are read; None where they are not read as one."""
    lines = uncommented(line)
    head = head_of(line)
    if lines.comments or [text for _, text in lines.lines] != [line] or head is None:
        return None
    try:
        return tailed(head.rest)
    except ValueError:
        return None


def _common_making(case: Case) -> dict[str, Any] | None:
    """How all statements came about, where they were imported from Argdown; else None."""
    imported = made_by_import(NAME)
    if all(each.made == imported for each in (*_worded(case), *case.bearings.values())):
        return {"made": imported.model_dump(mode="json", exclude_defaults=True)}
    return None
