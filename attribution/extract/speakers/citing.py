"""Sources that a source cites: "the Times, citing officials, reported that ..."."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from attribution.extract.detection import Detection, Span
from attribution.extract.english.morphology import AUXILIARIES, PREPOSITIONS, RELATIVES
from attribution.extract.english.roles import (
    BODY_NOUNS,
    GROUP_NOUNS,
    PERSON_ROLES,
    TEXT_NOUNS,
    singular,
)
from attribution.extract.text.token_ranges import lower_words, tokens_in
from attribution.extract.text.tokens import TokenizedText

_CITING = frozenset({"citing", "quoting"})
_SOURCES = PERSON_ROLES | BODY_NOUNS | TEXT_NOUNS
_AFTER_HEAD = PREPOSITIONS | RELATIVES | {"that", ",", "with", "to"}
_AFTER_PEOPLE = frozenset("aware briefed close familiar involved knowledgeable present".split())
"""Words that may follow the noun for people: "officials familiar with the matter"."""


def with_cited(tokenized: TokenizedText, detections: Sequence[Detection]) -> list[Detection]:
    """Let those who are cited say what whoever cites them says.

    Args:
        tokenized: The text.
        detections: Its attributions.

    Returns:
        The same in the same order. Where one takes for content whom its source cites for what it
        says in another, they become the source and what is said the content; where it says nothing
        else, nothing is put forward and no content left.
    """
    saying: dict[Span, Detection] = {}
    for each in detections:
        if each.source and each.content and not is_citing(tokenized, each):
            saying.setdefault(each.source[0], each)
    return [_cited(tokenized, each, saying) for each in detections]


def is_citing(tokenized: TokenizedText, detection: Detection) -> bool:
    """Whether the cue says that somebody is cited."""
    return lower_words(tokens_in(tokenized, detection.cue)) in [[word] for word in _CITING]


def _cited(
    tokenized: TokenizedText, detection: Detection, saying: Mapping[Span, Detection]
) -> Detection:
    citer = saying.get(detection.source[0]) if detection.source else None
    if not is_citing(tokenized, detection) or not _names_source(tokenized, detection.content):
        return detection
    if citer is None:
        return replace(detection, content=())
    return replace(detection, source=detection.content, content=citer.content)


def _names_source(tokenized: TokenizedText, content: Sequence[Span]) -> bool:
    """Whether words are people, a body or a text, and say nothing of them."""
    tokens = tokens_in(tokenized, content)
    words = lower_words(tokens)
    after = _AFTER_HEAD | _AFTER_PEOPLE
    end = next((i for i, word in enumerate(words) if word in after), len(words))
    if not end or not AUXILIARIES.isdisjoint(words[:end]):
        return False
    head = words[end - 1]
    named = tokens[end - 1].text[0].isupper()
    return named or head in GROUP_NOUNS or singular(head) in _SOURCES
