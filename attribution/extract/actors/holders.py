"""Who is meant by a role or a kind of body: "the senator", "the agency"."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass

from attribution.extract.actors.clusters import Cluster
from attribution.extract.actors.reference import MARGIN, SAFE_MARGIN
from attribution.extract.actors.traits import contradicts
from attribution.extract.english.organisations import BODIES, INSTITUTIONS, ORGANISATION_WORDS
from attribution.extract.english.roles import (
    COMPANY_BODIES,
    EPITHETS,
    GOVERNMENT_NOUNS,
    LOOSE_BODIES,
    MEMBER_BODIES,
    OFFICES,
    OUTLET_NOUNS,
)
from evidence.vocabulary import ActorKind

Fits = Callable[[Cluster], bool]

_PUBLIC_WORDS = GOVERNMENT_NOUNS | frozenset(
    "administration service office authority police senate house congress agency".split()
)


@dataclass(frozen=True, slots=True)
class Sought:
    """What a phrase says of whom it means.

    Attributes:
        head: Its head noun, singular, in lower case.
        role: The role that it gives, with its rank.
        gender: Of the person, where the head tells.
        traits: Parties, places and bodies among its modifiers.
        body: Whether the head is a noun for a body.
    """

    head: str
    role: str
    gender: str | None
    traits: tuple[str, ...]
    body: bool


def candidates(sought: Sought, roles: Collection[str]) -> Iterator[tuple[Fits, float]]:
    """Yield tests for who may be meant, the strictest first, each with its margin.

    Args:
        sought: What the phrase says.
        roles: Every role that somebody named in the document bears.
    """
    if sought.body:
        yield lambda c: _is_called(c, sought), MARGIN
        yield lambda c: _is_such_a_body(c, sought), SAFE_MARGIN
        return
    if sought.role in roles:
        yield lambda c: _holds(c, sought) and all(t in c.traits for t in sought.traits), MARGIN
        yield lambda c: _holds(c, sought), SAFE_MARGIN
    if sought.head in EPITHETS and not (sought.head in OFFICES and sought.role in roles):
        yield lambda c: _may_be_called(c, sought), SAFE_MARGIN


def _holds(cluster: Cluster, sought: Sought) -> bool:
    return (
        cluster.personal
        and sought.role in cluster.roles
        and _agrees(cluster, sought)
        and not any(contradicts(trait, cluster.traits) for trait in sought.traits)
    )


def _may_be_called(cluster: Cluster, sought: Sought) -> bool:
    known = not cluster.roles or any(role.split()[-1] in EPITHETS for role in cluster.roles)
    return (
        cluster.kind is ActorKind.PERSON
        and known
        and _agrees(cluster, sought)
        and not any(contradicts(trait, cluster.traits) for trait in sought.traits)
    )


def _agrees(cluster: Cluster, sought: Sought) -> bool:
    return sought.gender is None or cluster.gender in (sought.gender, None)


def _is_body(cluster: Cluster) -> bool:
    return cluster.kind in (ActorKind.ORGANISATION, ActorKind.OUTLET, ActorKind.ARMED_GROUP)


def _is_called(cluster: Cluster, sought: Sought) -> bool:
    """Whether a body bears the noun itself, as a role or in its name."""
    bears = sought.head in cluster.roles or sought.head in cluster.words
    return _is_body(cluster) and bears and all(t in cluster.words for t in sought.traits)


def _is_such_a_body(cluster: Cluster, sought: Sought) -> bool:
    """Whether a body may be called by the noun, and bears the names before it: "Saudi-led"."""
    if not all(trait in cluster.words for trait in sought.traits):
        return False
    head = sought.head
    public = any(word in _PUBLIC_WORDS for word in cluster.words) or cluster.name in INSTITUTIONS
    if head in OUTLET_NOUNS:
        return cluster.kind is ActorKind.OUTLET
    if cluster.kind is not ActorKind.ORGANISATION:
        return cluster.kind is ActorKind.ARMED_GROUP and head in LOOSE_BODIES
    if head == "agency":
        return public
    if head in COMPANY_BODIES:
        return not public and not any(w in MEMBER_BODIES for w in cluster.words)
    named = any(word in ORGANISATION_WORDS for word in cluster.words) or cluster.name.isupper()
    named = named or cluster.name in BODIES
    return head in LOOSE_BODIES and not public and named
