"""Who speaks: from the words of a source to actors."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from shared_data import SHARED

from attribution.extract.actors.cast import find_cast
from attribution.extract.detection import Detection
from attribution.extract.speakers.finding import find_speakers
from attribution.extract.text.tokens import tokenize
from evidence.model import Document
from evidence.vocabulary import ActorKind

Speaking = Callable[..., list[tuple[str, ...]]]
SEED = SHARED / "data" / "seed-article.txt"


@pytest.mark.parametrize(
    ("text", "source", "cue", "expected"),
    [
        ("Iran denied it.", "Iran", "denied", "Iran"),
        (
            "The leaders of Iran, Oman and Qatar denied it.",
            "The leaders of Iran, Oman and Qatar",
            "denied",
            "The leaders of Iran, Oman and Qatar",
        ),
        (
            "Officials from the FBI, CISA and the NSA denied it.",
            "Officials from the FBI, CISA and the NSA",
            "denied",
            "Officials from the FBI, CISA and the NSA",
        ),
        ("Iran’s latest letter denied it.", "Iran’s latest letter", "denied", "Iran"),
        ("Iran named Aden in its daily report, which denied it.", "which", "denied", "Iran"),
        (
            "Iran named Aden in last week’s report, which denied it.",
            "which",
            "denied",
            "last week’s report",
        ),
        ("Iran warned Oman, which denied it.", "which", "denied", "Oman"),
        ("Tehran denied it.", "Tehran", "denied", "Iran"),
        (
            "Senator Bernie Sanders objected to it.",
            "Senator Bernie Sanders",
            "objected",
            "Bernie Sanders",
        ),
        (
            "The Biden administration confirmed it.",
            "The Biden administration",
            "confirmed",
            "Biden administration",
        ),
        ("Several reports suggest it.", "Several reports", "suggest", "Several reports"),
        (
            "A report seen by Reuters said it.",
            "A report seen by Reuters",
            "said",
            "A report seen by Reuters",
        ),
        (
            "A report by United Nations experts said it.",
            "A report by United Nations experts",
            "said",
            "United Nations experts",
        ),
        (
            "“No,” said one lawmaker who attended, Yoo Sang-bum of the People Power Party.",
            "one lawmaker who attended, Yoo Sang-bum of the People Power Party",
            "said",
            "Yoo Sang-bum",
        ),
        (
            "A report released by the World Bank said it.",
            "A report released by the World Bank",
            "said",
            "World Bank",
        ),
        ("As per Pentagon briefings, it flew.", "Pentagon briefings", "As per", "Pentagon"),
        (
            "Iran’s UN envoy, Majid Takht Ravanchi said it.",
            "Iran’s UN envoy, Majid Takht Ravanchi",
            "said",
            "Majid Takht Ravanchi",
        ),
        (
            "The F.B.I. director, James B. Comey, said it.",
            "The F.B.I. director, James B. Comey,",
            "said",
            "James B. Comey",
        ),
        (
            "Dan Alpert, managing partner of Westwood Capital and author of a book, said it.",
            "Dan Alpert, managing partner of Westwood Capital and author of a book,",
            "said",
            "Dan Alpert",
        ),
        (
            "Aides to Gov. Chris Christie said it.",
            "Aides to Gov. Chris Christie",
            "said",
            "Aides to Gov. Chris Christie",
        ),
        ("Clinton’s allies said it.", "Clinton’s allies", "said", "Clinton’s allies"),
        (
            "Maricopa County (Ariz.) Sheriff Joe Arpaio, one of many, said it.",
            "Maricopa County (Ariz.) Sheriff Joe Arpaio, one of many,",
            "said",
            "Joe Arpaio",
        ),
        (
            "Melissa Cronin of Gawker said it.",
            "Melissa Cronin of Gawker",
            "said",
            "Melissa Cronin",
        ),
        (
            "It was a surprise, said a spokeswoman for Janney.",
            "a spokeswoman for Janney",
            "said",
            "a spokeswoman for Janney",
        ),
        (
            "The assailant, John McGraw, said it.",
            "The assailant, John McGraw,",
            "said",
            "John McGraw",
        ),
        (
            "Another union — the United Mine Workers — denied it.",
            "Another union — the United Mine Workers —",
            "denied",
            "United Mine Workers",
        ),
        (
            "Critics, Ned Price among them, said it.",
            "Critics, Ned Price among them,",
            "said",
            "Critics",
        ),
        ("JOHN KIRBY: We did it.", "JOHN KIRBY", ":", "JOHN KIRBY"),
        (
            "“We did it.” — Commissioner Ursula Unger",
            "Commissioner Ursula Unger",
            "—",
            "Ursula Unger",
        ),
        ("From Ursula Unger: we did it.", "Ursula Unger", ":", "Ursula Unger"),
        ("He faced pressure from the Senate.", "from the Senate", "pressure", "Senate"),
    ],
)
def test_the_source_names_its_speaker(
    speakers_of: Speaking, text: str, source: str, cue: str, expected: str
) -> None:
    assert speakers_of(text, (source, cue, "it" if "it" in text else "")) == [(expected,)]


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("Mr. Cruz and Mr. Rubio", ("Ted Cruz", "Marco Rubio")),
        ("Ted Cruz of Texas, Ohio Gov. John Kasich and Marco Rubio",
         ("Ted Cruz", "John Kasich", "Marco Rubio")),
        ("Presidential candidates Ted Cruz and Marco Rubio", ("Ted Cruz", "Marco Rubio")),
        ("Ted Cruz and Marco Rubio, the senators,", ("Ted Cruz", "Marco Rubio")),
        ("Two senators, Ted Cruz and Marco Rubio,", ("Ted Cruz", "Marco Rubio")),
        ("Ted Cruz and his advisers", ("Ted Cruz", "Ted Cruz’s advisers")),
    ],
)  # fmt: skip
def test_several_may_speak(speakers_of: Speaking, source: str, expected: tuple[str, ...]) -> None:
    text = f"Ted Cruz met Marco Rubio and John Kasich. {source} said it."
    assert speakers_of(text, (source, "said", "it")) == [expected]


def test_who_made_a_text_together_speak(speakers_of: Speaking) -> None:
    source = "An advisory published by the World Bank, NATO and Oxfam"
    assert speakers_of(f"{source} said it.", (source, "said", "it")) == [
        ("World Bank", "NATO", "Oxfam")
    ]


def test_he_added_is_the_same_speaker_across_paragraphs(speakers_of: Speaking) -> None:
    text = (
        "“We will act,” Mustafa al-Kadhimi said of Donald Trump. “We must.”\n\n"
        "“Nobody else will,” he added.\n\n“It is late,” Kadhimi said."
    )
    found = speakers_of(
        text,
        ("Mustafa al-Kadhimi", "said", "“We will act,”"),
        ("he", "added", "“Nobody else will,”"),
        ("Kadhimi", "said", "“It is late,”"),
    )
    assert found == [("Mustafa al-Kadhimi",)] * 3


def test_a_state_between_does_not_take_his_place(speakers_of: Speaking) -> None:
    text = "Mustafa al-Kadhimi condemned the raid on US troops. He also said that Iraq refused."
    found = speakers_of(
        text,
        ("Mustafa al-Kadhimi", "condemned", "the raid on US troops"),
        ("He", "also said", "that Iraq refused"),
    )
    assert found == [("Mustafa al-Kadhimi",)] * 2


def test_whom_the_words_are_about_did_not_say_them(speakers_of: Speaking) -> None:
    text = "Ned Price spoke at noon. “John Kirby is wrong,” he said."
    assert speakers_of(text, ("he", "said", "“John Kirby is wrong,”")) == [("Ned Price",)]


def test_who_is_whoever_stands_before(speakers_of: Speaking) -> None:
    text = "He met Mitch McConnell, now the majority leader, who said it."
    assert speakers_of(text, ("who", "said", "it")) == [("Mitch McConnell",)]


def test_the_florida_senator_is_the_one_just_named(speakers_of: Speaking) -> None:
    text = "Sen. Marco Rubio spoke after Gov. Chris Christie. The Florida senator said it was late."
    assert speakers_of(text, ("The Florida senator", "said", "it was late")) == [("Marco Rubio",)]


def test_whom_he_told_is_not_he(speakers_of: Speaking) -> None:
    text = "Sean Hannity asked Ted Cruz about it. “It is high,” he told Hannity. “Very,” he said."
    found = speakers_of(
        text,
        ("Sean Hannity", "asked", "about it"),
        ("he", "told", "“It is high,”"),
        ("he", "said", "“Very,”"),
    )
    assert found == [("Sean Hannity",), ("Ted Cruz",), ("Ted Cruz",)]


def test_a_place_before_who_did_not_say_it(speakers_of: Speaking) -> None:
    text = "It was Carla Hoyt, 24, from Millbridge, who said it."
    assert speakers_of(text, ("who", "said", "it")) == [("Carla Hoyt",)]


def test_a_long_title_is_no_head(speakers_of: Speaking) -> None:
    text = "Then former Secretary of State Hillary Clinton drew it."
    source = "former Secretary of State Hillary Clinton"
    assert speakers_of(text, (source, "drew", "it")) == [("Hillary Clinton",)]


def test_a_new_subject_after_a_comma_is_no_apposition(speakers_of: Speaking) -> None:
    text = "In a note to John Kirby, the officer said it."
    assert speakers_of(text, ("the officer", "said", "it")) == [("the officer",)]


def test_whom_the_text_is_about_gives_way_to_who_just_spoke(speakers_of: Speaking) -> None:
    text = (
        "Barack Obama came. Barack Obama spoke. Josh Earnest said Barack Obama was calm."
        " “It is common,” he said."
    )
    found = speakers_of(
        text,
        ("Josh Earnest", "said", "Barack Obama was calm"),
        ("he", "said", "“It is common,”"),
    )
    assert found == [("Josh Earnest",), ("Josh Earnest",)]


def test_another_party_is_not_meant(speakers_of: Speaking) -> None:
    text = "Democratic Sen. Harry Reid spoke. The Republican said it was late."
    assert speakers_of(text, ("The Republican", "said", "it was late")) != [("Harry Reid",)]


def test_i_is_the_speaker_of_the_quotation_or_the_author(speakers_of: Speaking) -> None:
    quoted = "“I know it and I think that he left,” Ned Price said."
    found = speakers_of(
        quoted,
        ("I", "think", "that he left"),
        ("Ned Price", "said", "“I know it and I think that he left,”"),
    )
    assert found == [("Ned Price",), ("Ned Price",)]
    essay = "I believe it.\n\nUrsula Unger is a professor of law at Bonn."
    assert speakers_of(essay, ("I", "believe", "it")) == [("Ursula Unger",)]
    letters = "I doubt it.\n\nUrsula Unger.\n\nI hope so.\n\nNed Price."
    found = speakers_of(letters, ("I", "doubt", "it"), ("I", "hope", "so"))
    assert found == [("Ursula Unger",), ("Ned Price",)]
    assert speakers_of("I believe it.", ("I", "believe", "it")) == [()]


def test_i_is_the_author_of_the_record(speakers_of: Speaking) -> None:
    document = Document(id="text", authors=("Ursula Unger",))
    assert speakers_of("I believe it.", ("I", "believe", "it"), document=document) == [
        ("Ursula Unger",)
    ]


def test_the_statement_speaks_for_whoever_issued_it(speakers_of: Speaking) -> None:
    text = "The Security Council condemned the test in a statement. The statement noted the rules."
    found = speakers_of(
        text,
        ("The Security Council", "condemned", "the test"),
        ("The statement", "noted", "the rules"),
    )
    assert found == [("Security Council",)] * 2


@pytest.mark.parametrize("source", ["you", "", "nobody"])
def test_nobody_is_named(speakers_of: Speaking, source: str) -> None:
    assert speakers_of(f"Somehow {source} said it.", (source, "said", "it")) == [()]


def test_a_doubtful_pronoun_is_left_unresolved(speakers_of: Speaking) -> None:
    assert speakers_of("It rained all day. He said so.", ("He", "said", "so")) == [()]


def test_unnamed_sources_are_actors_by_their_words() -> None:
    text = "Several reports suggest it. Analysts doubt it. Several reports deny it."
    detections = [
        Detection(((0, 15),), ((16, 23),), ((24, 26),)),
        Detection(((28, 36),), ((37, 42),), ((43, 45),)),
        Detection(((47, 62),), ((63, 67),), ((68, 70),)),
    ]
    tokenized = tokenize(text)
    cast = find_cast(tokenized, Document(id="d", text=text), detections)
    found = find_speakers(tokenized, cast, detections)
    assert found.by[0] == found.by[2] != found.by[1]
    for by in found.by:
        assert [found.cast.actors[actor].kind for actor in by] == [ActorKind.UNNAMED]


_WORDS = (
    "Iran he He Mr. John Kirby said , . “ ” who I my the spokesman and reports \n\n , ( )".split(
        " "
    )
)


@given(st.lists(st.sampled_from(_WORDS), min_size=1, max_size=40), st.data())
@settings(max_examples=150, deadline=None)
def test_speakers_are_actors_of_the_cast(words: list[str], data: st.DataObject) -> None:
    text = " ".join(words)
    tokenized = tokenize(text)
    place = st.integers(0, len(text) - 1)
    detections = []
    for _ in range(data.draw(st.integers(1, 4))):
        starts = sorted(data.draw(st.lists(place, min_size=3, max_size=3, unique=True))
                        if len(text) > 3 else [0, 0, 0])  # fmt: skip
        spans = [(s, min(len(text), s + data.draw(st.integers(1, 20)))) for s in starts]
        detections.append(Detection((spans[0],), (spans[1],), (spans[2],)))
    cast = find_cast(tokenized, Document(id="d", text=text), detections)
    found = find_speakers(tokenized, cast, detections)
    assert len(found.by) == len(detections)
    assert all(actor in found.cast.actors for by in found.by for actor in by)
    assert set(cast.actors) <= set(found.cast.actors)


@pytest.mark.skipif(not SEED.exists(), reason="../shared is absent")
@pytest.mark.parametrize(
    ("source", "cue", "expected"),
    [
        ("Pentagon briefings", "As per", "Pentagon"),
        ("Iran’s representatives", "denied", "Iran’s representatives"),
        ("Iraq’s Prime Minister Mustafa al-Kadhimi", "condemned", "Mustafa al-Kadhimi"),
        ("He", "also said that “Iraq", "Mustafa al-Kadhimi"),
        ("Senator Bernie Sanders", "openly criticized", "Bernie Sanders"),
        ("The Biden administration", "confirmed", "Biden administration"),
        ("Pentagon Press Secretary John Kirby", "further explained", "John Kirby"),
        ("Kata’ib Sayyid al-Shuhada", "confirmed in a statement", "Kata’ib Sayyid al-Shuhada"),
        ("Kata’ib Hezbollah", "has vowed", "Kata’ib Hezbollah"),
        ("Its spokesman Mohammed Mohi", "warned the United", "Mohammed Mohi"),
        ("Iran", "denied its role", "Iran"),
        ("Iran’s UN envoy, Majid Takht Ravanchi", "said, “Any claim", "Majid Takht Ravanchi"),
        ("He", "also said that the US", "Majid Takht Ravanchi"),
        ("Several reports", "suggest", "Several reports"),
    ],
)
def test_the_seed_article(speakers_of: Speaking, source: str, cue: str, expected: str) -> None:
    text = SEED.read_text(encoding="utf-8")
    assert speakers_of(text, (source, cue, "")) == [(expected,)]
