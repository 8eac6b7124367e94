"""People who are not named: "US lawmakers", "its proxies", "a doctor"."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping

from attribution.extract.actors.clusters import Cluster
from attribution.extract.actors.name_words import is_common_noun
from attribution.extract.actors.names import Name
from attribution.extract.actors.nominals import Nominal
from attribution.extract.actors.pronouns import POSSESSIVE_PRONOUNS
from attribution.extract.english.morphology import (
    DETERMINERS,
    PREPOSITIONS,
    RELATIVES,
    possessive,
)
from attribution.extract.text.sentence_parts import is_verb, plain
from attribution.extract.text.tokens import TokenizedText
from evidence.vocabulary import ActorKind

_POINTING = frozenset("the these those this that".split())
_PREDICATIVE = frozenset(
    "is are was were be been being isn't wasn't as become became becoming called named not".split()
)
_LINKS = frozenset("for of at from with".split())
_ENDING = PREPOSITIONS | RELATIVES | {"to", "that", "and", "or", "but"}
_LONGEST_ORIGIN = 3
"""Words of "large Western country", at most."""


class Unnamed:
    """The unnamed people of one document, by the words that they are called by."""

    def __init__(self, tokenized: TokenizedText, named: Mapping[int, Name]) -> None:
        self._text = tokenized.text
        self._tokens = tokenized.tokens
        self._named = named
        self._groups: dict[str, Cluster] = {}
        self._by_head: dict[str, list[Cluster]] = defaultdict(list)
        self._persons: dict[str, Cluster] = {}

    def group(self, nominal: Nominal, owner: Cluster | None) -> Cluster:
        """The group of these words, the same wherever the document uses them.

        Args:
            nominal: The phrase.
            owner: Whom its possessive pronoun means, if it has one.
        """
        words = self._words(nominal, owner)
        cluster = self._groups.get(words.lower()) or self._called_before(nominal, words)
        if cluster is None:
            cluster = Cluster((), words, ActorKind.UNNAMED, nominal.first)
            self._groups[words.lower()] = cluster
            self._by_head[words.lower().split()[-1]].append(cluster)
        cluster.forms[words] = cluster.forms.get(words, 0) + 1
        return cluster

    def _called_before(self, nominal: Nominal, words: str) -> Cluster | None:
        """The one group that "the experts" can be: "United Nations experts"."""
        lead = plain(self._tokens[nominal.first].text)
        if lead not in _POINTING or " " in words:
            return None
        found = self._by_head[words.lower()]
        return found[0] if len(found) == 1 else None

    def person(self, nominal: Nominal) -> Cluster | None:
        """The person of these words: the last one so called for "the doctor", else a new one.

        Returns:
            None where the phrase has no article or owner, or only says what somebody is.
        """
        lead = plain(self._tokens[nominal.first].text)
        articled = nominal.definite or lead in ("a", "an", "another", "one")
        if not articled or nominal.first + 1 > nominal.stop or self._is_predicate(nominal):
            return None
        known = self._persons.get(nominal.head) if lead in _POINTING else None
        if known is not None:
            return known
        cluster = Cluster((), self._full_words(nominal), ActorKind.UNNAMED, nominal.first)
        cluster.anonymous = True
        cluster.gender = nominal.gender
        self._persons[nominal.head] = cluster
        return cluster

    def _is_predicate(self, nominal: Nominal) -> bool:
        return nominal.first > 0 and plain(self._tokens[nominal.first - 1].text) in _PREDICATIVE

    def _words(self, nominal: Nominal, owner: Cluster | None) -> str:
        """The words without an article, with the owner's name for "its": "Iran’s proxies"."""
        lead = self._tokens[nominal.first]
        words = self._text[lead.start : nominal.end]
        if plain(lead.text) in POSSESSIVE_PRONOUNS:
            prefix = possessive(owner.name) if owner is not None else ""
            words = f"{prefix} {words[len(lead.text) :]}"
        elif plain(lead.text) in ("the", "these", "those", "whose"):
            words = words[len(lead.text) :]
        return " ".join(words.split())

    def _full_words(self, nominal: Nominal) -> str:
        """The words with the name that they hang on: "a spokeswoman for Amnesty"."""
        end, index = nominal.end, nominal.stop
        if index < len(self._tokens) and plain(self._tokens[index].text) in _LINKS:
            link, article, *_ = [plain(token.text) for token in self._tokens[index : index + 2]] + [
                ""
            ]
            index += 2 if article in ("the", "a", "an") else 1
            if index in self._named:
                end = self._end_of_body(index)
            elif link != "of" or article == "the":  # unlike "accused the president of a fraud"
                end = self._end_of_noun(index, end)
        return " ".join(self._text[nominal.start : end].split())

    def _end_of_noun(self, index: int, otherwise: int) -> int:
        """One past the end of a few small words that say where somebody is from."""
        for stop in range(index, min(len(self._tokens), index + _LONGEST_ORIGIN + 1)):
            token = self._tokens[stop]
            word = plain(token.text)
            small = token.kind == "word" and stop not in self._named
            if not small or word in _ENDING or is_verb(word) or word in DETERMINERS:
                return self._tokens[stop - 1].end if stop > index else otherwise
        return otherwise

    def _end_of_body(self, index: int) -> int:
        """One past the end of a name, or of the body that it says the name of: "Houthi forces"."""
        stop = self._named[index].stop
        if stop < len(self._tokens) and is_common_noun(self._tokens[stop].text):
            stop += 1
        return self._tokens[stop - 1].end
