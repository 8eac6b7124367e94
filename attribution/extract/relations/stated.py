"""A relation as one word of a sentence states it."""

from __future__ import annotations

from dataclasses import dataclass

from attribution.extract.english.relation_words import MONEY, VerbEntry
from attribution.extract.grammar.verb_groups import VerbGroup


@dataclass(frozen=True, slots=True)
class Stated:
    """A relation as one word of a sentence states it.

    Attributes:
        subjects: Ids of those who act.
        predicate: What they do.
        objects: Ids of those they do it to.
        what: The thing, in words.
        at: Index of the word that says so.
        negated: Whether it is said not to be so.
        hedged: Whether it is not said to be so.
        presupposed: Whether the words take it for granted while they say something else.
        ended: Whether it is said to be so no longer.
    """

    subjects: tuple[str, ...]
    predicate: str
    objects: tuple[str, ...]
    what: str | None
    at: int
    negated: bool = False
    hedged: bool = False
    presupposed: bool = False
    ended: bool = False


def stated_by(
    entry: VerbEntry,
    group: VerbGroup,
    subjects: tuple[str, ...],
    objects: tuple[str, ...],
    what: str | None = None,
) -> Stated:
    """Put together what a verb states; who supplies money funds."""
    is_money = what is not None and not MONEY.isdisjoint(what.lower().split())
    predicate = "funds" if entry.predicate == "supplies" and is_money else entry.predicate
    return Stated(
        subjects,
        predicate,
        objects,
        what,
        group.head,
        group.negated,
        group.hedged,
        ended=group.ended,
    )
