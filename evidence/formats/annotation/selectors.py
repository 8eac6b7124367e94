"""Selectors of the Web Annotation Data Model: which words of a document they select.

After W3C Web Annotation Data Model, section 4.2 (selectors) and 4.2.9 (refinement). Positions count
code points from 0.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

from pydantic import JsonValue

from evidence.formats.annotation.values import listed, one, type_of
from evidence.model import CONTEXT_LENGTH, Passage
from evidence.passages import Outcome, anchor

Selector = dict[str, Any]


@dataclass(frozen=True)
class Selection:
    """What a selector selects, as far as it can be told without the document.

    Attributes:
        exact: The words; None where only the document could tell.
        prefix: The words just before.
        suffix: The words just after.
        start: The first code point in the document; None where unknown.
        end: One past the last.
        passed_over: Types of selectors that tell nothing about words.
    """

    exact: str | None = None
    prefix: str = ""
    suffix: str = ""
    start: int | None = None
    end: int | None = None
    passed_over: tuple[str, ...] = ()


NOTHING = Selection()


def select(selector: JsonValue) -> Selection:
    """What a selector selects, its refinements applied from the outermost to the innermost.

    Raises:
        ValueError: If a selector is not as the specification says; the message continues "X ".
    """
    found, inner = NOTHING, selector
    while inner is not None:
        if not isinstance(inner, dict):
            # A selector may be named by its IRI alone; what it says stands elsewhere.
            return _passing(found, "selector by reference")
        kind = type_of(inner, "a selector")
        found = _SELECTORS[kind](inner, found) if kind in _SELECTORS else _passing(found, kind)
        inner = one(inner, "refinedBy", kind) if "refinedBy" in inner else None
    return found


def passage_of(selections: Iterable[Selection]) -> tuple[Passage | None, bool]:
    """The one passage that alternative selectors of a target agree on.

    Returns:
        The passage, None where no selector gives the words; and whether a position was left out
        that does not span the words, as where it does not count code points.
    """
    alternatives = list(selections)
    quote = next((each for each in alternatives if each.exact), None)
    if quote is None or quote.exact is None:
        return None, False
    placed = [each for each in alternatives if each.start is not None]
    fitting = [each for each in placed if each.end == (each.start or 0) + len(quote.exact)]
    place = fitting[0] if fitting else NOTHING
    passage = Passage(
        exact=quote.exact,
        prefix=quote.prefix,
        suffix=quote.suffix,
        start=place.start,
        end=place.end,
    )
    return passage, len(fitting) < len(placed)


def _quote(selector: Selector, outer: Selection) -> Selection:
    exact = one(selector, "exact", "TextQuoteSelector", str)
    prefix = one(selector, "prefix", "TextQuoteSelector", str, default="")
    suffix = one(selector, "suffix", "TextQuoteSelector", str, default="")
    if outer.exact is None or not exact:
        return Selection(exact, prefix, suffix, passed_over=outer.passed_over)
    place = anchor(outer.exact, Passage(exact=exact, prefix=prefix, suffix=suffix))
    if place.outcome is Outcome.MISSING:
        raise ValueError("has a quote that is not in the words it refines")
    if place.outcome is Outcome.AMBIGUOUS:
        return Selection(exact, prefix, suffix, passed_over=outer.passed_over)
    return _part(outer, place.start, place.end)


def _position(selector: Selector, outer: Selection) -> Selection:
    start = one(selector, "start", "TextPositionSelector", int)
    end = one(selector, "end", "TextPositionSelector", int)
    if not 0 <= start <= end:
        raise ValueError(f"has a TextPositionSelector from {start} to {end}")
    if outer.exact is not None:
        if end > len(outer.exact):
            raise ValueError(f"has a position that ends at {end}, past the words it refines")
        return _part(outer, start, end)
    first = outer.start or 0
    if outer.end is not None and first + end > outer.end:
        raise ValueError(f"has a position that ends at {end}, past the place it refines")
    return Selection(start=first + start, end=first + end, passed_over=outer.passed_over)


def _part(outer: Selection, start: int, end: int) -> Selection:
    """The code points `start` to `end` of a selection whose words are known."""
    words = outer.exact or ""
    return Selection(
        words[start:end],
        (outer.prefix + words[:start])[-CONTEXT_LENGTH:],
        (words[end:] + outer.suffix)[:CONTEXT_LENGTH],
        None if outer.start is None else outer.start + start,
        None if outer.start is None else outer.start + end,
        outer.passed_over,
    )


def _fragment(selector: Selector, outer: Selection) -> Selection:
    one(selector, "value", "FragmentSelector", str)
    return _passing(outer, "FragmentSelector")


def _by_value(selector: Selector, outer: Selection) -> Selection:
    kind = type_of(selector, "a selector")
    one(selector, "value", kind, str)
    return _passing(outer, kind)


def _data_position(selector: Selector, outer: Selection) -> Selection:
    """Bytes, not characters: they say nothing of the words."""
    start, end = (one(selector, name, "DataPositionSelector", int) for name in ("start", "end"))
    if not 0 <= start <= end:
        raise ValueError(f"has a DataPositionSelector from {start} to {end}")
    return _passing(outer, "DataPositionSelector")


def _range(selector: Selector, outer: Selection) -> Selection:
    # Hypothes.is writes the four properties that the W3C draft of 2014 had.
    if "startContainer" not in selector:
        for name in ("startSelector", "endSelector"):
            one(selector, name, "RangeSelector")
    return _passing(outer, "RangeSelector")


def _svg(selector: Selector, outer: Selection) -> Selection:
    if len(listed(selector.get("value"))) > 1:
        raise ValueError("has a SvgSelector with more than one 'value'")
    return _passing(outer, "SvgSelector")


def _passing(outer: Selection, kind: str) -> Selection:
    """The words stay what they are: the closest that is known."""
    return Selection(
        outer.exact,
        outer.prefix,
        outer.suffix,
        outer.start,
        outer.end,
        (*outer.passed_over, kind),
    )


_SELECTORS: dict[str, Callable[[Selector, Selection], Selection]] = {
    "TextQuoteSelector": _quote,
    "TextPositionSelector": _position,
    "FragmentSelector": _fragment,
    "CssSelector": _by_value,
    "XPathSelector": _by_value,
    "DataPositionSelector": _data_position,
    "RangeSelector": _range,
    "SvgSelector": _svg,
}
