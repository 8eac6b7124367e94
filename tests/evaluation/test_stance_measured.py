"""Stance against attributions of PolNeAR dev labelled by hand; the texts are not in the project."""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path

import pytest
from shared_data import SHARED

from attribution.extract.detection import Detection
from attribution.extract.stances.reading import stance_of
from attribution.extract.text.tokens import tokenize

LABELS = Path(__file__).with_name("speakers.jsonl")
TEXTS = SHARED / "data" / "polnear" / "dev" / "text"

pytestmark = pytest.mark.skipif(not TEXTS.is_dir(), reason="the PolNeAR texts are not here")


def test_stances_against_labels() -> None:
    lines = LABELS.read_text(encoding="utf-8").splitlines()
    labels = [row for row in map(json.loads, lines) if row.get("stance")]
    texts = {
        article: tokenize((TEXTS / f"{article}.txt").read_bytes().decode("utf-8"))
        for article in sorted({row["article"] for row in labels})
    }
    confused: Counter[tuple[str, str]] = Counter()
    for row in labels:
        detection = Detection(
            source=(),
            cue=tuple((start, end) for start, end in row["cue"]),
            content=(tuple(row["content"]),),
        )
        confused[row["stance"], stance_of(texts[row["article"]], detection).value] += 1
    right = sum(count for (label, found), count in confused.items() if label == found)
    share = right / len(labels)
    print(f"stance: {share:.1%} of {len(labels)}")
    for (label, found), count in sorted(confused.items()):
        if label != found:
            print(f"  {label} taken for {found}: {count}")
    assert len(labels) >= 300
    assert share >= 0.92
