from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from attribution.extract.detection import Detection, Span
from attribution.extract.english.stance_words import NEGATED
from attribution.extract.stances.denial import charged, find_denial
from attribution.extract.stances.reading import stance_of
from attribution.extract.text.scanner import scan
from attribution.extract.text.tokens import TokenizedText, tokenize
from evidence.vocabulary import Stance


def marked(text: str) -> tuple[TokenizedText, Detection]:
    """Read "{cue:denied} {content:any role}" as a text with one attribution."""
    plain, spans = "", {"source": [], "cue": [], "content": []}  # type: ignore[var-annotated]
    position = 0
    for match in re.finditer(r"\{(\w+):(.*?)\}", text):
        plain += text[position : match.start()]
        spans[match.group(1)].append((len(plain), len(plain) + len(match.group(2))))
        plain += match.group(2)
        position = match.end()
    plain += text[position:]
    return tokenize(plain), Detection(*(tuple(spans[role]) for role in spans))


@pytest.mark.parametrize(
    ("text", "stance"),
    [
        ("The ministry {cue:said} {content:the bridge was open}.", Stance.ASSERTS),
        ("{cue:According to} the army, {content:two were hurt}.", Stance.ASSERTS),
        ("{cue:As per} the briefing, {content:the sites were used by militias}.", Stance.ASSERTS),
        ("The group {cue:confirmed in a statement} {content:that four died}.", Stance.CONFIRMS),
        ("The ministry {cue:denied} {content:any role in the attack}.", Stance.DENIES),
        (
            "Kim {cue:said} {content:reports that the ship had sunk were quite true}.",
            Stance.CONFIRMS,
        ),
        (
            "Kim {cue:said} {content:the claim that the ship had sunk was “credible”}.",
            Stance.BELIEVES,
        ),
        (
            "Kim {cue:said} {content:reports that the ship had sunk were not true}.",
            Stance.DENIES,
        ),
        (
            "Kim {cue:said} {content:reports that the ship had sunk were credible but weak}.",
            Stance.ASSERTS,
        ),
        (
            "Kim {cue:said} {content:the reports are credible}.",
            Stance.ASSERTS,
        ),
        (
            "It {cue:told} the panel {content:that they “firmly reject” the claim that it rained}.",
            Stance.DENIES,
        ),
        ("He {cue:said} {content:they reject no claim}.", Stance.ASSERTS),
        ("He {cue:rejected} {content:the findings as “false allegations”}.", Stance.DENIES),
        ("Experts {cue:disagree about} {content:how they got in}.", Stance.QUESTIONS),
        ("The embassy {cue:rejected} {content:the report as disinformation}.", Stance.DENIES),
        ("The ministry {cue:has always denied} {content:any role in it}.", Stance.DENIES),
        ("The ministry {cue:issued a denial} {content:of the reports}.", Stance.DENIES),
        ("He {cue:questioned} {content:the figures}.", Stance.QUESTIONS),
        ("Officials {cue:believe} {content:the drones came by sea}.", Stance.BELIEVES),
        ("The group {cue:has vowed} {content:to seek revenge}.", Stance.INTENDS),
        ("She {cue:called on} {content:both sides to stop}.", Stance.DEMANDS),
        ("The envoy {cue:condemned} {content:the strike}.", Stance.CONDEMNS),
        ("The senator {cue:openly criticized} {content:the move}.", Stance.CONDEMNS),
        ("The envoy {cue:praised} {content:the truce}.", Stance.PRAISES),
        ("The spokesman {cue:warned} {content:of surprise attacks}.", Stance.WARNS),
        ("Kyiv {cue:accused} {content:Moscow of shelling the town}.", Stance.ACCUSES),
        ("Moscow {cue:rejected} {content:the allegations as baseless}.", Stance.DENIES),
        ("The envoy {cue:dismissed} {content:the findings}.", Stance.DENIES),
        ("Ankara {cue:dismissed} {content:calls for an inquiry}.", Stance.DENIES),
        ("Kyiv {cue:denied} {content:the charge}.", Stance.DENIES),
        ("Kyiv {cue:rejected the accusation} {content:that it shelled the town}.", Stance.DENIES),
        ("She {cue:described} {content:the report as false}.", Stance.DENIES),
        ("He {cue:said} {content:Iran used the video as propaganda}.", Stance.ASSERTS),
        ("Kyiv {cue:held} {content:Moscow responsible for it}.", Stance.ACCUSES),
    ],
)
def test_a_cue_alone_says_how_its_source_stands(text: str, stance: Stance) -> None:
    assert stance_of(*marked(text)) is stance


