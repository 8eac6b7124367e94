"""Finding credit lines at the beginning and at the end of a text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from evidence.readers.credits.agencies import agency_named, spellings
from evidence.vocabulary import DerivationKind

_FIRST_LINES, _LAST_LINES = 12, 6
_LONGEST_CREDIT = 240
"""Code points at either end of a line among which a credit is looked for."""

_KNOWN = "|".join(map(re.escape, spellings()))
_IN_BRACKETS = r"[^()\n]{2,60}"
_DASH = r"[-–—]"

_DATELINE = re.compile(
    rf"(?P<place>[^\W\d_][^()\n]{{1,60}}?)? ?\((?P<name>{_IN_BRACKETS})\) ?{_DASH}"
)
_SLASHED = re.compile(r"(?P<place>[^\W\d_][^/\n]{1,60}?) /(?P<name>[^/\n]{2,40})/\.? ")
_OPENING = re.compile(rf"(?P<name>{_KNOWN}) ?{_DASH} ")
_BYLINE = re.compile(rf"[Bb]y (?:[^|\n]{{2,60}}[,|–—-] ?)?(?P<name>{_KNOWN})$")
_ALONE = re.compile(rf"(?:Source: |Via |Credit: )?[(\[]?(?P<name>{_KNOWN})[)\]]?\.?$")
_AT_THE_END = re.compile(
    rf"(?:^|[\s.\"”])(?:\((?P<name>{_IN_BRACKETS})\)|{_DASH} ?(?P<said>{_KNOWN}))\.?$"
)
_COPYRIGHT = re.compile(rf"(?:©|\([cC]\)|Copyright) ?(?:\d{{4}},? )?(?P<name>{_KNOWN})\b")
_NAMES = rf"(?P<names>(?:{_KNOWN})(?:(?:, and | and |, | & )(?:{_KNOWN}))*)"
_WITH = re.compile(
    r"\b[Ww]ith (?:(?:additional |some )?(?:inputs?|reporting|files|contributions?|material|"
    rf"information) (?:by|from) )?{_NAMES}\)?\.?$"
)
_CONTRIBUTED = re.compile(rf"^{_NAMES} contributed to this (?:report|story|article)\b")
_NEWS_NAME = re.compile(r"(?:[^\W\d_][\w'’.-]* ){1,4}(?:Agency|Press|News|Newswire|Wire|Service)")
_SEPARATORS = re.compile(r", and | and |, | & ")


@dataclass(frozen=True, slots=True)
class Line:
    """A line that credits an agency.

    Attributes:
        name: Of the agency, as it is generally known.
        words: The words of the credit.
        kind: Whether the text is the agency's, or only rests on it.
    """

    name: str
    words: str
    kind: DerivationKind = DerivationKind.RELAYS


def agency_lines(text: str) -> Iterator[Line]:
    """Yield the credits of a text, first those at its beginning.

    Cost: linear in the number of lines; of each line a bounded stretch is looked at.
    """
    lines = [line.strip() for line in text.splitlines() if not line.isspace() and line]
    for line in lines[:_FIRST_LINES]:
        yield from _at_the_beginning(line[:_LONGEST_CREDIT])
    for line in lines[-_LAST_LINES:]:
        yield from _at_the_end(line[-_LONGEST_CREDIT:])


def _at_the_beginning(line: str) -> Iterator[Line]:
    for pattern in (_DATELINE, _SLASHED):
        match = pattern.match(line)
        if match and (name := _agency_in_dateline(match["name"], match["place"])):
            yield Line(name, match[0])
            return
    for pattern in (_OPENING, _BYLINE, _ALONE):
        match = pattern.match(line)
        if match and (name := agency_named(match["name"])):
            yield Line(name, match[0])
            return


def _agency_in_dateline(words: str, place: str | None) -> str | None:
    """The agency that a dateline names; one that is not known is told by its name and the place."""
    name = words.strip()
    if known := agency_named(name):
        return known
    city = re.match(r"\w{3,}", place or "")
    if city and city[0].isupper() and _NEWS_NAME.fullmatch(name):
        return name
    return None


def _at_the_end(line: str) -> Iterator[Line]:
    for pattern in (_WITH, _CONTRIBUTED):
        if match := pattern.search(line):
            for words in _SEPARATORS.split(match["names"]):
                if name := agency_named(words):
                    yield Line(name, match[0], DerivationKind.DERIVES)
            return
    for pattern in (_AT_THE_END, _COPYRIGHT, _ALONE):
        match = pattern.match(line) if pattern is _ALONE else pattern.search(line)
        if match and (name := agency_named(_name_in(match))):
            yield Line(name, match[0].strip())
            return


def _name_in(match: re.Match[str]) -> str:
    groups = match.groupdict()
    return groups.get("name") or groups.get("said") or ""
