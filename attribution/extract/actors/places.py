"""Where a token is: its sentence, and whether it stands in quotation marks."""

from __future__ import annotations

from bisect import bisect_right
from itertools import accumulate

from attribution.extract.text.quotations import quotations
from attribution.extract.text.tokens import TokenizedText


class Places:
    """Answers in logarithmic time where tokens of one text are."""

    def __init__(self, tokenized: TokenizedText) -> None:
        self._tokens = tokenized.tokens
        self._sentences = [s.first for s in tokenized.sentences]
        self._paragraphs = [p.first for p in tokenized.paragraphs]
        outer = [q for q in quotations(tokenized) if q.depth == 1]
        self._quote_starts = [q.outer_start for q in outer]
        self._quote_ends = [q.outer_end for q in outer]
        told = (self._is_told(s.first, s.stop) for s in tokenized.sentences)
        self._clock = list(accumulate(told))

    def sentence_of(self, index: int) -> int:
        """Number of the sentence that holds the token at `index`."""
        return bisect_right(self._sentences, index) - 1

    def time_of(self, index: int) -> int:
        """How many sentences were told up to the token at `index`: those quoted whole apart."""
        return self._clock[self.sentence_of(index)]

    def _is_told(self, first: int, stop: int) -> bool:
        return any(
            self._tokens[i].kind == "word" and not self.is_quoted(i) for i in range(first, stop)
        )

    def opening_of(self, index: int) -> int:
        """Index of the first token of the sentence that holds the token at `index`."""
        return self._sentences[self.sentence_of(index)]

    def paragraph_of(self, index: int) -> int:
        """Number of the paragraph that holds the token at `index`."""
        return bisect_right(self._paragraphs, index) - 1

    def is_quoted(self, index: int) -> bool:
        """Whether the token at `index` stands in quotation marks."""
        position = self._tokens[index].start
        at = bisect_right(self._quote_starts, position) - 1
        return at >= 0 and position < self._quote_ends[at]
