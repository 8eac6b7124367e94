"""Words that turn the usual stance of a cue: negation, refusal, falsity and the form that follows.

The usual stances themselves are in `cues.tsv`.
"""

from __future__ import annotations

from evidence.vocabulary import Stance

NEGATED: dict[Stance, Stance] = {
    Stance.ASSERTS: Stance.QUESTIONS,
    Stance.CONFIRMS: Stance.QUESTIONS,
    Stance.DENIES: Stance.CONFIRMS,
    Stance.QUESTIONS: Stance.BELIEVES,
    Stance.RELAYS: Stance.QUESTIONS,
    Stance.BELIEVES: Stance.DENIES,
    Stance.INTENDS: Stance.DENIES,
    Stance.DEMANDS: Stance.DENIES,
    Stance.CONDEMNS: Stance.CONFIRMS,
    Stance.PRAISES: Stance.CONDEMNS,
    Stance.WARNS: Stance.DENIES,
    Stance.ACCUSES: Stance.DENIES,
}
"""Where a negated cue leaves its speaker: not to say is to withhold, not to believe is to deny."""

REFUSALS = frozenset("refuse decline fail stop cease avoid hesitate omit miss".split())
"""Before another cue these negate it: "refused to confirm"; alone they keep their own stance."""

LIGHT_VERBS = frozenset(
    "make issue give offer express voice raise have hold put deliver send release publish"
    " show repeat reiterate renew level face get provide find take signal"
    " indicate".split()
)
"""With a noun cue as object the noun says what is meant: "issued a denial"."""

ASPECTUAL_VERBS = frozenset(
    "continue begin start keep try attempt appear seem go tend manage dare happen".split()
)
"""Before another cue these only say how it is done: "continued to insist"."""

UNLISTED: dict[str, Stance] = {
    **dict.fromkeys("bristle poke frustrated break clash scorn heckle".split(), Stance.CONDEMNS),
    **dict.fromkeys("marvel supporter supporters backer backers fan fans".split(), Stance.PRAISES),
    **dict.fromkeys("dedicated poised ready".split(), Stance.INTENDS),
    **dict.fromkeys("impose restrict restriction restrictions".split(), Stance.DEMANDS),
    **dict.fromkeys("obsession obsessed passionate faith".split(), Stance.BELIEVES),
}
"""Words too rare as cues to stand in the lexicon of cues, which still say how a source stands."""

WISHING_VERBS = frozenset("want seek propose prefer need".split())
"""With an infinitive as content these intend, else they demand: "wants new talks"."""

CALLING_VERBS = frozenset("call describe label brand dub deem term portray".split())

BAD_NAMES = frozenset(
    "crazy deplorable deplorables disgraceful disgrace shameful shame unacceptable outrageous"
    " outrage crime criminal crimes racist racists liar liars disaster disastrous terrible"
    " horrible awful violation aggression terrorism terrorist terrorists reckless dangerous"
    " stupid idiotic corrupt failure failed illegal unlawful cowardly barbaric appalling"
    " abhorrent despicable vile hypocrite hypocritical messianic provocation blatant unfit"
    " embarrassing embarrassment".split()
)
GOOD_NAMES = frozenset(
    "champion hero heroes great historic wonderful brave courageous excellent fantastic outstanding"
    " landmark milestone triumph breakthrough brilliant beautiful remarkable visionary".split()
)
"""What one calls what one condemns, and what one praises."""

HOLDING_VERBS = frozenset("hold find deem consider".split())
BLAMEWORTHY = frozenset("responsible accountable liable guilty culpable".split())
"""Whoever is held so is accused."""

QUESTION_OPENERS = frozenset("whether if why how what who whom when where which".split())

ORDERING_VERBS = frozenset(
    "tell ask advise remind warn caution counsel say urge instruct brief persuade convince"
    " press signal shout invite notify call".split()
)
"""With an infinitive as content these tell somebody to act."""

COMMITTING_VERBS = frozenset("agree swear volunteer offer threaten decide move".split())
"""With an infinitive as content these say what the speaker will do."""

WARNING_VERBS = frozenset("warn caution alert".split())

CHARGES = frozenset(
    "claim claims allegation allegations accusation accusations charge charges report reports"
    " story stories rumour rumours rumor rumors suggestion suggestions assertion assertions"
    " notion idea statement statements account accounts narrative reporting news finding findings"
    " conclusion conclusions version versions insinuation insinuations contention"
    " contentions".split()
)
"""What can be called false: the propositions of others."""

ANAPHORS = frozenset("this that it these those they".split())

FALSE_WORDS = frozenset(
    "false untrue wrong baseless groundless unfounded fabricated incorrect inaccurate nonsense"
    " ridiculous absurd ludicrous bogus fiction fake lie lies fabrication fabrications slander"
    " unsubstantiated void rubbish invention inventions propaganda preposterous stupid stupidity"
    " laughable fantasy fantasies hysteria disinformation misinformation smear smears falsehood"
    " falsehoods hoax".split()
)
TRUE_WORDS = frozenset("true accurate correct right".split())
"""Negated, these say that something is false."""

CREDIBLE_WORDS = frozenset("credible plausible believable well-founded".split())
"""What may well be true."""
