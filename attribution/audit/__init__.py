"""The audit: coded rules that say how well each claim of a case is sourced.

Rules flag; they never declare truth.
"""

from __future__ import annotations

from attribution.audit.config import AuditConfig, Thresholds
from attribution.audit.engine import audit, worst
from attribution.audit.rule import Rule
from attribution.audit.rules import RULES, all_rules

__all__ = ["RULES", "AuditConfig", "Rule", "Thresholds", "all_rules", "audit", "worst"]
