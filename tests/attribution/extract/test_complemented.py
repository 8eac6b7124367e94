from __future__ import annotations

import pytest

from attribution.extract.complemented import ComplementedDetector
from attribution.extract.detection import Detection, Detector
from attribution.extract.rules import RuleDetector


class Fixed:
    """A detector that finds the same in every text."""

    name = "fixed"
    version = "3"
    univocal = True

    def __init__(self, *found: Detection) -> None:
        self._found = list(found)
        self.read: list[str] = []

    def detect(self, text: str) -> list[Detection]:
        self.read.append(text)
        return self._found


def cues(detector: Detector, text: str) -> list[str]:
    return [" ".join(text[s:e] for s, e in each.cue) for each in detector.detect(text)]


def complemented(*found: Detection, threshold: float | None = None) -> Detector:
    return ComplementedDetector(Fixed(*found), RuleDetector(), threshold=threshold)


@pytest.mark.parametrize(
    ("text", "cue"),
    [
        ("Iran denies involvement in the attacks.", "denies"),
        ("Tehran has denied any role in the strikes on the base.", "has denied"),
        ("The ministry refuted reports that the drones were assembled there.", "refuted"),
        ("As per the Pentagon, the depots held drones.", "As per"),
    ],
)
def test_denials_and_rare_prepositions_come_from_the_rules(text: str, cue: str) -> None:
    assert cues(complemented(), text) == [cue]


@pytest.mark.parametrize(
    "text", ["Iran said that it was not involved.", "According to Iran, it was not involved."]
)
def test_what_the_first_detector_can_learn_is_left_to_it(text: str) -> None:
    assert cues(RuleDetector(), text) != []
    assert cues(complemented(), text) == []


def test_the_first_detector_reads_english_print() -> None:
    first = Fixed()
    ComplementedDetector(first, RuleDetector()).detect("„We left“ | said Lund.")
    assert first.read == ["“We left”\n\n\nsaid Lund."]


def test_turns_of_a_transcript_come_from_the_rules() -> None:
    text = "MODERATOR: Who made them?\n\nMS. LUND: A plant near Isfahan.\n\n" * 2
    assert cues(complemented(), text) == [":"] * 4


def test_a_denial_inside_a_turn_is_read_with_the_turn() -> None:
    text = "MODERATOR: Is it so?\n\nMS. LUND: Iran denies any role in the attacks.\n\n" * 2
    assert cues(complemented(), text) == [":"] * 4


def test_nothing_is_found_twice() -> None:
    text = "Iran denies involvement in the attacks."
    known = Detection(((0, 4),), ((5, 11),), ((12, 38),), 0.9)
    assert complemented(known).detect(text) == [known]


def test_a_threshold_counts_for_the_rules_too() -> None:
    text = "Iran denies involvement in the attacks."
    (found,) = complemented().detect(text)
    assert found.confidence is not None
    assert complemented(threshold=found.confidence).detect(text) == [found]
    assert complemented(threshold=found.confidence + 0.01).detect(text) == []


def test_what_is_found_stands_in_the_order_of_the_text() -> None:
    text = "Iran denies involvement. It said so twice."
    later = Detection(((25, 27),), ((28, 32),), ((33, 35),), 0.9)
    assert cues(complemented(later), text) == ["denies", "said"]


def test_the_version_changes_with_either_detector() -> None:
    assert complemented().name == "fixed"
    assert complemented().version == f"3+rules-{RuleDetector.version}"


def test_a_denial_in_a_turn_that_is_left_out_comes_from_the_rules() -> None:
    text = "MODERATOR: Is it so?\n\nMS. LUND: Iran denies any role in the attacks.\n\n" * 2
    start = text.index("LUND: Iran")
    across = Detection(((start, start + 4),), ((start + 4, start + 5),), ((start + 6, start + 10),))
    assert "denies" in cues(complemented(across), text)


@pytest.mark.parametrize(
    ("text", "cue", "kept"),
    [
        ("The US carried out retaliatory strikes on depots.", "carried out retaliatory", False),
        ("The group has killed two soldiers.", "has killed", False),
        ("The ministry killed rumours that it had paid, officials said.", "officials said", True),
        ("The US vowed to carry out strikes on depots.", "vowed to carry out", True),
        ("The US announced strikes on depots.", "announced", True),
    ],
)
def test_a_deed_is_no_statement(text: str, cue: str, kept: bool) -> None:
    begin = text.index(cue)
    found = Detection(((0, 3),), ((begin, begin + len(cue)),), ((len(text) - 7, len(text)),), 0.6)
    assert (complemented(found).detect(text) == [found]) is kept
