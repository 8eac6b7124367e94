"""Words beside a name that tell its bearer from others of the same office."""

from __future__ import annotations

from collections.abc import Container, Iterator, Sequence

from attribution.extract.actors.names import Name
from attribution.extract.english.nations import DEMONYMS, PLACES, STATE_NAMES
from attribution.extract.english.openers import PARTY_WORDS
from attribution.extract.text.sentence_parts import plain
from attribution.extract.text.tokens import Token

_PARTIES = {
    "republican": "republican",
    "republicans": "republican",
    "gop": "republican",
    "democrat": "democratic",
    "democrats": "democratic",
    "democratic": "democratic",
}


def party_of(word: str) -> str:
    """The usual adjective of a party for any of its words; another word comes back as it is."""
    return _PARTIES.get(word, word)


def traits_before(tokens: Sequence[Token], name: Name) -> Iterator[str]:
    """Yield the places and parties before a name and its titles, and the place after it.

    Args:
        tokens: All tokens of the text.
        name: The name: "Florida" and "republican" for "the Florida Republican Sen. X", "texas"
            for "Senator X of Texas".
    """
    if not name.titles:
        return
    for index in range(max(0, name.opening - 2), name.first):
        word = tokens[index].text
        if plain(word) in PARTY_WORDS or _is_place(word):
            yield party_of(plain(word))
    after = tokens[name.stop : name.stop + 2]
    if len(after) == 2 and plain(after[0].text) == "of" and _is_place(after[1].text):
        yield plain(after[1].text)


def contradicts(trait: str, traits: Container[str]) -> bool:
    """Whether somebody with these traits cannot have that one: another party."""
    if trait not in _PARTIES.values() or trait in traits:
        return False
    return any(party in traits for party in _PARTIES.values())


def _is_place(word: str) -> bool:
    return word in PLACES or word in STATE_NAMES or word in DEMONYMS
