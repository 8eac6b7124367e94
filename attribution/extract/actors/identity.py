"""Which actors of several documents are the same, and why."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from attribution.extract.actors.naming import fold, initials, same_person, surname, words_of
from attribution.extract.actors.transliteration import may_be_variants, skeleton
from attribution.extract.english.nations import DEMONYMS, STATE_NAMES
from attribution.extract.english.organisations import ACRONYMS
from evidence.ids import free_slug
from evidence.model import Actor
from evidence.vocabulary import ActorKind

_PRESS = {ActorKind.ORGANISATION, ActorKind.OUTLET}
"""An outlet is an organisation, and often not known to be more."""

Local = tuple[str, str]
"""Id of a document and id of an actor in it."""


@dataclass(frozen=True)
class Identity:
    """The actors of a case.

    Attributes:
        actors: Joined actors by their ids in the case, in order of first appearance.
        ids: For each actor of a document its id in the case.
        reasons: For each actor of the case why names were joined, or were not though they might.
    """

    actors: Mapping[str, Actor]
    ids: Mapping[Local, str]
    reasons: Mapping[str, tuple[str, ...]]


def join_actors(casts: Sequence[tuple[str, Iterable[Actor]]]) -> Identity:
    """Judge which actors of several documents are the same.

    Joined are equal names and aliases, full names that differ by a middle name, an initial or a
    short form, acronyms and what they stand for, and spellings of one name in other letters. A
    surname alone is joined to a full name only where one bearer fits. Unnamed groups are joined
    only if their words say whose they are ("US troops", not "officials").

    Args:
        casts: For each document its id and its actors.

    Returns:
        The joined actors with reasons. Cost: n log n in the number of actors.
    """
    joining = _Joining([(document, actor) for document, actors in casts for actor in actors])
    joining.join_equal_names()
    joining.join_people()
    joining.join_acronyms()
    joining.join_spellings()
    joining.join_surnames()
    return joining.result()


class _Joining:
    """A union of actors that keeps, for each join, its reason."""

    def __init__(self, entries: Sequence[tuple[str, Actor]]) -> None:
        self._entries = entries
        self._root = list(range(len(entries)))
        self._kinds = [actor.kind for _, actor in entries]
        self._reasons: dict[int, list[str]] = defaultdict(list)
        self._words = [words_of(actor.name) for _, actor in entries]

    def join_equal_names(self) -> None:
        """Join actors that share a name or an alias of more than a surname."""
        bearers: dict[str, int] = {}
        for index, (_, actor) in enumerate(self._entries):
            for name in self._telling_names(index):
                first = bearers.setdefault(name, index)
                self._join(first, index, f"same name “{actor.name}”")

    def join_people(self) -> None:
        """Join full names that agree but for a middle name, an initial or a short form."""
        for bucket in self._buckets(lambda i: surname(self._words[i]), self._full_names()):
            spelled = [i for i in bucket if len(self._words[i][0]) > 1]
            for index in spelled:
                self._join_agreeing(index, spelled)
            for index in bucket:
                if len(self._words[index][0]) == 1:
                    self._join_agreeing(index, spelled or bucket)

    def _join_agreeing(self, index: int, others: Sequence[int]) -> None:
        fitting = [i for i in others if same_person(self._words[i], self._words[index])]
        self._join_if_one_fits(index, fitting, "the names “{}” and “{}” agree")

    def join_acronyms(self) -> None:
        """Join "IAEA" with the one body whose initials it is."""
        bodies = [i for i in self._indexes(ActorKind.PERSON) if len(self._words[i]) > 1]
        spelled: dict[str, dict[tuple[str, ...], int]] = defaultdict(dict)
        for index in bodies:
            short = initials(self._entries[index][1].name)
            spelled[short].setdefault(self._words[index], index)
        for index, (_, actor) in enumerate(self._entries):
            unknown = actor.name not in ACRONYMS  # "UN" is not "U.S. Navy"
            if unknown and actor.name.isupper() and len(self._words[index]) == 1:
                fitting = list(spelled.get(fold(actor.name), {}).values())
                self._join_if_one_fits(index, fitting, "“{}” abbreviates “{}”")

    def join_spellings(self) -> None:
        """Join names that differ as ways of writing other letters do."""
        named = [i for i in range(len(self._entries)) if not self._is_unnamed(i)]
        for bucket in self._buckets(lambda i: skeleton(self._words[i]) or "", named):
            for index in bucket:
                fitting = [i for i in bucket if may_be_variants(self._words[i], self._words[index])]
                self._join_if_one_fits(index, fitting, "“{}” and “{}” spell one name")

    def join_surnames(self) -> None:
        """Join a surname alone with its one bearer."""
        bearers: dict[str, dict[tuple[str, ...], int]] = defaultdict(dict)
        for index in self._full_names():
            bearers[surname(self._words[index])].setdefault(self._words[index], index)
        for index, words in enumerate(self._words):
            personal = self._kinds[index] in (ActorKind.PERSON, None)
            if len(words) == 1 and personal:
                fitting = list(bearers.get(words[0], {}).values())
                self._join_if_one_fits(index, fitting, "“{}” can only be “{}”")

    def _telling_names(self, index: int) -> Iterator[str]:
        """Names by which an actor is known beyond its document."""
        actor = self._entries[index][1]
        if self._is_unnamed(index):
            if _says_whose(actor.name):
                yield f"group {fold(actor.name)}"
            return
        for name in (actor.name, *actor.aliases):
            words = words_of(ACRONYMS.get(name, name))
            if len(words) > 1 or actor.kind is not ActorKind.PERSON:
                yield " ".join(words)

    def _full_names(self) -> list[int]:
        return [
            i
            for i, kind in enumerate(self._kinds)
            if kind is ActorKind.PERSON and len(self._words[i]) > 1
        ]

    def _indexes(self, without: ActorKind) -> list[int]:
        skipped = (without, ActorKind.UNNAMED)
        return [i for i, kind in enumerate(self._kinds) if kind not in skipped]

    def _is_unnamed(self, index: int) -> bool:
        return self._entries[index][1].kind is ActorKind.UNNAMED

    def _buckets(self, key: Callable[[int], str], indexes: Iterable[int]) -> list[list[int]]:
        """Actors by key, each wording of a name once, so that a common name costs no more."""
        buckets: dict[str, dict[tuple[str, ...], int]] = defaultdict(dict)
        for index in indexes:
            if key(index):
                buckets[key(index)].setdefault(self._words[index], index)
        return [list(bucket.values()) for bucket in buckets.values() if len(bucket) > 1]

    def _join_if_one_fits(self, index: int, fitting: Sequence[int], reason: str) -> None:
        """Join with the one actor that fits; where several do, say so and join none."""
        roots = dict.fromkeys(self._find(i) for i in fitting if self._may_join(i, index))
        roots.pop(self._find(index), None)
        names = [self._entries[root][1].name for root in roots]
        mine = self._entries[index][1].name
        if len(roots) == 1:
            self._join(next(iter(roots)), index, reason.format(mine, names[0]))
        elif roots:
            note = f"“{mine}” not joined: it fits {', '.join(f'“{name}”' for name in names)}"
            self._reasons[self._find(index)].append(note)

    def _may_join(self, left: int, right: int) -> bool:
        kinds = {self._kinds[self._find(left)], self._kinds[self._find(right)]} - {None}
        return len(kinds) < 2 or kinds == _PRESS or self._is_known_outlet(left, right)

    def _is_known_outlet(self, left: int, right: int) -> bool:
        """Whether one is an outlet by name and the other, guessed to be a person, is called so."""
        roots = self._find(left), self._find(right)
        kinds = {self._kinds[root] for root in roots}
        names = {self._words[root] for root in roots}
        return kinds == {ActorKind.OUTLET, ActorKind.PERSON} and len(names) == 1

    def _join(self, left: int, right: int, reason: str) -> None:
        first, second = sorted((self._find(left), self._find(right)))
        if first == second or not self._may_join(first, second):
            return
        self._root[second] = first
        if self._kinds[second] is ActorKind.OUTLET or self._kinds[first] is None:
            self._kinds[first] = self._kinds[second]
        self._reasons[first] += [*self._reasons.pop(second, []), reason]

    def _find(self, index: int) -> int:
        while self._root[index] != index:
            self._root[index] = self._root[self._root[index]]
            index = self._root[index]
        return index

    def result(self) -> Identity:
        """The joined actors."""
        members: dict[int, list[int]] = defaultdict(list)
        for index in range(len(self._entries)):
            members[self._find(index)].append(index)
        names = {root: self._name(group) for root, group in members.items()}
        by_root: dict[int, str] = {}
        taken: set[str] = set()
        for root in members:
            by_root[root] = free_slug(names[root], taken)
            taken.add(by_root[root])
        ids = {
            (document, actor.id): by_root[self._find(index)]
            for index, (document, actor) in enumerate(self._entries)
        }
        actors = {
            by_root[root]: self._actor(by_root[root], names[root], group, ids)
            for root, group in members.items()
        }
        reasons = {
            by_root[root]: tuple(dict.fromkeys(self._reasons[root]))
            for root in members
            if self._reasons.get(root)
        }
        return Identity(actors, ids, reasons)

    def _name(self, group: Sequence[int]) -> str:
        """The fullest name; of equals the first."""
        fullest = max(group, key=lambda i: (len(self._words[i]), -i))
        return self._entries[fullest][1].name

    def _actor(
        self, actor_id: str, name: str, group: Sequence[int], ids: Mapping[Local, str]
    ) -> Actor:
        aliases: dict[str, None] = {}
        principals: dict[str, None] = {}
        for index in group:
            document, actor = self._entries[index]
            for alias in (actor.name, *actor.aliases):
                aliases.setdefault(alias)
            for principal in actor.speaks_for:
                principals.setdefault(ids.get((document, principal), principal))
        aliases.pop(name, None)
        principals.pop(actor_id, None)
        return Actor(
            id=actor_id,
            name=name,
            kind=self._kinds[self._find(group[0])],
            aliases=tuple(aliases),
            speaks_for=tuple(principals),
        )


def _says_whose(name: str) -> bool:
    """Whether the words for a group name somebody: "US troops", "Iran’s proxies"."""
    words = name.replace("’s", " ").replace("'s", " ").replace("-", " ").split()
    return any(w in STATE_NAMES or w in DEMONYMS for w in words) or any(
        w[0].isupper() for w in words[1:]
    )
