"""Things that "it" or "them" may mean instead of an actor: "condemned the raids, calling them"."""

from __future__ import annotations

from collections.abc import Container, Sequence

from attribution.extract.english.morphology import DETERMINERS, TIME_WORDS
from attribution.extract.text.sentence_parts import is_verb, plain
from attribution.extract.text.tokens import Token

_OBJECT_FORMS = frozenset({"it", "them"})
_LONGEST = 4
"""Words from an article to its noun, at most."""


def rival_before(
    tokens: Sequence[Token], opening: int, index: int, actors: Container[int]
) -> int | None:
    """Find the thing last named in a sentence before a pronoun that is an object in it.

    Args:
        tokens: All tokens of the text.
        opening: Index of the first token of the sentence.
        index: Index of the pronoun.
        actors: Indexes of tokens that name actors.

    Returns:
        Index of the noun; None where no thing is named, or the pronoun is no object.
    """
    word = plain(tokens[index].text)
    if word not in _OBJECT_FORMS or _is_subject(tokens, index):
        return None
    for at in range(index - 1, opening, -1):
        if at not in actors and _heads_thing(tokens, opening, at, plural=word == "them"):
            return at
    return None


def subject_before(
    tokens: Sequence[Token], opening: int, index: int, actors: Container[int]
) -> int | None:
    """Find the thing of which something was said before a pronoun that may mean it as well.

    Args:
        tokens: All tokens of the text.
        opening: Index of the first token of the sentence.
        index: Index of the pronoun.
        actors: Indexes of tokens that name actors.

    Returns:
        Index of the noun, as in "said the ship was empty and that it", or None.
    """
    if plain(tokens[index].text) != "it":
        return None
    for at in range(index - 2, opening, -1):
        acts = at not in actors and is_verb(plain(tokens[at + 1].text))
        if acts and _heads_thing(tokens, opening, at, plural=False):
            return at
    return None


def _is_subject(tokens: Sequence[Token], index: int) -> bool:
    following = tokens[index + 1 : index + 2]
    return bool(following) and is_verb(plain(following[0].text))


def _heads_thing(tokens: Sequence[Token], opening: int, at: int, *, plural: bool) -> bool:
    """Whether a lower-case noun ends a phrase that an article opens: "the recent raids"."""
    word = tokens[at].text
    if not word.isalpha() or not word.islower() or word in TIME_WORDS:
        return False
    if plural != (word.endswith("s") and not word.endswith("ss")) or _goes_on(tokens, at):
        return False
    before = [plain(t.text) for t in tokens[max(opening, at - _LONGEST) : at]]
    if plural and before[-1:] == ["of"]:
        return True
    return any(w in DETERMINERS for w in before[-2:]) and not any(map(is_verb, before[-1:]))


def _goes_on(tokens: Sequence[Token], at: int) -> bool:
    """Whether the next word may be the head instead: "the raids committee"."""
    return at + 1 < len(tokens) and tokens[at + 1].text[0].isupper()
