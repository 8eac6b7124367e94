"""Citations inside descriptions, as ATT&CK writes them: "... (Citation: Some Report 2019)"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

_OPENING = "(Citation:"
_LINK = re.compile(r"\[([^\[\]]{1,300})\]\(https?://[^()\s]{1,2000}\)")
_PARAGRAPH = re.compile(r"\n[ \t\r]*\n")


@dataclass(frozen=True, slots=True)
class Statement:
    """What one stretch of a description says, and what it cites for that.

    Attributes:
        text: The words, without citations and without the addresses of links.
        citations: The names in its citations, in their order.
    """

    text: str
    citations: tuple[str, ...]


def statements(description: str) -> list[Statement]:
    """Take a description apart at the citations that end sentences, and at paragraphs.

    A citation covers what stands since the citation before it, as is the custom of ATT&CK; one in
    the midst of a sentence belongs to all of that sentence. Linear in the description.
    """
    return [s for paragraph in _PARAGRAPH.split(description) for s in _of_paragraph(paragraph)]


def citation_names(text: str) -> tuple[str, ...]:
    """The names in the citations of a text."""
    return tuple(text[start + len(_OPENING) : end - 1].strip() for start, end in _places(text))


def plain(text: str) -> str:
    """A text without citations and the addresses of links, its white space made single."""
    kept, last = [], 0
    for start, end in _places(text):
        kept.append(text[last:start])
        last = end
    kept.append(text[last:])
    joined = " ".join(_LINK.sub(r"\1", "".join(kept)).split())
    return re.sub(r" ([.,;:])(?= |$)", r"\1", joined)


def _of_paragraph(paragraph: str) -> Iterator[Statement]:
    start = 0
    places = list(_places(paragraph))
    for index, (opening, end) in enumerate(places):
        following = places[index + 1][0] if index + 1 < len(places) else len(paragraph)
        if _ends_sentence(paragraph, opening, end, following):
            stop = end + 1 if paragraph[end : end + 1] in {".", "!", "?"} else end
            yield from _statement(paragraph[start:stop])
            start = stop
    yield from _statement(paragraph[start:])


def _ends_sentence(paragraph: str, opening: int, end: int, following: int) -> bool:
    """Whether a citation is the last of a run that stands at the end of a sentence."""
    between = paragraph[end:following].strip()
    if not between and following < len(paragraph):
        return False
    if between[:1] in {"", ".", "!", "?"}:
        return True
    before = plain(paragraph[max(0, opening - 2000) : opening])
    return before[-1:] in {".", "!", "?"}


def _statement(stretch: str) -> Iterator[Statement]:
    text = plain(stretch)
    if text.strip(" .,;:"):
        yield Statement(text, tuple(dict.fromkeys(citation_names(stretch))))


def _places(text: str) -> Iterator[tuple[int, int]]:
    """Where citations begin and end; names may hold parentheses. One pass with a stack."""
    if _OPENING not in text:
        return
    open_at: list[int] = []
    closed: dict[int, int] = {}
    for index, letter in enumerate(text):
        if letter == "(":
            open_at.append(index)
        elif letter == ")" and open_at:
            closed[open_at.pop()] = index + 1
    last = 0
    start = text.find(_OPENING)
    while start >= 0:
        if start >= last and start in closed:
            last = closed[start]
            yield start, last
        start = text.find(_OPENING, start + 1)
