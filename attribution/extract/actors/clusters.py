"""Names of one document that name the same actor, gathered into clusters."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from attribution.extract.actors.names import Name
from attribution.extract.actors.naming import (
    gender_of_given_name,
    generation,
    initials,
    same_person,
    surname,
    words_of,
)
from attribution.extract.english.firstnames import NICKNAMES
from attribution.extract.english.nations import DEMONYMS, METONYMS, STATE_NAMES
from attribution.extract.english.organisations import ACRONYMS, ORGANISATION_WORDS, OUTLET_WORDS
from attribution.extract.english.roles import bare_role, full_role
from attribution.extract.english.titles import ADDRESS, FEMALE_ADDRESS, MALE_ADDRESS
from evidence.vocabulary import ActorKind

_FEWEST_INITIALS = 3
"""Letters of an acronym that may stand for another body than the one it is known for."""

MAX_BEARERS = 50
"""A surname of more people in one document names none of them."""

_UNIONS = (("united", "nations"), ("united", "states"), ("un",), ("us",))
_CHAMBERS = (("senate",), ("congress",), ("house",))
_PERSONAL = (ActorKind.PERSON, None)


@dataclass(slots=True, eq=False)
class Cluster:
    """All names in a document that name one actor.

    Attributes:
        words: Folded words of its fullest name.
        name: The fullest name, as written.
        kind: What it is; None where unknown.
        forms: How often each form is written, in order of first use.
        gender: "male", "female" or None.
        roles: Titles and roles it is given, in lower case.
        traits: Words that stand with its roles ("republican", "florida"), in lower case.
        owners: Tokens that name those it speaks for.
        anonymous: Whether it is a person whom the document does not name.
        full: How often it is named in full.
        first: Index of its first token in the document.
    """

    words: tuple[str, ...]
    name: str
    kind: ActorKind | None
    first: int
    gender: str | None = None
    full: int = 0
    anonymous: bool = False
    forms: dict[str, int] = field(default_factory=dict)
    roles: dict[str, None] = field(default_factory=dict)
    traits: dict[str, None] = field(default_factory=dict)
    owners: dict[int, None] = field(default_factory=dict)

    @property
    def personal(self) -> bool:
        """Whether it is a person or may be one."""
        return self.kind in _PERSONAL

    def take_role(self, role: str) -> None:
        """Learn what somebody is; a foreign minister is also called the minister."""
        self.roles.setdefault(role)
        self.roles.setdefault(bare_role(role))

    def take(self, name: Name) -> None:
        """Count one more name for this actor and learn from its titles."""
        self.forms[name.text] = self.forms.get(name.text, 0) + 1
        self.kind = self.kind or name.kind
        if name.titles and name.titles[-1] not in ADDRESS:
            self.take_role(full_role(name.titles))
        self.gender = self.gender or _gender_of_titles(name.titles)
        words = words_of(name.text)
        if self.personal and len(words) > 1:
            self.full += 1
        if self.personal:
            self.gender = self.gender or gender_of_given_name(name.text)
        if self.kind is not ActorKind.STATE and len(words) > len(self.words):
            self.words, self.name = words, name.text


def cluster_names(names: Sequence[Name]) -> list[Cluster | None]:
    """Say for each name which cluster it belongs to.

    Full names come first, wherever they stand, so that a surname in a headline finds its bearer. A
    name that fits two people alike belongs to none.

    Args:
        names: The names of one document, in order of position.

    Returns:
        For each name its cluster, shared by all names of one actor; None for places and for names
        that cannot be told apart.
    """
    gathering = _Gathering()
    found: list[Cluster | None] = [None] * len(names)
    order = [i for i, n in enumerate(names) if n.form != "place"]
    for full in (True, False):
        for index in order:
            if _is_full(names[index]) == full:
                found[index] = gathering.cluster_of(names[index])
    return found


def _is_full(name: Name) -> bool:
    if _may_be_surname(name):
        return False
    return len(words_of(name.text)) > 1 or _canonical(name) is not None


def _may_be_surname(name: Name) -> bool:
    """Whether a word for a state may also be somebody's surname: "Washington", "Cuban"."""
    return name.text in METONYMS or (name.text in DEMONYMS and " " not in name.text)


def _canonical(name: Name) -> str | None:
    """The usual name of a state, however it is named here."""
    for names in (STATE_NAMES, DEMONYMS, METONYMS):
        if name.kind is ActorKind.STATE and name.text in names:
            return names[name.text]
    return None


