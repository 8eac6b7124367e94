"""Training rows: windows with labels, and for each candidate cue the roles to be found."""

from __future__ import annotations

import random
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from attribution.extract.detection import Detection, Span
from attribution.extract.trained.decoding import (
    BEGIN_CONTENT,
    BEGIN_CUE,
    BEGIN_SOURCE,
    CONTENT,
    CUE,
    SOURCE,
    Words,
)
from attribution.extract.trained.windows import Window, windows
from attribution.extract.trained.wordpiece import WordPiece
from attribution.training.articles import Article

# A word that opens one cue in ten of its uses is worth a negative where it opens none.
_LEXICON_SHARE = 0.1


@dataclass(frozen=True, slots=True)
class Roles:
    """An attribution as word numbers of its window."""

    source: Words
    cue: Words
    content: Words


@dataclass(slots=True)
class Example:
    """A window with everything that training knows of it.

    Args:
        window: The pieces.
        attributions: The gold attributions whose cue begins in the window.
        lexicon: Words that are a cue elsewhere but not here.
        negatives: False cues that the model proposed before it had learned from this window.
    """

    window: Window
    attributions: list[Roles]
    lexicon: list[int] = field(default_factory=list)
    negatives: list[Words] = field(default_factory=list)

    def flat_labels(self) -> list[int]:
        """Return the flat class of each word; a cue wins over a source, a source over content."""
        labels = [0] * len(self.window.starts)
        for begin, role in (
            (BEGIN_CONTENT, "content"),
            (BEGIN_SOURCE, "source"),
            (BEGIN_CUE, "cue"),
        ):
            for attribution in self.attributions:
                words: Words = getattr(attribution, role)
                for place, word in enumerate(words):
                    goes_on = place > 0 and words[place - 1] == word - 1
                    labels[word] = begin + goes_on
        return labels

    def role_labels(self, roles: Roles) -> list[int]:
        """Return the role of each word in one attribution."""
        labels = [0] * len(self.window.starts)
        for role, words in ((CONTENT, roles.content), (SOURCE, roles.source), (CUE, roles.cue)):
            for word in words:
                labels[word] = role
        return labels


@dataclass(frozen=True, slots=True)
class Row:
    """One reading of a window for one candidate cue.

    ``roles`` is what is to be found, None where the candidate is no cue.
    """

    anchor: Words
    roles: Roles | None
    is_cue: bool


def examples(articles: Sequence[Article], wordpiece: WordPiece) -> list[list[Example]]:
    """Cut articles into examples, with lexicon negatives counted without the article itself.

    Returns:
        The examples of each article, in text order.
    """
    by_article = [article_examples(article, wordpiece) for article in articles]
    texts = [article.text for article in articles]
    counts = [_word_counts(text, found) for text, found in zip(texts, by_article, strict=True)]
    total_all, total_cue = Counter[str](), Counter[str]()
    for every, cue in counts:
        total_all += every
        total_cue += cue
    for text, found, (every, cue) in zip(texts, by_article, counts, strict=True):
        for example in found:
            example.lexicon = [
                word
                for word, form in _open_words(text, example)
                if total_cue[form] - cue[form] >= _LEXICON_SHARE * (total_all[form] - every[form])
                and total_cue[form] > cue[form]
            ]
    return by_article


def rows(example: Example, candidates: Sequence[Words], chance: random.Random) -> list[Row]:
    """Pair the candidates of a window with its gold attributions.

    Each attribution is claimed by the candidate that shares most words with its cue, and is read
    with that candidate's words or with the true cue, by lot. The other candidates that touch a
    cue find the same roles but count as no cue, so that one attribution is not told twice.
    """
    made: list[Row] = []
    claimed: set[Words] = set()
    for roles in example.attributions:
        best = _nearest(roles.cue, candidates)
        claimed.add(best)
        made.append(Row(best if best and chance.random() < 0.5 else roles.cue, roles, True))
    for candidate in candidates:
        if candidate not in claimed:
            cue = _nearest(candidate, [roles.cue for roles in example.attributions])
            owner = next((r for r in example.attributions if r.cue == cue), None)
            made.append(Row(candidate, owner, False))
    return made


def _nearest(words: Words, others: Iterable[Words]) -> Words:
    """Return the words that share most with the given ones, empty where none share any."""
    best = max(others, key=lambda other: len(set(other) & set(words)), default=())
    return best if set(best) & set(words) else ()


def article_examples(article: Article, wordpiece: WordPiece) -> list[Example]:
    """Cut one article into windows and put each attribution where its cue begins."""
    found = []
    for window in windows(article.text, wordpiece):
        offsets = [window.pieces.starts[i] for i in window.starts]
        end = window.pieces.ends[-1]
        here = [a for a in article.attributions if offsets[0] <= _first(a.cue) < end]
        marked = [roles for a in here if (roles := _roles(a, offsets)).cue]
        found.append(Example(window, marked))
    return found


def _first(spans: Sequence[Span]) -> int:
    return spans[0][0]


def _roles(attribution: Detection, offsets: Sequence[int]) -> Roles:
    source, cue, content = (
        _words(spans, offsets)
        for spans in (attribution.source, attribution.cue, attribution.content)
    )
    return Roles(source, cue, content)


def _words(spans: Sequence[Span], offsets: Sequence[int]) -> Words:
    """Return the words that begin inside the spans."""
    inside = {
        word
        for start, end in spans
        for word in range(bisect_left(offsets, start), bisect_left(offsets, end))
    }
    return tuple(sorted(inside))


def _form(text: str, example: Example, word: int) -> str:
    pieces, inside = example.window.pieces, example.window.pieces_of(word, word)
    return text[pieces.starts[inside][0] : pieces.ends[inside][-1]].lower()


def _open_words(text: str, example: Example) -> list[tuple[int, str]]:
    """List the words outside every cue, with their lower-case form."""
    taken = {word for roles in example.attributions for word in roles.cue}
    every = range(len(example.window.starts))
    return [(word, _form(text, example, word)) for word in every if word not in taken]


def _word_counts(text: str, found: Iterable[Example]) -> tuple[Counter[str], Counter[str]]:
    """Count each word form, and how often it opens a cue."""
    every, cue = Counter[str](), Counter[str]()
    for example in found:
        every.update(_form(text, example, word) for word in range(len(example.window.starts)))
        cue.update(_form(text, example, r.cue[0]) for r in example.attributions if r.cue)
    return every, cue
