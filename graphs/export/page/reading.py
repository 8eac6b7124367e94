"""What the page knows beyond the record, apart from the picture."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from evidence.case import Case
from evidence.findings import Finding
from evidence.vocabulary import STANCE_MEANINGS, Stance
from graphs.export.page.places import places
from graphs.export.page.sourcing import Sourcing, lineage_columns
from graphs.export.page.standing import family_of


def reading(case: Case, sourcing: Sourcing, findings: Sequence[Finding]) -> dict[str, Any]:
    """What was worked out from the record for those who read it, ready for JSON."""
    return {
        "places": places(case),
        "lineage": lineage_columns(sourcing),
        "findings": [finding.model_dump(mode="json") for finding in findings],
        "stances": {
            stance.value: {"family": family_of(stance).value, "meaning": STANCE_MEANINGS[stance]}
            for stance in Stance
        },
    }
