"""How sure a text says it is, in the bands that intelligence analysts agreed on.

The bands are those of Intelligence Community Directive 203, "Analytic Standards" (2015), section
D.6.e(2)(a): seven ranges of likelihood, each with the words that stand for it.
"""

from __future__ import annotations

from enum import Enum

from attribution.extract.english.certainty_words import (
    BAND_OF_PHRASE,
    HEDGES_BEFORE_NOUNS,
    LONGEST_PHRASE,
)
from attribution.extract.english.morphology import DETERMINERS, NEGATIONS
from attribution.extract.text.scanner import Token, scan

_NEGATION_REACH = 3
"""How many words back a "not" still turns a word of likelihood: "not at all likely" is not."""


class Band(Enum):
    """A range of likelihood of ICD 203, as per cent from and to."""

    REMOTE = (1, 5)
    VERY_UNLIKELY = (5, 20)
    UNLIKELY = (20, 45)
    ROUGHLY_EVEN = (45, 55)
    LIKELY = (55, 80)
    VERY_LIKELY = (80, 95)
    ALMOST_CERTAIN = (95, 99)

    @property
    def label(self) -> str:
        """The directive's words for the band, such as "very likely"."""
        return _LABELS[self]

    @property
    def negated(self) -> Band:
        """The band of its words after "not": not certain may well be, not possible is remote."""
        return _NEGATED[self]


_LABELS = {
    Band.REMOTE: "almost no chance",
    Band.VERY_UNLIKELY: "very unlikely",
    Band.UNLIKELY: "unlikely",
    Band.ROUGHLY_EVEN: "roughly even chance",
    Band.LIKELY: "likely",
    Band.VERY_LIKELY: "very likely",
    Band.ALMOST_CERTAIN: "almost certain",
}

_NEGATED = {
    Band.REMOTE: Band.ROUGHLY_EVEN,
    Band.VERY_UNLIKELY: Band.ROUGHLY_EVEN,
    Band.UNLIKELY: Band.LIKELY,
    Band.ROUGHLY_EVEN: Band.REMOTE,
    Band.LIKELY: Band.UNLIKELY,
    Band.VERY_LIKELY: Band.UNLIKELY,
    Band.ALMOST_CERTAIN: Band.ROUGHLY_EVEN,
}


def certainty_of(text: str) -> Band | None:
    """Read from the words of a proposition how likely it is said to be.

    The first word of likelihood decides, since the main clause comes first as a rule. Words that
    only open a possibility ("may", "could", "possibly") have no band in the directive and are
    taken for the middle one, which says the least.

    Args:
        text: The words of a claim or the content of an attribution.

    Returns:
        The band, or None where no word says how likely it is.
    """
    tokens = list(scan(text))
    words = [token.text.lower().replace("’", "'") for token in tokens]
    for index in range(len(tokens)):
        phrase = _phrase_at(words, index)
        if phrase is not None and not _is_other_use(tokens, words, index, phrase):
            band = Band[BAND_OF_PHRASE[phrase]]
            return band.negated if _is_negated(words, index) else band
    return None


def _phrase_at(words: list[str], index: int) -> str | None:
    for length in range(LONGEST_PHRASE, 0, -1):
        phrase = " ".join(words[index : index + length])
        if phrase in BAND_OF_PHRASE and index + length <= len(words):
            return phrase
    return None


def _is_other_use(tokens: list[Token], words: list[str], index: int, phrase: str) -> bool:
    """Whether the words say something else here: the month of May, "the most likely winner"."""
    if phrase == "may" and index > 0 and tokens[index].text == "May":
        return True
    before = words[index - 1] if index > 0 else ""
    return phrase.split()[-1] in HEDGES_BEFORE_NOUNS and before in DETERMINERS


def _is_negated(words: list[str], index: int) -> bool:
    before = words[max(0, index - _NEGATION_REACH) : index]
    return any(word in NEGATIONS or word.endswith("n't") for word in before)
