"""Where "deny" is to withhold and not to say: "denied Baghdad the use of the base"."""

from __future__ import annotations

from attribution.extract.english.morphology import DETERMINERS, TIME_WORDS
from attribution.extract.english.remarks import WITHHELD
from attribution.extract.rules.mention import VerbGroup
from attribution.extract.rules.reading import Reading
from attribution.extract.text.tagging import Tag

_RECIPIENT = frozenset({Tag.NAME, Tag.OBJECT_PRONOUN})
_NOBODY = TIME_WORDS | {"it", "that", "this", "these", "those"}

MAX_RECIPIENT = 8
"""Who is denied a thing is named in at most this many tokens."""


def is_withholding(reading: Reading, group: VerbGroup) -> bool:
    """Whether somebody named is denied a thing, or a thing is denied that can only be granted.

    Args:
        reading: The text.
        group: A cue with its verb.
    """
    if group.form.cue.phrase != "deny":
        return False
    first = group.stop + (_word(reading, group.stop) in DETERMINERS)
    at = first
    while at - first < MAX_RECIPIENT and _is_recipient(reading, at):
        at += 1
    given = at > first and _word(reading, at) in DETERMINERS
    return given or _word(reading, at) in WITHHELD


def _is_recipient(reading: Reading, at: int) -> bool:
    return _word(reading, at) not in _NOBODY | {""} and reading.tags[at] in _RECIPIENT


def _word(reading: Reading, at: int) -> str:
    """A token in lower case; nothing past the end."""
    return reading.words[at] if at < len(reading.words) else ""
