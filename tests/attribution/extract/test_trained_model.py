"""A trained model at work: valid spans on any text, the same each time, and the right ones."""

from __future__ import annotations

import json
import os
import pickle
from collections.abc import Iterable
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from attribution.extract import SHIPPED_MODEL
from attribution.extract.detection import Detection, Span
from attribution.extract.trained import TrainedDetector
from evidence.errors import ClaimtrailError

MODEL = Path(os.environ.get("CLAIMTRAIL_MODEL", SHIPPED_MODEL))

SENTENCES = """The minister denied on Monday that his office had paid for the drones.
“We have never met them,” said Ana Horvat, a spokeswoman for the port authority.
According to the report, two ships left the harbour before dawn.
The committee expects prices to fall, but its chairman warned: “Nobody knows.”
"""


@pytest.fixture(scope="module")
def detector() -> TrainedDetector:
    return TrainedDetector(MODEL)


def words(text: str, spans: Iterable[Span]) -> str:
    return " ... ".join(text[start:end] for start, end in spans)


def check(text: str, found: list[Detection]) -> None:
    """Assert what holds of every answer, whatever the text."""
    for each in found:
        assert each.cue
        assert each.source
        assert each.content
        assert each.confidence is not None
        assert 0 <= each.confidence <= 1
        for spans in (each.source, each.cue, each.content):
            flat = [place for span in spans for place in span]
            assert flat == sorted(flat)
            assert all(start < end for start, end in spans)
            assert 0 <= flat[0] <= flat[-1] <= len(text)
    firsts = [min(each.source + each.cue + each.content) for each in found]
    assert firsts == sorted(firsts)


class TestDetector:
    def test_finds_source_cue_and_content(self, detector: TrainedDetector) -> None:
        found = detector.detect(SENTENCES)
        check(SENTENCES, found)
        denied = next(f for f in found if "denied" in words(SENTENCES, f.cue))
        assert words(SENTENCES, denied.source) == "The minister"
        assert words(SENTENCES, denied.content).endswith("paid for the drones")
        said = next(f for f in found if "said" in words(SENTENCES, f.cue))
        assert words(SENTENCES, said.source).startswith("Ana Horvat")
        assert "We have never met them" in words(SENTENCES, said.content)
        assert any("According to" in words(SENTENCES, f.cue) for f in found)

    def test_finds_nothing_where_nothing_is_said(self, detector: TrainedDetector) -> None:
        assert detector.detect("") == []
        assert detector.detect(" \n\t\r\n ") == []
        assert detector.detect("Two ships left the harbour before dawn.") == []

    def test_is_deterministic(self) -> None:
        assert TrainedDetector(MODEL).detect(SENTENCES) == TrainedDetector(MODEL).detect(SENTENCES)

    def test_a_lower_threshold_finds_more(self) -> None:
        doubtful = SENTENCES + "His disdain for the plan, a claim of theirs, read as a warning.\n"
        most, usual, least = (
            {f.cue for f in TrainedDetector(MODEL, threshold=t).detect(doubtful)}
            for t in (0.0, None, 0.9)
        )
        assert most > usual >= least
        assert TrainedDetector(MODEL, threshold=1.0).detect(doubtful) == []

    def test_another_process_loads_its_own_model(self, detector: TrainedDetector) -> None:
        found = detector.detect(SENTENCES)
        copied = pickle.dumps(detector)
        assert len(copied) < 1_000
        assert pickle.loads(copied).detect(SENTENCES) == found  # noqa: S301 - our own bytes

    def test_the_folder_holds_no_text_and_no_pickle(self) -> None:
        files = {path.name for path in MODEL.iterdir()}
        described = {"MODEL_CARD.md", "NOTICE"}
        assert files - described == {"lower.onnx", "upper.onnx", "vocabulary.txt", "model.json"}
        assert sum(path.stat().st_size for path in MODEL.iterdir()) <= 22_000_000

    @pytest.mark.parametrize("threshold", [-0.1, 1.1])
    def test_refuses_a_threshold_that_is_no_probability(self, threshold: float) -> None:
        with pytest.raises(ValueError, match="between 0 and 1"):
            TrainedDetector(MODEL, threshold=threshold)

    def test_refuses_files_that_do_not_belong_together(self, tmp_path: Path) -> None:
        for path in MODEL.iterdir():
            (tmp_path / path.name).write_bytes(path.read_bytes())
        (tmp_path / "vocabulary.txt").write_text("[PAD]\n", encoding="utf-8")
        with pytest.raises(ClaimtrailError, match=r"vocabulary\.txt does not belong"):
            TrainedDetector(tmp_path).detect("He said so.")
        (tmp_path / "vocabulary.txt").unlink()
        with pytest.raises(ClaimtrailError, match=r"vocabulary\.txt: cannot be read"):
            TrainedDetector(tmp_path).detect("He said so.")

    @pytest.mark.parametrize(
        ("decisions", "problem"),
        [
            ({"gates": 0.3}, "decisions.gates: Extra inputs"),
            ({"threshold": 7}, "decisions.threshold: Input should be less"),
            ({"weights": [1, 2]}, r"decisions.weights.\d: Field required"),
        ],
    )
    def test_refuses_decisions_that_it_does_not_understand(
        self, tmp_path: Path, decisions: dict[str, object], problem: str
    ) -> None:
        known = json.loads((MODEL / "model.json").read_text(encoding="utf-8"))
        known["decisions"] |= decisions
        (tmp_path / "model.json").write_text(json.dumps(known), encoding="utf-8")
        with pytest.raises(ClaimtrailError, match=rf"model\.json: describes no model: {problem}"):
            TrainedDetector(tmp_path).detect("He said so.")

    def test_refuses_a_description_that_is_none(self, tmp_path: Path) -> None:
        (tmp_path / "model.json").write_text("[", encoding="utf-8")
        with pytest.raises(ClaimtrailError, match="describes no model: Invalid JSON"):
            TrainedDetector(tmp_path).detect("He said so.")


