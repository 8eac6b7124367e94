"""Verbs of doing: what they take is a deed or a thing, never what somebody puts forward.

Reporting on conflicts is full of them, and a network that learned from politics may take "carried
out retaliatory strikes" for a statement. PolNeAR's training part has 817 uses of these, none in a
cue.
"""

from __future__ import annotations

DEEDS = frozenset(
    "activate arrest blacklist bomb deploy deport destroy detain export extradite host import"
    " indict injure install kill manufacture sanction supply torture train transfer wound".split()
)
"""In their base form."""

DEED_PHRASES = frozenset({"carry out"})
"""Of several words, the first in its base form."""
