"""What a charge lays to whom: "to attribute the raid to Iran", "blaming Iran for the raid"."""

from __future__ import annotations

from dataclasses import dataclass

from attribution.extract.actors.cast import Cast
from attribution.extract.detection import Span
from attribution.extract.english.charge_words import BLAMING, LAYING
from attribution.extract.english.lemmas import forms_of
from attribution.extract.text.token_ranges import lower_words, token_range
from attribution.extract.text.tokens import TokenizedText

_LAYING = forms_of(sorted(LAYING))
_BLAMING = forms_of(sorted(BLAMING))
_MARKS = frozenset("… , - – — .. ... :".split())
"""What may stand between whom a charge names and what for, where words were left out."""


@dataclass(frozen=True, slots=True)
class Charge:
    """A charge taken apart.

    Attributes:
        actor: Id of whoever is charged.
        act: The words for what with.
    """

    actor: str
    act: Span


def read_charge(tokenized: TokenizedText, charge: Span, cast: Cast) -> Charge | None:
    """Take apart the words of a charge that somebody calls false.

    Args:
        tokenized: The text.
        charge: The words of the charge.
        cast: Who is mentioned in the text.

    Returns:
        Who is charged with what; None where the words lay nothing to anybody.
    """
    first, stop = token_range(tokenized, charge)
    words = lower_words(tokenized.tokens[first:stop])
    if not words:
        return None
    if words[0] in _LAYING:
        places = [i for i, word in enumerate(words) if word in ("to", "with")]
        link = places[0] if places[:1] == [1] else max(places, default=None)
        return None if link is None else _laid(tokenized, first, first + link, stop, cast)
    if words[0] in _BLAMING:
        link = next((i for i, word in enumerate(words) if word in ("for", "of", "with")), None)
        return None if link is None else _blamed(tokenized, first, first + link, stop, cast)
    return None


def _laid(tokenized: TokenizedText, verb: int, link: int, stop: int, cast: Cast) -> Charge | None:
    """Read "attribute to Iran any attack" and "attribute any attack to Iran"."""
    tokens = tokenized.tokens
    if link + 1 >= stop:
        return None
    if link > verb + 1:
        actor = cast.actor_of(tokens[link + 1].start, tokens[stop - 1].end)
        return Charge(actor, (tokens[verb + 1].start, tokens[link - 1].end)) if actor else None
    start, end = tokens[link + 1].start, tokens[stop - 1].end
    whom = next((m for m in cast.mentions_in(start, end) if m.start == start), None)
    if whom is None or whom.actor is None:
        return None
    after, _ = token_range(tokenized, (whom.end, end))
    while after < stop and tokens[after].text in _MARKS:
        after += 1
    return Charge(whom.actor, (tokens[after].start, end)) if after < stop else None


def _blamed(tokenized: TokenizedText, verb: int, link: int, stop: int, cast: Cast) -> Charge | None:
    """Read "blaming Iran for the attack" and "accusing Iran of the attack"."""
    tokens = tokenized.tokens
    if link + 1 >= stop or link == verb + 1:
        return None
    actor = cast.actor_of(tokens[verb + 1].start, tokens[link - 1].end)
    return Charge(actor, (tokens[link + 1].start, tokens[stop - 1].end)) if actor else None
