"""English word lists, verb forms and the lexicon of cues."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from attribution.extract.english import abbreviations, common_verbs, morphology
from attribution.extract.english.cues import Cue, CueLexicon, cue_lexicon, plural
from attribution.extract.english.verbs import IRREGULAR, inflections
from evidence.vocabulary import Stance

LISTS = [
    value
    for module in (abbreviations, common_verbs, morphology)
    for value in vars(module).values()
    if isinstance(value, frozenset)
]


@pytest.mark.parametrize("words", LISTS)
def test_word_lists_are_in_lower_case_with_straight_apostrophes(words: frozenset[str]) -> None:
    assert words
    assert all(word == word.lower().replace("’", "'").strip() != "" for word in words)


@pytest.mark.parametrize(
    ("lemma", "forms"),
    [
        ("say", "say says said said saying"),
        ("deny", "deny denies denied denied denying"),
        ("admit", "admit admits admitted admitted admitting"),
        ("argue", "argue argues argued argued arguing"),
        ("write", "write writes wrote written writing"),
        ("reply", "reply replies replied replied replying"),
        ("echo", "echo echoes echoed echoed echoing"),
        ("agree", "agree agrees agreed agreed agreeing"),
        ("panic", "panic panics panicked panicked panicking"),
        ("lie", "lie lies lied lied lying"),
        ("have", "have has had had having"),
        ("be", "be is was been being"),
        ("convey", "convey conveys conveyed conveyed conveying"),
        ("press", "press presses pressed pressed pressing"),
    ],
)
def test_inflections(lemma: str, forms: str) -> None:
    assert [word for word, _ in inflections(lemma)] == forms.split()


def test_forms_are_named() -> None:
    assert [form for _, form in inflections("see")] == [
        "base",
        "third",
        "past",
        "participle",
        "ing",
    ]


@given(st.sampled_from(sorted(IRREGULAR)))
def test_irregular_verbs_use_the_list(lemma: str) -> None:
    words = [word for word, _ in inflections(lemma)]
    assert tuple(words[2:4]) == IRREGULAR[lemma]


@pytest.mark.parametrize("word", ["openly", "never", "recently", "also", "repeatedly"])
def test_adverbs(word: str) -> None:
    assert morphology.is_adverb(word)


@pytest.mark.parametrize("word", ["family", "ally", "reply", "rely", "fly", "house"])
def test_words_that_only_look_like_adverbs(word: str) -> None:
    assert not morphology.is_adverb(word)


def test_every_cue_is_well_formed_and_there_once() -> None:
    cues = cue_lexicon().cues
    assert len({(cue.phrase, cue.kind) for cue in cues}) == len(cues) > 500
    for cue in cues:
        assert cue.phrase == " ".join(cue.phrase.lower().split())
        assert cue.takes
        assert cue.takes <= {"clause", "object", "infinitive"}
        assert 0 <= cue.weight <= 1


def test_every_stance_has_a_verb() -> None:
    assert {cue.stance for cue in cue_lexicon().cues if cue.kind == "verb"} == set(Stance)


@pytest.mark.parametrize(
    ("word", "stance"),
    [
        ("said", Stance.ASSERTS),
        ("confirmed", Stance.CONFIRMS),
        ("denies", Stance.DENIES),
        ("questioned", Stance.QUESTIONS),
        ("relayed", Stance.RELAYS),
        ("suspects", Stance.BELIEVES),
        ("vowed", Stance.INTENDS),
        ("urging", Stance.DEMANDS),
        ("condemned", Stance.CONDEMNS),
        ("welcomed", Stance.PRAISES),
        ("warns", Stance.WARNS),
        ("accused", Stance.ACCUSES),
    ],
)
def test_stance_of_common_verbs(word: str, stance: Stance) -> None:
    verbs = [form.cue for form in cue_lexicon().at([word], 0) if form.cue.kind == "verb"]
    assert {cue.stance for cue in verbs} == {stance}


def test_the_longest_phrase_wins() -> None:
    words = "she called for calm and called him".split()
    assert {form.cue.phrase for form in cue_lexicon().at(words, 1)} == {"call for"}
    assert {form.cue.phrase for form in cue_lexicon().at(words, 5)} == {"call"}


def test_a_phrase_that_runs_past_the_end_does_not_match() -> None:
    assert [form.cue.phrase for form in cue_lexicon().at(["according"], 0)] == []


def test_words_that_begin_no_cue() -> None:
    assert "harbour" not in cue_lexicon()
    assert cue_lexicon().at(["harbour"], 0) == []


def test_nouns_match_in_the_plural() -> None:
    lexicon = CueLexicon([Cue("denial", "noun", frozenset({"clause"}), Stance.DENIES, 0.5)])
    assert [form.cue.phrase for form in lexicon.at(["denials"], 0)] == ["denial"]


@pytest.mark.parametrize(
    ("noun", "expected"),
    [
        ("claim", "claims"),
        ("allegation", "allegations"),
        ("speech", "speeches"),
        ("reply", "replies"),
    ],
)
def test_plural(noun: str, expected: str) -> None:
    assert plural(noun) == expected
