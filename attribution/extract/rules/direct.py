"""Direct speech: quotations right before a speaker and quotations that follow."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from attribution.extract.rules.reading import Range, Reading
from attribution.extract.text.tagging import Tag


def quote_before(reading: Reading, number: int, edge: int) -> Range | None:
    """Find the quotation that ends right before a speaker or an inverted verb.

    Args:
        reading: The text.
        number: Index of the statement that the speaker stands in.
        edge: First token of the speaker or the verb.

    Returns:
        The quotation with its marks and the paragraphs it carries on, or None.
    """
    last = edge - 1
    if last >= 0 and reading.tags[last] is Tag.COMMA and reading.quote_at[last] < 0:
        last -= 1
    if last < 0 or reading.quote_at[last] < 0 or not _is_near(reading, number, last):
        return None
    quote = reading.quote_at[last]
    stop = reading.quotes[quote][1]
    while quote in reading.continued:
        quote -= 1
    return reading.quotes[quote][0], stop


def _is_near(reading: Reading, number: int, last: int) -> bool:
    """Whether a token is in the statement or in the one before it in the same paragraph."""
    if last >= reading.statements[number][0]:
        return True
    same = number > 0 and reading.paragraph_at[number] == reading.paragraph_at[number - 1]
    return same and _is_whole(reading, number - 1)


def quotes_after(reading: Reading, number: int, pieces: Sequence[Range]) -> Iterator[Range]:
    """Yield the quotations in later statements that the same speaker goes on with.

    Args:
        reading: The text.
        number: Index of the statement that the speaker stands in.
        pieces: The content found in that statement.

    Yields:
        Whole statements in quotation marks, up to the first that is not.
    """
    stop = reading.statements[number][1]
    announced = reading.words[stop - 1] == ":"
    quoted = bool(pieces) and reading.quote_at[pieces[-1][1] - 1] >= 0
    if not announced and not quoted:
        return
    following = number + 1
    while following < len(reading.statements) and _is_whole(reading, following):
        if not announced and not _continues(reading, number, following):
            return
        yield reading.statements[following]
        number, announced = following, False
        following += 1


def _continues(reading: Reading, number: int, following: int) -> bool:
    """Whether a quotation is in the same paragraph as the one before, or carries it on."""
    if reading.paragraph_at[following] == reading.paragraph_at[number]:
        return True
    return reading.quote_at[reading.statements[following][0]] in reading.continued


def _is_whole(reading: Reading, number: int) -> bool:
    """Whether a statement is nothing but a quotation."""
    first, stop = reading.statements[number]
    last = stop - 1
    while last > first and reading.quote_at[last] < 0 and reading.tags[last] is Tag.MARK:
        last -= 1
    return reading.quote_at[first] >= 0 and reading.quote_at[last] == reading.quote_at[first]
