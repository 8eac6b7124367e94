"""Credit lines: from which news agency a text says that it comes.

A dateline ("PARIS, 5 June (AFP) -"), a byline ("By Reuters"), a line at the end ("(Reuters)",
"With inputs from PTI", "Copyright 2021 The Associated Press"). Words amid the text ("Reuters
reported that ...") are attributions, not credits, and are left to those who look for these.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from evidence.ids import slug
from evidence.model import Actor
from evidence.readers.credits.agencies import agency_named, short_names
from evidence.readers.credits.lines import Line, agency_lines
from evidence.vocabulary import ActorKind, DerivationKind

__all__ = ["Credit", "credits_of"]


@dataclass(frozen=True, slots=True)
class Credit:
    """That a text comes from an agency.

    Attributes:
        agency: The agency.
        words: The words that say so.
        kind: Whether the text is the agency's, or only rests on it.
    """

    agency: Actor
    words: str
    kind: DerivationKind


def credits_of(text: str, names: Iterable[str], publisher: str | None) -> list[Credit]:
    """The agencies that a document credits, each once, in order.

    Args:
        text: Of the document; its credit lines are looked for.
        names: Whom its file names as author or source; agencies among them count.
        publisher: The publisher's name: who credits itself credits nobody.
    """
    named = (Line(agency, name) for name in names if (agency := agency_named(name)))
    own = _identity(publisher) if publisher else None
    found: dict[str, Credit] = {}
    for line in (*agency_lines(text), *named):
        actor = _actor(line.name)
        if actor.id != own:
            found.setdefault(actor.id, Credit(actor, line.words, line.kind))
    return list(found.values())


def _identity(name: str) -> str:
    return slug(agency_named(name) or name)


def _actor(name: str) -> Actor:
    return Actor(id=slug(name), name=name, kind=ActorKind.OUTLET, aliases=short_names(name))
