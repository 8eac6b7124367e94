"""Personal pronouns and whom they can stand for."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from attribution.extract.text.sentence_parts import plain
from attribution.extract.text.tokens import TokenizedText

Reference = Literal["male", "female", "thing", "several"]
"""Whom a pronoun can stand for: "he", "she", "it", "they"."""

PRONOUNS: dict[str, Reference] = {
    "he": "male",
    "him": "male",
    "his": "male",
    "himself": "male",
    "she": "female",
    "her": "female",
    "hers": "female",
    "herself": "female",
    "it": "thing",
    "its": "thing",
    "itself": "thing",
    "they": "several",
    "them": "several",
    "their": "several",
    "theirs": "several",
    "themselves": "several",
}
"""Pronouns of the third person, in lower case."""

POSSESSIVE_PRONOUNS = frozenset("his her its their".split())


@dataclass(frozen=True, slots=True)
class Pronoun:
    """A pronoun of the third person: its token, its place and whom it can stand for."""

    index: int
    start: int
    end: int
    reference: Reference
    possessive: bool


def find_pronouns(tokenized: TokenizedText) -> Iterator[Pronoun]:
    """Yield the third-person pronouns of a text in order of position."""
    for index, token in enumerate(tokenized.tokens):
        word = plain(token.text) if token.kind == "word" else ""
        reference = PRONOUNS.get(word)
        if reference is not None:
            yield Pronoun(index, token.start, token.end, reference, word in POSSESSIVE_PRONOUNS)
