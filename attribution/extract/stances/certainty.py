"""How sure a text says it is, in the bands that intelligence analysts agreed on.

The bands are those of Intelligence Community Directive 203, "Analytic Standards" (2015), section
D.6.e(2)(a): seven ranges of likelihood, each with the words that stand for it. Their names are
those of `evidence.vocabulary.Certainty`.
"""

from __future__ import annotations

from attribution.extract.english.certainty_words import (
    BAND_OF_PHRASE,
    HEDGES_BEFORE_NOUNS,
    LONGEST_PHRASE,
)
from attribution.extract.english.morphology import DETERMINERS, NEGATIONS
from attribution.extract.text.scanner import Token, scan
from evidence.vocabulary import Certainty

_NEGATION_REACH = 3
"""How many words back a "not" still turns a word of likelihood: "not at all likely" is not."""

# A word of likelihood after "not": not certain may well be, not possible is remote.
_NEGATED = {
    Certainty.REMOTE: Certainty.ROUGHLY_EVEN,
    Certainty.VERY_UNLIKELY: Certainty.ROUGHLY_EVEN,
    Certainty.UNLIKELY: Certainty.LIKELY,
    Certainty.ROUGHLY_EVEN: Certainty.REMOTE,
    Certainty.LIKELY: Certainty.UNLIKELY,
    Certainty.VERY_LIKELY: Certainty.UNLIKELY,
    Certainty.ALMOST_CERTAIN: Certainty.ROUGHLY_EVEN,
}


def certainty_of(text: str) -> Certainty | None:
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
            band = Certainty[BAND_OF_PHRASE[phrase]]
            return _NEGATED[band] if _is_negated(words, index) else band
    return None


def _phrase_at(words: list[str], index: int) -> str | None:
    for length in range(LONGEST_PHRASE, 0, -1):
        phrase = " ".join(words[index : index + length])
        if phrase in BAND_OF_PHRASE and index + length <= len(words):
            return phrase
    return None


def _is_other_use(tokens: list[Token], words: list[str], index: int, phrase: str) -> bool:
    """Whether the words say something else here: the month of May, "could not", "could no longer".

    So do "likely" and its like in "the most likely winner".
    """
    if phrase == "may" and index > 0 and tokens[index].text == "May":
        return True
    if phrase == "could" and words[index + 1 : index + 2] in (["not"], ["no"]):
        return True
    before = words[index - 1] if index > 0 else ""
    return phrase.split()[-1] in HEDGES_BEFORE_NOUNS and before in DETERMINERS


def _is_negated(words: list[str], index: int) -> bool:
    before = words[max(0, index - _NEGATION_REACH) : index]
    return any(word in NEGATIONS or word.endswith("n't") for word in before)
