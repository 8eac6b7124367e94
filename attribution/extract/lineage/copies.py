"""Documents that copy others, as a whole or in parts: near-identical sentences."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from attribution.extract.lineage.earlier import age_order, came_first
from attribution.extract.lineage.likeness import near_identical, words_of
from attribution.extract.lineage.texts import Sentence, Texts, inferred
from evidence.model import Attribution, Derivation, Document

UNUSUAL = 8
"""Words from which on a sentence is no phrase that two people hit upon by themselves."""

WHOLE = 0.5
"""The share of a document's words from which on it counts as copied as a whole."""


def copied(texts: Texts) -> Iterator[Derivation]:
    """Yield the derivations that near-identical sentences betray.

    The open attributions in shared sentences rest on what the earlier document says of their
    claims, or on that document. A document most of whose words stand in an earlier one rests on
    that as well.
    """
    for document, base, shared in _shared(texts):
        words = sum(len(words_of(sentence.text)) for sentence in shared)
        total = sum(len(words_of(s.text)) for s in texts.sentences[document.id])
        note = (
            f"{words} of its {total} words stand nearly so in {base.id}; "
            f"{came_first(base, document)}"
        )
        if words >= WHOLE * total and document.id not in texts.settled:
            yield inferred("likeness", document.id, base.id, note)
        if document.original is not True:
            for attribution in _open_in(texts, shared):
                said = texts.saying(attribution.claim, (base.id,))
                yield inferred("likeness", attribution.id, said or base.id, note)


def _open_in(texts: Texts, sentences: Sequence[Sentence]) -> Iterator[Attribution]:
    return (a for sentence in sentences for a in texts.open_at.get(sentence, ()))


def _shared(texts: Texts) -> Iterator[tuple[Document, Document, list[Sentence]]]:
    """For each later document and each earliest one that it shares sentences with, these."""
    documents = texts.case.documents
    sentences = [
        s for own in texts.sentences.values() for s in own if len(words_of(s.text)) >= UNUSUAL
    ]
    pairs: dict[tuple[str, str], list[Sentence]] = defaultdict(list)
    for group in near_identical([sentence.text for sentence in sentences]):
        alike = [sentences[i] for i in group]
        first = min((documents[s.document] for s in alike), key=age_order)
        for sentence in alike:
            if _apart(documents[sentence.document], first):
                pairs[sentence.document, first.id].append(sentence)
    for later, base in sorted(pairs, key=lambda pair: _most_shared(pair, pairs[pair])):
        yield documents[later], documents[base], pairs[later, base]


def _most_shared(pair: tuple[str, str], shared: Sequence[Sentence]) -> tuple[str, int, str]:
    """Sort key: of each later document the base first with which it shares most."""
    later, base = pair
    return (later, -sum(sentence.end - sentence.start for sentence in shared), base)


def _apart(document: Document, first: Document) -> bool:
    """Whether two documents are not known to come from one house."""
    if document.id == first.id:
        return False
    return document.publisher is None or document.publisher != first.publisher
