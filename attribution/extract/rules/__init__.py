"""The rule-based detector: cue, source and content by lexicon, word class and quotation mark."""

from __future__ import annotations

from attribution.extract.rules.detector import RuleDetector

__all__ = ["RuleDetector"]
