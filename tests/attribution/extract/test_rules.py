"""The rule detector: who, by which cue, said what, with exact places."""

from __future__ import annotations

import json
import subprocess
import sys
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from shared_data import SHARED

from attribution.extract.detection import Detection, Detector, Span
from attribution.extract.rules import RuleDetector

POLNEAR_DEV = SHARED / "data" / "polnear" / "dev" / "text"
EVALUATOR = SHARED / "tools" / "evaluate_attributions.py"
FLOOR = 0.60
"""Triple loose F1 on PolNeAR dev, 65 when last measured: never lower without a reason."""

_PIECES = st.sampled_from(
    """
    “ ” " ' ’s , . : ; ? ( ) — said denied he who and that to by the minister Kovač port his
    according in a statement reportedly claim calling vowed attacks HOST not was “We left,”
    """.split()
)
PROSE = st.lists(_PIECES, max_size=60).map(" ".join)


def detect(text: str) -> list[tuple[str, str, str]]:
    """Detections as texts: source, cue and content, the pieces of each joined by a bar."""
    return [
        (_texts(text, found.source), _texts(text, found.cue), _texts(text, found.content))
        for found in RuleDetector().detect(text)
    ]


def _texts(text: str, spans: tuple[Span, ...]) -> str:
    return " | ".join(text[start:end] for start, end in spans)


def test_it_is_a_detector() -> None:
    detector: Detector = RuleDetector()
    assert (detector.name, bool(detector.version)) == ("rules", True)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "“We were not there,” said Anna Kovač, a spokeswoman for the port.",
            ("Anna Kovač, a spokeswoman for the port", "said", "“We were not there,”"),
        ),
        (
            "“We left,” the envoy said. “Nobody asked us.”",
            ("the envoy", "said", "“We left,” | “Nobody asked us.”"),
        ),
        (
            "“We left,” Lund said, “and we will not come back.”",
            ("Lund", "said", "“We left,” | “and we will not come back.”"),
        ),
        ("“Why now?” Pereira asked.", ("Pereira", "asked", "“Why now?”")),
        ("'It was a mistake,' Lund admitted.", ("Lund", "admitted", "'It was a mistake,'")),
        ('The report said: "The dam failed."', ("The report", "said", '"The dam failed."')),
        (
            "“We left.\n\n“We came back,” Lund said.",
            ("Lund", "said", "“We left.\n\n“We came back,”"),
        ),
        ("The mayor said:\n\n“We will stay.”", ("The mayor", "said", "“We will stay.”")),
    ],
)
def test_direct_speech(text: str, expected: tuple[str, str, str]) -> None:
    assert detect(text) == [expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The mayor said that the ferry would sail.",
            ("The mayor", "said", "that the ferry would sail"),
        ),
        (
            "Three people briefed on the talks said the deal was dead.",
            ("Three people briefed on the talks", "said", "the deal was dead"),
        ),
        (
            "The minister, who took office in May, denied on Tuesday that shells were fired.",
            ("The minister", "denied", "that shells were fired"),
        ),
        (
            "Lund, now head of the port, insisted the quay was safe.",
            ("Lund, now head of the port", "insisted", "the quay was safe"),
        ),
        (
            "The port’s envoy, Mira Osei said the quay was safe.",
            ("The port’s envoy, Mira Osei", "said", "the quay was safe"),
        ),
        (
            "The harbour, the mayor said, would stay closed.",
            ("the mayor", "said", "The harbour | would stay closed"),
        ),
        (
            "The ferry had left at dawn, the mayor said.",
            ("the mayor", "said", "The ferry had left at dawn"),
        ),
        (
            "Spokesman Ivo Lund in a statement further explained that the quay was safe.",
            ("Spokesman Ivo Lund", "in a statement further explained", "that the quay was safe"),
        ),
        (
            "The port confirmed in a statement that two cranes were lost.",
            ("The port", "confirmed in a statement", "that two cranes were lost"),
        ),
        (
            "The army told Radio Nord that the bridge stood.",
            ("The army", "told", "that the bridge stood"),
        ),
        ("THE MAYOR SAID THE TALKS HAD FAILED.", ("THE MAYOR", "SAID", "THE TALKS HAD FAILED")),
        ("The port has not said why.", ("The port", "has not said", "why")),
    ],
)
def test_indirect_speech(text: str, expected: tuple[str, str, str]) -> None:
    assert detect(text) == [expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Lund denied his role in the raid.", ("Lund", "denied", "his role in the raid")),
        ("Osei openly criticized the move.", ("Osei", "openly criticized", "the move")),
        ("The rebels vowed to burn the mill.", ("The rebels", "vowed", "to burn the mill")),
        ("The port plans to keep a patrol.", ("The port", "plans", "to keep a patrol")),
        (
            "The union was condemned by the port authority.",
            ("the port authority", "was condemned", "The union"),
        ),
        (
            "Osei warned the port of surprise raids.",
            ("Osei", "warned", "of surprise raids"),
        ),
        (
            "Satellite images show fresh craters near the depot.",
            ("Satellite images", "show", "fresh craters near the depot"),
        ),
        (
            "Overwhelming evidence proves the port’s role.",
            ("Overwhelming evidence", "proves", "the port’s role"),
        ),
        (
            "Several reports suggest that the port sold drones.",
            ("Several reports", "suggest", "that the port sold drones"),
        ),
    ],
)
def test_stances_by_verb(text: str, expected: tuple[str, str, str]) -> None:
    assert detect(text) == [expected]


