"""Closed word classes of English, in lower case with straight apostrophes, and suffix guesses."""

from __future__ import annotations

DETERMINERS = frozenset(
    "a an the this these those some any no every each either neither all both many much few"
    " several more most another such".split()
)
POSSESSIVES = frozenset("my your his her its our their whose".split())
SUBJECT_PRONOUNS = frozenset("i you he she it we they".split())
OBJECT_PRONOUNS = frozenset(
    "me him them us himself herself itself themselves myself yourself ourselves".split()
)
INDEFINITES = frozenset(
    "someone everyone nobody anyone everybody somebody anybody none others many some most"
    " both few several another one those".split()
)
"""Words that can stand for a speaker without a noun."""

RELATIVES = frozenset("who which whom".split())
COORDINATORS = frozenset("and or but nor".split())
SUBORDINATORS = frozenset(
    "that because if when while whether although though unless until since after before as"
    " how why where what whatever whenever once so than whereas except lest".split()
)
PREPOSITIONS = frozenset(
    "about above across against along amid among amongst around at behind below beneath"
    " beside besides between beyond by concerning despite down during for from in inside into"
    " like near of off on onto out outside over past per regarding through throughout till"
    " toward towards under up upon via with within without including ahead alongside versus"
    " vs.".split()
)
BE = frozenset("be is are was were am been being isn't aren't wasn't weren't ain't".split())
HAVE = frozenset("have has had having haven't hasn't hadn't".split())
MODALS = frozenset(
    "will would can could may might must shall should do does did cannot won't wouldn't can't"
    " couldn't mustn't shouldn't don't doesn't didn't mightn't".split()
)
AUXILIARIES = BE | HAVE | MODALS
NEGATIONS = frozenset("not never n't no neither nor nobody none nothing cannot hardly".split())
ADVERBS = frozenset(
    "not never also then now even still yet just once again often always soon later earlier"
    " ever already instead meanwhile however therefore thus perhaps maybe too twice almost"
    " quite rather very further there here today yesterday tomorrow tonight recently first"
    " long only early far ago sometimes else together away back twice thereby otherwise"
    " nonetheless nevertheless".split()
)
STARTERS = (
    DETERMINERS
    | POSSESSIVES
    | SUBJECT_PRONOUNS
    | INDEFINITES
    | PREPOSITIONS
    | COORDINATORS
    | SUBORDINATORS
    | ADVERBS
)
"""Words that have a capital only where a sentence begins."""

TIME_WORDS = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday january february march april"
    " may june july august september october november december jan. feb. mar. apr. jun. jul."
    " aug. sept. sep. oct. nov. dec. today yesterday tomorrow tonight morning afternoon"
    " evening night week weekend month year day hours days weeks months years noon midnight"
    " earlier later ago recently".split()
)
OCCASIONS = frozenset(
    "statement statements interview interviews speech address letter tweet tweets briefing"
    " briefings report reports email emails e-mail post memo op-ed column release conference"
    " editorial message testimony filing call podcast article book video debate remarks blog"
    " note appearance rally town hearing event tweetstorm documents court private public"
    " broadcast phone".split()
)
"""Nouns that say where or how something was said: "in a statement", "at a hearing"."""
MEDIA = frozenset("statement statements interview email e-mail tweet speech letter memo".split())
"""Nouns for what carries the words; "in a statement" belongs to the cue."""

EVIDENCE = frozenset(
    "evidence images image imagery footage video videos photos photographs photo satellite data"
    " documents records debris wreckage fragments analysis intelligence tests results statistics"
    " figures studies study report reports poll polls survey surveys emails traces".split()
)
"""Things that show rather than speak."""

SHOWING = frozenset(
    "show prove demonstrate indicate suggest reveal confirm establish illustrate reflect".split()
)
"""What evidence does."""

_NOT_ADVERBS = frozenset(
    "family ally reply supply rely apply comply italy july fly ugly holy lonely friendly"
    " likely unlikely daily weekly monthly early only assembly anomaly bully rally tally"
    " elderly deadly costly monopoly homily lily belly jelly imply multiply".split()
)


def is_adverb(word: str) -> bool:
    """Whether a word, in lower case, is an adverb by list or by its ending."""
    if word in ADVERBS:
        return True
    return word.endswith("ly") and len(word) > 4 and word not in _NOT_ADVERBS


def possessive(name: str) -> str:
    """The possessive of a name: "Iran’s", "United States’"."""
    return f"{name}’" if name.endswith("s") else f"{name}’s"
