"""Whether the words of a source are quoted: the form of an attribution."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from attribution.extract.detection import Span
from attribution.extract.text.enclosing import Enclosing
from attribution.extract.text.quotations import quotations
from attribution.extract.text.tokens import TokenizedText
from evidence.vocabulary import Form

_WORDS = frozenset({"word", "number"})


class FormReader:
    """Tells for stretches of one text how much of them stands between quotation marks."""

    def __init__(self, tokenized: TokenizedText) -> None:
        self._words = [t for t in tokenized.tokens if t.kind in _WORDS]
        self._starts = [t.start for t in self._words]
        self._quoted = Enclosing(((q.start, q.end), True) for q in quotations(tokenized))

    def form_of(self, content: Sequence[Span]) -> Form:
        """Direct where all words are quoted, mixed where some are, indirect where none is."""
        quoted = [self._is_quoted(i) for span in content for i in self._within(span)]
        if quoted and all(quoted):
            return Form.DIRECT
        return Form.MIXED if any(quoted) else Form.INDIRECT

    def _within(self, span: Span) -> range:
        return range(bisect_left(self._starts, span[0]), bisect_left(self._starts, span[1]))

    def _is_quoted(self, index: int) -> bool:
        word = self._words[index]
        return any(self._quoted.around(word.start, word.end))
