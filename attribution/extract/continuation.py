"""Quotations that go on in paragraphs of their own.

News prints a long quotation in several paragraphs, names the speaker in the first, and leaves it to
the reader that the others have the same one. A detector that reads paragraphs one by one finds
nobody there.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from attribution.extract.detection import Detection, Span
from attribution.extract.text.stretches import stretches

_MARK = re.compile("[“”„«»\"]|''|``")
# One quotation from end to end; it may stay open, as where yet another paragraph goes on.
_QUOTATION = re.compile(
    "“[^“”„]*”?|„[^“”„]*[“”]?|«[^«»]*»?|\"[^\"“”]*\"?|(?:``|'')(?:(?!``|'').)*(?:'')?", re.DOTALL
)
_WORD = re.compile(r"\w+")
_ANOTHER_SENTENCE = re.compile(r"[.!?][^\w\s]*\s+[^\w\s]*(?![a-z])\w")
_FEWEST_WORDS = 4  # what is shorter is a heading or a cheer as often as speech that goes on


def with_continuations(text: str, detections: Sequence[Detection]) -> list[Detection]:
    """Add quotations in paragraphs of their own to the contents that they carry on.

    A paragraph carries on the one before where it is one quotation from end to end, no attribution
    has a part in it, and the one before ends with an attribution whose content is quoted. Of 48
    such paragraphs in 790 annotated articles, 43 are marked as content of that attribution.

    Args:
        text: The text of one document.
        detections: Attributions found in it, in any order.

    Returns:
        The same attributions in the same order, some of them with more spans in their content, each
        with its quotation marks. The cost is n log n.
    """
    continued = list(detections)
    latest = _Latest(continued)
    before: Span = (0, 0)
    for paragraph in _paragraphs(text):
        latest.read_to(paragraph[1])
        is_free = before[0] < latest.end <= paragraph[0]
        if is_free and _is_quotation(text, paragraph) and not _moves_on(text, latest.end, before):
            each = continued[latest.number]
            if _is_quoted(text, each.content):
                continued[latest.number] = replace(each, content=(*each.content, paragraph))
                latest.end = paragraph[1]
        before = paragraph
    return continued


class _Latest:
    """The attribution that reaches furthest, of those that begin before some place.

    Attributes:
        end: Up to where it reaches.
        number: Which one it is.
    """

    def __init__(self, detections: Sequence[Detection]) -> None:
        self.end = 0
        self.number = 0
        self._spans = sorted(
            (*span, number)
            for number, each in enumerate(detections)
            for span in (*each.source, *each.cue, *each.content)
        )
        self._next = 0

    def read_to(self, place: int) -> None:
        """Take in what begins before a place."""
        while self._next < len(self._spans) and self._spans[self._next][0] < place:
            _, end, number = self._spans[self._next]
            if end > self.end:
                self.end, self.number = end, number
            self._next += 1


def _paragraphs(text: str) -> Iterator[Span]:
    """Paragraphs that hold anything, without the white space around it."""
    for start, end in stretches(text):
        words = text[start:end]
        if words.strip():
            yield start + len(words) - len(words.lstrip()), start + len(words.rstrip())


def _is_quotation(text: str, paragraph: Span) -> bool:
    words = _WORD.findall(text, *paragraph)
    return len(words) >= _FEWEST_WORDS and bool(_QUOTATION.fullmatch(text, *paragraph))


def _is_quoted(text: str, spans: Sequence[Span]) -> bool:
    return any(_MARK.search(text, *span) for span in spans)


def _moves_on(text: str, place: int, paragraph: Span) -> bool:
    """Whether another sentence begins in a paragraph after a place."""
    return _ANOTHER_SENTENCE.search(text, place, paragraph[1]) is not None
