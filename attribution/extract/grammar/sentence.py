"""One sentence as the grammar sees it: words, word classes and the mentions of actors."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from attribution.extract.actors.cast import Cast, Mention
from attribution.extract.english.relation_words import GOVERNING_FORMS, NOUN_FORMS, VERB_FORMS
from attribution.extract.text.scanner import Token
from attribution.extract.text.tagging import Tag, tag
from attribution.extract.text.token_ranges import lower_words
from attribution.extract.text.tokens import Segment, TokenizedText

_VERBAL = frozenset({Tag.VERB, Tag.ING, Tag.PARTICIPLE})
_BEFORE_NOUN = frozenset({Tag.DETERMINER, Tag.POSSESSIVE})
_OBJECT_OPENERS = frozenset(
    {Tag.DETERMINER, Tag.POSSESSIVE, Tag.NAME, Tag.OBJECT_PRONOUN, Tag.PRONOUN}
)
_BEFORE_VERB = frozenset({Tag.TO, Tag.AUXILIARY, Tag.PRONOUN, Tag.RELATIVE})
_INSIDE_PHRASE = frozenset({Tag.NOUN, Tag.NAME, Tag.NUMBER, Tag.DETERMINER, Tag.POSSESSIVE})
_CLAUSE_MARKS = frozenset({Tag.COMMA, Tag.MARK})


@dataclass(frozen=True, slots=True)
class MentionRange:
    """A mention by tokens of its sentence: first index and the index after the last."""

    first: int
    stop: int
    mention: Mention


@dataclass(frozen=True)
class Sentence:
    """A sentence, everything by index into its own tokens.

    Attributes:
        tokens: Its tokens.
        words: Each in lower case with a straight apostrophe.
        tags: The class of each.
        mentions: Mentions that fill whole tokens, in order, the wider first.
        partial: Mentions inside one token, by its index: "Iranian" in "Iranian-backed".
        widest_at: For each token the index in `mentions` of the widest one over it, or -1.
    """

    tokens: Sequence[Token]
    words: Sequence[str]
    tags: Sequence[Tag]
    mentions: Sequence[MentionRange]
    partial: dict[int, Mention]
    widest_at: Sequence[int]

    def is_verb(self, index: int) -> bool:
        """Whether a verb form that is no auxiliary stands at an index."""
        return self.tags[index] in _VERBAL

    def mention_over(self, index: int) -> MentionRange | None:
        """The widest mention over a token."""
        number = self.widest_at[index]
        return self.mentions[number] if number >= 0 else None

    def has(self, index: int, *words: str) -> bool:
        """Whether some words stand from an index on."""
        return tuple(self.words[index : index + len(words)]) == words and index >= 0


Wanted = Callable[[Sequence[str], Sequence[Mention]], bool]
"""Whether a sentence of some words with some mentions is worth reading."""


def read_sentences(tokenized: TokenizedText, cast: Cast, wanted: Wanted) -> Iterator[Sentence]:
    """Yield sentences of a text, at a cost linear in its length.

    Args:
        tokenized: The text.
        cast: Who is mentioned in it, and where.
        wanted: Chooses the sentences, by their words in lower case and their mentions.
    """
    words = lower_words(tokenized.tokens)
    chosen = [
        (segment, mentions)
        for segment in tokenized.sentences
        for mentions in [list(cast.mentions_in(segment.start, segment.end))]
        if wanted(words[segment.first : segment.stop], mentions)
    ]
    if not chosen:
        return
    tags = tag(tokenized.tokens, words, [segment for segment, _ in chosen])
    for segment, mentions in chosen:
        yield _read(tokenized, segment, words, tags, mentions)


def _read(
    tokenized: TokenizedText,
    segment: Segment,
    words: Sequence[str],
    tags: Sequence[Tag],
    mentions: Sequence[Mention],
) -> Sentence:
    tokens = tokenized.tokens[segment.first : segment.stop]
    ranges, partial = _placed(tokens, mentions)
    widest = _widest(ranges, len(tokens))
    sentence = Sentence(
        tokens=tokens,
        words=words[segment.first : segment.stop],
        tags=list(tags[segment.first : segment.stop]),
        mentions=ranges,
        partial=partial,
        widest_at=widest,
    )
    return Sentence(tokens, sentence.words, _with_verbs(sentence), ranges, partial, widest)


def _placed(
    tokens: Sequence[Token], mentions: Sequence[Mention]
) -> tuple[list[MentionRange], dict[int, Mention]]:
    """Mentions by token; those that end inside a token go with that token."""
    starts = {token.start: index for index, token in enumerate(tokens)}
    ends = {token.end: index + 1 for index, token in enumerate(tokens)}
    ranges: list[MentionRange] = []
    partial: dict[int, Mention] = {}
    for mention in mentions:
        first, stop = starts.get(mention.start), ends.get(mention.end)
        if first is not None and stop is not None:
            ranges.append(MentionRange(first, stop, mention))
        elif first is not None and mention.end < tokens[first].end:
            partial.setdefault(first, mention)
    return ranges, partial


def _widest(ranges: Sequence[MentionRange], count: int) -> list[int]:
    widest = [-1] * count
    reach = 0
    for number, placed in enumerate(ranges):
        if placed.first >= reach:
            reach = placed.stop
            widest[placed.first : placed.stop] = [number] * (placed.stop - placed.first)
    return widest


def _with_verbs(sentence: Sentence) -> list[Tag]:
    """The tags, with words of relation put right where their neighbours tell verb from noun."""
    tags = list(sentence.tags)
    for index, word in enumerate(sentence.words):
        if sentence.widest_at[index] >= 0:
            continue
        if tags[index] is Tag.NOUN and (word in VERB_FORMS or word in GOVERNING_FORMS):
            tags[index] = _retagged(sentence, tags, index)
        elif word == "back" and _left(tags, index) in _BEFORE_VERB:
            tags[index] = Tag.VERB
        elif tags[index] is Tag.VERB and _is_act(sentence, tags, index):
            tags[index] = Tag.NOUN
    return tags


def _is_act(sentence: Sentence, tags: Sequence[Tag], index: int) -> bool:
    """Whether what was taken for a verb is a noun: "Iran’s drone transfers to its proxies"."""
    entry = NOUN_FORMS.get(sentence.words[index])
    if entry is None or index == 0 or index + 1 == len(tags):
        return False
    follows = sentence.words[index + 1] in (*entry.prepositions, "of", "by", "from")
    return follows and tags[index - 1] is Tag.NOUN and sentence.widest_at[index - 1] < 0


def _retagged(sentence: Sentence, tags: Sequence[Tag], index: int) -> Tag:
    word = sentence.words[index]
    forms = {form for _, form in VERB_FORMS.get(word, ())}
    forms |= {form for _, form in GOVERNING_FORMS.get(word, ())}
    left = _left(tags, index)
    right = tags[index + 1] if index + 1 < len(tags) else Tag.MARK
    paired = sentence.words[index - 1 : index] in (["neither"], ["nor"])
    if left in _BEFORE_NOUN and not paired:
        return Tag.NOUN
    if forms & {"past", "participle"}:
        return Tag.NOUN if left is Tag.PREPOSITION else Tag.VERB
    if "ing" in forms:
        return Tag.ING if right in _OBJECT_OPENERS else Tag.NOUN
    if left in _BEFORE_VERB or paired:
        return Tag.VERB
    return _present(sentence, tags, index, right)


def _left(tags: Sequence[Tag], index: int) -> Tag:
    """The tag of the nearest token before that is no adverb."""
    at = index - 1
    while at >= 0 and tags[at] is Tag.ADVERB:
        at -= 1
    return tags[at] if at >= 0 else Tag.MARK


def _present(sentence: Sentence, tags: Sequence[Tag], index: int, right: Tag) -> Tag:
    """A base or -s form is a verb after a subject and before an object or the end of a clause."""
    takes_object = right in _OBJECT_OPENERS or (
        index + 1 < len(tags) and sentence.widest_at[index + 1] >= 0
    )
    if index > 0 and tags[index - 1] is Tag.COMMA:
        return Tag.VERB if takes_object and _ends_aside(tags, index - 1) else Tag.NOUN
    subject = sentence.mention_over(index - 1) if index > 0 else None
    if subject is None:
        return Tag.NOUN
    first = subject.first
    while first > 0 and tags[first - 1] in _INSIDE_PHRASE:
        first -= 1
    before = tags[first - 1] if first > 0 else Tag.MARK
    in_relative = before is Tag.RELATIVE or (first > 0 and sentence.words[first - 1] == "that")
    if in_relative and (right in _CLAUSE_MARKS or takes_object):
        return Tag.VERB
    starts_clause = before in _CLAUSE_MARKS or before is Tag.SUBORDINATOR
    return Tag.VERB if starts_clause and takes_object else Tag.NOUN


def _ends_aside(tags: Sequence[Tag], comma: int) -> bool:
    """Whether an aside between commas ends here: "donors, including Qatar, fund it"."""
    opening = next((at for at in range(comma - 1, 0, -1) if tags[at] is Tag.COMMA), None)
    return opening is not None and tags[opening + 1] in (Tag.PREPOSITION, Tag.RELATIVE)
