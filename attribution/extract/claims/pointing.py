"""Words that point back to what somebody else has just put forward: "rejected that accusation"."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from attribution.extract.detection import Detection, Span
from attribution.extract.english.charge_words import (
    ACCUSATIONS,
    ASSERTIONS,
    BARE_POINTERS,
    CLAIMS,
    ESTIMATES,
    POINTING_DETERMINERS,
)
from attribution.extract.english.morphology import POSSESSIVES
from attribution.extract.text.token_ranges import lower_words, tokens_in
from attribution.extract.text.tokens import TokenizedText
from evidence.vocabulary import AFFIRMING, Stance

_ANSWERS = frozenset({Stance.DENIES, Stance.CONFIRMS, Stance.QUESTIONS, Stance.BELIEVES})
_REPEATS = frozenset({Stance.ASSERTS, Stance.RELAYS})
"""Who asserts "that account" gives it again; "this" alone is more than that."""

_ANSWERED = AFFIRMING | {Stance.ACCUSES}

_LONGEST = 5
"""Words from the determiner to the noun, at most: "those latest American accusations"."""

_SENTENCES_BACK = 1
"""What is pointed at was said in the same sentence, or at most so many before."""


@dataclass(frozen=True, slots=True)
class Pointing:
    """What somebody points back to.

    Attributes:
        claim: Id of the claim.
        why: Why it is that one, in a sentence for a researcher.
    """

    claim: str
    why: str


@dataclass(frozen=True, slots=True)
class _Said:
    """What was put forward: speakers, stances that words may point to it by, claim."""

    by: tuple[str, ...]
    stances: frozenset[Stance]
    claim: str


class Said:
    """What has been put forward so far in one text, for words that point back to it."""

    def __init__(self, tokenized: TokenizedText) -> None:
        self._tokenized = tokenized
        self._starts = [tokenized.tokens[s.first].start for s in tokenized.sentences]
        self._said: dict[int, list[_Said]] = defaultdict(list)

    def add(self, detection: Detection, by: tuple[str, ...], stance: Stance, claim: str) -> None:
        """Remember what somebody puts forward; must come in order of position."""
        stances = {stance}
        if not ACCUSATIONS.isdisjoint(lower_words(tokens_in(self._tokenized, detection.content))):
            stances.add(Stance.ACCUSES)
        self._said[self._sentence(detection)].append(_Said(by, frozenset(stances), claim))

    def meant(
        self, detection: Detection, claimed: Sequence[Span], by: tuple[str, ...], stance: Stance
    ) -> Pointing | None:
        """Find what words mean that only point back.

        Args:
            detection: The attribution.
            claimed: What of its content is the claim.
            by: Ids of those who speak; they answer somebody else.
            stance: How they stand towards it.

        Returns:
            The one claim that somebody else has put forward in the nearest sentence; None where
            the words say something themselves, or where several may be meant.
        """
        words = lower_words(
            [t for t in tokens_in(self._tokenized, claimed) if t.kind != "punctuation"]
        )
        repeats = stance in _REPEATS and len(words) > 1
        wanted = _pointed_at(words) if stance in _ANSWERS or repeats else frozenset()
        answers = bool(wanted) or (stance in _ANSWERS and _is_one_of_many(words))
        here = self._sentence(detection)
        for sentence in range(here, here - _SENTENCES_BACK - 1, -1):
            near = _ANSWERED if answers and sentence == here else frozenset()
            claims = {
                said.claim
                for said in self._said.get(sentence, ())
                if not (wanted | near).isdisjoint(said.stances) and set(by).isdisjoint(said.by)
            }
            if claims:
                named = " ".join(t.text for t in tokens_in(self._tokenized, claimed))
                why = f"“{named}” points back to what was said just before"
                return Pointing(claims.pop(), why) if len(claims) == 1 else None
        return None

    def _sentence(self, detection: Detection) -> int:
        return bisect_right(self._starts, detection.cue[0][0])


def _is_one_of_many(words: Sequence[str]) -> bool:
    """Whether words are "a version" and the like, which hang on what stands before them."""
    article, *nouns = words or [""]
    return article in ("a", "an") and len(nouns) == 1 and nouns[0] in ASSERTIONS | ACCUSATIONS


def _pointed_at(words: Sequence[str]) -> frozenset[Stance]:
    """The stances of what some words can point back to; none where they do not point back."""
    if len(words) == 1 and words[0] in BARE_POINTERS:
        return _ANSWERED
    relative = len(words) > 1 and words[-1] in ("that", "which")
    noun = words[-2] if relative else words[-1] if words else ""
    if relative and noun in BARE_POINTERS and len(words) == 2:
        return _ANSWERED
    if not 1 < len(words) - relative <= _LONGEST:
        return frozenset()
    points = words[0] in POINTING_DETERMINERS or (relative and words[0] in ("a", "an"))
    owned = words[0] in POSSESSIVES or "'s" in words[1:3]
    if noun in ACCUSATIONS and (points or owned or words[0] == "the"):
        return frozenset({Stance.ACCUSES})
    points = points or (noun in CLAIMS and words[0] == "the")
    named = noun in ASSERTIONS or (relative and noun in ESTIMATES)
    return _ANSWERED if named and points else frozenset()
