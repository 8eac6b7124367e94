"""What part a mention plays in its sentence, judged by the words beside it."""

from __future__ import annotations

from collections.abc import Sequence
from enum import Enum

from attribution.extract.english.common_verbs import COMMON_VERBS, NOUN_LIKE
from attribution.extract.english.morphology import COORDINATORS, PREPOSITIONS, SUBORDINATORS
from attribution.extract.english.verbs import IRREGULAR, inflections
from attribution.extract.text.tokens import Token

AUXILIARIES = frozenset(
    "is are was were be been am has have had do does did will would can could may might must"
    " shall should isn't aren't wasn't weren't hasn't haven't hadn't doesn't don't didn't"
    " won't wouldn't can't couldn't shouldn't cannot".split()
)
PLACE_PREPOSITIONS = frozenset("in near outside around inside across at throughout".split())
"""Prepositions that say where, not who."""

_AFTER_SUBJECT = frozenset((",", "(", "and", "to"))
_ADVERBS = frozenset(
    "also then later once still never often now just even again recently already not".split()
)
_PRESENT = frozenset(
    "says warns claims argues insists tells asks adds notes writes denies accuses urges vows"
    " calls wants believes thinks knows hopes plans intends supports opposes explains suggests"
    " expects fears sees feels needs seems says say warn claim argue insist deny want believe"
    " think know hope plan intend support oppose continues continue plans makes make gives"
    " give takes take goes go comes come keeps keep holds hold leads runs remains appears"
    " faces shows agrees agree refuses".split()
)
_PASTS = frozenset(form for forms in IRREGULAR.values() for form in forms) | frozenset(
    """fled fed froze hid hung lent lit rode rang sang sank shrank slept slid sped sprang stuck
    stung swung tore woke swam drank""".split()
)
_THIRDS = frozenset(
    word
    for lemma in sorted(COMMON_VERBS - NOUN_LIKE)
    for word, form in inflections(lemma)
    if form == "third"
)


def plain(word: str) -> str:
    """A word in lower case with straight apostrophes."""
    lower = word.lower()
    return lower if lower.isascii() else lower.replace("’", "'").replace("‘", "'")


class Part(Enum):
    """The part a mention plays, with how likely a pronoun after it means it, against an object."""

    SPEAKER = 4.5
    SUBJECT = 2.5
    OBJECT = 1.0
    OBLIQUE = 0.6
    ATTRIBUTIVE = 0.3
    PLACE = 0.2


def is_verb(word: str) -> bool:
    """Whether a word in lower case reads as the verb after a subject."""
    return (
        word in AUXILIARIES
        or word in _PRESENT
        or word in _PASTS
        or word in _THIRDS
        or (word.endswith("ed") and len(word) > 4)
    )


def part_of(tokens: Sequence[Token], first: int, stop: int, *, opens: bool = False) -> Part:
    """Judge the part of a mention by the words on either side.

    Args:
        tokens: All tokens of the text.
        first: Index of the mention's first token.
        stop: Index after its last.
        opens: Whether the mention opens its sentence, so that a comma begins an apposition, a
            preposition goes on with it, and a possessive says what the sentence is about.
    """
    following = _following(tokens, stop)
    if following is not None and following.kind == "clitic":
        return Part.SUBJECT if opens else Part.ATTRIBUTIVE
    word = plain(following.text) if following is not None else ""
    if is_verb(word) or (opens and (word in _AFTER_SUBJECT or word in PREPOSITIONS)):
        return Part.SUBJECT
    preposition = _preposition_before(tokens, first)
    if preposition:
        return Part.PLACE if preposition in PLACE_PREPOSITIONS else Part.OBLIQUE
    return Part.ATTRIBUTIVE if _is_noun_after(following, word) else Part.OBJECT


def _preposition_before(tokens: Sequence[Token], first: int) -> str:
    """The preposition before a mention, also past one other: "in X and Y"; "" for none."""
    before = [plain(t.text) for t in tokens[max(0, first - 3) : first]]
    if before[-1:] in (["and"], ["or"], [","]) and tokens[first - 2].text[0].isupper():
        before = before[:-2]
    return before[-1] if before and before[-1] in PREPOSITIONS else ""


def _following(tokens: Sequence[Token], stop: int) -> Token | None:
    while stop < len(tokens) and plain(tokens[stop].text) in _ADVERBS:
        stop += 1
    return tokens[stop] if stop < len(tokens) else None


def _is_noun_after(token: Token | None, word: str) -> bool:
    """Whether a mention modifies the noun that follows it ("US strikes")."""
    if token is None or token.kind != "word" or not word[0].islower():
        return False
    return (
        word not in PREPOSITIONS
        and word not in COORDINATORS | SUBORDINATORS
        and not word.endswith("ly")
    )
