"""The elements of an Argdown text to its argument map."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from pydantic import JsonValue

from evidence.formats.argdown.elements import Element, Mark
from evidence.formats.argdown.heads import head_of, numbered
from evidence.formats.argdown.reconstructions import Edge, Reconstruction
from evidence.formats.argdown.tails import Tailed, tailed
from evidence.formats.ledger import Ledger
from evidence.ids import content_id
from evidence.vocabulary import BearingKind

SIGNS: dict[str, tuple[BearingKind, bool, bool]] = {
    "+": (BearingKind.SUPPORTS, True, False),
    "<+": (BearingKind.SUPPORTS, True, False),
    "+>": (BearingKind.SUPPORTS, False, True),
    "-": (BearingKind.CONTRADICTS, True, False),
    "<-": (BearingKind.CONTRADICTS, True, False),
    "->": (BearingKind.CONTRADICTS, False, True),
    "><": (BearingKind.CONTRADICTS, True, True),
    "_": (BearingKind.UNDERCUTS, True, False),
    "<_": (BearingKind.UNDERCUTS, True, False),
    "_>": (BearingKind.UNDERCUTS, False, True),
}
"""What each sign means: how one bears on the other, and whether the lower one bears on the upper
one, the upper one on the lower one, or both."""


@dataclass
class Saying:
    """What a text says of one statement or argument.

    Attributes:
        fallback: What stands for its words where it has none: its title.
        words: The first words that it is given.
        note: The first tags and data that it is given.
        carried: What the first remainder carries.
    """

    fallback: str
    words: str = ""
    note: str | None = None
    carried: dict[str, Any] | None = None


@dataclass
class ArgumentMap:
    """The statements and arguments of a text, and how they bear on each other.

    Attributes:
        sayings: What is said of each statement and argument, by id, in the order of mention.
        edges: What supports or contradicts what, in order.
        undercuts: What undercuts what, with the line that says so.
    """

    sayings: dict[str, Saying] = field(default_factory=dict)
    edges: dict[Edge, None] = field(default_factory=dict)
    undercuts: dict[tuple[str, str], str] = field(default_factory=dict)


class Mapper:
    """Gathers the argument map of a text from its elements, one after the other.

    Args:
        ledger: Keeps account of every element.
    """

    def __init__(self, ledger: Ledger) -> None:
        self._ledger = ledger
        self._map = ArgumentMap()
        self._stack: list[tuple[int, str]] = []
        self._loose: Element | None = None
        self._waiting: list[tuple[str, dict[str, JsonValue]]] = []
        self._argument: Reconstruction | None = None
        self._unnamed = 0

    def take(self, element: Element) -> None:
        """Account for one element."""
        try:
            match element.mark:
                case Mark.RELATION:
                    self._relate(element)
                case Mark.PREMISE:
                    self._state_premise(element)
                case Mark.INFERENCE:
                    self._infer(element)
                case _:
                    self._begin(element)
        except ValueError as error:
            self._ledger.refuse(f"line {element.line}", str(error))

    def finish(self) -> ArgumentMap:
        """End what the end of the text ends; tell what was gathered."""
        self._settle()
        self._keep_waiting(None)
        return self._map

    def _begin(self, element: Element) -> None:
        """A heading, a list item, a paragraph or a statement at the left margin."""
        self._settle()
        self._stack = []
        if element.mark is Mark.TOP:
            if head_of(element.text) is None:
                self._loose = element
                return
            own = self._say(element.text)
            self._stack = [(element.indent, own)]
            self._ledger.map(())
            return
        words = "\n".join(element.lines)
        if element.mark is Mark.HEADING:
            self._wait("heading", {"level": len(element.sign), "text": words})
        else:
            self._wait("list", {"text": " " * element.indent + words})

    def _settle(self) -> None:
        """End what the next element at the left margin ends."""
        if self._loose is not None:
            self._wait("paragraph", {"text": "\n".join(self._loose.lines)})
            self._loose = None
        if self._argument is not None:
            self._map.edges.update(dict.fromkeys(self._argument.edges()))
            if self._argument.lacks_conclusion:
                self._ledger.mend("an inference has no conclusion", self._argument.argument)
            self._argument = None

    def _relate(self, element: Element) -> None:
        if not element.lines:
            raise ValueError(f"has a relation {element.sign!r} without a statement")
        if element.apart and element.indent == 0:
            raise ValueError("has a relation to nothing: indent it below what it relates to")
        if self._loose is not None:
            # A paragraph to which something relates is a statement.
            self._stack = [(self._loose.indent, self._say(self._loose.text))]
            self._loose = None
            self._ledger.map(())
        while len(self._stack) > 1 and self._stack[-1][0] >= element.indent:
            self._stack.pop()
        if not self._stack:
            raise ValueError("has a relation to nothing")
        upper, lower = self._stack[-1][1], self._say(element.text)
        self._stack.append((element.indent, lower))
        kind, rising, falling = SIGNS[element.sign]
        for source, target, holds in ((lower, upper, rising), (upper, lower, falling)):
            if holds:
                self._connect(source, kind, target, f"line {element.line}")
        self._ledger.map(())

    def _connect(self, source: str, kind: BearingKind, target: str, which: str) -> None:
        if kind is BearingKind.UNDERCUTS:
            self._map.undercuts.setdefault((source, target), which)
        else:
            self._map.edges[source, kind, target] = None

    def _state_premise(self, element: Element) -> None:
        if not element.lines:
            raise ValueError(f"has ({element.sign}) without a statement")
        if self._argument is None or (int(element.sign) == 1 and self._argument.is_begun):
            owner = self._owner(element.indent)
            self._settle()
            self._argument = Reconstruction(owner or self._unnamed_argument())
        own = self._say(element.text, numbered(self._argument.argument, element.sign))
        self._argument.state(own)
        self._stack = [(element.indent, own)]
        self._ledger.map(())

    def _owner(self, indent: int) -> str | None:
        """The argument under which premises stand, None where they stand under none."""
        if self._argument is not None:
            return None
        above = [own for at, own in self._stack if at <= indent]
        head = head_of(above[-1]) if above else None
        return above[-1] if head is not None and head.argues else None

    def _unnamed_argument(self) -> str:
        self._unnamed += 1
        return self._say(f"<Untitled {self._unnamed}>")

    def _infer(self, element: Element) -> None:
        if self._argument is None or not self._argument.steps[-1]:
            raise ValueError("has an inference without premises")
        if not element.closed:
            raise ValueError('has an inference that no "--" closes')
        self._argument.infer()
        self._stack = [(element.indent, self._argument.argument)]
        self._ledger.map(())
        if element.lines:
            self._ledger.lose("inference", "its rule", f"line {element.line}")

    def _say(self, text: str, unnamed: str | None = None) -> str:
        """Take what a text says of a statement or an argument; tell its id.

        Args:
            text: Its words with title, tags and data.
            unnamed: The id where it has no title; None: as its words are.
        """
        head = head_of(text)
        tail = tailed(head.rest if head else text)
        own = head.id if head else unnamed or content_id("c", tail.words)
        if own not in self._map.sayings:
            self._keep_waiting(own)
            title = head.title.strip("<>") if head and head.argues else head.title if head else own
            self._map.sayings[own] = Saying(title)
        self._add_words(own, tail)
        return own

    def _add_words(self, own: str, tail: Tailed) -> None:
        saying = self._map.sayings[own]
        if tail.words and saying.words and tail.words != saying.words:
            self._ledger.lose("statement", "another wording", own)
        if tail.note and saying.note and tail.note != saying.note:
            self._ledger.lose("statement", "tags and data of another mention", own)
        saying.words = saying.words or tail.words
        saying.note = saying.note or tail.note
        saying.carried = saying.carried or tail.carried

    def _wait(self, kind: str, data: dict[str, JsonValue]) -> None:
        self._waiting.append((kind, data))

    def _keep_waiting(self, following: str | None) -> None:
        """Keep what stands before the first mention of the statement `following`."""
        for kind, data in self._waiting:
            self._ledger.keep(kind, data | ({"before": following} if following else {}))
        self._waiting = []
