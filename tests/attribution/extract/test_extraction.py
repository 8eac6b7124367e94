"""One document to records: speech, own voice, things shown, relations, all tied to their words."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from attribution.extract import detector_named
from attribution.extract.detection import Detection
from attribution.extract.extraction import extract_document
from attribution.extract.found import Found
from attribution.extract.speakers.anonymity import asks_for_anonymity
from attribution.extract.text.tokens import tokenize
from evidence.model import Attribution, Document
from evidence.passages import Outcome, anchor
from evidence.vocabulary import Certainty, Form, Stance


def extracted(text: str, **fields: object) -> Found:
    document = Document.model_validate({"id": "d", "text": text, **fields})
    return extract_document(document, detector_named("rules"))


def by_claim(found: Found, words: str) -> list[Attribution]:
    return [a for a in found.attributions.values() if words in found.claims[a.claim].text]


def test_what_the_text_says_itself_is_vouched_for_by_its_publisher() -> None:
    found = extracted(
        "The raid came on Monday. Basir-1 is produced by Farnas Pasargad.", publisher="weekly"
    )
    (own,) = by_claim(found, "Farnas Pasargad produces Basir-1")
    assert (own.by, own.form, own.stance) == ("weekly", Form.OWN_VOICE, Stance.ASSERTS)
    assert own.source == own.cue == ()
    (relation,) = found.relations.values()
    assert relation.claims == (own.claim,)


def test_without_a_publisher_the_author_vouches() -> None:
    text = "Basir-1 is produced by Farnas Pasargad."
    found = extracted(text, authors=("Ann Author",))
    assert [a.by for a in found.attributions.values()] == ["ann-author"]
    assert found.actors["ann-author"].name == "Ann Author"
    assert [a.by for a in extracted(text).attributions.values()] == [None]


def test_a_relation_in_reported_speech_belongs_to_its_speaker() -> None:
    found = extracted("The minister said that Iran funds Kata’ib Hezbollah.", publisher="weekly")
    relation = next(r for r in found.relations.values() if r.does == "funds")
    (said,) = [a for a in found.attributions.values() if a.claim in relation.claims]
    assert said.by != "weekly"
    assert said.stance is Stance.ASSERTS


def test_a_relation_that_the_text_negates_is_denied_not_stated() -> None:
    found = extracted("Iran does not fund Kata’ib Hezbollah.", publisher="weekly")
    (attribution,) = found.attributions.values()
    assert (attribution.stance, attribution.by) == (Stance.DENIES, "weekly")
    assert found.claims[attribution.claim].text == "Iran funds Kata’ib Hezbollah"


def test_something_shown_is_evidence_that_the_document_points_to() -> None:
    found = extracted("Satellite images show that Iran arms Kata’ib Hezbollah.", publisher="weekly")
    (evidence,) = found.evidence.values()
    (bearing,) = found.bearings.values()
    assert (evidence.text, evidence.kind) == ("Satellite images", "imagery")
    assert (bearing.source, bearing.kind) == (evidence.id, "supports")
    pointing = [a for a in found.attributions.values() if a.claim == bearing.target]
    assert [a.by for a in pointing] == ["weekly"]
    assert "satellite-images" not in found.actors


class Given:
    """A detector that finds what it is given, in words of the text."""

    name = "given"
    version = "1"
    univocal = False

    def __init__(self, *triples: tuple[str, str, str]) -> None:
        self._triples = triples

    def detect(self, text: str) -> list[Detection]:
        places = [
            [((text.index(words), text.index(words) + len(words)),) for words in triple]
            for triple in self._triples
        ]
        return [Detection(*roles) for roles in places]


def test_what_is_shown_partly_outside_of_a_speech_is_not_said_by_its_speaker() -> None:
    text = "Lund said: The depot burned, satellite images show."
    shown = ("satellite images", "show", "said: The depot burned")
    detector = Given(("Lund", "said", "The depot burned, satellite images show"), shown)
    found = extract_document(Document(id="d", text=text), detector)
    assert [(a.by, a.content[0].exact) for a in found.attributions.values()] == [
        ("lund", "The depot burned, satellite images show"),
        (None, "said: The depot burned"),
    ]


def test_two_speakers_of_one_statement_have_an_attribution_each() -> None:
    found = extracted("France and Germany said that the talks had failed.")
    spoken = by_claim(found, "talks had failed")
    assert sorted(str(a.by) for a in spoken) == ["france", "germany"]
    assert len({a.claim for a in spoken}) == 1
    assert len({a.id for a in spoken}) == 2


def test_reported_reports_are_nested() -> None:
    found = extracted(
        "The agency reported that the minister had said that the talks had failed.", publisher="w"
    )
    inner = [a for a in found.attributions.values() if a.within is not None]
    assert inner
    assert all(a.within in found.attributions for a in inner)


def test_a_request_to_stay_unnamed_is_no_statement() -> None:
    found = extracted(
        "An official, who asked not to be named, said that the talks had failed. "
        "The officer requested anonymity."
    )
    claims = [found.claims[a.claim].text for a in found.attributions.values()]
    assert claims == ["the talks had failed"]


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        ("not to be named", True),
        ("not to be identified by name", True),
        ("to remain anonymous", True),
        ("anonymity", True),
        ("to be heard by the council", False),
        ("to be told who was named", False),
        ("not to be the one who named them", False),
        ("the ship was named", False),
    ],
)
def test_only_words_about_being_named_ask_for_anonymity(content: str, expected: bool) -> None:
    detection = Detection(source=(), cue=(), content=((0, len(content)),))
    assert asks_for_anonymity(tokenize(content), detection) is expected


def test_forms_tell_what_is_quoted() -> None:
    found = extracted(
        "“It was an act of war,” Iran said. Iraq said that it was a “blatant” breach of the law. "
        "France said that the talks had failed."
    )
    forms = {a.by: a.form for a in found.attributions.values()}
    assert forms == {"iran": Form.DIRECT, "iraq": Form.MIXED, "france": Form.INDIRECT}


@pytest.mark.parametrize("text", ["", None, "   ", "No speech here"])
def test_a_document_without_speech_gives_no_attribution(text: str | None) -> None:
    found = extract_document(Document(id="d", text=text), detector_named("rules"))
    assert not found.attributions


fragments = st.lists(
    st.sampled_from(
        [
            "Iran denied it. ",
            "“We did it,” ",
            "the minister said that ",
            "Iranian-backed groups such as Badr ",
            "According to Reuters, ",
            "satellite images show ",
            "he added. ",
            "Iran supplied drones to Russia. ",
            "\n\n",
            "إيران ",
            "🛩️ ",
            "‘’“",
            "<script>alert(1)</script> ",
        ]
    )
    | st.text(max_size=12),
    max_size=14,
).map("".join)


def test_how_likely_a_speaker_says_it_is() -> None:
    found = extracted(
        "The envoy said that the ship had very likely left. Ana said that it had sunk."
    )
    certainties = [attribution.certainty for attribution in found.attributions.values()]
    assert certainties == [Certainty.VERY_LIKELY, None]


@settings(max_examples=150, deadline=None)
@given(fragments)
def test_every_record_stands_on_words_of_the_document(text: str) -> None:
    found = extracted(text)
    records = [*found.attributions.values(), *found.evidence.values(), *found.bearings.values()]
    for record in records:
        passages = record.passages if isinstance(record, Attribution) else record.content
        assert record.document == "d"
        assert passages
        for passage in passages:
            assert text[passage.start : passage.end] == passage.exact
            assert anchor(text, passage).outcome is Outcome.FOUND
    for attribution in found.attributions.values():
        assert attribution.claim in found.claims
        assert attribution.by is None or attribution.by in found.actors
    for relation in found.relations.values():
        assert {relation.who, relation.to} <= set(found.actors)
        assert set(relation.claims) <= set(found.claims)
    assert extracted(text) == found


def answered(text: str) -> dict[str, list[tuple[str, str | None]]]:
    """For each claim the stances towards it, with why they are towards it."""
    found = extracted(text)
    told: dict[str, list[tuple[str, str | None]]] = {}
    for each in found.attributions.values():
        told.setdefault(found.claims[each.claim].text, []).append((each.stance, each.joined))
    return told


@pytest.mark.parametrize(
    ("answer", "words"),
    [
        ("Iran rejected that accusation.", "that accusation"),
        ("Iran denied it.", "it"),
        ("Iran denies the charge.", "the charge"),
        ("Iran rejected those latest American allegations.", "those latest American allegations"),
    ],
)
def test_who_answers_an_accusation_stands_towards_what_it_says(answer: str, words: str) -> None:
    told = answered(f"Washington accused Iran of arming the rebels. {answer}")
    (claim,) = (claim for claim in told if "arming" in claim)
    why = f"“{words}” points back to what was said just before"
    assert told[claim] == [(Stance.ACCUSES, None), (Stance.DENIES, why)]


def test_what_hangs_on_a_statement_answers_it() -> None:
    told = answered("Washington says that Iran armed the rebels, something that Tehran denies.")
    why = "“something that” points back to what was said just before"
    assert told["Iran armed the rebels"] == [(Stance.ASSERTS, None), (Stance.DENIES, why)]


@pytest.mark.parametrize(
    "text",
    [
        # nothing was said before
        "Ships met in the gulf. Iran denied it.",
        # its own words
        "Iran said that the rebels armed themselves. Iran denied it.",
        # two may be meant
        "Washington accused Iran of piracy and Paris accused Iran of fraud. Iran denied it.",
        # too far back
        "Washington accused Iran of piracy. Ships met. Ships left. Iran denied it.",
        # no accusation was said
        "Washington said that ships met. Iran denied the charge.",
        # other words than those
        "Washington accused Iran of piracy. Iran denied the report.",
    ],
)
def test_an_answer_without_one_thing_said_before_stands_by_itself(text: str) -> None:
    denials = [a for a in extracted(text).attributions.values() if a.stance is Stance.DENIES]
    assert [a.joined for a in denials] == [None]


def test_what_is_only_asked_is_a_question() -> None:
    found = extracted("It is not known whether Iran supplied Russia with drones.")
    assert [a.stance for a in found.attributions.values()] == [Stance.QUESTIONS]


def test_who_demands_that_something_stop_says_that_it_is_done() -> None:
    found = extracted("The panel urged Iran to stop funding Kata’ib Hezbollah.")
    told = {found.claims[a.claim].text: a.stance for a in found.attributions.values()}
    assert told["Iran funds Kata’ib Hezbollah"] is Stance.ASSERTS


def test_something_that_appears_to_show_is_evidence() -> None:
    found = extracted("Satellite images analysed by the group appear to show new buildings.")
    (evidence,) = found.evidence.values()
    assert evidence.text == "Satellite images analysed by the group"


def test_what_suggests_otherwise_shows_nothing_by_itself() -> None:
    assert extracted("Flight records suggest otherwise: two jets landed.").evidence == {}


def test_what_is_called_credible_meets_who_rejects_it() -> None:
    told = answered(
        "The panel said allegations that Iran armed the rebels were credible."
        " Iran rejected the allegation."
    )
    why = "“the allegation” points back to what was said just before"
    assert told["Iran armed the rebels"] == [(Stance.BELIEVES, None), (Stance.DENIES, why)]


def test_the_claims_point_back_but_demands_are_none() -> None:
    told = answered(
        "The envoy said that Iran armed the rebels and urged the council to act."
        " Iran said the claims were baseless."
    )
    assert [stance for stance, _ in told["Iran armed the rebels"]] == [
        Stance.ASSERTS,
        Stance.DENIES,
    ]


def test_who_accepts_and_who_denies_an_estimate_stand_towards_it() -> None:
    told = answered(
        "The panel estimated that Iran sent 40 ships, a figure that Oman has accepted and"
        " Iran disputes."
    )
    assert [stance for stance, _ in told["Iran sent 40 ships"]] == [
        Stance.BELIEVES,
        Stance.CONFIRMS,
        Stance.DENIES,
    ]


def test_who_is_described_as_denying_a_charge_denies_it() -> None:
    told = answered(
        "Washington says that Iran armed Kata’ib Hezbollah, a group that denies the charge."
    )
    assert [stance for stance, _ in told["Iran armed Kata’ib Hezbollah"]] == [
        Stance.ASSERTS,
        Stance.DENIES,
    ]


def test_a_claim_that_is_denied_is_told_without_who_calls_it_a_claim() -> None:
    told = answered("Ukraine denied Russian claims that its drones hit the plant.")
    assert "[Ukraine’s] drones hit the plant" in told


def test_several_who_decline_are_named_together() -> None:
    told = answered("Iran and Oman refused to attend the talks.")
    assert list(told) == ["[Iran and Oman not] to attend the talks"]


def test_what_ministers_of_several_states_do_no_state_does_by_itself() -> None:
    found = extracted("The foreign ministers of Iran, Oman and Qatar condemned Israel.")
    doers = {found.actors[relation.who].name for relation in found.relations.values()}
    assert doers == {"foreign ministers"}


def test_who_calls_a_version_false_denies_it() -> None:
    told = answered(
        "Washington says that Iran armed the rebels, a version Tehran called “utterly false”."
    )
    assert [stance for stance, _ in told["Iran armed the rebels"]] == [
        Stance.ASSERTS,
        Stance.DENIES,
    ]


def test_who_repeats_an_account_gives_it_again() -> None:
    told = answered("Washington said that Iran armed the rebels. Paris repeated that account.")
    why = "“that account” points back to what was said just before"
    assert told["Iran armed the rebels"] == [(Stance.ASSERTS, None), (Stance.ASSERTS, why)]
