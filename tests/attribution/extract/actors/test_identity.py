"""Which actors of several documents are the same, and why."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from attribution.extract.actors.identity import Identity, join_actors
from attribution.extract.actors.naming import same_person, words_of
from attribution.extract.actors.transliteration import may_be_variants, skeleton
from evidence.ids import slug
from evidence.model import Actor
from evidence.vocabulary import ActorKind

PERSON, STATE, BODY = ActorKind.PERSON, ActorKind.STATE, ActorKind.ORGANISATION
GROUP, ARMED = ActorKind.UNNAMED, ActorKind.ARMED_GROUP


def _actor(name: str, kind: ActorKind | None = PERSON, **rest: object) -> Actor:
    return Actor.model_validate({"id": slug(name), "name": name, "kind": kind, **rest})


def _join(*actors: Actor) -> Identity:
    """Join actors that each stand in a document of their own."""
    return join_actors([(f"d{i}", [actor]) for i, actor in enumerate(actors)])


@pytest.mark.parametrize(
    ("left", "right"),
    [
        (_actor("Iran", STATE), _actor("Iran", STATE)),
        (_actor("Donald Trump"), _actor("Donald J. Trump")),
        (_actor("William Clinton"), _actor("Bill Clinton")),
        (_actor("Mustafa al-Kadhimi"), _actor("Mustafa Al-Kazimi")),
        (_actor("Mohammed Mohi Khan"), _actor("Muhammad Mohi Khan")),
        (_actor("Kata’ib Hezbollah", ARMED), _actor("Kataib Hizballah", ARMED)),
        (_actor("Kadhimi"), _actor("Mustafa al-Kadhimi")),
        (_actor("IAEA", BODY), _actor("International Atomic Energy Agency", BODY)),
        (_actor("ZDO", BODY), _actor("Zonal Drone Office", BODY)),
        (_actor("United States", STATE), _actor("US", STATE, aliases=["United States"])),
        (_actor("Pentagon", BODY), _actor("Pentagon", None)),
        (_actor("US troops", GROUP), _actor("US troops", GROUP)),
    ],
)
def test_the_same(left: Actor, right: Actor) -> None:
    found = _join(left, right)
    assert len(found.actors) == 1
    (joined,) = found.actors
    assert found.ids == {("d0", left.id): joined, ("d1", right.id): joined}
    assert found.reasons[joined]


@pytest.mark.parametrize(
    ("left", "right"),
    [
        (_actor("Donald Trump"), _actor("Eric Trump")),
        (_actor("Maria Lopez Serrano"), _actor("Mario Lopez Serrano")),
        (_actor("Georgia", STATE), _actor("Georgia", PERSON)),
        (_actor("Hezbollah", ARMED), _actor("Kata’ib Hezbollah", ARMED)),
        (_actor("Iran", STATE), _actor("Iraq", STATE)),
        (_actor("officials", GROUP), _actor("officials", GROUP)),
        (_actor("Several reports", GROUP), _actor("Several reports", GROUP)),
        (_actor("North Korea", STATE), _actor("South Korea", STATE)),
        (_actor("Justice Department", BODY), _actor("Labor Department", BODY)),
    ],
)
def test_not_the_same(left: Actor, right: Actor) -> None:
    assert len(_join(left, right).actors) == 2


def test_a_surname_that_fits_two_is_joined_with_none_and_says_so() -> None:
    found = _join(_actor("Donald Trump"), _actor("Eric Trump"), _actor("Trump"))
    assert len(found.actors) == 3
    note = "“Trump” not joined: it fits “Donald Trump”, “Eric Trump”"
    assert found.reasons[found.ids["d2", "trump"]] == (note,)


def test_an_initial_that_fits_two_is_joined_with_none() -> None:
    assert len(_join(_actor("John Smith"), _actor("Jane Smith"), _actor("J. Smith")).actors) == 3


def test_the_fullest_name_is_shown_and_aliases_are_kept() -> None:
    found = _join(_actor("Kadhimi", None), _actor("Mustafa al-Kadhimi", aliases=["Kadhimi"]))
    (actor,) = found.actors.values()
    assert (actor.name, actor.aliases, actor.kind) == ("Mustafa al-Kadhimi", ("Kadhimi",), PERSON)


def test_whom_an_actor_speaks_for_is_carried_over() -> None:
    envoy = _actor("Majid Takht Ravanchi", speaks_for=["iran"])
    found = join_actors([("a", [_actor("Iran", STATE), envoy]), ("b", [_actor("Iran", STATE)])])
    assert found.actors[found.ids["a", envoy.id]].speaks_for == (found.ids["b", "iran"],)


def test_spellings_are_told_from_other_names() -> None:
    assert skeleton(words_of("Hezbollah Brigade")) == skeleton(words_of("Hizbullah Brigade"))
    assert skeleton(("li",)) is None
    assert not may_be_variants(("maria", "lopez"), ("mario", "lopez"))


_NAMES = st.sampled_from(
    ["Donald Trump", "Donald J. Trump", "Eric Trump", "Trump", "D. Trump", "IAEA", "Iran", "US",
     "International Atomic Energy Agency", "Kata’ib Hezbollah", "Kataib Hizballah", "officials"]
)  # fmt: skip
_ACTORS = st.builds(_actor, _NAMES, st.sampled_from([PERSON, BODY, None]))


@given(st.lists(st.lists(_ACTORS, max_size=4, unique_by=lambda a: a.id), max_size=5))
@settings(max_examples=150, deadline=None)
def test_every_actor_has_one_place(casts: list[list[Actor]]) -> None:
    numbered = [(str(i), cast) for i, cast in enumerate(casts)]
    found = join_actors(numbered)
    assert set(found.ids) == {(d, a.id) for d, cast in numbered for a in cast}
    assert set(found.ids.values()) == set(found.actors)
    assert set(found.reasons) <= set(found.actors)
    assert found == join_actors(numbered)


@given(st.lists(st.sampled_from(["bill", "william", "b", "john", "clinton", "hayes"]), min_size=2))
@settings(deadline=None)
def test_same_person_is_symmetric(words: list[str]) -> None:
    for left, right in itertools.pairwise([tuple(words), tuple(reversed(words)), (*words, "x")]):
        assert same_person(left, right) == same_person(right, left)


def test_many_documents_about_one_person_are_joined_quickly() -> None:
    casts = [(str(i), [_actor("Donald Trump"), _actor("Trump"), _actor("Iran", STATE)])
             for i in range(3000)]  # fmt: skip
    assert len(join_actors(casts).actors) == 2


def test_a_known_acronym_is_not_the_initials_of_another() -> None:
    navy = _actor("U.S. Navy", ActorKind.ORGANISATION)
    assert len(_join(navy, _actor("UN", ActorKind.ORGANISATION)).actors) == 2
