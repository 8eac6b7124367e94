"""Read annotated articles from cases: what people wrote or corrected there trains an extractor."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from attribution.extract.detection import Detection, Span
from attribution.training.articles import Article
from evidence.case import Case
from evidence.model import Attribution, Document, Passage
from evidence.passages import Outcome, anchor


@dataclass(frozen=True, slots=True)
class CaseArticles:
    """What a case teaches.

    Args:
        articles: Its documents with at least one attribution, in the order of the case.
        left_out: Ids of attributions whose words do not stand in their document.
    """

    articles: list[Article]
    left_out: list[str]


def case_articles(case: Case) -> CaseArticles:
    """Turn the documents of a case into annotated articles.

    Everything that stands in a document and is not marked there counts as no attribution, so a
    document should be corrected to its end. Documents without any attribution are left out, and so
    are retracted attributions and the text's own voice, which has no cue.

    Args:
        case: With the texts of its documents.
    """
    spoken: dict[str, list[Attribution]] = defaultdict(list)
    for attribution in case.attributions.values():
        if attribution.cue and attribution.document and attribution.retracted is None:
            spoken[attribution.document].append(attribution)
    articles: list[Article] = []
    left_out: list[str] = []
    for document in case.documents.values():
        if document.text and document.id in spoken:
            articles.append(_article(document, document.text, spoken[document.id], left_out))
    return CaseArticles([each for each in articles if each.attributions], left_out)


def _article(
    document: Document, text: str, attributions: Sequence[Attribution], left_out: list[str]
) -> Article:
    """Anchor the attributions of a document; those that share their cue are one."""
    by_cue: dict[tuple[Span, ...], list[Detection]] = defaultdict(list)
    for attribution in attributions:
        found = _detection(text, attribution)
        if found is None:
            left_out.append(attribution.id)
        else:
            by_cue[found.cue].append(found)
    return Article(document.id, text, tuple(_joined(by_cue[cue]) for cue in sorted(by_cue)))


def _detection(text: str, attribution: Attribution) -> Detection | None:
    """The places of an attribution, or None where one of them is not found."""
    roles = [_spans(text, p) for p in (attribution.source, attribution.cue, attribution.content)]
    source, cue, content = roles
    if source is None or cue is None or content is None:
        return None
    return Detection(source, cue, content)


def _spans(text: str, passages: Sequence[Passage]) -> tuple[Span, ...] | None:
    places = [anchor(text, passage) for passage in passages]
    if any(place.outcome is not Outcome.FOUND for place in places):
        return None
    return _merged((place.start, place.end) for place in places)


def _joined(parts: Sequence[Detection]) -> Detection:
    """One attribution of several speakers, or of several parts of what was said."""
    return Detection(
        _merged(span for part in parts for span in part.source),
        parts[0].cue,
        _merged(span for part in parts for span in part.content),
    )


def _merged(spans: Iterable[Span]) -> tuple[Span, ...]:
    """Spans in order of position, those that overlap as one."""
    merged: list[Span] = []
    for start, end in sorted(spans):
        if merged and start < merged[-1][1]:
            merged[-1] = merged[-1][0], max(end, merged[-1][1])
        else:
            merged.append((start, end))
    return tuple(merged)
