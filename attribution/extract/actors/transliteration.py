"""Names written with other letters: "Hizbullah" and "Hezbollah", "Muhammad" and "Mohammed"."""

from __future__ import annotations

import re

from attribution.extract.english.firstnames import FEMALE_NAMES, MALE_NAMES

_SOUNDS = (
    ("kh", "k"),
    ("gh", "g"),
    ("dh", "z"),
    ("th", "t"),
    ("sh", "s"),
    ("sch", "s"),
    ("tch", "c"),
    ("ch", "c"),
    ("ph", "f"),
    ("ck", "k"),
    ("q", "k"),
    ("w", "v"),
    ("j", "z"),
)
"""Letters that stand for one sound in one way of writing and for a like sound in another."""

_VOWELS = re.compile(r"[aeiouy]+")
_DOUBLED = re.compile(r"(.)\1+")
MIN_CONSONANTS = 5
"""Fewer consonants in a whole name say too little."""


def skeleton(words: tuple[str, ...]) -> str | None:
    """The consonants of a name, by sound, word by word.

    Args:
        words: Folded words, as `attribution.extract.naming.words_of` gives them.

    Returns:
        Such as "kt hzblh" for "Kata’ib Hezbollah"; None where too few consonants are left.
    """
    bones = [_consonants(word) for word in words]
    if sum(map(len, bones)) < MIN_CONSONANTS:
        return None
    return "".join(bones)


def _consonants(word: str) -> str:
    for letters, sound in _SOUNDS:
        word = word.replace(letters, sound)
    return _DOUBLED.sub(r"\1", _VOWELS.sub("", word.replace("-", "")))


def may_be_variants(left: tuple[str, ...], right: tuple[str, ...]) -> bool:
    """Whether names with one skeleton differ as spellings do, not as "Maria" and "Mario" do.

    Args:
        left: Folded words of a name.
        right: Folded words of another with the same skeleton.
    """
    if len(left) != len(right):
        return "".join(left) == "".join(right)
    return all(_is_spelling(a, b) for a, b in zip(left, right, strict=True))


def _is_spelling(left: str, right: str) -> bool:
    if left == right:
        return True
    if _consonants(left) != _consonants(right) or len(_consonants(left)) < 2:
        return False
    genders = {left[-1], right[-1]}
    if genders == {"a", "o"} or _differ_in_gender(left, right):
        return False
    return len(_VOWELS.findall(left)) == len(_VOWELS.findall(right))


def _differ_in_gender(left: str, right: str) -> bool:
    return (left in MALE_NAMES and right in FEMALE_NAMES) or (
        left in FEMALE_NAMES and right in MALE_NAMES
    )
