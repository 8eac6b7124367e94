"""Whether words inside somebody's content are part of what is reported, or a remark of the text.

In "Kim said the port feared a raid, though she named no one" the port's fear is reported by Kim,
and that she named no one is told by the text itself, although both stand after "said".
"""

from __future__ import annotations

from attribution.extract.detection import Detection, Span
from attribution.extract.english.morphology import PREPOSITIONS, RELATIVES, is_adverb
from attribution.extract.english.remarks import REMARK_OPENERS, REPORT_OPENERS
from attribution.extract.text.sentence_parts import is_verb, plain
from attribution.extract.text.token_ranges import token_range
from attribution.extract.text.tokens import TokenizedText

LEAST_SURE = 0.6
"""What is within a doubtful attribution is not said to be reported by it."""

REACH = 40
"""Where a clause begins is looked for at most so many tokens before it."""


def is_reported(tokenized: TokenizedText, inner: Detection, outer: Detection) -> bool:
    """Judge whether an attribution outside quotation marks is reported by the one around it.

    It is where its clause opens the content or a sentence of it, or is tied on by "that" or "and".
    It is not where "what", "who", "though", a bracket or a dash leads to it, or another verb stands
    between.

    Args:
        tokenized: The text.
        inner: An attribution whose source and cue lie in a content of the other.
        outer: The attribution around it.
    """
    if outer.confidence is not None and outer.confidence < LEAST_SURE:
        return False
    start = min(span[0] for span in (*inner.source, *inner.cue))
    content = next((span for span in outer.content if span[0] <= start < span[1]), None)
    return content is not None and _opens_clause(tokenized, (content[0], start))


def _opens_clause(tokenized: TokenizedText, before: Span) -> bool:
    """Whether a clause that begins where a stretch ends is a main one of the content."""
    first, stop = token_range(tokenized, before)
    floor = max(first, stop - REACH)
    if stop < len(tokenized.tokens) and plain(tokenized.tokens[stop].text) in RELATIVES:
        return False
    parted = False
    for index in range(stop - 1, floor - 1, -1):
        word = plain(tokenized.tokens[index].text)
        if word in REPORT_OPENERS:
            return not parted or _opens_circumstance(tokenized, index + 1)
        if word in REMARK_OPENERS or is_verb(word):
            return False
        parted = parted or word == ","
    return floor == first and (not parted or _opens_circumstance(tokenized, first))


def _opens_circumstance(tokenized: TokenizedText, index: int) -> bool:
    """Whether words before a comma only say when or where: "in March, the port feared a raid"."""
    word = plain(tokenized.tokens[index].text)
    return word in PREPOSITIONS or is_adverb(word)
