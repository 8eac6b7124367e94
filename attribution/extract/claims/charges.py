"""What a charge lays to whom: "to attribute the raid to Iran", "blaming Iran for the raid"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from attribution.extract.actors.cast import Cast
from attribution.extract.detection import Span
from attribution.extract.english.charge_words import BLAMING, LAYING
from attribution.extract.english.lemmas import forms_of
from attribution.extract.text.token_ranges import lower_words, tokens_in
from attribution.extract.text.tokens import Token, TokenizedText

_LAYING = forms_of(sorted(LAYING))
_BLAMING = forms_of(sorted(BLAMING))
_MARKS = frozenset("… , - – — .. ... : \" “ ” ' ‘ ’ « »".split())
"""What may stand between whom a charge names and what for, where words were left out."""


@dataclass(frozen=True, slots=True)
class Charge:
    """A charge taken apart.

    Attributes:
        actor: Id of whoever is charged.
        act: The words for what with, in as many pieces as the charge.
    """

    actor: str
    act: tuple[Span, ...]


def read_charge(tokenized: TokenizedText, charge: Sequence[Span], cast: Cast) -> Charge | None:
    """Take apart the words of a charge that somebody calls false.

    Args:
        tokenized: The text.
        charge: The words of the charge, in pieces where others stand between.
        cast: Who is mentioned in the text.

    Returns:
        Who is charged with what; None where the words lay nothing to anybody.
    """
    tokens = tokens_in(tokenized, charge)
    words = lower_words(tokens)
    if not words:
        return None
    reading = _Reading(tokens, charge, cast)
    if words[0] in _LAYING:
        places = [i for i, word in enumerate(words) if word in ("to", "with")]
        link = places[0] if places[:1] == [1] else max(places, default=None)
        return None if link is None else reading.laid(link)
    if words[0] in _BLAMING:
        link = next((i for i, word in enumerate(words) if word in ("for", "of", "with")), None)
        return None if link is None else reading.blamed(link)
    return None


class _Reading:
    """The tokens of a charge, its verb first."""

    def __init__(self, tokens: Sequence[Token], charge: Sequence[Span], cast: Cast) -> None:
        self._tokens = tokens
        self._charge = charge
        self._cast = cast

    def laid(self, link: int) -> Charge | None:
        """Read "attribute to Iran any attack" and "attribute any attack to Iran"."""
        if link + 1 >= len(self._tokens):
            return None
        if link > 1:
            return self._of(self._actor(link + 1, len(self._tokens)), 1, link)
        start, end = self._tokens[link + 1].start, self._tokens[-1].end
        whom = next((m for m in self._cast.mentions_in(start, end) if m.start == start), None)
        if whom is None:
            return None
        after = sum(token.start < whom.end for token in self._tokens)
        while after < len(self._tokens) and self._tokens[after].text in _MARKS:
            after += 1
        return self._of(whom.actor, after, len(self._tokens))

    def blamed(self, link: int) -> Charge | None:
        """Read "blaming Iran for the attack" and "accusing Iran of the attack"."""
        if link + 1 >= len(self._tokens) or link == 1:
            return None
        return self._of(self._actor(1, link), link + 1, len(self._tokens))

    def _actor(self, first: int, stop: int) -> str | None:
        return self._cast.actor_of(self._tokens[first].start, self._tokens[stop - 1].end)

    def _of(self, actor: str | None, first: int, stop: int) -> Charge | None:
        if actor is None or first >= stop:
            return None
        act = self._tokens[first].start, self._tokens[stop - 1].end
        return Charge(actor, within(act, self._charge))


def within(span: Span, pieces: Sequence[Span]) -> tuple[Span, ...]:
    """The parts of a stretch that lie in some pieces of the text."""
    parts = ((max(span[0], start), min(span[1], end)) for start, end in pieces)
    return tuple(part for part in parts if part[0] < part[1])
