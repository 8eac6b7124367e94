"""Which STIX object stands for which record, and under which id."""

from __future__ import annotations

import uuid
from collections import defaultdict
from collections.abc import Iterable, Mapping

from evidence.case import Case
from evidence.formats.remainder import type_name
from evidence.formats.stix.actors import ACTOR_TYPES
from evidence.formats.stix.bundles import StixObject
from evidence.formats.stix.extension import INFRASTRUCTURE, MAKER, made_id
from evidence.formats.stix.readable import REFERRED, Lookup
from evidence.model import (
    Actor,
    Attribution,
    Claim,
    Document,
    Record,
    Relation,
)
from evidence.vocabulary import ActorKind


class Names:
    """The STIX id of each record of a case; no two objects share one.

    A record keeps an id that is already a STIX id of its type; any other gets a UUID made from its
    type and id.

    Args:
        case: The case.
        portable: The kept STIX objects that go out as they came in, by the id of their record.
    """

    def __init__(self, case: Case, portable: Mapping[str, StixObject]) -> None:
        self._case = case
        self._things = _unique_names(portable.values())
        self._named = {("kept", kept_id): str(each["id"]) for kept_id, each in portable.items()}
        taken = {*INFRASTRUCTURE, *self._named.values()}
        for record in case.records():
            if _key(record) not in self._named:
                own = is_id(record.id, self.type_of(record)) and record.id not in taken
                self._named[_key(record)] = record.id if own else self._made(record)
                taken.add(self._named[_key(record)])
        self.lookup = Lookup(
            {name: key[1] for key, name in self._named.items() if key[0] in REFERRED},
            {stix_id: name for name, stix_id in self._things.items()},
        )

    def of(self, record: Record) -> str:
        """The id of the object that stands for a record."""
        return self._named[_key(record)]

    def actor(self, actor_id: str) -> str:
        """The id of the object that stands for an actor; for one that is not there, a made one."""
        return self._named.get(("actor", actor_id)) or made_id("identity", "actor", actor_id)

    def any(self, record_id: str | None) -> str:
        """The id of the object for the first record with this id; this program's where none is."""
        record = self._case.find(record_id) if record_id else None
        return MAKER if record is None else self.of(record)

    def claim(self, claim_id: str) -> str:
        """The id of the object that stands for a claim; this program's where there is none."""
        return self._named.get(("claim", claim_id), MAKER)

    def identity(self, actor_id: str | None) -> str | None:
        """The id of an actor that may have made an object: in STIX only identities may."""
        name = self._named.get(("actor", actor_id)) if actor_id else None
        return name if name and name.startswith("identity--") else None

    def type_of(self, record: Record) -> str:
        """The type of the STIX object that stands for a record."""
        match record:
            case Actor():
                return _actor_type(record)
            case Document(published=str()):
                return "report"
            case Claim() if self.target(record) is not None:
                return "relationship"
            case Relation():
                return "relationship"
            case Attribution():
                return "opinion"
            case _:
                return "note"

    def target(self, claim: Claim) -> str | None:
        """The id of what a claim says that its subject does something to.

        That is an actor, or the one kept object of that name; None where the claim says no such
        thing, or its subject is unknown.
        """
        if claim.subject not in self._case.actors or not claim.predicate:
            return None
        if claim.object is not None:
            return self.actor(claim.object) if claim.object in self._case.actors else None
        return self._things.get(claim.what or "")

    def _made(self, record: Record) -> str:
        return made_id(self.type_of(record), *_key(record))


def is_id(value: object, stix_type: str) -> bool:
    """Whether a value is a valid STIX 2.1 id of a type: its UUID is one of RFC 4122."""
    if not isinstance(value, str) or not value.startswith(f"{stix_type}--"):
        return False
    digits = value.removeprefix(f"{stix_type}--")
    try:
        parsed = uuid.UUID(digits)
    except ValueError:
        return False
    return str(parsed) == digits and parsed.variant == uuid.RFC_4122


def _key(record: Record) -> tuple[str, str]:
    return type_name(record), record.id


def _unique_names(things: Iterable[StixObject]) -> dict[str, str]:
    """The ids of objects by their name, where only one has it."""
    named: dict[str, list[str]] = defaultdict(list)
    for each in things:
        if isinstance(each.get("name"), str):
            named[each["name"]].append(each["id"])
    return {name: ids[0] for name, ids in named.items() if len(ids) == 1}


def _actor_type(actor: Actor) -> str:
    own = actor.id.partition("--")[0]
    if own in ACTOR_TYPES and is_id(actor.id, own):
        return own
    return "tool" if actor.kind is ActorKind.PRODUCT else "identity"
