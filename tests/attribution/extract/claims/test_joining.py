from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from attribution.extract.claims.joining import MAX_SHARED, Join, conflict, join_claims, likeness
from attribution.extract.claims.readings import read_claim
from attribution.extract.english.claim_words import concept, root
from attribution.extract.english.number_words import number_at
from evidence.model import Claim


def claims(*texts: str) -> list[Claim]:
    return [Claim(id=f"c{number}", text=text) for number, text in enumerate(texts)]


def joined(*texts: str) -> bool:
    return bool(join_claims(claims(*texts)))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (
            "Iran’s role in any raid carried out against Omani ports",
            "Iran’s role in raids on Omani ports",
        ),
        ("Strikes targeting troops in Aden", "Strikes against military personnel in Aden"),
        ("Turkey armed the brigade in 2019", "The brigade was armed by Turkey in 2019"),
        ("Two thousand people fled the town", "2,000 fled the town"),
        ("Iran’s hand in the raid on Basra", "Iran's role in the raid on Basra"),
        ("Tehran sold tanks to Sudan", "Sudan bought tanks from Iran"),
        ("The dam was blown up by the army", "The army blew up the dam"),
        ("The firm spent €3m on it", "The firm spent three million euros on it"),
    ],
)
def test_the_same_in_other_words_is_joined(one: str, other: str) -> None:
    assert joined(one, other)
    assert joined(other, one)


@pytest.mark.parametrize(
    ("one", "other", "why"),
    [
        ("Iran armed Hamas", "Iran never armed Hamas", "negates"),
        ("Iran armed Hamas in May", "Iran neither armed nor paid Hamas in May", "negates"),
        ("Iran attacked Oman", "Oman attacked Iran", "who acts"),
        ("Iran attacked Oman", "Iran was attacked by Oman", "who acts"),
        ("Exports to Oman rose", "Exports to Oman fell", "contrary words"),
        ("The king is alive", "The king was killed", "contrary words"),
        ("Nine men died in the raid", "Four men died in the raid", "numbers or dates"),
        ("The truce began on Monday in Aden", "The truce began on Friday in Aden", "numbers"),
        ("Oman will leave the pact", "Oman left the pact", "future"),
        ("He sold the plans to Oman", "He sold the plans to Oman", "not known"),
    ],
)
def test_what_conflicts_is_never_joined(one: str, other: str, why: str) -> None:
    first, second = map(read_claim, claims(one, other))
    assert why in str(conflict(first, second))
    assert not joined(one, other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("The ministry declined to comment", "The embassy declined to comment"),
        ("Iran backs Hamas", "Iran backs Hezbollah"),
        ("The truce holds", "The truce was signed in Aden by both sides on Monday"),
        ("It is true", "It is late"),
        ("", "."),
    ],
)
def test_what_only_sounds_alike_is_not_joined(one: str, other: str) -> None:
    first, second = (Claim.model_construct(id=i, text=t) for i, t in (("a", one), ("b", other)))
    assert likeness(read_claim(first), read_claim(second)) is None


def test_relations_that_differ_keep_claims_apart() -> None:
    one = Claim(id="a", text="The tanks went there", subject="x", predicate="supplies", object="y")
    other = one.model_copy(update={"id": "b", "object": "z"})
    same = one.model_copy(update={"id": "c"})
    assert not join_claims([one, other])
    assert join_claims([one, same])


def test_across_documents_the_claim_that_says_less_stands_for_both() -> None:
    found = join_claims(
        claims("Turkey armed the brigade in 2019 by sea", "Turkey armed the brigade in 2019")
    )
    assert [(join.kept, join.joined) for join in found] == [("c1", "c0")]
    assert found[0].why.startswith("one says all of the other (Turkey, armed, brigade, 2019)")
    assert found[0].why.endswith("and adds: sea")
    assert 0 < found[0].score < 1


def test_accuser_and_denier_of_one_document_meet() -> None:
    short = "[Iran’s] hand in the attacks"
    long = "[Iran’s] role in the attacks targeting US troops and facilities in Iraq and Syria"
    together = join_claims(claims(short, long), {"c0": ["seed"], "c1": ["seed"]})
    assert [(join.kept, join.joined) for join in together] == [("c1", "c0")]
    assert join_claims(claims(short, long), {"c0": ["seed"], "c1": ["other"]}) == []


