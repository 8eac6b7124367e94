"""Requests to stay unnamed: "who asked not to be named" tells nothing but how a source speaks."""

from __future__ import annotations

from attribution.extract.detection import Detection
from attribution.extract.text.token_ranges import lower_words, tokens_in
from attribution.extract.text.tokens import TokenizedText

_NAMING = frozenset("named identified quoted cited".split())
_OPENING = (("not", "to", "be"), ("to", "remain"), ("to", "stay"), ("to", "be"), ("anonymity",))
_UNNAMED = frozenset("anonymous unnamed anonymously".split())


def asks_for_anonymity(tokenized: TokenizedText, detection: Detection) -> bool:
    """Whether what a detection takes for content is only that the source is not to be named."""
    words = lower_words(tokens_in(tokenized, detection.content))
    for opening in _OPENING:
        if tuple(words[: len(opening)]) == opening:
            return not {*_NAMING, *_UNNAMED, "anonymity"}.isdisjoint(words[: len(opening) + 1])
    return False
