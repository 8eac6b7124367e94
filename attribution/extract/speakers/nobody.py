"""Where nobody says what stands there: "none of them said", "neither confirm nor deny"."""

from __future__ import annotations

from attribution.extract.detection import Detection
from attribution.extract.english.lemmas import forms_of
from attribution.extract.english.morphology import NEGATIONS
from attribution.extract.english.stance_words import QUESTION_OPENERS
from attribution.extract.text.token_ranges import lower_words, token_range, tokens_in
from attribution.extract.text.tokens import TokenizedText

_NOBODY = frozenset("none nobody no-one neither".split())
_AMOUNTS = frozenset("fewer less more doubt one's".split())
_LEFT_OPEN = frozenset("confirm verify corroborate acknowledge admit".split())
_STATEMENTS = frozenset("statement statements comment comments announcement".split())
_REACH = 3
"""Words between "confirm" and "deny", or between "not" and "say", at most."""

_SAYING = frozenset(forms_of("say disclose reveal specify elaborate explain".split()))
_NAMING = frozenset(forms_of("mention name identify".split()))
_OPEN = QUESTION_OPENERS - {"whether", "if"}


def is_nobodys(tokenized: TokenizedText, detection: Detection) -> bool:
    """Whether a detection attributes something to nobody, or only its denial is left open.

    Args:
        tokenized: The text.
        detection: The attribution.
    """
    return (
        _says_none(tokenized, detection)
        or _is_left_open(tokenized, detection)
        or _is_silent(tokenized, detection)
        or _is_unsaid(tokenized, detection)
    )


def _says_none(tokenized: TokenizedText, detection: Detection) -> bool:
    source = tokens_in(tokenized, detection.source)
    words = lower_words(source[:2])
    if not words:
        return False
    if words[0] == "no" and len(words) > 1:
        return source[1].kind == "word" and words[1] not in _AMOUNTS
    return words[0] in _NOBODY


def _is_left_open(tokenized: TokenizedText, detection: Detection) -> bool:
    """Whether the cue is the "deny" of "neither confirm nor deny", or of "confirm or deny"."""
    if not detection.cue:
        return False
    first, stop = token_range(tokenized, detection.cue[0])
    if stop - first != 1 or lower_words(tokenized.tokens[first:stop]) != ["deny"]:
        return False
    before = lower_words(tokenized.tokens[max(0, first - 1 - _REACH) : first])
    return before[-1:] in (["nor"], ["or"]) and not _LEFT_OPEN.isdisjoint(before)


def _is_silent(tokenized: TokenizedText, detection: Detection) -> bool:
    """Whether somebody is said to say nothing: "made no statement", "neither admitted nor"."""
    cue = lower_words(tokens_in(tokenized, detection.cue))
    content = lower_words(tokens_in(tokenized, detection.content))
    if cue[-1:] == ["no"]:
        return len(content) == 1 and content[0] in _STATEMENTS
    return "neither" in cue and content[:1] == ["nor"]


def _is_unsaid(tokenized: TokenizedText, detection: Detection) -> bool:
    """Whether somebody is said not to say it: "did not say who", "stopped short of calling it"."""
    if not detection.cue:
        return False
    first, _ = token_range(tokenized, detection.cue[0])
    cue = lower_words(tokens_in(tokenized, detection.cue))
    around = lower_words(tokenized.tokens[max(0, first - _REACH) : first]) + cue
    if "short" in around and around[around.index("short") + 1 :][:1] == ["of"]:
        return True
    if not any(word in NEGATIONS or word == "without" for word in around):
        return False
    asked = lower_words(tokens_in(tokenized, detection.content[:1]))[:1]
    unnamed = not _NAMING.isdisjoint(cue) and len(asked) > 0 and asked != ["that"]
    return unnamed or (not _SAYING.isdisjoint(cue) and not _OPEN.isdisjoint(asked))
