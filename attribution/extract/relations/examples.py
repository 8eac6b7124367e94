"""Named goods among those supplied: "sold drones to Kyiv, such as the Bayraktar TB2"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from attribution.extract.english.relation_words import GOODS
from attribution.extract.grammar.noun_phrases import text_between
from attribution.extract.grammar.sentence import Sentence
from attribution.extract.relations.stated import Stated
from attribution.extract.text.tagging import Tag

_LEADS = (("like",), ("such", "as"), ("including",), ("namely",))
_REACH = 40
"""Examples are named within so many tokens of the word that says who supplies whom."""


def with_examples(sentence: Sentence, stated: Stated) -> Iterator[Stated]:
    """Yield a relation, and where it supplies goods, the same for each that is named after it.

    Args:
        sentence: The sentence.
        stated: What one of its words states.
    """
    yield stated
    noun = stated.what.lower().split()[-1] if stated.what else ""
    if stated.predicate == "supplies" and noun in GOODS:
        for name in _named(sentence, noun, stated.at):
            if name != stated.what:
                yield replace(stated, what=name)


def _named(sentence: Sentence, noun: str, at: int) -> Iterator[str]:
    """Names after the noun with "like", "such as" or "including"."""
    for index in range(at, min(at + _REACH, len(sentence.words))):
        if sentence.words[index] == noun:
            for lead in _LEADS:
                if tuple(sentence.words[index + 1 : index + 1 + len(lead)]) == lead:
                    yield from _names_from(sentence, index + 1 + len(lead))


def _names_from(sentence: Sentence, index: int) -> Iterator[str]:
    """The names in a list: "the Oghab-1, the Yasir and the Basir-1"."""
    while index < len(sentence.words):
        first = index + (sentence.tags[index] is Tag.DETERMINER)
        stop = first
        while stop < len(sentence.words) and _is_named(sentence, stop):
            stop += 1
        if stop == first:
            return
        yield text_between(sentence, first, stop)
        following = sentence.words[stop : stop + 2]
        if not following or following[0] not in (",", "and", "or"):
            return
        index = stop + 1 + (following == [",", "and"])


def _is_named(sentence: Sentence, index: int) -> bool:
    text = sentence.tokens[index].text
    return text[0].isupper() or (text[0].isdigit() and index > 0)
