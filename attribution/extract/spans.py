"""The bare places of attributions, in the form that evaluation of extractors needs."""

from __future__ import annotations

import json
from pathlib import PurePath

from attribution.extract.detection import Detector
from evidence.model import Document


def spans_line(document: Document, detector: Detector) -> str:
    """One line of JSON: the document's file name without ending, and its attributions.

    Each role is a list of [start, end] in code points, end exclusive.
    """
    name = PurePath(document.filename).stem if document.filename else document.id
    attributions = [
        {"source": d.source, "cue": d.cue, "content": d.content}
        for d in detector.detect(document.text or "")
    ]
    return json.dumps({"id": name, "attributions": attributions}, ensure_ascii=False) + "\n"
