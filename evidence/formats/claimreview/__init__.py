"""Fact checks in JSON-LD (schema.org ClaimReview), in files and saved pages, and cases back."""

from __future__ import annotations

from evidence.formats.claimreview.nodes import is_claim_review
from evidence.formats.claimreview.reading import read
from evidence.formats.claimreview.writing import write
from evidence.formats.format import Format

__all__ = ["CLAIM_REVIEW"]

CLAIM_REVIEW = Format(
    name="claimreview",
    title="schema.org ClaimReview",
    suffixes=(".claimreview.jsonld", ".claimreview.json"),
    recognises=is_claim_review,
    read=read,
    write=write,
)
"""The format; pages are read, JSON-LD is read and written."""
