"""Contents that end where something else is said: "said A and denied B", "said A; Kim said B"."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace

from attribution.extract.detection import Detection, Span
from attribution.extract.english.charge_words import ANSWERING
from attribution.extract.english.lemmas import forms_of
from attribution.extract.english.morphology import AUXILIARIES, is_adverb
from attribution.extract.text.sentence_parts import is_verb, plain
from attribution.extract.text.token_ranges import token_range
from attribution.extract.text.tokens import TokenizedText

_LINKS = frozenset("and but".split())
_STOPPING = frozenset(forms_of(["stop"]))
_GIVING = frozenset("citing elaborating giving offering presenting providing specifying".split())
_DENIALS = frozenset(forms_of(sorted(ANSWERING)))
_LONGEST_SUBJECT = 6
"""Words of "Damascus and its allies", at most."""


def parted(tokenized: TokenizedText, detections: Sequence[Detection]) -> list[Detection]:
    """End contents before another cue of the same source that "and" or "but" adds.

    They also end before a semicolon after which another source is named or somebody denies, and
    before "but stopped short of" and ", without giving evidence".

    Args:
        tokenized: The text.
        detections: Its attributions.

    Returns:
        The same in the same order. The cost is n log n.
    """
    ends = [*_ends(tokenized, detections), *_turns(tokenized)]
    ends.sort(key=lambda end: end[0])
    return [replace(each, content=_cut_all(each, ends)) for each in detections]


_End = tuple[int, Span | None]
"""Where an added clause begins, and the source that goes on; None where another one speaks."""


def _ends(tokenized: TokenizedText, detections: Sequence[Detection]) -> Iterator[_End]:
    for each in detections:
        if not each.source or not each.cue:
            continue
        opening, _ = token_range(tokenized, each.source[0])
        if opening > 1 and tokenized.tokens[opening - 1].text == ";":
            yield tokenized.tokens[opening - 2].end, None
        first, _ = token_range(tokenized, each.cue[0])
        while first > 1 and _is_of_verb(tokenized.tokens[first - 1].text):
            first -= 1
        link = first - 1
        if link > 0 and plain(tokenized.tokens[link].text) in _LINKS:
            yield tokenized.tokens[link - 1].end, each.source[0]


def _turns(tokenized: TokenizedText) -> Iterator[_End]:
    """Places after which words say what somebody denies, or does not say."""
    tokens = tokenized.tokens
    for index in range(1, len(tokens)):
        if tokens[index].text == ";":
            after = tokens[index + 1 : index + 2 + _LONGEST_SUBJECT]
            if _answers([plain(token.text) for token in after]):
                yield tokens[index - 1].end, None
        elif tokens[index].text == "without" and index > 1:
            following = tokens[index + 1].text if index + 1 < len(tokens) else ""
            if following in _GIVING and tokens[index - 1].text == ",":
                yield tokens[index - 2].end, None
        elif tokens[index].text == "short" and index > 2:
            link, stops = (plain(token.text) for token in tokens[index - 2 : index])
            if link in _LINKS and stops in _STOPPING:
                last = index - 3 - (tokens[index - 3].text == ",")
                yield tokens[max(0, last)].end, None


def _answers(words: Sequence[str]) -> bool:
    """Whether a verb of denial is the first verb of a clause that begins here."""
    heads = (word for word in words[1:] if word not in AUXILIARIES)
    return next((word for word in heads if word in _DENIALS or is_verb(word)), None) in _DENIALS


def _is_of_verb(word: str) -> bool:
    return plain(word) in AUXILIARIES or is_adverb(plain(word))


def _cut_all(detection: Detection, ends: Sequence[_End]) -> tuple[Span, ...]:
    """The content up to the first clause that is not of it, if that leaves anything."""
    if not detection.source or not detection.content:
        return detection.content
    first, last = detection.content[0][0], detection.content[-1][1]
    own = detection.source[0]
    for at in range(bisect_right(ends, first, key=lambda end: end[0]), len(ends)):
        end, source = ends[at]
        if end >= last:
            break
        if source is None or source == own:
            kept = [(start, min(stop, end)) for start, stop in detection.content if start < end]
            return tuple(kept) or detection.content
    return detection.content