def test_coordinated_verbs_share_their_subject_and_part_their_contents() -> None:
    assert detect("The envoy condemned the raid and said that he would review it.") == [
        ("The envoy", "condemned", "the raid"),
        ("The envoy", "said", "that he would review it"),
    ]


def test_participles_share_the_subject() -> None:
    assert detect("“It is over,” he said, adding that the “last ship” had sailed.") == [
        ("he", "said", "“It is over,”"),
        ("he", "adding", "that the “last ship” had sailed"),
    ]


def test_a_participle_before_its_subject() -> None:
    assert ("Lund", "Citing", "two diplomats") in detect(
        "Citing two diplomats, Lund wrote that the port was mined."
    )


def test_a_relative_clause_has_the_pronoun_as_its_source() -> None:
    assert ("who", "said", "the quay was safe") in detect("Lund, who said the quay was safe, left.")


def test_an_infinitive_after_a_cue_is_no_cue_of_its_own() -> None:
    assert detect("Lund refused to comment on the leak.") == [
        ("Lund", "refused", "to comment on the leak")
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "According to two officials, the convoy left early.",
            ("two officials", "According to", "the convoy left early"),
        ),
        (
            "The convoy left early, according to a port official.",
            ("a port official", "according to", "The convoy left early"),
        ),
        (
            "The convoy, according to the port, left early.",
            ("the port", "according to", "The convoy | left early"),
        ),
        (
            "As per port briefings, the depots held drones.",
            ("port briefings", "As per", "the depots held drones"),
        ),
    ],
)
def test_prepositions(text: str, expected: tuple[str, str, str]) -> None:
    assert detect(text) == [expected]


def test_nouns_with_their_owner() -> None:
    assert detect("The port’s denial of the strike came late.") == [
        ("The port", "denial", "of the strike")
    ]
    assert detect("Nobody believed his claim that the dam failed.")[-1] == (
        "his",
        "claim",
        "that the dam failed",
    )


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The port had faced extensive criticism from several union leaders after it closed.",
            ("several union leaders", "had faced extensive criticism", "The port"),
        ),
        (
            "The bill drew sharp criticism from two mayors.",
            ("two mayors", "drew sharp criticism", "The bill"),
        ),
        (
            "The port rejected criticism from the union over the new fees.",
            ("the union", "criticism", "over the new fees"),
        ),
        (
            "Condemnation of the raid by the port authority came late.",
            ("the port authority", "Condemnation", "of the raid"),
        ),
        (
            "It followed allegations by the port that the dam had failed.",
            ("the port", "allegations", "that the dam had failed"),
        ),
    ],
)
def test_nouns_with_their_source_after_them(text: str, expected: tuple[str, str, str]) -> None:
    assert expected in detect(text)


