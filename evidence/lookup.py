"""Finding the record that a person means: by id, by "actor:id", or by name."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from difflib import get_close_matches
from itertools import chain, islice

from evidence.case import SECTIONS, Case
from evidence.errors import UnknownIdError
from evidence.model import Actor, Record

MOST_COMPARED = 10_000
"""Names of a case among which near ones are suggested; comparing takes about 10 µs each."""

_SINGULAR = {kind.__name__.lower(): name for name, kind in SECTIONS.items()}


def actor_meant(case: Case, words: str) -> Actor:
    """The actor with this id, name or alias; letter case does not matter for names.

    Raises:
        UnknownIdError: If there is none, or several fit; the hint lists what comes near.
    """
    name = words.removeprefix("actor:")
    if name in case.actors:
        return case.actors[name]
    folded = _folded(name)
    fitting = [a for a in case.actors.values() if folded in map(_folded, (a.name, *a.aliases))]
    if len(fitting) == 1:
        return fitting[0]
    if fitting:
        ids = ", ".join(sorted(actor.id for actor in fitting))
        raise UnknownIdError(f"{words!r} may mean {ids}", hint="give one of these ids")
    raise UnknownIdError(f"the case has no actor {words!r}", hint=_near(name, _actor_names(case)))


def record_meant(case: Case, words: str) -> Record:
    """The record with this id ("weekly", or "document:weekly"), or the actor of this name.

    Raises:
        UnknownIdError: If there is none, or several types have a record with this id.
    """
    kind, _, rest = words.partition(":")
    if kind in _SINGULAR and rest in getattr(case, _SINGULAR[kind]):
        found: Record = getattr(case, _SINGULAR[kind])[rest]
        return found
    sections: list[Mapping[str, Record]] = [getattr(case, name) for name in SECTIONS]
    fitting = [section[words] for section in sections if words in section]
    if len(fitting) == 1:
        return fitting[0]
    if fitting:
        choices = ", ".join(map(typed_id, fitting))
        raise UnknownIdError(f"{words!r} names several records", hint=f"give one of {choices}")
    try:
        return actor_meant(case, words)
    except UnknownIdError:
        ids = chain(chain.from_iterable(sections), _actor_names(case))
        raise UnknownIdError(f"the case has no record {words!r}", hint=_near(words, ids)) from None


def typed_id(record: Record) -> str:
    """The id of a record with its type, as in "document:weekly", which no other record has."""
    return f"{type(record).__name__.lower()}:{record.id}"


def _folded(name: str) -> str:
    return " ".join(name.replace("’", "'").casefold().split())


def _actor_names(case: Case) -> dict[str, str]:
    """Every id, name and alias of an actor, with the id it leads to."""
    return {
        name: actor.id
        for actor in case.actors.values()
        for name in (actor.id, actor.name, *actor.aliases)
    }


def _near(words: str, names: Iterable[str]) -> str:
    compared = dict.fromkeys(islice(names, MOST_COMPARED))
    near = get_close_matches(words, compared, n=4, cutoff=0.5)
    return f"did you mean {', '.join(near)}?" if near else "`claimtrail graph` shows what there is"
