"""Names, roles and pronouns: where they are and what their words say."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from attribution.extract.actors.names import find_names
from attribution.extract.actors.nominals import Nominal, find_nominals, is_group, owner_of
from attribution.extract.actors.pronouns import find_pronouns
from attribution.extract.text.sentence_parts import Part, part_of
from attribution.extract.text.tokens import tokenize
from evidence.vocabulary import ActorKind


def _names(text: str) -> list[str]:
    return [name.text for name in find_names(tokenize(text))]


def _nominals(text: str) -> list[Nominal]:
    tokenized = tokenize(text)
    return find_nominals(tokenized, find_names(tokenized))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ludwig van Beethoven met Bill de Blasio.", ["Ludwig van Beethoven", "Bill de Blasio"]),
        ("The Department of Justice sued.", ["Department of Justice"]),
        (
            "We asked the Securities and Exchange Commission.",
            ["Securities and Exchange Commission"],
        ),
        ("It hit Farnas Pasargad and Iran Air.", ["Farnas Pasargad", "Iran Air"]),
        ("Kata’ib Sayyid al-Shuhada vowed revenge.", ["Kata’ib Sayyid al-Shuhada"]),
        ("Meanwhile, Tehran denied it.", ["Tehran"]),
        ("However the talks failed on Monday in March.", []),
        ("Officials said nothing. Critics agreed.", []),
        ("They bought Johnson & Johnson shares.", ["Johnson & Johnson"]),
        ("A Basir-1 was found.", ["Basir-1"]),
        ("It broke Security Council resolutions.", ["Security Council"]),
        ("A violation of Security Council resolutions.", ["Security Council"]),
        ("We read what the UN Panel of Experts wrote.", ["UN Panel of Experts"]),
        ("We asked the Department of Veterans Affairs.", ["Department of Veterans Affairs"]),
        ("It was bought by a Tehran-based firm and a Hamas-run bank.", []),
    ],
)
def test_names_are_whole(text: str, expected: list[str]) -> None:
    assert _names(text) == expected


def test_titles_stand_apart_from_the_name() -> None:
    text = "Pentagon Press Secretary John Kirby met Secretary of State Antony Blinken."
    names = find_names(tokenize(text))
    assert [(n.text, n.titles) for n in names] == [
        ("Pentagon", ()),
        ("John Kirby", ("press", "secretary")),
        ("Antony Blinken", ("secretary",)),
    ]


def test_a_department_is_no_part_of_the_name_of_who_heads_it() -> None:
    names = find_names(tokenize("He met Secretary of the Navy Ray Mabus."))
    assert [(n.text, n.titles) for n in names] == [("Ray Mabus", ("secretary",))]


def test_a_party_or_place_before_a_person_is_no_part_of_the_name() -> None:
    names = _names("Republican Ted Cruz and Florida Sen. Marco Rubio spoke.")
    assert "Ted Cruz" in names
    assert "Marco Rubio" in names


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("He blamed Kata’ib Hezbollah.", ActorKind.ARMED_GROUP),
        ("He read the Washington Post.", ActorKind.OUTLET),
        ("He joined the World Health Organization.", ActorKind.ORGANISATION),
        ("He admired Majid Takht Ravanchi.", ActorKind.PERSON),
        ("He blamed Iran.", ActorKind.STATE),
        ("He built the Basir-1 himself.", ActorKind.PRODUCT),
        ("He met Carl B. Unterberg.", ActorKind.PERSON),
    ],
)
def test_a_name_tells_its_kind(text: str, kind: ActorKind) -> None:
    assert [name.kind for name in find_names(tokenize(text))] == [kind]


def test_a_state_in_a_compound_is_found() -> None:
    text = "Iranian-backed groups met U.S.-led and pro-Russian forces, not African-Americans."
    found = find_names(tokenize(text))
    assert [text[n.start : n.end] for n in found] == ["Iranian", "U.S.", "Russian"]


def test_a_capital_that_only_says_where_is_a_place() -> None:
    forms = {
        n.text: n.form for n in find_names(tokenize("In Vienna, Tehran left the Vienna talks."))
    }
    assert forms == {"Vienna": "place", "Tehran": "name"}


def test_headings_give_names_that_the_text_has_elsewhere() -> None:
    text = (
        "Senator Sanders Slams Pentagon Over Costly Drone Programme\n\n"
        "Bernie Sanders spoke to the Pentagon on Monday."
    )
    heading = [n.text for n in find_names(tokenize(text)) if n.start < text.index("\n")]
    assert heading == ["Sanders", "Pentagon"]


def test_roles_have_owner_number_and_gender() -> None:
    envoy, spokeswoman, militias = _nominals(
        "Iran's UN envoy met her spokeswoman and the local militias."
    )
    assert (envoy.head, envoy.definite, envoy.plural) == ("envoy", True, False)
    assert (spokeswoman.head, spokeswoman.gender) == ("spokeswoman", "female")
    assert (militias.head, militias.plural, militias.modifiers) == ("militia", True, ("local",))


@pytest.mark.parametrize(
    ("text", "owner"),
    [
        ("Iran’s envoy left.", "Iran"),
        ("A Pentagon spokesman left.", "Pentagon"),
        ("A spokesman for the Kremlin left.", "Kremlin"),
        ("Its spokesman left.", "Its"),
        ("Iranian-backed militias left.", None),
        ("A spokesman left.", None),
    ],
)
def test_the_owner_of_a_role(text: str, owner: str | None) -> None:
    tokenized = tokenize(text)
    named = {i: n for n in find_names(tokenized) for i in range(n.first, n.stop)}
    (nominal, *_) = _nominals(text)
    index = owner_of(nominal, tokenized.tokens, named)
    assert (None if index is None else tokenized.tokens[index].text) == owner


def test_a_verb_or_a_longer_noun_is_no_role() -> None:
    assert _nominals("They guard it and will host the military responses.") == []


def test_groups_and_single_people() -> None:
    text = "Several lawmakers saw a doctor."
    tokens = tokenize(text).tokens
    assert [is_group(nominal, tokens) for nominal in _nominals(text)] == [True, False]


def test_pronouns_say_whom_they_can_mean() -> None:
    found = list(find_pronouns(tokenize("He told them that its owner was hers.")))
    assert [(p.reference, p.possessive) for p in found] == [
        ("male", False),
        ("several", False),
        ("thing", True),
        ("female", False),
    ]


@pytest.mark.parametrize(
    ("text", "first", "stop", "part"),
    [
        ("Iran denied it.", 0, 1, Part.SUBJECT),
        ("They warned Iran.", 2, 3, Part.OBJECT),
        ("They met in Iran.", 3, 4, Part.PLACE),
        ("They met in Iraq and Iran.", 5, 6, Part.PLACE),
        ("They spoke with Iran.", 3, 4, Part.OBLIQUE),
        ("They met US troops.", 2, 3, Part.ATTRIBUTIVE),
        ("They met Iran’s envoy.", 2, 3, Part.ATTRIBUTIVE),
    ],
)
def test_the_part_a_mention_plays(text: str, first: int, stop: int, part: Part) -> None:
    assert part_of(tokenize(text).tokens, first, stop) is part


@given(st.text(alphabet=st.characters(exclude_categories=["Cs"]), max_size=300))
@settings(max_examples=150, deadline=None)
def test_names_lie_in_the_text_and_never_overlap(text: str) -> None:
    reach = 0
    for name in find_names(tokenize(text)):
        assert reach <= name.start < name.end <= len(text)
        assert name.opening <= name.first < name.stop
        reach = name.end
