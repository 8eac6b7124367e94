"""The trained detector with what the rules know and annotated news seldom shows.

A network learns what its articles have often. Reporting on contested events is full of denials,
and of sources named by "as per"; annotated political news has hardly any, and the network passes
them over even where a rule cannot go wrong, while it takes a deed of war now and then for a
statement. Nor has it many transcripts or signed quotations, or «...», „...“ and tables, which the
network reads in the print that it knows.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from attribution.extract.detection import Detection, Detector, Span
from attribution.extract.english.cues import cue_lexicon
from attribution.extract.english.deeds import DEED_PHRASES, DEEDS
from attribution.extract.english.lemmas import forms_of
from attribution.extract.english.seldom import PHRASES, VERBS
from attribution.extract.speeches import speeches, with_speeches
from attribution.extract.text.english_print import in_english_print

_VERB_FORMS = forms_of(sorted(VERBS))
_WORDS = "|".join(sorted([*PHRASES, *_VERB_FORMS])).replace(" ", r"\s+")
_LABELLED = r"^[^\W\d_a-z][^:\na-z]{0,60}:"
_SIGNED = r"[”“\"»'’]\s*[-‐‑–—―]"
_MENTION = re.compile(rf"\b(?i:{_WORDS})\b|{_LABELLED}|{_SIGNED}", re.MULTILINE)

_DEED_FORMS = [
    " ".join([form, *others])
    for first, *others in (deed.split() for deed in sorted(DEEDS | DEED_PHRASES))
    for form in forms_of([first])
]
_DEED = re.compile(rf"\b(?:{'|'.join(_DEED_FORMS)})\b")


class ComplementedDetector:
    """Finds what the first detector finds, and of the second what has a cue of the seldom ones.

    Args:
        first: Its detections are kept, unless they only tell of a deed; it reads the text in
            English print.
        second: Its detections are kept where they have a seldom cue that none of the first's
            touches, or are whole speeches (see `with_speeches`).
        threshold: Least confidence of what is kept of the second; None keeps all.
    """

    univocal = True

    def __init__(
        self, first: Detector, second: Detector, *, threshold: float | None = None
    ) -> None:
        self._first = first
        self._second = second
        self._threshold = threshold or 0.0

    @property
    def name(self) -> str:
        """The name of the first detector."""
        return self._first.name

    @property
    def version(self) -> str:
        """The versions of both."""
        return f"{self._first.version}+{self._second.name}-{self._second.version}"

    def detect(self, text: str) -> list[Detection]:
        """Find the attributions of a text, in order of the position of their first span."""
        read = self._first.detect(in_english_print(text))
        found = [each for each in read if not _is_deed(text, each)]
        if not _MENTION.search(text):
            return found
        known = [each for each in self._second.detect(text) if self._is_known(each)]
        whole = speeches(text, known)
        found = with_speeches(found, whole)
        # A speech is read again by itself, which shows what is denied inside it.
        read_again = set(whole).intersection(found)
        taken = _places([*(each.cue for each in found), *(each.content for each in read_again)])
        more = [
            each
            for each in known
            if _is_seldom(text, each) and taken.isdisjoint(_places([each.cue]))
        ]
        return sorted([*found, *more], key=lambda each: min(each.source + each.cue + each.content))

    def _is_known(self, each: Detection) -> bool:
        sure = (each.confidence or 0.0) >= self._threshold
        return sure and bool(each.source) and bool(each.content)


def _places(roles: Iterable[Sequence[Span]]) -> set[int]:
    return {place for spans in roles for span in spans for place in range(*span)}


def _is_deed(text: str, each: Detection) -> bool:
    """Whether a cue tells what somebody does, and no word of it that somebody says so."""
    cue = _words(text, each.cue).lower()
    words = cue.split()
    return bool(_DEED.search(cue)) and not any(
        cue_lexicon().at(words, place) for place in range(len(words))
    )


def _is_seldom(text: str, each: Detection) -> bool:
    words = _words(text, each.cue).lower()
    return words in PHRASES or words.rpartition(" ")[2] in _VERB_FORMS


def _words(text: str, spans: Iterable[Span]) -> str:
    return " ".join(" ".join(text[start:end] for start, end in spans).split())
