"""Statements whose whole content is that a charge is false: "Any claim that ... is wrong"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from attribution.extract.detection import Span
from attribution.extract.english.lemmas import forms_of
from attribution.extract.english.morphology import (
    BE,
    DETERMINERS,
    NEGATIONS,
    SUBORDINATORS,
    is_adverb,
)
from attribution.extract.english.stance_words import ANAPHORS, CHARGES, FALSE_WORDS, TRUE_WORDS
from attribution.extract.text.scanner import Token
from attribution.extract.text.token_ranges import lower_words

_CHARGE_REACH = 4
"""How many words may stand before the charge: "Any of these recent claims"."""

_VERDICT_REACH = 6
"""How many words may stand between "is" and "false": "is, quite frankly, false"."""

_GOVERNING = SUBORDINATORS | {"to", "and", "but", "of", ","}
"""Words before a charge that make it a part of something else."""

_SELVES = frozenset("i we it they he she".split())
_DENYING = frozenset(forms_of(["deny", "dismiss", "dispute", "refute", "reject"]))
_COMPLEMENTIZERS = frozenset("that to of about by concerning in".split())
_BE_CLITICS = frozenset("'s 're".split())


@dataclass(frozen=True, slots=True)
class Denial:
    """A charge that is said to be false.

    Attributes:
        charge: What is denied, in code points; None where only "this" or "it" stands for it.
    """

    charge: Span | None


def find_denial(tokens: Sequence[Token]) -> Denial | None:
    """Read some content as the denial of a charge, where it is one.

    Args:
        tokens: The tokens of the content, in order, with its quotation marks.

    Returns:
        The denial, or None where the content says something else.
    """
    kept = [t for t in tokens if t.kind != "punctuation" or t.text in (",", "…", ".", ":")]
    words = lower_words(kept)
    first = 1 if words[:1] in (["that"], ["and"], ["but"]) and words[1:2] != ["is"] else 0
    return (
        _own_denial(kept, words, first)
        or _no_truth(kept, words, first)
        or _anaphoric(kept, words, first)
        or _charge_is_false(kept, words, first)
        or _called_false(kept, words, first)
    )


def taken_as_false(tokens: Sequence[Token]) -> Span | None:
    """What is called false in the content of a cue such as "rejected": "the video as a fake".

    Args:
        tokens: The tokens of the content, in order.

    Returns:
        The words before "as", in code points; None where no verdict follows.
    """
    tokens = [token for token in tokens if token.kind != "punctuation"]
    words = lower_words(tokens)
    for index in range(max(1, len(words) - _VERDICT_REACH), len(words)):
        if words[index] == "as" and not FALSE_WORDS.isdisjoint(words[index:]):
            return tokens[0].start, tokens[index - 1].end
    return None


def charged(tokens: Sequence[Token]) -> int | None:
    """Where a proposition begins that some words only name: "Russian claims that ...".

    Args:
        tokens: The tokens of what is put forward, in order.

    Returns:
        The code point after "that"; None where the words say more, or something else.
    """
    words = lower_words(tokens)
    charge = charge_at(words, 0)
    if charge is None or not _GOVERNING.isdisjoint(words[:charge]):
        return None
    that = charge + 1
    if words[that : that + 1] == ["by"]:
        that = next((i for i in range(that, len(words)) if words[i] == "that"), len(words))
    if that - charge > _CHARGE_REACH or that + 2 >= len(words) or words[that] != "that":
        return None
    return tokens[that + 1].start


def _own_denial(tokens: Sequence[Token], words: Sequence[str], first: int) -> Denial | None:
    """Read "they categorically reject the allegation that ..."."""
    if first >= len(words) or words[first] not in _SELVES:
        return None
    verb = first + 1
    while verb < len(words) and is_adverb(words[verb]):
        verb += 1
    charge = charge_at(words, verb + 1)
    if charge is None or words[verb] not in _DENYING or words[verb + 1] in NEGATIONS | {"no"}:
        return None
    return Denial(charge_span(tokens, words, verb + 1, charge, len(words)))


def _no_truth(tokens: Sequence[Token], words: Sequence[str], first: int) -> Denial | None:
    """Read "There is no truth to the claims that ..."."""
    if words[first : first + 1] != ["there"] or "truth" not in words[first : first + 6]:
        return None
    at = words.index("truth", first)
    if not any(word in NEGATIONS for word in words[first:at]):
        return None
    return Denial(_span_after(tokens, words, at + 1))


def _anaphoric(tokens: Sequence[Token], words: Sequence[str], first: int) -> Denial | None:
    """Read "This is false" and "It is not true that ..."."""
    if first >= len(words) or words[first] not in ANAPHORS:
        return None
    end = _verdict_end(words, first + 1)
    if end is None:
        return None
    if words[end : end + 1] == ["that"]:
        return Denial(_span_after(tokens, words, end))
    return Denial(None)


def _charge_is_false(tokens: Sequence[Token], words: Sequence[str], first: int) -> Denial | None:
    """Read "Any claim to attribute the attack to us is factually wrong"."""
    charge = charge_at(words, first)
    if charge is None:
        return None
    for index in range(charge + 1, len(words)):
        if _verdict_end(words, index) is not None:
            return Denial(charge_span(tokens, words, first, charge, index))
    return None


def _called_false(tokens: Sequence[Token], words: Sequence[str], first: int) -> Denial | None:
    """Read what follows "called": "the reports baseless", "the claim a lie"."""
    charge = charge_at(words, first)
    if charge is None or len(words) - charge > 2 * _VERDICT_REACH:
        return None
    if any(word in BE or word in SUBORDINATORS for word in words[charge:]):
        return None
    if not any(word in FALSE_WORDS for word in words[charge + 1 :]):
        return None
    return Denial((tokens[first].start, tokens[charge].end))


def charge_at(words: Sequence[str], first: int) -> int | None:
    """Index of the noun for what others say ("any of these claims"), if a phrase begins with it."""
    for index in range(first, min(first + _CHARGE_REACH, len(words))):
        if words[index] in CHARGES:
            return index
        if words[index] in BE:
            return None
    return None


def _verdict_end(words: Sequence[str], index: int) -> int | None:
    """The index after "is (quite) false" or "is not true" where that begins at `index`."""
    if index >= len(words) or not (words[index] in BE or words[index] in _BE_CLITICS):
        return None
    negated = words[index].endswith("n't")
    for at in range(index + 1, min(index + 1 + _VERDICT_REACH, len(words))):
        word = words[at]
        if word in NEGATIONS:
            negated = True
        elif word in FALSE_WORDS or word in TRUE_WORDS:
            return at + 1 if (word in FALSE_WORDS) != negated else None
        elif not (is_adverb(word) or word in DETERMINERS or word in (",", "all", "simply")):
            return None
    return None


def charge_span(
    tokens: Sequence[Token], words: Sequence[str], first: int, charge: int, verdict: int
) -> Span:
    """What the charge says, or its name where it stands alone: "the allegations"."""
    if charge + 1 == verdict:
        return tokens[first].start, tokens[charge].end
    begin = charge + 1
    if words[begin] in _COMPLEMENTIZERS and begin + 1 < verdict:
        begin += 1
    return tokens[begin].start, tokens[verdict - 1].end


def _span_after(tokens: Sequence[Token], words: Sequence[str], index: int) -> Span | None:
    """The rest of the content without what leads into it: "to the claim that"."""
    begin = index
    while begin < len(words) and _leads_in(words, begin):
        begin += 1
    stop = len(words)
    while stop > begin and tokens[stop - 1].kind == "punctuation":
        stop -= 1
    return (tokens[begin].start, tokens[stop - 1].end) if begin < stop else None


def _leads_in(words: Sequence[str], index: int) -> bool:
    word = words[index]
    if word in DETERMINERS:
        return index + 1 < len(words) and words[index + 1] in CHARGES
    return word in _COMPLEMENTIZERS or word in CHARGES
