"""What the words of a capitalised run say: titles, kinds, common nouns."""

from __future__ import annotations

import re
from collections.abc import Sequence

from attribution.extract.english.firstnames import FEMALE_NAMES, MALE_NAMES
from attribution.extract.english.nations import DEMONYMS, METONYMS, PLACES, STATE_NAMES
from attribution.extract.english.organisations import (
    ACRONYMS,
    ARMED_WORDS,
    BODIES,
    INSTITUTIONS,
    ORGANISATION_WORDS,
    OUTLET_WORDS,
    OUTLETS,
)
from attribution.extract.english.roles import (
    BODY_NOUNS,
    GROUP_NOUNS,
    PEOPLES,
    PERSON_ROLES,
    TEXT_NOUNS,
    singular,
)
from attribution.extract.english.titles import (
    ADDRESS,
    SHORT_TITLES,
    SUFFIXES,
    TITLE_PARTS,
    TITLES,
)
from attribution.extract.text.sentence_parts import plain
from attribution.extract.text.tokens import Token
from evidence.vocabulary import ActorKind

_MODEL_NUMBER = re.compile(r"[^\W\d_][\w’']*[-‑]\d+\w*")
_QUALIFYING = re.compile(
    r"[^\W\d_][\w’']*[-‑](?:\w+ed|run|led|born|held|owned|built|made|bound|wide|style|era)"
)
"""Words that only say where somebody is or whose: "Tehran-based", "Hamas-run"."""

_STANCE_PREFIXES = frozenset("pro Pro anti Anti non Non ex Ex".split())

KNOWN_NAMES = (
    frozenset(STATE_NAMES)
    | frozenset(DEMONYMS)
    | frozenset(METONYMS)
    | PLACES
    | OUTLETS
    | frozenset(ACRONYMS)
    | frozenset(INSTITUTIONS)
    | BODIES
)


def is_heading(tokens: Sequence[Token]) -> bool:
    """Whether most long words of a sentence have a capital, so that capitals tell nothing."""
    long = [t.text for t in tokens if t.kind == "word" and len(t.text) > 3]
    return len(long) > 4 and sum(w[0].isupper() for w in long) > 0.75 * len(long)


def titles_of(words: Sequence[str]) -> tuple[int, int]:
    """Where the titles of a run begin and end, as offsets into `words`; (0, 0) for none."""
    end = 0
    for offset, word in enumerate(words[:-1]):
        bare = word.rstrip(".")
        if word in TITLES or word in ADDRESS or bare in SHORT_TITLES or _are_titled(words, offset):
            end = offset + 1
    if not end:
        return 0, 0
    begin = end - 1
    while begin and (words[begin - 1] in TITLE_PARTS or words[begin - 1] in TITLES):
        begin -= 1
    if end < len(words) - 1 and words[end] in ("of", "for"):
        end += 2 if words[end + 1] == "the" else 1
    return begin, end


def _are_titled(words: Sequence[str], offset: int) -> bool:
    """Whether a plural is a title before names, and not in the name of a body, as "Veterans"."""
    one = singular(words[offset])
    plural = one != words[offset] and (one in TITLES or one in PERSON_ROLES or one in SHORT_TITLES)
    in_body = words[offset + 1] in ("of", "for", "affairs")
    return plural and not in_body and not (offset and words[offset - 1] in ("of", "for"))


def state_in_compound(word: str) -> tuple[int, int] | None:
    """Where the state is in a word such as "Iran-backed" or "pro-Iranian"."""
    head, hyphen, tail = word.replace("‑", "-").partition("-")
    if not hyphen or not tail:
        return None
    if (head in STATE_NAMES or head in DEMONYMS) and tail[0].islower():
        return 0, len(head)
    if head in _STANCE_PREFIXES and (tail in STATE_NAMES or tail in DEMONYMS):
        return len(head) + 1, len(word)
    return None


def is_qualifying(word: str) -> bool:
    """Whether a word with a hyphen is an adjective made of a name: "Tehran-based"."""
    return _QUALIFYING.fullmatch(word) is not None


def is_based(word: str) -> bool:
    """Whether a word ends in where somebody is or comes from: "York-based" in "New York-based"."""
    return is_qualifying(word) and word.endswith(("based", "born"))


def is_common_noun(word: str) -> bool:
    """Whether a word is a noun for people, bodies or texts, so that its capital tells little."""
    one = singular(word)
    nouns = (PERSON_ROLES, GROUP_NOUNS, BODY_NOUNS, TEXT_NOUNS)
    return any(word in group or one in group for group in nouns)


def is_people(word: str) -> bool:
    """Whether a word is for people of a descent, faith or region, not for one of them."""
    return singular(word) in PEOPLES or word.endswith(("-american", "-americans"))


def body_kind(tokens: Sequence[Token]) -> ActorKind | None:
    """What a name is by its own words, if it is no person: outlet, armed group, body, product."""
    text = " ".join(t.text for t in tokens)
    words = [plain(t.text) for t in tokens]
    if text in OUTLETS and text not in ("Twitter", "Facebook", "YouTube"):
        return ActorKind.OUTLET
    if any(w.split("-")[-1] in ARMED_WORDS for w in words):
        return ActorKind.ARMED_GROUP
    if text in ACRONYMS or text in INSTITUTIONS or text in OUTLETS:
        return ActorKind.ORGANISATION
    if len(words) > 1 and words[-1] in OUTLET_WORDS:
        return ActorKind.OUTLET
    if _MODEL_NUMBER.fullmatch(tokens[-1].text):
        return ActorKind.PRODUCT
    if any(w in ORGANISATION_WORDS for w in words) or text in BODIES:
        return ActorKind.ORGANISATION
    joined = (len(words) > 1 and "&" in words) or any("&" in w[1:-1] for w in words)
    return ActorKind.ORGANISATION if joined else None


def person_kind(tokens: Sequence[Token]) -> ActorKind | None:
    """Person, if a given name, an initial or a suffix says so."""
    words = [plain(t.text) for t in tokens]
    if len(words) == 1:
        return None
    given = words[0] in MALE_NAMES or words[0] in FEMALE_NAMES
    initial = any(len(w) == 2 and w.endswith(".") for w in words[:-1])
    return ActorKind.PERSON if given or initial or words[-1] in SUFFIXES else None