@pytest.mark.parametrize(
    ("text", "stance"),
    [
        ("The ministry did not {cue:deny} {content:its role}.", Stance.CONFIRMS),
        ("The ministry {cue:refused to confirm} {content:the report}.", Stance.QUESTIONS),
        ("The ministry {cue:has not said} {content:whether it will pay}.", Stance.QUESTIONS),
        ("Officials {cue:would neither confirm nor deny} {content:it}.", Stance.QUESTIONS),
        ("The firm {cue:said nothing about} {content:the leak}.", Stance.QUESTIONS),
        ("He {cue:does not believe} {content:the report}.", Stance.DENIES),
        ("The government {cue:has no plans} {content:to resign}.", Stance.DENIES),
        ("They {cue:never failed to warn} {content:of the flood}.", Stance.WARNS),
        ("The minister {cue:not only said} {content:it was late}.", Stance.ASSERTS),
        ("The firm {cue:continued to deny} {content:the leak}.", Stance.DENIES),
    ],
)
def test_negation_and_refusal_turn_a_cue_round(text: str, stance: Stance) -> None:
    assert stance_of(*marked(text)) is stance


@pytest.mark.parametrize(
    ("text", "stance"),
    [
        ("She {cue:told} them {content:to leave}.", Stance.DEMANDS),
        ("She {cue:told} them {content:that it was late}.", Stance.ASSERTS),
        ("They {cue:asked} {content:whether it was safe}.", Stance.QUESTIONS),
        ("They {cue:asked} {content:the army to help}.", Stance.DEMANDS),
        ("They {cue:asked} {content:for help}.", Stance.DEMANDS),
        ("The union {cue:wants} {content:to strike}.", Stance.INTENDS),
        ("The union {cue:wants} {content:new talks}.", Stance.DEMANDS),
        ("They {cue:called} Friday {cue:for} {content:new talks}.", Stance.DEMANDS),
        ("He {cue:called} {content:the strike “a crime”}.", Stance.CONDEMNS),
        ("He {cue:called} {content:her “a hero”}.", Stance.PRAISES),
        ("He {cue:called} {content:the bridge “a bridge”}.", Stance.ASSERTS),
        ("She {cue:signalled} {content:willingness to talk}.", Stance.ASSERTS),
        ("He {cue:put it} this way: {content:“Who gains from this?”}", Stance.QUESTIONS),
    ],
)
def test_what_follows_a_cue_decides_where_the_cue_is_open(text: str, stance: Stance) -> None:
    assert stance_of(*marked(text)) is stance


@pytest.mark.parametrize(
    "content",
    [
        "“Any claim to attribute to us any attack is factually wrong and void of authenticity.”",
        "the reports were baseless",
        "this is not true",
        "it is not true that troops crossed the border",
        "there was no truth to the reports that troops crossed",
        "“The allegations are, quite frankly, false”",
    ],
)
def test_to_say_that_a_charge_is_false_is_to_deny_it(content: str) -> None:
    tokenized, detection = marked(f"The envoy {{cue:said}}: {{content:{content}}}")
    assert stance_of(tokenized, detection) is Stance.DENIES


@pytest.mark.parametrize(
    "content",
    [
        "the false alarm woke the town",
        "the reports were not false",
        "it is true that troops crossed the border",
        "the claim was filed on Monday",
        "he had the wrong address",
    ],
)
def test_false_words_alone_deny_nothing(content: str) -> None:
    tokenized, detection = marked(f"The envoy {{cue:said}} {{content:{content}}}.")
    assert stance_of(tokenized, detection) is Stance.ASSERTS


@pytest.mark.parametrize(
    ("content", "charge"),
    [
        ("any claim that we fired first is wrong", "we fired first"),
        ("the allegations are baseless", "the allegations"),
        ("it is not true that we fired first.", "we fired first"),
        ("there is no truth to the claim that we fired first", "we fired first"),
        ("this is a lie", None),
    ],
)
def test_the_charge_is_what_is_denied(content: str, charge: str | None) -> None:
    denial = find_denial(list(scan(content)))
    assert denial is not None
    found: Span | None = denial.charge
    assert (content[found[0] : found[1]] if found else None) == charge


def test_every_stance_has_a_negation() -> None:
    assert set(NEGATED) == set(Stance)


@given(st.text(max_size=60), st.text(max_size=30), st.text(max_size=60))
def test_any_text_has_a_stance(before: str, cue: str, content: str) -> None:
    text = f"{before} {cue} {content}"
    start = len(before) + 1
    end = start + len(cue)
    detection = Detection(((0, len(before)),), ((start, end),), ((end + 1, len(text)),))
    assert isinstance(stance_of(tokenize(text), detection), Stance)


@given(st.lists(st.sampled_from("is not true false claim the that any of there no , .".split())))
def test_a_charge_lies_within_the_content(words: list[str]) -> None:
    content = " ".join(words)
    denial = find_denial(list(scan(content)))
    if denial is not None and denial.charge is not None:
        start, end = denial.charge
        assert 0 <= start < end <= len(content)


@pytest.mark.parametrize(
    ("words", "proposition"),
    [
        ("Russian claims that its drones fell", "its drones fell"),
        ("the allegation that it rained", "it rained"),
        ("a report by Reuters that it rained", "it rained"),
        ("the finding that it rained", "it rained"),
        ("the allegation", None),
        ("the claim of a raid", None),
        ("that claims that it rained", None),
        ("to make claims that it rained", None),
        ("claims that rain", None),
    ],
)
def test_what_a_charge_says_begins_after_that(words: str, proposition: str | None) -> None:
    begin = charged(list(scan(words)))
    assert (None if begin is None else words[begin:]) == proposition
