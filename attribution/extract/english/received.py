"""Nouns for what one party says to or of another, and verbs of receiving it, in base form."""

from __future__ import annotations

GIVEN_NOUNS = frozenset(
    """accusation allegation backing claim complaint condemnation criticism demand denial
    denunciation endorsement objection opposition praise rebuke rejection request support
    warning""".split()
)
"""With "from" or "by" after them these name whoever puts them forward: "criticism from X"."""

RECEIVING_VERBS = frozenset(
    "attract bring draw earn elicit face gain garner get meet prompt provoke receive spark"
    " trigger win".split()
)
"""With such a noun as object the subject is what it is about: "the bill drew criticism"."""
