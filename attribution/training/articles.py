"""An annotated article: what training learns from, whatever format it was read from."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass

from attribution.extract.detection import Detection


@dataclass(frozen=True, slots=True)
class Article:
    """A text and the attributions that people marked in it.

    Args:
        id: Name of the article, unique in its collection.
        text: The text; spans count its code points.
        attributions: What people marked, with ``confidence`` None.
    """

    id: str
    text: str
    attributions: tuple[Detection, ...]


def digest(articles: Iterable[Article]) -> str:
    """Return the SHA-256 of the articles (texts and spans) in order of id, as hexadecimal."""
    total = hashlib.sha256()
    for article in sorted(articles, key=lambda each: each.id):
        spans = [(a.source, a.cue, a.content) for a in article.attributions]
        total.update(f"{article.id}\0{article.text}\0{spans}\0".encode())
    return total.hexdigest()
