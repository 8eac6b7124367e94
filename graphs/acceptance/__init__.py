"""Whether claims can be accepted: grounded labelling, extensions, gradual strength, and why.

Rules flag; they never declare truth: every judgement is about what the case holds.
"""

from __future__ import annotations

from graphs.acceptance.dispute import Dispute, Role, dispute
from graphs.acceptance.extensions import (
    MOST_EXTENSIONS,
    MOST_STEPS,
    Extensions,
    Part,
    preferred,
    stable,
)
from graphs.acceptance.framework import Framework
from graphs.acceptance.grounded import Label, grounded
from graphs.acceptance.judging import Judgement, judge
from graphs.acceptance.links import Grounds, Links
from graphs.acceptance.strength import Strengths, Weighted, strengths
from graphs.acceptance.verdict import Ground, Readings, Share, Standing, Verdict
from graphs.acceptance.weights import CREDIBILITY, MIDDLE, RELIABILITY

__all__ = [
    "CREDIBILITY",
    "MIDDLE",
    "MOST_EXTENSIONS",
    "MOST_STEPS",
    "RELIABILITY",
    "Dispute",
    "Extensions",
    "Framework",
    "Ground",
    "Grounds",
    "Judgement",
    "Label",
    "Links",
    "Part",
    "Readings",
    "Role",
    "Share",
    "Standing",
    "Strengths",
    "Verdict",
    "Weighted",
    "dispute",
    "grounded",
    "judge",
    "preferred",
    "stable",
    "strengths",
]
