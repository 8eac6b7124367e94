"""From places in a text to the tokens that stand there."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence

from attribution.extract.detection import Span
from attribution.extract.text.scanner import Token
from attribution.extract.text.tokens import TokenizedText


def token_range(tokenized: TokenizedText, span: Span) -> tuple[int, int]:
    """Return the index of the first token that begins in a span, and the index after the last.

    Args:
        tokenized: The text.
        span: Start and end in code points.

    Returns:
        Two indexes into `tokenized.tokens`, equal where no token begins in the span.
    """
    tokens = tokenized.tokens
    first = bisect_left(tokens, span[0], key=_start)
    most = min(len(tokens), first + max(0, span[1] - span[0]))  # each has a character at least
    return first, bisect_left(tokens, span[1], lo=first, hi=most, key=_start)


def tokens_in(tokenized: TokenizedText, spans: Iterable[Span]) -> list[Token]:
    """Return the tokens that begin in any of some spans, in the order of the spans."""
    found: list[Token] = []
    for span in spans:
        first, stop = token_range(tokenized, span)
        found.extend(tokenized.tokens[first:stop])
    return found


def lower_words(tokens: Sequence[Token]) -> list[str]:
    """Return the tokens' texts as word lists have them: lower case, straight apostrophes."""
    return [token.text.lower().replace("’", "'") for token in tokens]


def _start(token: Token) -> int:
    return token.start
