"""Bodies named through somebody else: "the Biden administration", "his campaign", "the US army"."""

from __future__ import annotations

from collections.abc import Mapping, MutableMapping, Sequence

from attribution.extract.actors.clusters import Cluster
from attribution.extract.actors.naming import words_of
from attribution.extract.actors.nominals import Nominal
from attribution.extract.english.morphology import possessive
from attribution.extract.english.organisations import INSTITUTIONS
from attribution.extract.english.roles import (
    ALLIANCES,
    FORCES,
    GOVERNMENT_NOUNS,
    PART_NOUNS,
    SPEAKING_BODIES,
)
from attribution.extract.text.sentence_parts import plain
from attribution.extract.text.tokens import Token
from evidence.vocabulary import ActorKind

_PERSONAL_BODIES = frozenset("administration campaign team camp government cabinet regime".split())
_STATE_ITSELF = frozenset("government regime state country republic".split())
_STATE_BODIES = frozenset(
    "military army navy parliament police ministry embassy mission delegation judiciary".split()
)
_ONE_OF_SEVERAL = GOVERNMENT_NOUNS | frozenset("service authority".split())
"""Bodies of which a state has many, so that only "its" or "the" tells which."""

_POINTING = frozenset("the a an this that".split())


def named_body(
    nominal: Nominal,
    tokens: Sequence[Token],
    owned: Mapping[int, Cluster],
    bodies: MutableMapping[str, Cluster],
) -> Cluster | None:
    """The body that a phrase names through its owner.

    Args:
        nominal: The phrase.
        tokens: All tokens of the text.
        owned: Which actor each token before names.
        bodies: Bodies found so far, by key; a new one is added.

    Returns:
        The state for "the Iranian government", the group for "the Houthi forces", a body of its own
        for "the Biden administration", "his campaign" or "the Saudi-led coalition", and None for a
        phrase without such an owner.
    """
    owner = _owner(nominal, owned)
    if owner is None:
        return None
    if owner.kind is ActorKind.ARMED_GROUP and _is_all_of(nominal, tokens):
        return owner
    if nominal.plural:
        return None
    if nominal.owner is None and owner.kind is ActorKind.ORGANISATION:
        chambers = nominal.head == "panel" and owner.name in INSTITUTIONS  # a committee's nickname
        part = nominal.head in PART_NOUNS and not chambers
        return _part(nominal, tokens, bodies) if part else None
    if owner.kind is ActorKind.STATE:
        if nominal.head in _STATE_ITSELF:
            return owner
        if nominal.head in ALLIANCES:
            return _part(nominal, tokens, bodies)
        told_apart = nominal.head in _ONE_OF_SEVERAL and nominal.definite
        if nominal.head in _STATE_BODIES or told_apart:
            return _of_state(nominal, owner, tokens, owned, bodies)
        return None
    if owner.personal and nominal.head in _PERSONAL_BODIES:
        return _of_person(nominal, owner, bodies)
    return None


def _is_all_of(nominal: Nominal, tokens: Sequence[Token]) -> bool:
    """Whether a phrase is "the X forces", and not some of them: "three X fighters"."""
    lead = plain(tokens[nominal.first].text)
    return plain(tokens[nominal.stop - 1].text) in FORCES and lead in ("the", "these")


def _part(
    nominal: Nominal, tokens: Sequence[Token], bodies: MutableMapping[str, Cluster]
) -> Cluster:
    """A body named with the one that it is part of: "the Senate banking committee"."""
    words = [t.text for t in tokens[nominal.first : nominal.stop]]
    name = " ".join(words[1:] if words[0].lower() in _POINTING else words)
    return bodies.setdefault(
        name, Cluster(words_of(name), name, ActorKind.ORGANISATION, nominal.first)
    )


def _owner(nominal: Nominal, owned: Mapping[int, Cluster]) -> Cluster | None:
    """Whoever owns the body: the owner before it, or a name among its modifiers."""
    if nominal.owner is not None:
        return owned.get(nominal.owner)
    for index in range(nominal.stop - 2, nominal.first - 1, -1):
        if index in owned:
            return owned[index]
    return None


def _of_state(
    nominal: Nominal,
    owner: Cluster,
    tokens: Sequence[Token],
    owned: Mapping[int, Cluster],
    bodies: MutableMapping[str, Cluster],
) -> Cluster:
    """A body of a state, one for "Russia's foreign ministry" and "the Russian foreign ministry"."""
    modifiers = range(nominal.stop - 1 - len(nominal.modifiers), nominal.stop - 1)
    apart = [tokens[i].text for i in modifiers if owned.get(i) is not owner]
    name = " ".join((possessive(owner.name), *apart, nominal.head))
    cluster = bodies.get(name)
    if cluster is None:
        cluster = Cluster(words_of(name), name, ActorKind.ORGANISATION, nominal.first)
        at = next((i for i in range(nominal.first, nominal.stop) if owned.get(i) is owner), None)
        if at is not None and nominal.head in SPEAKING_BODIES:
            cluster.owners.setdefault(at)
        bodies[name] = cluster
    return cluster


def _of_person(nominal: Nominal, owner: Cluster, bodies: MutableMapping[str, Cluster]) -> Cluster:
    name = f"{owner.name.split()[-1]} {nominal.head}"
    return bodies.setdefault(
        name, Cluster(words_of(name), name, ActorKind.ORGANISATION, nominal.first)
    )
