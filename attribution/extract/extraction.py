"""One document to its records: who says what in it, what it shows, what it says of actors."""

from __future__ import annotations

from attribution.extract.actors.cast import find_cast
from attribution.extract.claims.showing import find_shown
from attribution.extract.detected import detect_all, is_speech
from attribution.extract.detection import Detection, Detector
from attribution.extract.found import Found
from attribution.extract.record_writer import RecordWriter, Utterance
from attribution.extract.relations.finding import find_relations
from attribution.extract.speakers.citing import is_citing
from attribution.extract.speakers.finding import find_speakers
from attribution.extract.speakers.nesting import nesting
from attribution.extract.stances.reading import stance_of
from attribution.extract.text.tokens import TokenizedText, tokenize
from evidence.model import Document, Making
from evidence.vocabulary import Stance


def extract_document(document: Document, detector: Detector) -> Found:
    """Find who says what in a document.

    Args:
        document: With its text; one without a text holds nothing.
        detector: Finds the places of source, cue and content.

    Returns:
        The records found, each tied to its words.
    """
    tokenized = tokenize(document.text or "")
    detections = detect_all(tokenized, detector)
    cast = find_cast(tokenized, document, detections)
    shown = find_shown(tokenized, cast, detections)
    speech = [detection for detection in detections if is_speech(tokenized, detection)]
    speakers = find_speakers(tokenized, cast, speech)
    relations = find_relations(tokenized, speakers.cast)
    outer = nesting(speech, tokenized)
    utterances = [
        Utterance(detection, speakers.by[index], _stance(tokenized, detection), outer[index])
        for index, detection in enumerate(speech)
    ]

    made = Making(extractor=detector.name, version=detector.version)
    writer = RecordWriter(document, tokenized, speakers.cast, relations, made)
    writer.add_speech(utterances)
    writer.add_shown(shown)
    writer.add_relations()
    return writer.found


def _stance(tokenized: TokenizedText, detection: Detection) -> Stance:
    """How a source stands towards what it says; who is cited for something asserts it."""
    return Stance.ASSERTS if is_citing(tokenized, detection) else stance_of(tokenized, detection)
