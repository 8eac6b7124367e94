"""Whom a text cites: "citing the Ledger", "as reported by", "the Ledger reported"."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from attribution.extract.lineage.earlier import age_order
from attribution.extract.lineage.texts import Sentence, Texts, inferred
from evidence.dates import certainly_before
from evidence.model import Derivation, Document

_SHORTEST = 4
"""Code points that the name of an outlet has at least; shorter ones are often other words."""

_BEFORE = re.compile(
    r"\b(?:citing|quoting|(?:as )?(?:first )?(?:reported|published|revealed) (?:by|in)|"
    r"according to|seen by|obtained by|told|a report (?:by|in|from))\s+(?:the\s+)?$",
    re.IGNORECASE,
)
_AFTER = re.compile(
    r"(?:,? which)?\s+(?:(?:had|has|first|earlier|also|previously)\s+){0,3}"
    r"(?:reported|wrote|revealed|published|broke)\b",
    re.IGNORECASE,
)
_WHOLE = re.compile(
    r"\b(?:originally|first) (?:published|appeared)(?: \w+){0,2} (?:by|in|on|at)\s+(?:the\s+)?$|"
    r"\b(?:republished|reprinted|reproduced) (?:with permission )?from\s+(?:the\s+)?$",
    re.IGNORECASE,
)
_REACH = 60
"""Code points before and after a name in which a cue is looked for."""


@dataclass(frozen=True, slots=True)
class Citation:
    """That a sentence cites an outlet.

    Attributes:
        outlet: Id of the actor.
        words: The words that say so.
        whole: Whether they say so of the whole document.
    """

    outlet: str
    words: str
    whole: bool


def cited(texts: Texts) -> Iterator[Derivation]:
    """Yield the derivations that citations of other outlets of the case betray.

    An open attribution in a sentence that cites an outlet rests on what that outlet says of the
    claim, else on its only document, else on the outlet itself. Words such as "originally published
    by" say so of the whole document.
    """
    names = _Names(texts)
    for document_id, sentences in texts.sentences.items():
        document = texts.case.documents[document_id]
        for sentence in sentences:
            for citation in names.citations(sentence):
                if citation.outlet != document.publisher:
                    yield from _derivations(texts, document, sentence, citation)


def _derivations(
    texts: Texts, document: Document, sentence: Sentence, citation: Citation
) -> Iterator[Derivation]:
    note = f"“{citation.words}”"
    if citation.whole:
        if document.id not in texts.settled:
            base = _document_of(texts, citation.outlet, document) or citation.outlet
            yield inferred("citing", document.id, base, note)
        return
    for attribution in texts.open_at.get(sentence, ()):
        base = _base(texts, citation.outlet, attribution.claim, document)
        yield inferred("citing", attribution.id, base, note)


def _base(texts: Texts, outlet: str, claim: str, document: Document) -> str:
    """What an outlet says of a claim, or its only document, or the outlet itself."""
    own = {d.id for d in texts.published.get(outlet, ())}
    return texts.saying(claim, own) or _document_of(texts, outlet, document) or outlet


def _document_of(texts: Texts, outlet: str, document: Document) -> str | None:
    """The only document of an outlet that is not younger than another."""
    published = sorted(texts.published.get(outlet, ()), key=age_order)
    older = [d for d in published if not certainly_before(document.published, d.published)]
    return older[0].id if len(older) == 1 else None


class _Names:
    """Finds the names of the outlets that published documents of a case."""

    def __init__(self, texts: Texts) -> None:
        self._by_word: dict[str, list[tuple[str, str]]] = defaultdict(list)
        for outlet in texts.published:
            actor = texts.case.actors.get(outlet)
            for name in (actor.name, *actor.aliases) if actor is not None else ():
                self._add(name.removeprefix("the ").removeprefix("The "), outlet)
        for names in self._by_word.values():
            names.sort(key=lambda each: (-len(each[0]), each))

    def _add(self, name: str, outlet: str) -> None:
        first = re.match(r"\w+", name)
        if first and len(name) >= _SHORTEST:
            self._by_word[first[0]].append((name, outlet))

    def citations(self, sentence: Sentence) -> Iterator[Citation]:
        """The citations in a sentence, in order."""
        text, end = sentence.text, 0
        for word in re.finditer(r"\w+", text) if self._by_word else ():
            if word.start() < end:
                continue
            for name, outlet in self._by_word.get(word[0], ()):
                if _stands_at(text, name, word.start()):
                    end = word.start() + len(name)
                    yield from _citation(text, word.start(), end, outlet)
                    break


def _stands_at(text: str, name: str, start: int) -> bool:
    end = start + len(name)
    return text.startswith(name, start) and not text[end : end + 1].isalnum()


def _citation(text: str, start: int, end: int, outlet: str) -> Iterable[Citation]:
    before, after = text[max(0, start - _REACH) : start], text[end : end + _REACH]
    whole = _WHOLE.search(before)
    cue = whole or _BEFORE.search(before)
    if cue:
        yield Citation(outlet, cue[0] + text[start:end], whole is not None)
        return
    said = _AFTER.match(after)
    if said:
        yield Citation(outlet, text[start:end] + said[0], False)
