"""Who denies what others say of them: in "Kyiv denied claims that its drones fell", the "its"."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from attribution.extract.detection import Detection, Span
from attribution.extract.english.charge_words import ANSWERING
from attribution.extract.english.lemmas import forms_of
from attribution.extract.english.morphology import BE
from attribution.extract.stances.denial import charged
from attribution.extract.text.sentence_parts import plain
from attribution.extract.text.token_ranges import lower_words
from attribution.extract.text.tokens import Token

_ANSWERS = frozenset(forms_of(sorted(ANSWERING)))


class Deniers:
    """Answers for one text who denies the claims of others in which a pronoun stands."""

    def __init__(self, tokens: Sequence[Token], detections: Sequence[Detection]) -> None:
        self._tokens = tokens
        self._starts = [token.start for token in tokens]
        self._denied = sorted(
            (self._charge(each.content[0]), self._ends(each.source[0]))
            for each in detections
            if each.source and len(each.content) == 1 and self._answers(each)
        )

    def of(self, index: int) -> range:
        """The tokens that name who denies the claim around a pronoun; empty where nobody does.

        The "it" of "it was rebels that" means nobody.
        """
        following = self._tokens[index + 1 : index + 2]
        if plain(self._tokens[index].text) == "it" and _is_any_of(following, BE):
            return range(0)
        at = bisect_right(self._denied, index, key=lambda pair: pair[0][0]) - 1
        if at < 0 or index not in range(*self._denied[at][0]):
            return range(0)
        return range(*self._denied[at][1])

    def _answers(self, each: Detection) -> bool:
        return any(_is_any_of(self._tokens[slice(*self._ends(s))], _ANSWERS) for s in each.cue)

    def _charge(self, content: Span) -> tuple[int, int]:
        """The tokens of what others say in a content; none where it is no claim of others."""
        first, stop = self._ends(content)
        begin = charged(self._tokens[first:stop])
        return (stop, stop) if begin is None else (bisect_left(self._starts, begin), stop)

    def _ends(self, span: Span) -> tuple[int, int]:
        return bisect_left(self._starts, span[0]), bisect_left(self._starts, span[1])


def _is_any_of(tokens: Sequence[Token], words: frozenset[str]) -> bool:
    return not words.isdisjoint(lower_words(tokens))