class _Gathering:
    """Clusters of one document, by the words that may name them again."""

    def __init__(self) -> None:
        self._exact: dict[tuple[str, ...], Cluster] = {}
        self._surnames: dict[str, list[Cluster]] = defaultdict(list)
        self._full: dict[tuple[str, ...], Cluster] = {}
        self._given: dict[str, list[Cluster]] = defaultdict(list)
        self._first: dict[str, list[Cluster]] = defaultdict(list)
        self._initials: dict[str, list[Cluster]] = defaultdict(list)
        self._outlets: dict[str, list[Cluster]] = defaultdict(list)
        self._tails: dict[str, list[Cluster]] = defaultdict(list)
        self._heads: dict[str, list[Cluster]] = defaultdict(list)

    def cluster_of(self, name: Name) -> Cluster | None:
        """The cluster that a name belongs to, made where there is none; None if two fit alike."""
        bearers = self._surnames.get(words_of(name.text)[-1]) if _may_be_surname(name) else None
        words = words_of(name.text if bearers else _canonical(name) or name.text)
        words = _without_union(words) if name.kind is ActorKind.ORGANISATION else words
        fitting = self._fitting(name, words)
        cluster = self._exact.get(words) if fitting is None else _pick(fitting, name)
        if fitting and cluster is None:
            return None
        if cluster is not None and _is_other_generation(cluster, name):
            cluster = None
        if cluster is None:
            cluster = self._new(name, words)
        cluster.take(name)
        return cluster

    def _fitting(self, name: Name, words: tuple[str, ...]) -> list[Cluster] | None:
        """Clusters that a name may belong to; None where only the exact words count."""
        if words in self._exact and (len(words) > 1 or not self._surnames.get(words[0])):
            return [self._exact[words]]
        if name.kind in _PERSONAL or _may_be_surname(name):
            people = self._people(name, words)
            if people:
                return people
        if len(words) == 1:
            return self._bodies(name, words[0]) or None
        return None

    def _people(self, name: Name, words: tuple[str, ...]) -> list[Cluster]:
        if len(words) > 1:
            alike = (self._full.get(key) for key in _person_keys(words))
            return [c for c in alike if c is not None and same_person(c.words, words)][:1]
        if len(self._surnames[words[0]]) > MAX_BEARERS:
            return []
        bearers = [c for c in self._surnames[words[0]] if _agrees(c, name)]
        if bearers:
            return bearers
        addressed = any(title in ADDRESS for title in name.titles)
        return self._first[words[0]] if addressed else self._given[words[0]]

    def _bodies(self, name: Name, word: str) -> list[Cluster]:
        if name.text.isupper() and len(word) > 1:
            known = ACRONYMS.get(name.text)
            longer = self._exact.get(words_of(known)) if known is not None else None
            may_be = known is None or len(word) >= _FEWEST_INITIALS
            found = [longer] if longer else self._initials[word] if may_be else []
            if found:
                return found[:1] if len(found) == 1 else []
        if name.kind is ActorKind.ARMED_GROUP:
            other = word.removesuffix("s") if word.endswith("s") else f"{word}s"
            if (other,) in self._exact:
                return [self._exact[(other,)]]
        if word in OUTLET_WORDS and self._outlets[word]:
            return [max(self._outlets[word], key=lambda c: sum(c.forms.values()))]
        if word in ORGANISATION_WORDS and len(self._tails[word]) == 1:
            return self._tails[word]
        heads = self._heads[word]
        return heads if len(heads) == 1 and name.kind is not ActorKind.PERSON else []

    def _new(self, name: Name, words: tuple[str, ...]) -> Cluster:
        canonical = _canonical(name)
        cluster = Cluster(words, canonical or name.text, name.kind, name.first)
        self._exact.setdefault(words, cluster)
        if cluster.personal:
            self._surnames[surname(words)].append(cluster)
            for key in _person_keys(words):
                self._full.setdefault(key, cluster)
            if len(words) > 1:
                self._first[words[0]].append(cluster)
            if len(words) > 1 and name.kind is ActorKind.PERSON:
                self._given[words[0]].append(cluster)
        if cluster.kind is ActorKind.OUTLET and len(words) > 1:
            self._outlets[words[-1]].append(cluster)
        if cluster.kind is ActorKind.ORGANISATION and len(words) > 1:
            self._tails[words[-1]].append(cluster)
        if canonical is None and len(words) > 1 and name.kind is not ActorKind.PERSON:
            self._initials[initials(name.text)].append(cluster)
            if all(_is_generic(word) for word in words[1:]):
                self._heads[words[0]].append(cluster)
        return cluster


def _person_keys(words: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
    """Yield keys of which any two names of one person share one.

    They share all letters ("Takht-Ravanchi"), the given name in full ("Bill", "William") or how it
    begins ("J.").
    """
    given, family = words[0], surname(words)
    yield ("".join(words).replace("-", ""),)
    yield family, NICKNAMES.get(given, given)
    yield family, given[0]


def _without_union(words: tuple[str, ...]) -> tuple[str, ...]:
    """Words without "U.S." or "United Nations" before a name that does without them."""
    for union in _UNIONS:
        rest = words[len(union) :]
        if words[: len(union)] == union and (len(rest) > 1 or rest in _CHAMBERS):
            return rest
    return words


def _is_other_generation(cluster: Cluster, name: Name) -> bool:
    """Whether "X Jr." cannot be "X III"."""
    own = generation(name.text)
    known = {generation(form) for form in cluster.forms} - {None}
    return own is not None and bool(known) and own not in known


def _is_generic(word: str) -> bool:
    return word in OUTLET_WORDS or word in ORGANISATION_WORDS - {"university", "campaign", "city"}


def _agrees(cluster: Cluster, name: Name) -> bool:
    gender = _gender_of_titles(name.titles)
    return gender is None or cluster.gender in (gender, None)


def _gender_of_titles(titles: Iterable[str]) -> str | None:
    for title in titles:
        if title in MALE_ADDRESS:
            return "male"
        if title in FEMALE_ADDRESS:
            return "female"
    return None


def _pick(clusters: Sequence[Cluster], name: Name) -> Cluster | None:
    """The one that a short name means: the only one, or the one that the text is mainly about."""
    if len(clusters) == 1:
        return clusters[0]
    titled = [c for c in clusters if name.titles and full_role(name.titles) in c.roles]
    if len(titled) == 1:
        return titled[0]
    ranked = sorted(clusters, key=lambda c: (-c.full, c.first))
    leader, second = ranked[0], ranked[1]
    leads = leader.full >= 2 * second.full or leader.first == min(c.first for c in clusters)
    return leader if leads else None
