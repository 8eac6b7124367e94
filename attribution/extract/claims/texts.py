"""The text of a claim, made readable by itself from the words of a document."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from attribution.extract.actors.cast import Cast, Mention
from attribution.extract.claims.ellipsis import Omission
from attribution.extract.detection import Span
from attribution.extract.english.morphology import DETERMINERS, POSSESSIVES, possessive

_OPENING = "\"'“‘«‹„‚`»›”"
_CLOSING = "\"'”’»›“‘«‹"
_TWICE = re.compile("``|''|\"\"|““|””|‘‘|’’|„„")
"""Two marks written for one."""
_PARTNERS = {
    "“": '”"',
    "‘": "’'",
    "«": "»",
    "»": "«",
    "‹": "›",
    "›": "‹",
    "„": "“”",
    "‚": "‘’",
    "`": "'",
    "”": "”",
}
_OPENERS = {
    "”": '“"„”',
    "’": "‘'‚",
    "»": "«",
    "«": "»",
    "›": "‹",
    "‹": "›",
    "“": "„“",
    "‘": "‚‘",
}
_EDGE_MARKS = ",;:—–- "
_FIRST_PERSON = frozenset("i we me us myself ourselves".split())
_REFLEXIVE = ("self", "selves")
_SHORT_NOMINAL = 2
"""In words: "the country" and "the latter" name nobody to a reader who sees only them."""


_WHEN_SAID = re.compile(r"(?:then|later|again|\d{4}|(?:on|in) \w+) that ", re.IGNORECASE)
"""When somebody said so, where a detector took that for the first words."""


@dataclass(frozen=True, slots=True)
class ClaimText:
    """The text of a claim.

    Attributes:
        text: The words, with what a reader could not know in square brackets.
        complete: Whether every pronoun in it is resolved, so that it means the same anywhere.
    """

    text: str
    complete: bool


def claim_text(
    text: str,
    spans: Sequence[Span],
    cast: Cast,
    known: Mapping[str, str] | None = None,
    omitted: Omission | None = None,
) -> ClaimText:
    """Write down what some stretches of a text say, so that it can be read by itself.

    A leading "that" and outer quotation marks are dropped, stretches are joined, and the first
    pronoun, possessive or short description of each actor is replaced by the actor's name in
    square brackets, as editors do.

    Args:
        text: The document's text.
        spans: The stretches, in order of position.
        cast: Who is meant by the mentions in it.
        known: Whom the speaker means by phrases such as "the country", where the cast does not
            know: phrases in lower case with the ids of actors.
        omitted: Words to add, where the cue says what these leave out.
    """
    named: set[str] = set()
    pieces: list[str] = []
    complete = True
    for start, end in _parted(spans, omitted):
        if omitted is not None and start == omitted.position:
            pieces.append(omitted.words)
        mentions = list(_widest(cast, start, end, known or {}))
        pieces.append(_with_names(text, start, end, cast, mentions, named))
        complete = complete and all(m.actor is not None for m in mentions if m.form == "pronoun")
    joined = " ".join(" ".join(piece.split()) for piece in pieces)
    return ClaimText(_trimmed(joined), complete)


def _parted(spans: Sequence[Span], omitted: Omission | None) -> Iterator[Span]:
    """Yield the stretches, the one that words are to be added to in two."""
    for start, end in spans:
        if omitted is not None and start < omitted.position < end:
            yield start, omitted.position
            yield omitted.position, end
        else:
            yield start, end


def _widest(cast: Cast, start: int, end: int, known: Mapping[str, str]) -> Iterator[Mention]:
    """The mentions to look at: the widest ones, or inside those that stay as they are, the next."""
    reach = start
    for mention in cast.mentions_in(start, end):
        if mention.start >= reach:
            if mention.actor is None and mention.name.lower() in known:
                mention = replace(mention, actor=known[mention.name.lower()])
            yield mention
            if _stands_in(mention, cast):
                reach = mention.end


def _stands_in(mention: Mention, cast: Cast) -> bool:
    """Whether a mention only stands in for a name: a pronoun, or "the country"."""
    if mention.actor is None or mention.actor not in cast.actors:
        return False
    if mention.form == "pronoun":
        return mention.name.lower() not in ("you", "your", "who", "which")
    words = mention.name.lower().split()
    opens = words[0] in DETERMINERS or words[0] in POSSESSIVES
    name = cast.actors[mention.actor].name.casefold()
    differs = name != " ".join(words[1:]) and not f"{name} ".startswith(
        f"{mention.name.casefold()} "
    )
    return mention.form == "nominal" and opens and differs and len(words) <= _SHORT_NOMINAL


def _with_names(
    text: str, start: int, end: int, cast: Cast, mentions: Sequence[Mention], named: set[str]
) -> str:
    parts: list[str] = []
    at = start
    for mention in mentions:
        if mention.start < at or mention.actor is None:
            continue
        if _stands_in(mention, cast) and mention.actor not in named:
            genitive = _genitive_length(text, mention.end)
            parts.append(text[at : mention.start])
            parts.append(_bracketed(mention, cast, owns=genitive > 0))
            at = mention.end + genitive
        named.add(mention.actor)
    return "".join([*parts, text[at:end]])


def _genitive_length(text: str, end: int) -> int:
    """Code points of the "’s" that stands at a place; 0 for none."""
    return 2 if text[end : end + 2] in ("'s", "’s") else 0


def _bracketed(mention: Mention, cast: Cast, *, owns: bool) -> str:
    """The name in square brackets: "[Iran]", "[Iran’s]", and after "I", which governs its verb."""
    name = cast.actors[mention.actor or ""].name
    word = mention.name.lower()
    if owns or word in POSSESSIVES or word.endswith(("'s", "’s")):
        return f"[{possessive(name)}]"
    if word in _FIRST_PERSON or word.endswith(_REFLEXIVE):
        return f"{mention.name} [{name}]"
    return f"[{name}]"


def _trimmed(text: str) -> str:
    """The text without what only ties it to its speaker: "that", outer quotation marks, stops."""
    before = None
    while before != text:
        before = text
        text = _without_outer_marks(_without_doubled_marks(text.strip(_EDGE_MARKS)))
        text = _without_stop(text)
        if text[:3].lower() == "of ":
            text = text[3:]
        text = _at_start(_WHEN_SAID, text)
        if text[:5].lower() == "that " and _is_clause(text[5:]):
            text = text[5:]
    return text


def _at_start(pattern: re.Pattern[str], text: str) -> str:
    """The text without what a pattern that ends in "that" matches at its start, up to "that"."""
    found = pattern.match(text)
    return text[found.end() - len("that ") :] if found else text


def _is_clause(text: str) -> bool:
    """Whether words after "that" are a clause, unlike "that view of it" and "that is so"."""
    words = text.lower().split(maxsplit=2)
    return len(words) > 1 and words[0] not in ("is", "was") and words[1] != "of"


def _without_stop(text: str) -> str:
    return text[:-1] if text.endswith(".") and not text.endswith("..") else text


def _without_doubled_marks(text: str) -> str:
    """Drop two marks written for one around the whole: ``...''."""
    places = [found.span() for found in _TWICE.finditer(text)]
    around = len(places) == 2 and (places[0][0], places[1][1]) == (0, len(text))
    return text[2:-2] if around else text


def _without_outer_marks(text: str) -> str:
    """Drop marks around the whole, and a mark at either end that has no partner inside."""
    if len(text) > 1 and text[0] in _OPENING and text[-1] in _CLOSING and _is_one(text):
        return text[1:-1]
    if (
        text[:1] in _OPENING
        and text[:1]
        and not any(mark in text[1:] for mark in _partners(text[0]))
    ):
        return text[1:]
    last = text[-1:]
    if last and last in _CLOSING and not any(mark in text[:-1] for mark in _openers_of(last)):
        return text[:-1]
    return text


def _is_one(text: str) -> bool:
    """Whether the marks at both ends belong together, those of their kind between being paired."""
    opener, closers = text[0], _partners(text[0])
    depth = 0
    for mark in text[1:-1]:
        if mark == opener and mark not in "'’":
            depth += 1
        elif mark in closers and mark not in "'’":
            depth -= 1
        if depth < 0:
            return False
    return depth == 0 and text[-1] in closers


def _partners(opener: str) -> str:
    return _PARTNERS.get(opener, opener + ("”" if opener == '"' else "’"))


def _openers_of(closer: str) -> str:
    return _OPENERS.get(closer, closer + "“" if closer == '"' else closer + "‘`")
