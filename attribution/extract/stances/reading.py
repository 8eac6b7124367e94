"""How a source stands towards what it is said to say: from its cue, and from what follows it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from attribution.extract.detection import Detection
from attribution.extract.english.cues import Cue, CueForm, cue_lexicon
from attribution.extract.english.lemmas import forms_of
from attribution.extract.english.morphology import (
    AUXILIARIES,
    DETERMINERS,
    NEGATIONS,
    TIME_WORDS,
    is_adverb,
)
from attribution.extract.english.stance_words import (
    ASPECTUAL_VERBS,
    BAD_NAMES,
    BLAMEWORTHY,
    CALLING_VERBS,
    COMMITTING_VERBS,
    FALSE_WORDS,
    GOOD_NAMES,
    HOLDING_VERBS,
    LIGHT_VERBS,
    NEGATED,
    ORDERING_VERBS,
    QUESTION_OPENERS,
    REFUSALS,
    UNLISTED,
    WARNING_VERBS,
    WISHING_VERBS,
)
from attribution.extract.stances.denial import find_denial
from attribution.extract.stances.support import find_support
from attribution.extract.text.token_ranges import lower_words, token_range, tokens_in
from attribution.extract.text.tokens import TokenizedText
from evidence.vocabulary import AFFIRMING, Stance

_QUOTE_END = 3
"""How many tokens from the end a question mark may stand: before quotation marks."""

_VERB_GROUP = 5
"""How many words before a cue may belong to its verb: "has not yet publicly said"."""

_GOVERNING_FORMS = forms_of(sorted(REFUSALS | ASPECTUAL_VERBS))
_UNLISTED_FORMS = forms_of(UNLISTED)
_NEGATION_AFTER = frozenset("nothing no none nobody".split())
_DENIABLE = AFFIRMING | {Stance.RELAYS, Stance.CONDEMNS, Stance.QUESTIONS, Stance.WARNS}


@dataclass(frozen=True, slots=True)
class _Reading:
    """A cue as read: its head with what it usually means, and whether that is turned round."""

    lemma: str
    stance: Stance
    negated: bool


def stance_of(tokenized: TokenizedText, detection: Detection) -> Stance:
    """Tell how the source of an attribution stands towards its content.

    Args:
        tokenized: The text.
        detection: The attribution, by places in the text.

    Returns:
        The stance; what merely reports, or is not known, asserts.
    """
    content = tokens_in(tokenized, detection.content)
    reading = _read(_cue_words(tokenized, detection))
    stance = _by_content(reading, lower_words(content))
    if reading.negated:
        return NEGATED[stance]
    if stance in _DENIABLE and find_denial(content) is not None:
        return Stance.DENIES
    support = find_support(content) if stance is Stance.ASSERTS else None
    return stance if support is None else support.stance


def _cue_words(tokenized: TokenizedText, detection: Detection) -> list[str]:
    """The words of a cue, with the auxiliaries and negations of its verb before it."""
    words = lower_words(tokens_in(tokenized, detection.cue))
    if not words:
        return words
    first, _ = token_range(tokenized, detection.cue[0])
    before = lower_words(tokenized.tokens[max(0, first - _VERB_GROUP) : first])
    return [word for word in _verb_group(before) + words if not _parts_phrases(word)]


def _parts_phrases(word: str) -> bool:
    """Whether a word may stand inside a phrase without being of it: "called Friday for"."""
    is_time = word in TIME_WORDS and word != "may"
    return is_time or (word.endswith("ly") and word != "only" and is_adverb(word))


def _verb_group(before: Sequence[str]) -> list[str]:
    """The end of `before` that is auxiliaries, negations and adverbs."""
    begin = len(before)
    while begin > 0 and _is_of_verb(before[begin - 1]):
        begin -= 1
    return list(before[begin:])


def _is_of_verb(word: str) -> bool:
    return word in AUXILIARIES or word in NEGATIONS or is_adverb(word)


def _read(words: Sequence[str]) -> _Reading:
    """Find the head of a cue, and count what negates it."""
    negations = 0
    for index in range(len(words)):
        cue = _verb_at(words, index)
        if _governs(words, index):
            negations += _is_refusal(words[index])
            continue
        if cue is None:
            negations += _negates(words, index)
            continue
        lemma = cue.phrase.split()[0]
        noun = _noun_after(words, index + 1) if lemma in LIGHT_VERBS else None
        if noun is not None:
            return _reading(noun, negations + _negations_in(words[index + 1 :]))
        return _reading(cue, negations + _is_emptied(words, index + 1))
    other = _noun_after(words, 0)
    if other is not None:
        return _reading(other, negations)
    unlisted = next((_unlisted(word) for word in words if _unlisted(word) is not None), None)
    return _Reading("", unlisted or Stance.ASSERTS, negations % 2 == 1)


def _governs(words: Sequence[str], index: int) -> bool:
    """Whether a word only says how the cue after it is done, or that it is not."""
    return words[index] in _GOVERNING_FORMS and _has_verb(words, index + 1)


def _is_refusal(word: str) -> bool:
    return any(lemma in REFUSALS for lemma, _ in _GOVERNING_FORMS[word])


def _unlisted(word: str) -> Stance | None:
    """The stance of a word that is no cue by itself."""
    readings = _UNLISTED_FORMS.get(word)
    return UNLISTED[readings[0][0]] if readings else UNLISTED.get(word)


def _reading(cue: Cue, negations: int) -> _Reading:
    return _Reading(cue.phrase, Stance(cue.stance), negations % 2 == 1)


def _negates(words: Sequence[str], index: int) -> bool:
    word = words[index]
    if word not in NEGATIONS and not word.endswith("n't"):
        return False
    return words[index + 1 : index + 2] != ["only"] and word != "nor"


def _is_emptied(words: Sequence[str], index: int) -> bool:
    """Whether the object of a cue says that there is none: "said nothing"."""
    return index < len(words) and words[index] in _NEGATION_AFTER


def _negations_in(words: Sequence[str]) -> int:
    return sum(_negates(words, index) for index in range(len(words)))


def _verb_at(words: Sequence[str], index: int) -> Cue | None:
    """The verb cue at a place; the longest, and never an auxiliary."""
    if words[index] in AUXILIARIES and words[index] != "had":
        return None
    return next((form.cue for form in _forms_at(words, index) if form.cue.kind == "verb"), None)


def _noun_after(words: Sequence[str], start: int) -> Cue | None:
    """The first cue from a place on that is no verb."""
    for index in range(start, len(words)):
        for form in _forms_at(words, index):
            if form.cue.kind != "verb":
                return form.cue
    return None


def _has_verb(words: Sequence[str], start: int) -> bool:
    return any(
        _verb_at(words, index) is not None or _unlisted(words[index]) is not None
        for index in range(start, len(words))
    )


def _forms_at(words: Sequence[str], index: int) -> list[CueForm]:
    return cue_lexicon().at(words, index)


def _by_content(reading: _Reading, content: Sequence[str]) -> Stance:
    """The stance of a cue given what follows it: "told them to go" demands."""
    head = reading.lemma.split()[0] if reading.lemma else ""
    words = [word for word in content if word[0].isalnum()]
    infinitive = words[:1] == ["to"]
    if head in WARNING_VERBS:
        return Stance.WARNS
    if head == "ask" and not infinitive:
        return _asking(reading, words, content)
    if head in CALLING_VERBS:
        return _naming(reading, words, content)
    if infinitive:
        return _with_infinitive(reading, head)
    if head in WISHING_VERBS and reading.stance is Stance.INTENDS:
        return Stance.DEMANDS
    if head in HOLDING_VERBS and any(word in BLAMEWORTHY for word in words):
        return Stance.ACCUSES
    if reading.stance is Stance.ASSERTS and _is_question(words, content):
        return Stance.QUESTIONS
    if reading.stance is Stance.DENIES and words[1:] and words[0] in QUESTION_OPENERS:
        return Stance.QUESTIONS
    return _by_object(reading, words) if head in LIGHT_VERBS else reading.stance


def _by_object(reading: _Reading, words: Sequence[str]) -> Stance:
    """The stance of a verb that says little, by its object: "signalled willingness"."""
    first = next((index for index, word in enumerate(words) if word not in DETERMINERS), None)
    noun = _noun_after(words[first : first + 1], 0) if first is not None else None
    if noun is not None and noun.kind == "noun":
        return Stance(noun.stance)
    return Stance.ASSERTS if reading.stance is Stance.INTENDS else reading.stance


def _is_question(words: Sequence[str], content: Sequence[str]) -> bool:
    """Whether a quotation is a question as a whole."""
    marks = [word for word in content[-_QUOTE_END:] if not word[0].isalnum()]
    opens = bool(words) and (words[0] in QUESTION_OPENERS or words[0] in AUXILIARIES)
    return opens and "?" in marks


def _with_infinitive(reading: _Reading, head: str) -> Stance:
    """The stance of a cue whose content is to do something."""
    if head in ORDERING_VERBS:
        return Stance.DEMANDS
    return Stance.INTENDS if head in COMMITTING_VERBS else reading.stance


def _asking(reading: _Reading, words: Sequence[str], content: Sequence[str]) -> Stance:
    """Whether "asked" asks a question or asks for something to be done."""
    opens = bool(words) and words[0] in QUESTION_OPENERS
    if reading.stance is Stance.DEMANDS or words[:1] == ["for"]:
        return Stance.DEMANDS
    if opens or "?" in content or "to" not in words:
        return Stance.QUESTIONS
    return Stance.DEMANDS


def _naming(reading: _Reading, words: Sequence[str], content: Sequence[str]) -> Stance:
    """Whether "called" condemns, praises or denies, by what the source calls it."""
    if "as" in content and words[-1] in FALSE_WORDS:
        return Stance.DENIES
    if reading.stance is not Stance.ASSERTS:
        return reading.stance
    if any(word in BAD_NAMES for word in words):
        return Stance.CONDEMNS
    return Stance.PRAISES if any(word in GOOD_NAMES for word in words) else Stance.ASSERTS