@pytest.mark.parametrize(
    "text",
    ["The criticism from within was loud.", "The claim came from Osei.", "Letters from Osei came."],
)
def test_no_source_is_made_of_other_phrases_with_from(text: str) -> None:
    assert detect(text) == []


def test_adverbs_have_no_source() -> None:
    assert detect("The governor reportedly fled the city.") == [
        ("", "reportedly", "The governor | fled the city")
    ]


@pytest.mark.parametrize("heading", ["BREAKING", "UPDATE", "EXCLUSIVE VIDEO"])
def test_headings_are_no_speakers(heading: str) -> None:
    assert detect(f"{heading}: The ferry sank.") == []


@pytest.mark.parametrize(
    "quote", ["“It is over.”", "«It is over.»", "« It is over. »", "„It is over.“"]
)
def test_a_finished_quotation_is_not_said_by_the_next_speaker(quote: str) -> None:
    assert detect(f"Lund said: {quote} The mayor said that the quay was safe.") == [
        ("Lund", "said", quote),
        ("The mayor", "said", "that the quay was safe"),
    ]


@pytest.mark.parametrize("mark", ["•", "*", "🚢🚢", "👩‍👩‍👧", "|"])
def test_bullets_and_pictures_are_no_part_of_a_role(mark: str) -> None:
    assert detect(f"{mark} The mayor said the quay was safe {mark}") == [
        ("The mayor", "said", "the quay was safe")
    ]
    assert detect(f"{mark} “We left,” Lund said {mark}") == [("Lund", "said", "“We left,”")]


def test_the_number_of_an_item_is_not_said() -> None:
    assert detect("2) “We left,” Lund said.") == [("Lund", "said", "“We left,”")]


def test_a_cue_inside_its_own_source_attributes_nothing() -> None:
    found = detect("“We left,” said Osei calling the minister said that the bridge was closed.")
    assert [each[:2] for each in found] == [("Osei calling the minister", "said")] * 2


def test_content_ends_before_a_source_that_follows_it() -> None:
    assert detect("Calling, the mayor left.") == []


def test_labels_in_transcripts() -> None:
    assert detect("HOST: Where were you?\nMR. LUND: At sea.") == [
        ("HOST", ":", "Where were you"),
        ("MR. LUND", ":", "At sea"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "",
        "The ferry left before dawn.",
        "The statement, the claim and the report are long.",
        "Attacks on the port continue at night.",
        "He said.",
    ],
)
def test_nothing_where_nothing_is_attributed(text: str) -> None:
    assert detect(text) == []


def test_cues_in_quotation_marks_are_left_to_the_speaker() -> None:
    assert detect("Lund said: “He denied it. She said no.”") == [
        ("Lund", "said", "“He denied it. She said no.”")
    ]


def test_the_threshold_trades_what_is_found_against_what_is_right() -> None:
    text = "Lund said the dam failed. He added that he saw it. Osei denied it. Nobody agreed to it."
    found = [len(RuleDetector(threshold).detect(text)) for threshold in (0.0, 0.6, 1.0)]
    assert found[0] > found[1] > found[2] == 0


def test_confidence_is_from_nought_to_one_and_at_least_the_threshold() -> None:
    found = RuleDetector(0.3).detect("“It is over,” he said, adding that the ship had sailed.")
    assert found
    assert all(
        detection.confidence is not None and 0.3 <= detection.confidence <= 1 for detection in found
    )


@given(st.one_of(PROSE, st.text(max_size=300)))
def test_spans_are_in_the_text_in_order_and_apart(text: str) -> None:
    found = RuleDetector(0.0).detect(text)
    for detection in found:
        assert detection.cue
        for spans in (detection.source, detection.cue, detection.content):
            assert all(0 <= start < end <= len(text) for start, end in spans)
            assert all(left[1] <= right[0] for left, right in pairwise(spans))
            assert all(text[start:end] == text[start:end].strip() for start, end in spans)
    starts = [_first(detection) for detection in found]
    assert starts == sorted(starts)
    assert len(set(found)) == len(found)


def _first(detection: Detection) -> int:
    return min(start for start, _ in detection.source + detection.cue + detection.content)


