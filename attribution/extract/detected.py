"""All attributions of a text, those inside the contents of others included."""

from __future__ import annotations

from attribution.extract.appended import with_appended
from attribution.extract.claims.showing import is_showing
from attribution.extract.detection import Detection, Detector
from attribution.extract.english.cues import cue_lexicon
from attribution.extract.english.lemmas import forms_of
from attribution.extract.english.remarks import (
    ANYBODY,
    COMMITTING,
    FUTURE,
    POSSIBILITY,
    UNSPEAKING_VERBS,
)
from attribution.extract.framed import framed
from attribution.extract.inner import with_inner
from attribution.extract.parted import parted
from attribution.extract.speakers.anonymity import asks_for_anonymity
from attribution.extract.speakers.citing import with_cited
from attribution.extract.speakers.nesting import containing
from attribution.extract.speakers.nobody import is_nobodys
from attribution.extract.text.token_ranges import lower_words, tokens_in
from attribution.extract.text.tokens import TokenizedText
from attribution.extract.tidied import tidied
from attribution.extract.told import with_tellers

_UNSPEAKING = forms_of(sorted(UNSPEAKING_VERBS))


def detect_all(tokenized: TokenizedText, detector: Detector) -> list[Detection]:
    """Find the attributions of a text, and those inside what others say.

    Args:
        tokenized: The text.
        detector: Finds the places of source, cue and content.

    Returns:
        In order of the position of their first span. Those without content put nothing forward and
        are left out, as are those of nobody ("none of them said") and, inside the content of
        another, cues that only say what may be or what a thing displays: they attribute far more
        seldom there. Who is cited for something is its source.
    """
    found = detector.detect(tokenized.text)
    if detector.univocal:
        found = with_inner(tokenized.text, tidied(tokenized, found), detector)
    found = framed(tokenized, with_tellers(tokenized, found))
    found = with_cited(tokenized, parted(tokenized, with_appended(tokenized, found)))
    around = containing(found)
    return [
        each
        for each, outer in zip(found, around, strict=True)
        if each.content
        and (outer is None or _attributes(tokenized, each))
        and not is_nobodys(tokenized, each)
    ]


def is_speech(tokenized: TokenizedText, detection: Detection) -> bool:
    """Whether somebody speaks, where a thing may show, or a source only asks not to be named."""
    return not is_showing(tokenized, detection) and not asks_for_anonymity(tokenized, detection)


def _attributes(tokenized: TokenizedText, detection: Detection) -> bool:
    """Whether a cue inside a content says that somebody says, wants or believes something."""
    if not ANYBODY.isdisjoint(lower_words(tokens_in(tokenized, detection.source))):
        return False
    words = lower_words(tokens_in(tokenized, detection.cue))
    if not POSSIBILITY.isdisjoint(words) or not _UNSPEAKING.keys().isdisjoint(words):
        return False
    return FUTURE.isdisjoint(words) or _commits(words)


def _commits(words: list[str]) -> bool:
    lexicon = cue_lexicon()
    return any(
        form.cue.stance.value in COMMITTING
        for place in range(len(words))
        for form in lexicon.at(words, place)
    )
