"""Verbs that lay something to somebody, in base form."""

from __future__ import annotations

LAYING = frozenset("attribute ascribe impute link tie connect".split())
"""What for comes first, then whom, after "to" or "with", or the other way round."""

BLAMING = frozenset("blame accuse charge".split())
"""Whom comes first, then what for, after "for", "of" or "with"."""

OMITTED: dict[str, tuple[str, str]] = {
    "accuse": ("of", "[guilty]"),
    "suspect": ("of", "[guilty]"),
    "blame": ("for", "[to blame]"),
    "fault": ("for", "[to blame]"),
    "attribute": ("to", "[due]"),
    "ascribe": ("to", "[due]"),
    "impute": ("to", "[due]"),
}
"""What follows whom or what these verbs take, and what its reader adds before that."""

REFUSING = frozenset("refuse decline".split())
"""Verbs that say what their subject will not do."""

ACCUSATIONS = frozenset("accusation accusations charge charges allegation allegations".split())
"""What somebody who accuses has put forward."""

ASSERTIONS = frozenset(
    "claim claims assertion assertions suggestion suggestions contention contentions account"
    " accounts version report reports characterisation characterization view interpretation".split()
)
"""What anybody has put forward."""

CLAIMS = frozenset("claim claims assertion assertions contention contentions suggestion".split())
"""Those that are no documents, as accounts and reports may be: "the claims" points back."""

ESTIMATES = frozenset("conclusion description estimate figure finding number theory toll".split())
"""What others put forward and may be answered as well."""

POINTING_DETERMINERS = frozenset("this that these those such any".split())
BARE_POINTERS = frozenset("this that it which something".split())
"""Alone, these stand for all that was said: "Tehran denies it"."""

POINTERS = POINTING_DETERMINERS | {"the", "all"}
"""Words before "charge" in what answers the charge just made."""

ACCEPTING = frozenset("accept acknowledge confirm endorse".split())
ANSWERING = frozenset("contest deny dismiss dispute refute reject".split())
"""Verbs by which somebody accepts or denies what was said, in their base form."""
