"""Attributions with whole words in each role: ragged ends mended, splinters joined or dropped.

A detector that judges pieces of words one by one may cut the apostrophe out of "Kata’ib", or leave
out a word amid a phrase.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from attribution.extract.detection import Detection, Span
from attribution.extract.text.ornaments import is_ornament
from attribution.extract.text.quotations import quotations
from attribution.extract.text.token_ranges import lower_words, token_range, tokens_in
from attribution.extract.text.tokens import Token, TokenizedText

MAX_GAP = 8
"""At most so many tokens that no attribution has are taken in between two pieces of one role."""

Range = tuple[int, int]

_CONFIDENCE = 4
"""Words of "with very high confidence"."""

_LOOSE = frozenset(",;:|")
_CELL_END = frozenset("|")


def tidied(tokenized: TokenizedText, detections: Sequence[Detection]) -> list[Detection]:
    """Mend the ends and gaps of sources and contents, at a cost linear in the length of both.

    Args:
        tokenized: The text.
        detections: Attributions found in it that share no words, in any order.

    Returns:
        The same attributions in the same order, "with high confidence" in the cue as a whole.
        Words are whole unless
        another role has a part of one; pieces with only a few words between them that no
        attribution has, and no mark, are one; pieces without a word are left out, and so are those
        of an earlier sentence that nobody quotes.
    """
    strays = _Strays(tokenized)
    kept = [strays.left_out(_without_splinters(tokenized.text, each)) for each in detections]
    tidier = _Tidier(tokenized, kept)
    mended = [
        replace(
            each,
            cue=tuple(map(tidier.whole, each.cue)),
            source=tidier.tidy(each.source, loose=_LOOSE),
            content=tidier.tidy(each.content, loose=_CELL_END),
        )
        for each in kept
    ]
    return [_with_whole_cue(tokenized, each) for each in mended]


def _with_whole_cue(tokenized: TokenizedText, detection: Detection) -> Detection:
    """The detection with "with high confidence" in its cue where the content has a part of it."""
    if not (detection.cue and detection.content):
        return detection
    first, stop = token_range(tokenized, detection.content[0])
    opening = lower_words(tokenized.tokens[first : min(stop, first + _CONFIDENCE)])
    with_cue = lower_words(tokens_in(tokenized, detection.cue))[-2:] + opening
    if "confidence" not in opening or "with" not in with_cue[: with_cue.index("confidence")]:
        return detection
    if tokenized.tokens[first - 1].end > detection.cue[-1][1]:
        return detection
    after = first + opening.index("confidence") + 1
    if after >= stop:
        return detection
    (begin, _), *rest = reversed(detection.cue)
    cue = (*reversed(rest), (begin, tokenized.tokens[after - 1].end))
    said = (tokenized.tokens[after].start, detection.content[0][1])
    return replace(detection, cue=cue, content=(said, *detection.content[1:]))


def _without_splinters(text: str, detection: Detection) -> Detection:
    """The detection without pieces of source and content that are marks by themselves."""

    def kept(spans: tuple[Span, ...]) -> tuple[Span, ...]:
        ends = {end for _, end in spans}
        return tuple(s for s in spans if s[0] in ends or _has_word(text, s)) or spans

    return replace(detection, source=kept(detection.source), content=kept(detection.content))


def _has_word(text: str, span: Span) -> bool:
    return any(character.isalnum() for character in text[span[0] : span[1]])


def _is_loose(token: Token, loose: frozenset[str]) -> bool:
    return token.text in loose or is_ornament(token)


class _Strays:
    """Pieces of contents in sentences of which their source says nothing."""

    def __init__(self, tokenized: TokenizedText) -> None:
        self._starts = [tokenized.tokens[s.first].start for s in tokenized.sentences]
        self._quoted = [(q.outer_start, q.outer_end) for q in quotations(tokenized) if q.depth == 1]

    def left_out(self, detection: Detection) -> Detection:
        """The detection without pieces of content that stand before its sentence, unquoted."""
        if len(detection.content) < 2 or not detection.cue:
            return detection
        opening = self._opening_of(min(s for s, _ in (*detection.source, *detection.cue)))
        kept = tuple(s for s in detection.content if s[1] > opening or self._is_quoted(s))
        return replace(detection, content=kept or detection.content)

    def _opening_of(self, position: int) -> int:
        return self._starts[max(0, bisect_right(self._starts, position) - 1)]

    def _is_quoted(self, span: Span) -> bool:
        at = bisect_right(self._quoted, span[0], key=lambda quoted: quoted[0]) - 1
        return at >= 0 and span[0] < self._quoted[at][1]


class _Tidier:
    """Mends roles, knowing which tokens belong to any."""

    def __init__(self, tokenized: TokenizedText, detections: Sequence[Detection]) -> None:
        self._tokens = tokenized.tokens
        self._starts = [token.start for token in tokenized.tokens]
        self._openings = {sentence.first for sentence in tokenized.sentences}
        self._owners = Counter(
            index
            for each in detections
            for role in (each.source, each.cue, each.content)
            for index in {i for span in role for i in range(*self._range(span))}
        )

    def tidy(
        self, spans: tuple[Span, ...], *, loose: frozenset[str] = frozenset()
    ) -> tuple[Span, ...]:
        """The pieces of a role mended.

        Args:
            spans: The pieces, in order.
            loose: Marks to cut from either end of a piece, as bullets and pictures are.
        """
        return tuple(self._trimmed(span, loose) for span in self._joined(spans))

    def _joined(self, spans: Sequence[Span]) -> list[Span]:
        joined: list[Span] = []
        for span in map(self.whole, spans):
            if joined and self._goes_on(joined[-1], span):
                joined[-1] = (joined[-1][0], max(joined[-1][1], span[1]))
            else:
                joined.append(span)
        return joined

    def whole(self, span: Span) -> Span:
        """The span with the whole of its first and last token, where those are its alone."""
        first, stop = self._range(span)
        if first == stop:
            return span
        start = self._tokens[first].start if self._owners[first] == 1 else span[0]
        end = self._tokens[stop - 1].end if self._owners[stop - 1] == 1 else span[1]
        return min(start, span[0]), max(end, span[1])

    def _goes_on(self, before: Span, after: Span) -> bool:
        """Whether only words that no attribution has lie between two pieces."""
        first, stop = self._range(before)[1], self._range(after)[0]
        if stop - first > MAX_GAP or self._shares_a_word(before[1], after[0]):
            return False
        return all(
            self._owners[index] == 0
            and self._tokens[index].kind != "punctuation"
            and index not in self._openings
            for index in range(first, stop)
        ) and (after[0] <= before[1] or stop not in self._openings)

    def _shares_a_word(self, end: int, start: int) -> bool:
        """Whether a piece ends, or the next one starts, amid a word of which another has a part."""
        return any(
            self._tokens[index].start < place < self._tokens[index].end
            for place in (end, start)
            for index in range(*self._range((place, place + 1)))
        )

    def _trimmed(self, span: Span, loose: frozenset[str]) -> Span:
        """The span without loose marks at its ends, unless it holds nothing else."""
        first, stop = self._range(span)
        while first < stop and _is_loose(self._tokens[first], loose):
            first += 1
        while stop > first and _is_loose(self._tokens[stop - 1], loose):
            stop -= 1
        if first == stop:
            return span
        return max(self._tokens[first].start, span[0]), min(self._tokens[stop - 1].end, span[1])

    def _range(self, span: Span) -> Range:
        """The tokens that share a character with a span."""
        first = max(0, bisect_right(self._starts, span[0]) - 1)
        if first < len(self._tokens) and self._tokens[first].end <= span[0]:
            first += 1
        return first, max(first, bisect_left(self._starts, span[1]))
