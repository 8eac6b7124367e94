"""Words in their context with a mark under them, as compilers show the code they complain of."""

from __future__ import annotations

from dataclasses import dataclass

from rich.cells import cell_len

from attribution.reports.terminal import Paint, printable
from evidence.model import Document, Passage
from evidence.pages import page_of
from evidence.passages import Outcome, anchor

_WIDTH = 84
_LEAD = 24


@dataclass(frozen=True, slots=True)
class Excerpt:
    """Some words of a document with what stands around them, each on one line.

    Attributes:
        place: The document with line and column, counted from 1, and the page where it has pages;
            the document alone where the words are not found.
        before: What stands before the words.
        words: The words, cut in the middle where they are long.
        after: What stands after them.
    """

    place: str
    before: str
    words: str
    after: str

    def lines(self, paint: Paint, *, indent: str, style: str) -> list[str]:
        """The words in their context, and a mark under them."""
        bar = paint("|", "blue")
        mark = " " * cell_len(self.before) + paint("^" * cell_len(self.words), style)
        return [
            f"{indent} {bar} {self.before}{self.words}{self.after}".rstrip(),
            f"{indent} {bar} {mark}",
        ]


def excerpt(document: Document | None, document_id: str | None, passage: Passage) -> Excerpt:
    """Show a passage in its document, or by itself where it cannot be found there."""
    name = printable(document_id or "no document")
    text = document.text if document is not None else None
    found = anchor(text, passage) if text is not None else None
    if text is None or found is None or found.outcome is not Outcome.FOUND:
        return Excerpt(name, "", _middle_cut(printable(passage.exact), _WIDTH), "")
    line = text.count("\n", 0, found.start) + 1
    column = found.start - text.rfind("\n", 0, found.start)
    words = _middle_cut(printable(passage.exact), _WIDTH - _LEAD)
    before = _tail(text[max(0, found.start - 2 * _LEAD) : found.start], _LEAD)
    room = max(0, _WIDTH - cell_len(before) - cell_len(words))
    after = _head(text[found.end : found.end + 2 * _WIDTH], room)
    page = page_of(document, found.start) if document is not None else None
    on_page = f", page {page}" if page else ""
    return Excerpt(f"{name}:{line}:{column}{on_page}", before, words, after)


def _middle_cut(words: str, width: int) -> str:
    half = width // 2 - 2
    return words if len(words) <= width else f"{words[:half]} … {words[-half:]}"


def _tail(text: str, width: int) -> str:
    """The whole words at the end of `text`, from its last line break and at most `width` long."""
    line = text.rpartition("\n")[2]
    words = printable(line)
    space = " " if line[-1:].isspace() and words else ""
    if len(words) > width:
        words = "… " + words[-width:].partition(" ")[2]
    return words + space


def _head(text: str, width: int) -> str:
    """The whole words at the start of `text`, to its first line break, at most `width` long."""
    line = text.partition("\n")[0]
    words = (" " if line[:1].isspace() else "") + printable(line)
    return words if len(words) <= width else words[:width].rpartition(" ")[0] + " …"