@given(PROSE)
def test_detection_is_a_function_of_the_text(text: str) -> None:
    assert RuleDetector().detect(text) == RuleDetector().detect(text)


@pytest.mark.parametrize(
    "text",
    [
        "he said that he said " * 3_000,
        "“" * 100_000,
        "'" * 100_000,
        "« said ‹ " * 5_000,
        "“He said ” said “" * 3_000,
        "a" * 1_000_000,
        "said, " * 10_000,
        "\n“He said" * 3_000,
        "🚀🚀 אמר said \u202e" * 3_000,
        "( said ) " * 5_000,
        "reportedly " * 5_000,
    ],
    ids=lambda text: text[:12],
)
def test_hostile_text_is_read_to_the_end(text: str) -> None:
    ends = [end for found in RuleDetector().detect(text) for _, end in found.cue]
    assert all(end <= len(text) for end in ends)


@pytest.mark.skipif(not POLNEAR_DEV.is_dir(), reason="the PolNeAR corpus is not beside the project")
def test_polnear_dev_floor(tmp_path: Path) -> None:
    predictions = tmp_path / "predictions.jsonl"
    with predictions.open("w", encoding="utf-8") as lines:
        for path in sorted(POLNEAR_DEV.glob("*.txt")):
            lines.write(_prediction(path) + "\n")
    scores = _evaluate(predictions)
    assert scores["triple loose"]["f"] >= FLOOR


def _prediction(path: Path) -> str:
    text = path.read_bytes().decode("utf-8")
    found = [
        {"source": one.source, "cue": one.cue, "content": one.content}
        for one in RuleDetector().detect(text)
    ]
    return json.dumps({"id": path.stem, "attributions": found})


def _evaluate(predictions: Path) -> dict[str, dict[str, float]]:
    command = [sys.executable, str(EVALUATOR), "--split", "dev", "--json"]
    command += ["--pred", str(predictions), "--data", str(SHARED / "data" / "polnear")]
    result = subprocess.run(command, capture_output=True, text=True, check=True)
    scores: dict[str, dict[str, float]] = json.loads(result.stdout)
    return scores


@pytest.mark.parametrize(
    "text",
    [
        "The court denied Carter a final photograph of unity.",
        "Iraq denied the United States the use of the base.",
        "The embassy denied him a visa.",
        "The ministry denied access to the depots.",
        "The Pentagon denied a request for comment.",
    ],
)
def test_to_withhold_is_not_to_deny(text: str) -> None:
    assert detect(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "Iran denied the charge.",
        "Iran denied involvement in the attacks.",
        "The group denied responsibility on Monday.",
        "Iraq denied that the base was used.",
        "The minister denied it.",
        "Tehran denied any role in the strikes.",
        "The embassy denied the United States was behind the raid.",
        "He denied the report a day later.",
        "Iran denied Monday any role in the strikes.",
        "Tehran denied Washington's account of the raid.",
    ],
)
def test_to_deny_is_to_speak(text: str) -> None:
    assert len(detect(text)) == 1


@pytest.mark.parametrize(
    ("text", "signed"),
    [
        ("“We left.” ― Mira Lund", ["Mira Lund"]),
        ('"We left the base at dawn." -- Mira Lund, a guard\n', ["Mira Lund, a guard"]),
        ("“We left.”\n\n- Mira Lund.\n\nNobody else had.", ["Mira Lund"]),
        ("“We left.”― Mira Lund\n“They did.”― Jo Osei", ["Mira Lund", "Jo Osei"]),
        ("“We left.” — Mira Lund “They did.” — Jo Osei", ["Mira Lund", "Jo Osei"]),
        ("She called it “our base”.\n\n- Reuters.", []),
        ("“We left” - and nobody came.", []),
        ("“We left.” — Ms. Lund was the first to go.", []),
        ("“We left.” —", []),
        ("“We left.”", []),
    ],
)
def test_a_quotation_by_itself_is_signed_after_a_dash(text: str, signed: list[str]) -> None:
    dashes = {"-", "--", "—", "―"}
    assert [source for source, cue, _ in detect(text) if cue in dashes] == signed
