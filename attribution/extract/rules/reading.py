"""A text as the rules see it: words, word classes, quotations and statements."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from attribution.extract.text.quotations import Quotation, quotations
from attribution.extract.text.tagging import Tag, tag
from attribution.extract.text.tokens import Segment, Token, TokenizedText, tokenize

Range = tuple[int, int]
"""A stretch of tokens: first index and the index after the last."""

MAX_STATEMENT = 500
"""A statement with more tokens is cut even inside quotation marks, which bounds its cost."""


@dataclass(frozen=True, slots=True)
class Reading:
    """Everything the rules need to know about a text, all by token index.

    Attributes:
        text: The text.
        tokens: Its tokens.
        words: Each token in lower case with a straight apostrophe.
        tags: The word class of each token.
        quotes: Outermost quotations with their marks, in order. One that is carried over
            paragraphs is several, each but the first in `continued`.
        quote_at: For each token the index in `quotes` of the one around it, or -1.
        continued: Indexes of the quotations that carry on the one before.
        statements: Sentences, but with everything in quotation marks kept whole.
        paragraph_at: For each statement the index of its paragraph.
        paragraphs: The paragraphs that hold statements, in order.
    """

    text: str
    tokens: Sequence[Token]
    words: Sequence[str]
    tags: Sequence[Tag]
    quotes: Sequence[Range]
    quote_at: Sequence[int]
    continued: frozenset[int]
    statements: Sequence[Range]
    paragraph_at: Sequence[int]
    paragraphs: Sequence[Range]


def read(text: str) -> Reading:
    """Read a text for the rules, at a cost linear in its length."""
    tokenized = tokenize(text)
    words = _plain_words(tokenized.tokens)
    outer = _trusted(quotations(tokenized))
    quotes, quote_at = _by_token(tokenized.tokens, outer)
    statements, paragraph_at = _statements(tokenized, quote_at)
    return Reading(
        text=text,
        tokens=tokenized.tokens,
        words=words,
        tags=tag(tokenized.tokens, words, tokenized.sentences),
        quotes=quotes,
        quote_at=quote_at,
        continued=frozenset(i for i, quotation in enumerate(outer) if quotation.continues),
        statements=statements,
        paragraph_at=paragraph_at,
        paragraphs=list(_paragraphs(statements, paragraph_at)),
    )


def _plain_words(tokens: Sequence[Token]) -> list[str]:
    """Tokens in lower case with a straight apostrophe, each kept once, however often it occurs."""
    once = {text: text.lower().replace("’", "'") for text in {token.text for token in tokens}}
    return [once[token.text] for token in tokens]


def _trusted(found: Sequence[Quotation]) -> list[Quotation]:
    """Outermost quotations among those that are closed or carried on; others are stray marks."""
    trusted: list[Quotation] = []
    following = [*found[1:], None][: len(found)]
    for quotation, after in zip(found, following, strict=True):
        carried = quotation.continues or (after is not None and after.continues)
        apart = not trusted or quotation.outer_start >= trusted[-1].outer_end
        if apart and (quotation.closed or carried):
            trusted.append(quotation)
    return trusted


def _by_token(tokens: Sequence[Token], outer: Sequence[Quotation]) -> tuple[list[Range], list[int]]:
    ranges: list[Range] = []
    quote_at = [-1] * len(tokens)
    index = 0
    for number, quotation in enumerate(outer):
        while tokens[index].start < quotation.outer_start:
            index += 1
        first = index
        while index < len(tokens) and tokens[index].start < quotation.outer_end:
            quote_at[index] = number
            index += 1
        ranges.append((first, index))
    return ranges, quote_at


def _statements(tokenized: TokenizedText, quote_at: Sequence[int]) -> tuple[list[Range], list[int]]:
    """Join sentences that are cut inside a quotation, each within its paragraph."""
    statements: list[Range] = []
    paragraph_at: list[int] = []
    paragraphs = iter(enumerate(tokenized.paragraphs))
    number, paragraph = next(paragraphs, (0, Segment(0, 0, 0, 0)))
    for sentence in tokenized.sentences:
        while sentence.first >= paragraph.stop:
            number, paragraph = next(paragraphs)
        before = sentence.first - 1
        inside = before >= paragraph.first and quote_at[before] == quote_at[sentence.first] != -1
        if inside and sentence.stop - statements[-1][0] <= MAX_STATEMENT:
            statements[-1] = (statements[-1][0], sentence.stop)
        else:
            statements.append((sentence.first, sentence.stop))
            paragraph_at.append(number)
    return statements, paragraph_at


def _paragraphs(statements: Sequence[Range], paragraph_at: Sequence[int]) -> Iterator[Range]:
    """Yield paragraphs, put together from their statements."""
    current: int | None = None
    first = stop = 0
    for number, statement in zip(paragraph_at, statements, strict=True):
        if number != current:
            if current is not None:
                yield first, stop
            current, first = number, statement[0]
        stop = statement[1]
    if current is not None:
        yield first, stop
