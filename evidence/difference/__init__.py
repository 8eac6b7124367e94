"""What sets two cases apart, what of it a reader should see first, and how to apply it."""

from __future__ import annotations

from evidence.difference.cases import HEADING, Change, Difference, apply, diff
from evidence.difference.given import given_ids
from evidence.difference.weighty import Weight, Weighty, weighty

__all__ = [
    "HEADING",
    "Change",
    "Difference",
    "Weight",
    "Weighty",
    "apply",
    "diff",
    "given_ids",
    "weighty",
]
