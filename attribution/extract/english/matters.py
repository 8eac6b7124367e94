"""Words that tell what happens, or is so, from whoever acts."""

from __future__ import annotations

EVENTS = frozenset(
    "accident act action agreement assassination assault attack attempt battle blast blow blunder"
    " bombing breach campaign case catastrophe ceasefire change conflict conspiracy coup crash"
    " crime crisis deal decision disaster distraction effort election error escalation event"
    " explosion exercise fabrication fact failure fire game goal hoax idea incident insult"
    " intervention invasion issue joke killing lie massacre matter message misfire mistake mission"
    " move murder operation outrage pattern plan plot ploy pretext priority problem provocation"
    " question raid reason response result ruse sabotage scandal set-up setback shame sham shooting"
    " signal situation smear step stunt strike success tactic test theory threat tragedy trap trick"
    " turn violation vote war warning".split()
)
"""Nouns for what is no actor: of these "it was a strike" speaks."""

PLANNED = frozenset(
    "designed intended meant aimed staged orchestrated timed caused triggered carried".split()
)
"""Participles that say how something came about that is done, and nobody who does it."""

UNDERGONE = frozenset(
    "assembled broken damaged delivered exported fabricated falsified forged imported intercepted"
    " launched legal illegal manufactured printed shipped stored translated unloaded"
    " hidden concealed denied verified confirmed ruled".split()
)
"""What is done to things, or said of them, and not of actors."""

HAPPENING = frozenset("happen occur erupt transpire ensue".split())
"""Verbs, in base form, of what happens and not of whoever acts."""

JUDGED = frozenset(
    "clear unclear likely unlikely possible impossible important essential vital crucial true"
    " untrue wrong right good bad better best necessary difficult hard easy early evident obvious"
    " certain uncertain time premature unacceptable unfortunate regrettable absurd known".split()
)
"""With "that" or "to" after them these judge what follows."""
