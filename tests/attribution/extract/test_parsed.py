"""The detector on spaCy parses: its rules on parses made by hand, and on the pipeline it finds."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import pytest

from attribution.extract import detector_named
from attribution.extract.detection import Detection, Span
from attribution.extract.parsed.detector import ParsedDetector, _detections
from evidence.errors import ClaimtrailError


def parsed(*rows: tuple[str, int, str, str, str]) -> tuple[str, list[Detection]]:
    """A text of (word, head, label, part of speech, lemma) and what is found in its parse."""
    spacy = pytest.importorskip("spacy", reason="the extra spacy is not installed")
    from spacy.tokens import Doc

    words, heads, labels, tags, lemmas = zip(*rows, strict=True)
    document = Doc(
        spacy.blank("en").vocab,
        words=list(words),
        heads=list(heads),
        deps=list(labels),
        pos=list(tags),
        lemmas=list(lemmas),
    )
    found = [d for sentence in document.sents for d in _detections(sentence, 0)]
    return document.text, found


def told(text: str, found: Iterable[Detection]) -> list[tuple[str, str, str]]:
    def words(spans: tuple[Span, ...]) -> str:
        return " ... ".join(text[start:end] for start, end in spans)

    return [(words(d.source), words(d.cue), words(d.content)) for d in found]


def test_a_verb_with_a_clause() -> None:
    text, found = parsed(
        ("The", 1, "det", "DET", "the"),
        ("minister", 3, "nsubj", "NOUN", "minister"),
        ("has", 3, "aux", "AUX", "have"),
        ("denied", 3, "ROOT", "VERB", "deny"),
        ("that", 6, "mark", "SCONJ", "that"),
        ("he", 6, "nsubj", "PRON", "he"),
        ("paid", 3, "ccomp", "VERB", "pay"),
        (".", 3, "punct", "PUNCT", "."),
    )
    assert told(text, found) == [("The minister", "has denied", "that he paid")]
    assert found[0].confidence == pytest.approx(0.5, abs=0.5)


def test_a_verb_that_hangs_on_what_is_said() -> None:
    text, found = parsed(
        ("It", 2, "nsubj", "PRON", "it"),
        ("was", 2, "aux", "AUX", "be"),
        ("ending", 2, "ROOT", "VERB", "end"),
        (",", 2, "punct", "PUNCT", ","),
        ("she", 5, "nsubj", "PRON", "she"),
        ("said", 2, "parataxis", "VERB", "say"),
        (",", 2, "punct", "PUNCT", ","),
        ("soon", 2, "advmod", "ADV", "soon"),
        (".", 2, "punct", "PUNCT", "."),
    )
    assert told(text, found) == [("she", "said", "It was ending ... soon")]


def test_a_subject_is_shared_by_verbs_that_are_joined() -> None:
    text, found = parsed(
        ("Ana", 1, "nsubj", "PROPN", "Ana"),
        ("left", 1, "ROOT", "VERB", "leave"),
        ("and", 1, "cc", "CCONJ", "and"),
        ("said", 1, "conj", "VERB", "say"),
        ("nobody", 5, "nsubj", "PRON", "nobody"),
        ("knew", 3, "ccomp", "VERB", "know"),
    )
    assert ("Ana", "said", "nobody knew") in told(text, found)


def test_a_relative_clause_is_told_by_what_it_describes() -> None:
    text, found = parsed(
        ("The", 1, "det", "DET", "the"),
        ("envoy", 6, "nsubj", "NOUN", "envoy"),
        ("who", 3, "nsubj", "PRON", "who"),
        ("said", 1, "relcl", "VERB", "say"),
        ("nobody", 5, "nsubj", "PRON", "nobody"),
        ("knew", 3, "ccomp", "VERB", "know"),
        ("left", 6, "ROOT", "VERB", "leave"),
    )
    assert told(text, found) == [("The envoy", "said", "nobody knew")]


def test_a_passive_is_told_by_its_agent_only() -> None:
    agent = [
        ("The", 1, "det", "DET", "the"),
        ("claim", 3, "nsubjpass", "NOUN", "claim"),
        ("was", 3, "auxpass", "AUX", "be"),
        ("reported", 3, "ROOT", "VERB", "report"),
        ("by", 3, "agent", "ADP", "by"),
        ("Ana", 4, "pobj", "PROPN", "Ana"),
    ]
    clause = [
        ("to", 7, "aux", "PART", "to"),
        ("stand", 3, "ccomp", "VERB", "stand"),
    ]
    text, found = parsed(*agent, *clause)
    assert told(text, found) == [("Ana", "was reported", "to stand")]
    assert parsed(*agent[:4])[1] == []


def test_a_preposition() -> None:
    text, found = parsed(
        ("According", 5, "prep", "VERB", "accord"),
        ("to", 0, "prep", "ADP", "to"),
        ("Ana", 1, "pobj", "PROPN", "Ana"),
        (",", 5, "punct", "PUNCT", ","),
        ("ships", 5, "nsubj", "NOUN", "ship"),
        ("left", 5, "ROOT", "VERB", "leave"),
        (".", 5, "punct", "PUNCT", "."),
    )
    assert told(text, found) == [("Ana", "According to", "ships left")]


def test_a_noun_with_an_owner() -> None:
    text, found = parsed(
        ("Ana", 2, "poss", "PROPN", "Ana"),
        ("'s", 0, "case", "PART", "'s"),
        ("claim", 6, "nsubj", "NOUN", "claim"),
        ("that", 5, "mark", "SCONJ", "that"),
        ("ships", 5, "nsubj", "NOUN", "ship"),
        ("left", 2, "acl", "VERB", "leave"),
        ("surprised", 6, "ROOT", "VERB", "surprise"),
        ("nobody", 6, "dobj", "PRON", "nobody"),
    )
    assert ("Ana", "claim", "that ships left") in told(text, found)


def test_words_that_attribute_nothing_are_passed_over() -> None:
    text, found = parsed(
        ("Ships", 1, "nsubj", "NOUN", "ship"),
        ("left", 1, "ROOT", "VERB", "leave"),
        ("port", 1, "dobj", "NOUN", "port"),
    )
    assert told(text, found) == []


@pytest.fixture
def pipeline(tmp_path: Path) -> Path:
    """A pipeline on disk that cuts sentences and does not parse."""
    spacy = pytest.importorskip("spacy", reason="the extra spacy is not installed")
    blank: Any = spacy.blank("en")
    blank.add_pipe("sentencizer")
    blank.to_disk(tmp_path / "pipeline")
    return tmp_path / "pipeline"


def test_a_pipeline_without_a_parser_is_refused(pipeline: Path) -> None:
    detector = detector_named("spacy", model=str(pipeline))
    assert detector.detect("") == []
    with pytest.raises(ClaimtrailError, match="does not parse"):
        detector.detect("Ana said so.")
    assert detector.version


def test_an_unknown_pipeline_is_refused() -> None:
    pytest.importorskip("spacy", reason="the extra spacy is not installed")
    with pytest.raises(ClaimtrailError, match="no pipeline 'en_none'") as caught:
        ParsedDetector("en_none").detect("Ana said so.")
    assert "spacy download en_none" in caught.value.hint


def test_it_takes_no_threshold() -> None:
    with pytest.raises(ClaimtrailError, match="takes no threshold"):
        detector_named("spacy", threshold=0.5)


def test_without_spacy_the_message_says_what_to_install() -> None:
    code = (
        "import sys; sys.modules['spacy'] = None\n"
        "from attribution.extract import detector_named\n"
        "from evidence.errors import MissingExtraError\n"
        "try:\n    detector_named('spacy')\n"
        "except MissingExtraError as error:\n    print(error.hint)\n"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert "pip install 'claimtrail[spacy]'" in done.stdout
