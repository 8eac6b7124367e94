"""The cast of a document: who is named, how, and where."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Literal

from attribution.extract.actors.casting import Casting
from attribution.extract.actors.naming import fold
from attribution.extract.detection import Detection
from attribution.extract.text.tokens import TokenizedText
from evidence.ids import free_slug
from evidence.model import Actor, Document
from evidence.vocabulary import ActorKind

MentionForm = Literal["name", "demonym", "place", "nominal", "pronoun"]
"""How a mention names: by name, by adjective ("Iranian"), as a place, by role, by pronoun."""


@dataclass(frozen=True, slots=True)
class Mention:
    """Words that name an actor.

    Attributes:
        start: First code point.
        end: One past the last code point.
        actor: Id of the actor; None where it cannot be told.
        name: The words.
        form: How they name.
    """

    start: int
    end: int
    actor: str | None
    name: str
    form: MentionForm = "name"


@dataclass(frozen=True)
class Cast:
    """Actors of a document and every mention of them.

    Attributes:
        actors: By id, in order of first mention; also unnamed groups ("US lawmakers").
        mentions: Sorted by start, the longer first; mentions nest ("Iran" lies in "Iran’s envoy")
            but never cross.
        author: Id of the actor whose text it is, where the document's record names one.
    """

    actors: Mapping[str, Actor]
    mentions: tuple[Mention, ...]
    author: str | None = None
    _starts: tuple[int, ...] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "_starts", tuple(m.start for m in self.mentions))

    def mentions_in(self, start: int, end: int) -> Iterator[Mention]:
        """Yield the mentions that lie within a stretch of text, in order."""
        for index in range(bisect_left(self._starts, start), len(self.mentions)):
            mention = self.mentions[index]
            if mention.start >= end:
                return
            if mention.end <= end:
                yield mention

    def actor_of(self, start: int, end: int) -> str | None:
        """Whom a phrase names: the actor of its widest mention that is not a mere part of it.

        A mention that owns another ("Iran" in "Iran’s envoy") lies in the wider one and gives way.

        Args:
            start: First code point of the phrase.
            end: One past its last.

        Returns:
            The id of the first outermost mention with an actor; None where there is none.
        """
        reach = start
        for mention in self.mentions_in(start, end):
            if mention.start >= reach:
                reach = mention.end
                if mention.actor is not None:
                    return mention.actor
        return None


def find_cast(
    tokenized: TokenizedText, document: Document, detections: Sequence[Detection] = ()
) -> Cast:
    """Find who is named in a document, and join the names of one actor.

    Args:
        tokenized: The document's text.
        document: Its record; its first author is who says "I" outside quotation marks.
        detections: Attributions found in it: who speaks is whom a later "he" is likely to mean.

    Returns:
        The cast. Actors found here may be many: keep those that some record refers to.
    """
    casting = Casting(tokenized, detections)
    actors = casting.actors()
    mentions = (
        Mention(start, end, actor, tokenized.text[start:end], form)
        for start, end, actor, form in casting.mentions()
    )
    author = _author(document, actors)
    if author is not None:
        actors.setdefault(author.id, author)
    in_order = tuple(sorted(mentions, key=lambda m: (m.start, -m.end)))
    return Cast(actors, in_order, author.id if author is not None else None)


def _author(document: Document, actors: Mapping[str, Actor]) -> Actor | None:
    """The actor of the first author, whether the text names it or not."""
    if not document.authors or not document.authors[0].strip():
        return None
    name = document.authors[0]
    for actor in actors.values():
        if fold(name) in (fold(actor.name), *map(fold, actor.aliases)):
            return actor
    return Actor(id=free_slug(name, actors), name=name, kind=ActorKind.PERSON)
