"""Words that tell what is reported from what a text remarks on it, in lower case."""

from __future__ import annotations

REPORT_OPENERS = frozenset("that whether how why because if and or but . ? ! ; :".split())
"""After these what somebody is said to say goes on: "said that the port had denied it"."""

REMARK_OPENERS = frozenset(
    "what whatever which who whom whose when where while whereas after before though although as"
    " since until unless than ( — – -- - ―".split()
)
"""After these the text speaks: "condemned what Kim called a raid", "said so, though she denied"."""

POSSIBILITY = frozenset("can could cannot can't couldn't might may must should mightn't".split())
"""Auxiliaries that say what may be, not that it is said: "the raid could reveal"."""

FUTURE = frozenset("will would won't wouldn't 'll 'd".split())

COMMITTING = frozenset({"intends", "demands", "denies", "condemns", "believes"})
"""Stances that one can be said to be going to take: "would order", "will refuse"."""

UNSPEAKING_VERBS = frozenset(
    "show underscore highlight illustrate reflect expose represent document demonstrate clarify"
    " see watch".split()
)
"""What things do rather than people who speak, and what people do with their eyes."""

ANYBODY = frozenset("anyone anybody nobody none".split())
WITHHELD = frozenset(
    "access admission asylum bail benefits bond clearance entrance entry extradition parole passage"
    " permission permits request requests visa visas".split()
)
"""What "deny" refuses to grant, where other nouns say what is said not to be so."""
