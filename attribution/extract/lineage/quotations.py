"""The same unusual quotation in several documents, of a speaker whom one of them does not name."""

from __future__ import annotations

from collections.abc import Iterator

from attribution.extract.lineage.earlier import age_order, came_first
from attribution.extract.lineage.likeness import near_identical, words_of
from attribution.extract.lineage.texts import Texts, inferred
from evidence.model import Attribution, Derivation, Document
from evidence.vocabulary import DerivationKind, Form
from graphs.labels import shortened
from graphs.origins import TRACED

UNUSUAL = 8
"""Words from which on a quotation is no phrase that two people hit upon by themselves."""


def quoted_alike(texts: Texts) -> Iterator[Derivation]:
    """Yield the derivations that equal quotations betray.

    Of the attributions with near-identical quoted words, those that are open rest on the one in the
    earliest document of another publisher.
    """
    quoting = [a for a in texts.case.attributions.values() if _quotes(a)]
    open_ids = {a.id for attributions in texts.open_at.values() for a in attributions}
    for group in near_identical([_words(a) for a in quoting]):
        placed = [(document, quoting[i]) for i in group if (document := _of(texts, quoting[i]))]
        placed.sort(key=lambda each: (age_order(each[0]), each[1].id))
        yield from _derivations(placed, open_ids)


def _derivations(
    placed: list[tuple[Document, Attribution]], open_ids: set[str]
) -> Iterator[Derivation]:
    """Let the open ones of a group rest on the first of it."""
    first, base = placed[0]
    for document, attribution in placed[1:]:
        if attribution.id in open_ids and _apart(first, document):
            note = (
                f"the same words “{shortened(_words(attribution))}” as in {first.id}; "
                f"{came_first(first, document)}"
            )
            yield inferred("quotation", attribution.id, base.id, note, DerivationKind.QUOTES)


def _quotes(attribution: Attribution) -> bool:
    quoted = attribution.form in (Form.DIRECT, Form.MIXED) and attribution.stance in TRACED
    return quoted and len(words_of(_words(attribution))) >= UNUSUAL


def _words(attribution: Attribution) -> str:
    return " ".join(passage.exact for passage in attribution.content)


def _of(texts: Texts, attribution: Attribution) -> Document | None:
    return texts.case.documents.get(attribution.document or "")


def _apart(one: Document, other: Document) -> bool:
    """Whether two documents are not known to come from one house."""
    return one.id != other.id and (one.publisher is None or one.publisher != other.publisher)
