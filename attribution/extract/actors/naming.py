"""When two names name the same: forms of names made comparable."""

from __future__ import annotations

import unicodedata

from attribution.extract.english.firstnames import FEMALE_NAMES, MALE_NAMES, NICKNAMES
from attribution.extract.english.titles import GENERATIONS, SUFFIXES

_ARTICLES = ("al-", "el-", "as-", "ash-", "an-", "ar-", "at-", "ad-")
_UNSTRESSED = frozenset("of the and for on in de la et &".split())
_FOLDED = {**dict.fromkeys(map(ord, "'’‘ʼ`´.")), ord("‑"): "-", ord("–"): "-"}


def fold(text: str) -> str:
    """A name in lower case, without accents, apostrophes and stops, with plain hyphens."""
    letters = text.casefold()
    if not letters.isascii():
        letters = unicodedata.normalize("NFKD", letters)
        letters = "".join(c for c in letters if not unicodedata.combining(c))
    return letters.translate(_FOLDED)


def words_of(name: str) -> tuple[str, ...]:
    """The folded words of a name, without "the", Arabic articles, "Jr." and the like."""
    words = [_without_article(word) for word in fold(name).replace(",", " ").split()]
    kept = tuple(w for w in words if w not in SUFFIXES and w != "the" and w)
    return kept or tuple(words)


def _without_article(word: str) -> str:
    for article in _ARTICLES:
        if word.startswith(article) and len(word) > len(article) + 1:
            return word[len(article) :]
    return word


def surname(words: tuple[str, ...]) -> str:
    """The last word of a person's name: "blasio" for "Bill de Blasio"."""
    return words[-1] if words else ""


def generation(name: str) -> str | None:
    """What tells a father from a son of the same name: "jr", "iii"; None for most names."""
    last = fold(name).replace(",", " ").split()[-1:]
    return last[0] if last and last[0] in GENERATIONS else None


def same_person(left: tuple[str, ...], right: tuple[str, ...]) -> bool:
    """Whether two names of several words can be one person: equal but for middle and short forms.

    Args:
        left: Words as `words_of` gives them.
        right: Likewise.
    """
    if "".join(left).replace("-", "") == "".join(right).replace("-", ""):
        return True
    if len(left) < 2 or len(right) < 2 or surname(left) != surname(right):
        return False
    return same_given_name(left[0], right[0])


def same_given_name(left: str, right: str) -> bool:
    """Whether two given names agree: equal, an initial, or a short form ("Bill", "William")."""
    if left == right or NICKNAMES.get(left, left) == NICKNAMES.get(right, right):
        return True
    return left[:1] == right[:1] and 1 in (len(left), len(right))


def initials(name: str) -> str:
    """The first letters of the stressed words: "iaea" for "International Atomic Energy Agency"."""
    words = fold(name).replace("-", " ").split()
    return "".join(word[0] for word in words if word not in _UNSTRESSED)


def gender_of_given_name(name: str) -> str | None:
    """The gender ("male", "female") that the first word tells, if it is a given name of one."""
    words = fold(name).split()
    if len(words) == 1:  # "Clinton" and "Graham" are also given names, but only of men
        return "female" if words[0] in FEMALE_NAMES - MALE_NAMES else None
    male, female = words[0] in MALE_NAMES, words[0] in FEMALE_NAMES
    if male == female:
        return None
    return "male" if male else "female"
