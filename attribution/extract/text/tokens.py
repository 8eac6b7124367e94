"""A text cut into tokens, sentences and paragraphs, all with their exact places."""

from __future__ import annotations

from dataclasses import dataclass
from weakref import WeakValueDictionary

from attribution.extract.text.scanner import Kind, Token, scan
from attribution.extract.text.sentences import Segment, split_paragraphs, split_sentences

__all__ = ["Kind", "Segment", "Token", "TokenizedText", "tokenize"]


@dataclass(frozen=True, slots=True, weakref_slot=True)
class TokenizedText:
    """A text with its tokens, sentences and paragraphs, each in order of position.

    Every token is in exactly one sentence and every sentence in exactly one paragraph.
    """

    text: str
    tokens: tuple[Token, ...]
    sentences: tuple[Segment, ...]
    paragraphs: tuple[Segment, ...]


# Several readers of one document cut its text, and its tokens take thirty times its memory.
_in_use: WeakValueDictionary[str, TokenizedText] = WeakValueDictionary()


def tokenize(text: str) -> TokenizedText:
    """Cut a text into tokens, sentences and paragraphs.

    The cost is linear in the length of the text, whatever is in it. A text whose tokens are still
    in use is not cut again.

    Args:
        text: Any text.

    Returns:
        The text with its tokens, which cover every character but white space and marks of
        direction exactly once, and its sentences and paragraphs, which cover every token once.
    """
    found = _in_use.get(text)
    if found is None:
        found = _in_use[text] = _cut(text)
    return found


def _cut(text: str) -> TokenizedText:
    tokens = tuple(scan(text))
    paragraphs = tuple(split_paragraphs(text, tokens))
    sentences = tuple(split_sentences(text, tokens, paragraphs))
    return TokenizedText(text, tokens, sentences, paragraphs)