ODD_TEXTS = {
    "all capitals": SENTENCES.upper(),
    "no punctuation": "".join(c for c in SENTENCES if c.isalnum() or c.isspace()),
    "straight quotes": SENTENCES.replace("“", '"').replace("”", '"'),
    "doubled quotes": SENTENCES.replace("“", "``").replace("”", "''"),
    "nested quotes": "“He told me ‘they said “no” twice’,” the clerk recalled.",
    "guillemets": "«Nous partons», said the envoy. „Wir gehen“, said another.",
    "unbalanced quotes": '“The minister said “we know nothing. " He added” that it was over.',
    "list": "- He said yes\n- She said no\n* 1. They denied it\n",
    "table": "who | says | what\n--- | --- | ---\nIran | denies | the attack\n" * 20,
    "emoji": "😀 The mayor 👩‍👩‍👧 said 🚢 that the ship 🔥 had left.",
    "right to left": "אמר השר כי הספינה עזבה. قال الوزير إن السفينة غادرت.",
    "mixed languages": "Der Minister sagte, the port said 港口 是 开 的, dit le maire.",
    "combining marks": "Z\u0301\u0302a\u0308 said i\u0307t wa\u0323s so.",
    "control characters": "He\x00 said\x1c that\u200b it\ufeff was\x85 so.\u2028 She denied it.",
    "lone surrogate": "He said \ud83d that it was so.",
    "a colon at the end": "The spokesman said:\nWe have never met them.\n",
    "only colons": ":\n:\n:\n::::\n",
    "carriage returns": SENTENCES.replace("\n", "\r\n"),
}


@pytest.mark.parametrize("text", ODD_TEXTS.values(), ids=ODD_TEXTS.keys())
def test_odd_texts_give_valid_spans(detector: TrainedDetector, text: str) -> None:
    check(text, detector.detect(text))


@settings(max_examples=60, deadline=None)
@given(st.lists(st.sampled_from([*SENTENCES.split(), *"“ ” \" ' : \n \r - 😀 ש é".split(" ")])))
def test_any_text_gives_valid_spans(tokens: list[str]) -> None:
    text = " ".join(tokens)
    check(text, _shared().detect(text))


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=300))
def test_any_characters_give_valid_spans(text: str) -> None:
    check(text, _shared().detect(text))


def _shared(cache: list[TrainedDetector] = []) -> TrainedDetector:  # noqa: B006
    # Hypothesis cannot use fixtures of a smaller scope; the model is loaded once.
    if not cache:
        cache.append(TrainedDetector(MODEL))
    return cache[0]


@pytest.mark.parametrize("unit", ["x", "said ", "“", "字"])
def test_a_line_without_end_gives_valid_spans(detector: TrainedDetector, unit: str) -> None:
    text = unit * (40_000 // len(unit))
    check(text, detector.detect(text))