def test_no_chain_ties_together_what_conflicts() -> None:
    texts = (
        "Iran shelled the port of Aden on Monday",
        "Iran shelled the port of Aden",
        "Iran shelled the port of Aden on Friday",
    )
    found = join_claims(claims(*texts))
    assert [(join.kept, join.joined) for join in found] == [("c1", "c0")]


def test_boilerplate_is_not_joined_to_what_contains_it() -> None:
    texts = [f"The ministry will issue statement {n}" for n in range(MAX_SHARED + 5)]
    assert join_claims(claims("The ministry will issue statement", *texts)) == []


def test_no_claims_no_joins() -> None:
    assert join_claims([]) == []
    assert join_claims(claims("Iran armed Hamas")) == []


@pytest.mark.parametrize(
    ("text", "value", "stop"),
    [
        ("twelve men", 12, 1),
        ("two thousand men", 2000, 2),
        ("3.5 million", 3_500_000, 2),
        ("200 m euros", 200_000_000, 2),
        ("forty-two", 42, 1),
        ("1,500", 1500, 1),
        ("a dozen", None, 0),
        ("one man", None, 0),
        ("one hundred men", 100, 2),
        ("men", None, 0),
    ],
)
def test_numbers_in_words_and_digits(text: str, value: float | None, stop: int) -> None:
    assert number_at(text.split(), 0) == (None if value is None else (value, stop))


def test_roots_hold_forms_together() -> None:
    assert len({root(word) for word in "store stored stores storing storage".split()}) == 1
    assert len({root(word) for word in "supply supplies supplied supplying".split()}) == 1
    assert len({root(word) for word in "strike struck strikes".split()}) == 1
    assert concept("truce") == concept("ceasefire")
    assert concept("strike") != concept("attack")


SUBJECTS = st.sampled_from(["Iran", "Oman", "the army", "Hamas"])
VERBS = st.sampled_from(["shelled", "did not shell", "will shell", "armed", "never armed"])
OBJECTS = st.sampled_from(["the port", "the town of Aden", "Kenya", "two ships", "three ships"])
TIMES = st.sampled_from(["", " on Monday", " on Friday", " in 2019"])
SENTENCES = st.tuples(SUBJECTS, VERBS, OBJECTS, TIMES).map(lambda p: f"{p[0]} {p[1]} {p[2]}{p[3]}")


def all_pairs_agree(found: list[Join], known: list[Claim]) -> bool:
    """Brute force: every two claims with one stand-in are alike."""
    stands_for = {join.joined: join.kept for join in found}
    readings = {claim.id: read_claim(claim) for claim in known}
    groups: dict[str, list[str]] = {}
    for claim in known:
        groups.setdefault(stands_for.get(claim.id, claim.id), []).append(claim.id)
    return all(
        likeness(readings[one], readings[other]) is not None
        for members in groups.values()
        for one in members
        for other in members
        if one < other
    )


@given(st.lists(SENTENCES, max_size=12))
def test_all_members_of_a_group_agree(texts: list[str]) -> None:
    known = claims(*texts)
    found = join_claims(known)
    assert all_pairs_agree(found, known)
    assert not {join.kept for join in found} & {join.joined for join in found}
    assert len({join.joined for join in found}) == len(found)


@given(st.lists(SENTENCES, max_size=8))
def test_alike_claims_are_left_apart_only_for_the_sake_of_another(texts: list[str]) -> None:
    known = claims(*texts)
    readings = [read_claim(claim) for claim in known]
    anything_alike = any(
        likeness(one, other) is not None
        for number, one in enumerate(readings)
        for other in readings[:number]
    )
    assert bool(join_claims(known)) == anything_alike


@given(SENTENCES, SENTENCES)
def test_likeness_does_not_depend_on_order(one: str, other: str) -> None:
    first, second = map(read_claim, claims(one, other))
    there, back = likeness(first, second), likeness(second, first)
    assert (there is None) == (back is None)
    assert (conflict(first, second) is None) == (conflict(second, first) is None)


@given(st.lists(st.text(min_size=1, max_size=40), max_size=6))
def test_any_texts_are_read(texts: list[str]) -> None:
    known = claims(*texts)
    assert all_pairs_agree(join_claims(known), known)


@pytest.mark.parametrize("ending", ["stop", "cease", "halt"])
def test_what_is_to_end_is_not_what_is_done(ending: str) -> None:
    ended = Claim(id="a", text=f"Iran to {ending} funding the rebels of Aden")
    done = Claim(id="b", text="Iran funding the rebels of Aden")
    assert join_claims([ended, done]) == []
