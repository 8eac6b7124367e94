"""The audit: coded rules that say how well each claim of a case is sourced.

Rules flag; they never declare truth.
"""

from __future__ import annotations

from attribution.audit.config import AuditConfig, Thresholds
from attribution.audit.engine import audit, audited, worst
from attribution.audit.holding import Holding, InMemory, InStore
from attribution.audit.outcome import Audit
from attribution.audit.rule import Rule
from attribution.audit.rules import RULES, all_rules
from attribution.audit.waivers import Waived

__all__ = [
    "RULES",
    "Audit",
    "AuditConfig",
    "Holding",
    "InMemory",
    "InStore",
    "Rule",
    "Thresholds",
    "Waived",
    "all_rules",
    "audit",
    "audited",
    "worst",
]
