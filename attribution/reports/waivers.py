"""Why a finding is accepted, in words."""

from __future__ import annotations

from attribution.audit import Waived


def reason_of(waived: Waived) -> str:
    """The reason for a waiver, who gave it, and how long it holds."""
    waiver = waived.waiver
    until = f", until {waiver.expires}" if waiver.expires is not None else ""
    return f"{waiver.reason} ({waiver.author}{until})"
