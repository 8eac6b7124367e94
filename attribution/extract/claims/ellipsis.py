"""What the words of a claim leave to their cue: who "accused Iran of the raid" calls it guilty."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from attribution.extract.actors.cast import Cast
from attribution.extract.detection import Detection, Span
from attribution.extract.english.charge_words import OMITTED, REFUSING
from attribution.extract.english.lemmas import forms_of
from attribution.extract.english.roles import BODY_NOUNS, PERSON_ROLES, singular
from attribution.extract.text.sentence_parts import plain
from attribution.extract.text.token_ranges import lower_words, token_range, tokens_in
from attribution.extract.text.tokens import TokenizedText

_OMITTING: Mapping[str, str] = {
    form: lemma for lemma in OMITTED for form, _ in forms_of([lemma]).items()
}
_REFUSING = forms_of(sorted(REFUSING))


@dataclass(frozen=True, slots=True)
class Omission:
    """Words that a reader has to add.

    Attributes:
        position: The code point before which they belong.
        words: The words.
    """

    position: int
    words: str


def omission(
    tokenized: TokenizedText, detection: Detection, spans: Sequence[Span], cast: Cast
) -> Omission | None:
    """Find what is left out between whom or what a cue takes and the preposition after it.

    Args:
        tokenized: The text.
        detection: The attribution.
        spans: The words of its claim.
        cast: Who is mentioned in the text.

    Returns:
        "[guilty]" before "of" after "accused", "[to blame]" before "for" after "blamed", "[due]"
        before "to" after "attributed"; None where the cue or its content is another.
    """
    cue = lower_words(tokens_in(tokenized, detection.cue))
    verb = next((_OMITTING[word] for word in cue if word in _OMITTING), None)
    if verb is None:
        return None
    link, words = OMITTED[verb]
    places = list(_links(tokenized, spans[0], link, cast))
    if not places:
        return None
    acting = [p for p in places if plain(tokenized.tokens[p + 1].text).endswith("ing")]
    apart = [p for p in places if not _goes_on(tokenized, p)]
    told = (acting or apart or places[-1:])[0]
    return Omission(tokenized.tokens[told].start, words)


def _links(tokenized: TokenizedText, span: Span, link: str, cast: Cast) -> Iterator[int]:
    """Yield where a preposition stands amid some words, and not inside a name."""
    first, stop = token_range(tokenized, span)
    named = [m for m in cast.mentions_in(*span) if m.form == "name"]
    for index in range(first + 1, stop - 1):
        token = tokenized.tokens[index]
        inside = any(m.start < token.start < m.end for m in named)
        if plain(token.text) == link and not inside:
            yield index


def _goes_on(tokenized: TokenizedText, index: int) -> bool:
    """Whether a preposition may belong to the noun before it: "the head of the army"."""
    noun = singular(plain(tokenized.tokens[index - 1].text))
    return plain(tokenized.tokens[index].text) == "of" and (
        noun in PERSON_ROLES or noun in BODY_NOUNS
    )


def is_refused(tokenized: TokenizedText, detection: Detection) -> bool:
    """Whether a cue says that its speaker will not do what follows: "declined to comment"."""
    cue = lower_words(tokens_in(tokenized, detection.cue))
    content = lower_words(tokens_in(tokenized, detection.content[:1]))
    return content[:1] == ["to"] and any(word in _REFUSING for word in cue)
