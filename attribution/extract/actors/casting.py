"""From names, roles and pronouns of one document to actors: the work behind `find_cast`."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Literal

from attribution.extract.actors.actor_records import ActorRecords
from attribution.extract.actors.apposition import appositions
from attribution.extract.actors.bodies import named_body
from attribution.extract.actors.clusters import Cluster, cluster_names
from attribution.extract.actors.deniers import Deniers
from attribution.extract.actors.groups import Unnamed
from attribution.extract.actors.holders import Sought, candidates
from attribution.extract.actors.kinds import infer_kinds
from attribution.extract.actors.matters import is_matter
from attribution.extract.actors.names import Name, find_names
from attribution.extract.actors.nominals import Nominal, find_nominals, is_group, owner_of
from attribution.extract.actors.places import Places
from attribution.extract.actors.pronouns import Pronoun, find_pronouns
from attribution.extract.actors.reference import (
    EPITHET_LEAST,
    LEAST,
    MARGIN,
    SAFE_MARGIN,
    VAGUE_LEAST,
    Trace,
    Trail,
    fits_pronoun,
)
from attribution.extract.actors.rivals import rival_before, subject_before
from attribution.extract.actors.speech import Speech
from attribution.extract.actors.traits import party_of, traits_before
from attribution.extract.detection import Detection
from attribution.extract.english.openers import PARTY_WORDS
from attribution.extract.english.roles import (
    LEAD_ROLES,
    OUTLET_NOUNS,
    SPEAKING_ROLES,
    bare_role,
)
from attribution.extract.text.sentence_parts import Part, part_of, plain
from attribution.extract.text.tokens import TokenizedText
from evidence.model import Actor
from evidence.vocabulary import ActorKind

Placed = tuple[int, int, str | None, Literal["name", "demonym", "place", "nominal", "pronoun"]]
"""Start, end, id of the actor or None, and how the words name."""

OPENING = 3
"""The first sentences of a text, its title included, may call by role whom it names next."""

_CONTROL_REACH = 6
"""Tokens from the "to" of what somebody is to do to the "its" in it, at most."""

_Found = Name | Nominal | Pronoun


class Casting:
    """Reads a document from front to back and decides whom each mention means."""

    def __init__(self, tokenized: TokenizedText, detections: Sequence[Detection]) -> None:
        self._tokenized = tokenized
        self._tokens = tokenized.tokens
        self._names = find_names(tokenized)
        self._nominals = find_nominals(tokenized, self._names)
        self._pronouns = list(find_pronouns(tokenized))
        self._places = Places(tokenized)
        self._speech = Speech(tokenized.tokens, detections)
        self._deniers = Deniers(tokenized.tokens, detections)
        self._trail = Trail()
        self._named = {i: name for name in self._names for i in range(name.first, name.stop)}
        self._body_owners = {n.owner for n in self._nominals if n.body}
        self._owned: dict[int, Cluster] = {}
        self._bodies: dict[str, Cluster] = {}
        self._governments: list[Cluster] = []
        self._unnamed = Unnamed(tokenized, self._named)
        self._holders: dict[str, dict[int, Cluster]] = {}
        self._offices: dict[tuple[str, int], dict[int, Cluster]] = {}
        self._meant: dict[_Found, Cluster] = {}
        self._join_names()
        self._read()
        self._records = ActorRecords(self._meant.values(), self._owned)

    def _join_names(self) -> None:
        clusters = cluster_names(self._names)
        for name, cluster in zip(self._names, clusters, strict=True):
            if cluster is not None:
                self._meant[name] = cluster
                for trait in traits_before(self._tokens, name):
                    cluster.traits.setdefault(trait)
        for nominal, name in appositions(self._tokens, self._nominals, self._names):
            cluster = self._meant.get(name)
            if cluster is not None:
                self._meant[nominal] = cluster
                self._describe(cluster, nominal)
        infer_kinds(self._tokens, self._names, self._meant.get)
        for cluster in self._meant.values():
            for role in cluster.roles if cluster.personal else ():
                self._holders.setdefault(role, {})[id(cluster)] = cluster

    def _read(self) -> None:
        for found in self._in_order():
            cluster = self._meant.get(found) or self._refer(found)
            if cluster is None:
                continue
            self._meant[found] = cluster
            first, stop = _extent(found)
            for index in range(first, stop):
                self._owned.setdefault(index, cluster)
            self._trail.add(
                Trace(
                    cluster,
                    first,
                    self._places.time_of(self._speech.last_said(first)),
                    self._places.is_quoted(first),
                    self._part(first, stop),
                )
            )

    def _part(self, first: int, stop: int) -> Part:
        if self._speech.speaks(first, stop) or self._speech.is_asked(first):
            return Part.SPEAKER
        if stop - 1 in self._body_owners and not self._owned[stop - 1].personal:
            return Part.ATTRIBUTIVE
        opens = first == self._places.opening_of(first)
        return part_of(self._tokens, first, stop, opens=opens)

    def _in_order(self) -> list[_Found]:
        found: list[_Found] = [*self._names, *self._nominals, *self._pronouns]
        return sorted(found, key=lambda f: (_extent(f)[1], f.start))

    def _refer(self, found: _Found) -> Cluster | None:
        if isinstance(found, Pronoun):
            return self._of_pronoun(found)
        return self._of_nominal(found) if isinstance(found, Nominal) else None

    def _of_pronoun(self, pronoun: Pronoun) -> Cluster | None:
        if pronoun.reference == "thing" and self._speech.is_told(pronoun.index):
            return None
        if pronoun.reference in ("thing", "several") and is_matter(self._tokens, pronoun.index):
            return None
        if pronoun.reference == "several" and self._speech.is_shared(pronoun.index):
            return None
        known = self._denier(pronoun) or self._told_to_act(pronoun)
        if known is not None:
            return known
        addressed = self._addressed(pronoun.index)
        vague = pronoun.reference in ("thing", "several") and not pronoun.possessive
        quoted = self._places.is_quoted(pronoun.index)
        # Quoted, "they" are people whom the speaker knows, and "them" is hardly ever a body
        is_object = plain(self._tokens[pronoun.index].text) == "them"
        loose = pronoun.reference == "several" and (is_object or (quoted and vague))
        return self._trail.likeliest(
            self._places.time_of(pronoun.index),
            quoted,
            lambda cluster: (
                id(cluster) not in addressed
                and fits_pronoun(cluster, pronoun.reference, possessive=pronoun.possessive)
                and not (loose and cluster.kind is ActorKind.ORGANISATION)
            ),
            near=pronoun.possessive,
            here=pronoun.reference == "thing" and vague,
            margin=SAFE_MARGIN if pronoun.reference == "thing" else MARGIN,
            least=VAGUE_LEAST if vague else LEAST,
            apart=self._speech.content_before(pronoun.index),
            after=self._after_rival(pronoun.index),
        )

    def _denier(self, pronoun: Pronoun) -> Cluster | None:
        """Whoever denies what others say of them: "Kyiv denied claims that its drones fell"."""
        named = (self._owned.get(index) for index in reversed(self._deniers.of(pronoun.index)))
        who = next((cluster for cluster in named if cluster is not None), None)
        fits = who is not None and fits_pronoun(who, pronoun.reference, possessive=True)
        return who if fits else None

    def _told_to_act(self, pronoun: Pronoun) -> Cluster | None:
        """Whoever is to do something to what is theirs: "helped Iran to improve its drones"."""
        if not pronoun.possessive:
            return None
        opening = self._places.opening_of(pronoun.index)
        for to in range(pronoun.index - 2, max(opening, pronoun.index - _CONTROL_REACH), -1):
            word = plain(self._tokens[to].text)
            if word == "to":
                whom = self._owned.get(to - 1)
                named = to - 1 in self._named and not self._speech.speaks_at(to - 1)
                fits = whom is not None and fits_pronoun(whom, pronoun.reference, possessive=True)
                return whom if named and fits else None
            if not word[0].isalpha():
                return None
        return None

    def _after_rival(self, index: int) -> int:
        """Index from which on whoever a pronoun means is named.

        An object may mean the thing before it; what follows a colon goes on with its sentence.
        """
        opening = self._places.opening_of(index)
        if index > opening and self._tokens[index - 1].text in (":", ";"):
            return opening
        rival = rival_before(self._tokens, opening, index, self._owned)
        if rival is None and not self._speech.speaks(index, index + 1):
            rival = subject_before(self._tokens, opening, index, self._owned)
        return 0 if rival is None else rival + 1

    def _addressed(self, index: int) -> set[int]:
        """Whom the source at a token speaks to: "he told X" is not X."""
        names = (self._named.get(i) for i in self._speech.addressees_of(index))
        return {id(self._meant.get(name)) for name in names if name is not None}

    def _of_nominal(self, nominal: Nominal) -> Cluster | None:
        named = named_body(nominal, self._tokens, self._owned, self._bodies)
        if named is not None:
            self._note_government(nominal, named)
            return named
        if self._is_the_government(nominal):
            return self._governments[0]
        if is_group(nominal, self._tokens):
            cluster = self._unnamed.group(nominal, self._owned.get(nominal.first))
            self._describe(cluster, nominal)
            return cluster
        found = self._holder(nominal) or self._named_next(nominal)
        return found or (None if nominal.body else self._person(nominal))

    def _note_government(self, nominal: Nominal, whose: Cluster) -> None:
        if nominal.head == "government" and whose not in self._governments:
            self._governments.append(whose)

    def _is_the_government(self, nominal: Nominal) -> bool:
        """Whether a phrase is "the government" where one has been spoken of before."""
        whole = (nominal.head, nominal.owner, nominal.modifiers) == ("government", None, ())
        return whole and nominal.definite and len(self._governments) == 1

    def _named_next(self, nominal: Nominal) -> Cluster | None:
        """The one holder of a role in the document, for "A judge" in its opening."""
        opening = self._places.time_of(nominal.first) <= OPENING
        if not opening or nominal.role not in LEAD_ROLES or nominal.owner is not None:
            return None
        holders = self._holders.get(nominal.role, {})
        return next(iter(holders.values())) if len(holders) == 1 else None

    def _person(self, nominal: Nominal) -> Cluster | None:
        cluster = self._unnamed.person(nominal)
        if cluster is not None:
            self._describe(cluster, nominal)
        return cluster

    def _holder(self, nominal: Nominal) -> Cluster | None:
        """Whoever has this role and fits: "the senator" after "Senator X"."""
        owner = owner_of(nominal, self._tokens, self._named)
        office = self._office(nominal, owner)
        if office is not None or not nominal.definite:
            return office
        sought = Sought(
            nominal.head, nominal.role, nominal.gender, tuple(self._traits(nominal)), nominal.body
        )
        for fits, margin in candidates(sought, self._holders):
            found = self._trail.likeliest(
                self._places.time_of(nominal.first),
                self._places.is_quoted(nominal.first),
                fits,
                apart=self._speech.content_before(nominal.first),
                margin=margin,
                least=_least(nominal, margin),
            )
            if found is not None:
                return found
        return None

    def _office(self, nominal: Nominal, owner: int | None) -> Cluster | None:
        """The one person in the document who has this role with this owner: "X's lawyer"."""
        whose = self._owned.get(owner) if owner is not None else None
        if whose is None or nominal.body:
            return None
        holders = self._offices.get((nominal.role, id(whose)), {})
        return next(iter(holders.values())) if len(holders) == 1 else None

    def _describe(self, cluster: Cluster, nominal: Nominal) -> None:
        """Learn from a phrase what somebody is, and on whose behalf."""
        cluster.take_role(nominal.role)
        for trait in self._traits(nominal):
            cluster.traits.setdefault(trait)
        cluster.gender = cluster.gender or nominal.gender
        if cluster.kind is None:
            cluster.kind = _kind_of(nominal)
        owner = owner_of(nominal, self._tokens, self._named)
        if owner is not None and nominal.head in SPEAKING_ROLES:
            cluster.owners.setdefault(owner)
        whose = self._meant.get(self._named[owner]) if owner in self._named else None
        if whose is not None and not nominal.plural and cluster.personal:
            for role in (nominal.role, bare_role(nominal.role)):
                self._offices.setdefault((role, id(whose)), {})[id(cluster)] = cluster

    def _traits(self, nominal: Nominal) -> Iterator[str]:
        """Words that tell one senator from another: parties, places and bodies."""
        for index in range(nominal.first, nominal.stop):
            token = self._tokens[index]
            if index in self._named or plain(token.text) in PARTY_WORDS:
                yield party_of(plain(token.text))

    def actors(self) -> dict[str, Actor]:
        """The actors by id, in order of first mention."""
        return dict(self._records.actors)

    def mentions(self) -> Iterator[Placed]:
        """Yield every mention, in no particular order."""
        for found in self._in_order():
            cluster = self._meant.get(found)
            actor = self._records.id_of(cluster)
            if isinstance(found, Name):
                person = cluster is not None and cluster.kind is ActorKind.PERSON
                yield found.start, found.end, actor, "name" if person else found.form
            elif isinstance(found, Nominal):
                yield found.start, found.end, actor, "nominal"
            else:
                yield found.start, found.end, actor, "pronoun"


def _kind_of(nominal: Nominal) -> ActorKind:
    if nominal.head in OUTLET_NOUNS:
        return ActorKind.OUTLET
    return ActorKind.ORGANISATION if nominal.body else ActorKind.PERSON


def _extent(found: _Found) -> tuple[int, int]:
    if isinstance(found, Pronoun):
        return found.index, found.index + 1
    return found.first, found.stop


def _least(nominal: Nominal, margin: float) -> float:
    """What whoever is meant by a role must weigh: nothing if known to hold it."""
    if margin <= MARGIN:
        return 0.0
    return LEAST if nominal.body else EPITHET_LEAST
