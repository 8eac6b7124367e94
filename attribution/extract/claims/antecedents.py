"""What "which" stands for in a claim: "a battery, which he said would save lives"."""

from __future__ import annotations

from collections.abc import Sequence

from attribution.extract.actors.cast import Cast
from attribution.extract.claims.ellipsis import Omission
from attribution.extract.detection import Detection, Span
from attribution.extract.english.lemmas import forms_of
from attribution.extract.english.morphology import (
    COORDINATORS,
    DETERMINERS,
    POSSESSIVES,
    PREPOSITIONS,
    RELATIVES,
    SUBJECT_PRONOUNS,
    SUBORDINATORS,
    is_adverb,
)
from attribution.extract.english.stance_words import CALLING_VERBS
from attribution.extract.text.sentence_parts import is_verb, plain
from attribution.extract.text.token_ranges import lower_words, token_range, tokens_in
from attribution.extract.text.tokens import TokenizedText

_LONGEST = 9
"""Tokens of what a relative pronoun stands for, at most."""

_CALLING = frozenset(forms_of(sorted(CALLING_VERBS)))
_AFTER_VERBS = PREPOSITIONS | DETERMINERS
_BEFORE_NOUNS = DETERMINERS | POSSESSIVES | SUBJECT_PRONOUNS
_ADJECTIVE_ENDINGS = ("al", "ic", "ive", "ous", "ary", "ly")
_ENDING = (PREPOSITIONS | SUBORDINATORS | COORDINATORS | RELATIVES | {"to"}) - {"of"}


def with_antecedent(
    tokenized: TokenizedText, detection: Detection, spans: Sequence[Span], cast: Cast
) -> tuple[Omission, tuple[Span, ...]] | None:
    """Find what the relative pronoun means that a claim begins with, or lacks.

    Args:
        tokenized: The text.
        detection: The attribution.
        spans: The words of its claim.
        cast: Who is mentioned in the text.

    Returns:
        The words to add, "[a battery]", and the words of the claim without the pronoun; None where
        it begins with none or what is meant cannot be told.
    """
    found = _relative(tokenized, detection, spans)
    if found is None:
        return None
    relative, rest = found
    meant = _before(tokenized, relative, cast)
    if meant is None or not rest:
        return None
    words = " ".join(tokenized.text[meant[0] : meant[1]].split())
    return Omission(rest[0][0], f"[{words}] "), rest


def _relative(
    tokenized: TokenizedText, detection: Detection, spans: Sequence[Span]
) -> tuple[int, tuple[Span, ...]] | None:
    """Index of the pronoun that stands before its source, and the words of the claim without it."""
    tokens = tokenized.tokens
    if not detection.source:
        return None
    speaks, _ = token_range(tokenized, detection.source[0])
    first, stop = token_range(tokenized, spans[0])
    if first == stop:
        return None
    if first < speaks and plain(tokens[first].text) in RELATIVES | {"that"}:
        alone = stop - first == 1
        if alone or plain(tokens[first].text) != "that":
            kept = spans[1:] if alone else ((tokens[first + 1].start, spans[0][1]), *spans[1:])
            return first, tuple(kept)
    if first > speaks > 1 and plain(tokens[speaks - 1].text) in RELATIVES:
        cue = lower_words(tokens_in(tokenized, detection.cue))
        if _begins_predicate(tokenized, first) or not _CALLING.isdisjoint(cue):
            return speaks - 1, tuple(spans)
    return None


def _begins_predicate(tokenized: TokenizedText, first: int) -> bool:
    """Whether a verb stands at an index, known or told by what follows: "overlaps with"."""
    word, *after = (plain(t.text) for t in tokenized.tokens[first : first + 2])
    if is_verb(word) or not after:
        return is_verb(word)
    return word.endswith("s") and (after[0] in _AFTER_VERBS or is_adverb(after[0]))


def _is_inside_phrase(tokenized: TokenizedText, index: int) -> bool:
    """Whether what looks like a verb describes a noun: "a heavily armed group", "one it calls"."""
    before = tokenized.tokens[index - 1].text if index else ""
    word = plain(before)
    describes = before[:1].isupper() or word.endswith(_ADJECTIVE_ENDINGS)
    return word in _BEFORE_NOUNS or is_adverb(word) or describes


def _before(tokenized: TokenizedText, relative: int, cast: Cast) -> Span | None:
    """The noun phrase that ends before a relative pronoun, by its article or as a name."""
    tokens = tokenized.tokens
    stop = relative - (tokens[relative - 1].text == ",")
    if stop < 1 or tokens[stop - 1].kind not in ("word", "number"):
        return None
    end = tokens[stop - 1].end
    for index in range(stop - 1, max(0, stop - _LONGEST) - 1, -1):
        word = plain(tokens[index].text)
        if word in DETERMINERS or word in POSSESSIVES:
            return tokens[index].start, end
        if word in _ENDING:
            return None
        if index < stop - 1 and is_verb(word) and not _is_inside_phrase(tokenized, index):
            return tokens[index + 1].start, end
        if tokens[index].kind == "punctuation":
            break
    around = cast.mentions_in(tokens[max(0, stop - _LONGEST)].start, end)
    named = (m for m in around if m.end == end and m.form == "name")
    return next(((m.start, end) for m in named), None)
