"""Numbers in English text, written in digits or in words."""

from __future__ import annotations

import re
from collections.abc import Sequence

_UNITS = {
    word: value
    for value, word in enumerate(
        "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen"
        " fifteen sixteen seventeen eighteen nineteen".split()
    )
}
_TENS = {
    word: 10 * value
    for value, word in enumerate(
        "twenty thirty forty fifty sixty seventy eighty ninety".split(), start=2
    )
}
_SCALES = {
    "hundred": 100,
    "thousand": 1000,
    "million": 10**6,
    "billion": 10**9,
    "trillion": 10**12,
    "dozen": 12,
}
_LETTERS = {"k": 10**3, "m": 10**6, "mn": 10**6, "bn": 10**9, "b": 10**9, "tn": 10**12}
_FACTORS = {**_SCALES, **_LETTERS}
_DIGITS = re.compile(r"(\d+(?:,\d{3})*(?:\.\d+)?)([a-z]*)")


def number_at(words: Sequence[str], index: int) -> tuple[float, int] | None:
    """Read the number that begins at a word: "2,000", "two thousand", "3.5 million", "200m".

    Args:
        words: Words in lower case.
        index: Where it begins; "one" alone is no number, since it seldom counts.

    Returns:
        Its value and the index after it, or None.
    """
    value, after = _simple(words, index)
    if value is None:
        return None
    alone = words[index] == "one"
    while after < len(words) and words[after] in _FACTORS:
        value, after, alone = value * _FACTORS[words[after]], after + 1, False
    return None if alone else (value, after)


def _simple(words: Sequence[str], index: int) -> tuple[float | None, int]:
    word = words[index]
    match = _DIGITS.fullmatch(word)
    if match is not None and (not match.group(2) or match.group(2) in _LETTERS):
        return float(match.group(1).replace(",", "")) * _LETTERS.get(match.group(2), 1), index + 1
    if word in _UNITS:
        return float(_UNITS[word]), index + 1
    tens, _, unit = word.partition("-")
    if tens in _TENS:
        return float(_TENS[tens] + _UNITS.get(unit, 0)), index + 1
    if word == "dozen":
        return 1.0, index
    return None, index
