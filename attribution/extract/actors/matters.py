"""Where "it" or "they" are things and nobody who acts: "it was a false flag", "is clear that"."""

from __future__ import annotations

from collections.abc import Sequence

from attribution.extract.english.lemmas import forms_of
from attribution.extract.english.matters import EVENTS, HAPPENING, JUDGED, PLANNED, UNDERGONE
from attribution.extract.english.morphology import (
    AUXILIARIES,
    BE,
    DETERMINERS,
    NEGATIONS,
    PREPOSITIONS,
    RELATIVES,
    is_adverb,
)
from attribution.extract.text.sentence_parts import plain
from attribution.extract.text.tokens import Token

_HAPPENING = frozenset(forms_of(sorted(HAPPENING)))
_LONGEST = 8
"""Words from a pronoun to the noun that says what it is, at most."""

_ENDING = PREPOSITIONS | RELATIVES | {"that", "to", "and", "but", "or"}


def is_matter(tokens: Sequence[Token], index: int) -> bool:
    """Whether what is said of a pronoun can be said of no state, body or group.

    Args:
        tokens: All tokens of the text.
        index: Index of the pronoun.
    """
    words = [plain(t.text) for t in tokens[index + 1 : index + 1 + _LONGEST]]
    verb = next((i for i, word in enumerate(words) if not _is_of_verb(word)), len(words))
    rest = words[verb:]
    if rest[:1] and rest[0] in _HAPPENING:
        return True
    if not any(word in BE for word in words[:verb]):
        return False
    if rest[:1] and rest[0] in UNDERGONE:
        return True
    if plain(tokens[index].text) != "it":
        return False
    if rest[:1] and rest[0] in PLANNED:
        return True
    if rest[:1] and rest[0] in JUDGED:
        return rest[1:2] in (["that"], ["to"], ["whether"], ["for"])
    if "who" in rest:
        return True
    if _names(tokens, index + 1 + verb) and "that" in rest[1:]:
        return True
    of_noun = rest[:1] != [] and rest[0] in DETERMINERS
    return of_noun and ("that" in rest[2:] or _head(rest[1:]) in EVENTS)


def _names(tokens: Sequence[Token], index: int) -> bool:
    """Whether a name stands at an index: "it was Russia that"."""
    return index < len(tokens) and tokens[index].text[0].isupper()


def _is_of_verb(word: str) -> bool:
    if word in JUDGED:
        return False
    return word in AUXILIARIES or word in NEGATIONS or word in ("too", "longer") or is_adverb(word)


def _head(words: Sequence[str]) -> str:
    """The last word of a noun phrase."""
    head = ""
    for word in words:
        if not word[0].isalpha() or word in _ENDING:
            break
        head = word
    return head
