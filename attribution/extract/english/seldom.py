"""Cues that annotated political news has too seldom to learn from, though they hardly ever mislead.

PolNeAR's training part has 31 attributions by any form of "deny", one by "assess", and none by
"as per".
"""

from __future__ import annotations

VERBS = frozenset("assess debunk deny disavow rebut refute repudiate".split())
"""In their base form: verbs of denial, and of those who judge intelligence."""

PHRASES = frozenset(
    {
        "as described by",
        "as noted by",
        "as per",
        "as reported by",
        "as stated by",
        "as told by",
        "calling",
        "in the opinion of",
        "in the view of",
    }
)
"""Other cues as they stand, in lower case.

"Calling" goes on with what another cue began ("condemned the raid, calling it a crime"): a network
that gives each word one role leaves it to the other's content.
"""
