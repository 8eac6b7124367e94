"""The actors of a case: those of its documents, joined where they are the same."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from attribution.extract.actors.identity import join_actors
from attribution.extract.found import Found
from evidence.case import Case
from evidence.ids import free_slug
from evidence.model import Actor, Derivation, Record, Relation

_PUBLISHERS, _KNOWN = "\0publishers", "\0known"
"""Stand for documents where actors come from elsewhere; no document has such an id."""


@dataclass(frozen=True)
class JoinedCast:
    """Actors of a case, and what the actors of each document are called in it.

    Attributes:
        actors: In order of first appearance.
        names: For each document, the id in the case of each of its actors.
    """

    actors: Sequence[Actor]
    names: Mapping[str, Mapping[str, str]]

    def namer(self, document: str) -> Callable[[str | None], str | None]:
        """A function from an id in the document to the id in the case."""
        names = self.names.get(document, {})
        return lambda local: None if local is None else names.get(local, local)

    def publisher(self, local: str) -> str:
        """The id in the case of a publisher that a reader named."""
        return self.names.get(_PUBLISHERS, {}).get(local, local)

    def used(self, records: Iterable[Record]) -> list[Actor]:
        """The actors that records refer to, and those whom these speak for."""
        by_id = {actor.id: actor for actor in self.actors}
        used: set[str] = set()
        open_ids = [name for record in records for name in _actors_of(record)]
        while open_ids:
            name = open_ids.pop()
            if name in by_id and name not in used:
                used.add(name)
                open_ids += by_id[name].speaks_for
        return [actor for actor in self.actors if actor.id in used]


def _actors_of(record: Record) -> list[str]:
    """Ids of the actors that a record refers to."""
    if isinstance(record, Relation):
        return [record.who, record.to]
    if isinstance(record, Derivation):
        return [record.rests_on]
    fields = ("publisher", "by", "subject", "object")
    return [name for field in fields if (name := getattr(record, field, None)) is not None]


def join_casts(found: Sequence[Found], publishers: Iterable[Actor], known: Case) -> JoinedCast:
    """Join the actors of documents; those of the case `known` keep their ids and records.

    Args:
        found: The records of each document.
        publishers: Actors that the documents name as their publishers.
        known: A case that is added to, or an empty one.
    """
    identity = join_actors(
        [
            (_KNOWN, known.actors.values()),
            (_PUBLISHERS, publishers),
            *((part.document.id, part.actors.values()) for part in found),
        ]
    )
    final = _final_ids(identity.actors, {identity.ids[_KNOWN, a]: a for a in known.actors}, known)
    names: dict[str, dict[str, str]] = defaultdict(dict)
    for (document, local), joined in identity.ids.items():
        names[document][local] = final[joined]
    actors = (
        _renamed(actor, final, identity.reasons.get(name, ()))
        for name, actor in identity.actors.items()
    )
    return JoinedCast([known.actors.get(actor.id, actor) for actor in actors], names)


def _final_ids(joined: Iterable[str], written: Mapping[str, str], known: Case) -> dict[str, str]:
    """The id of each joined actor: the one that the known case gives it, or a free one."""
    final: dict[str, str] = {}
    taken = set(known.actors)
    for name in joined:
        final[name] = written.get(name) or free_slug(name, taken)
        taken.add(final[name])
    return final


def _renamed(actor: Actor, final: Mapping[str, str], reasons: Sequence[str]) -> Actor:
    principals = tuple(final.get(p, p) for p in actor.speaks_for)
    note = "; ".join(reasons) or None
    return actor.model_copy(update={"id": final[actor.id], "speaks_for": principals, "note": note})
