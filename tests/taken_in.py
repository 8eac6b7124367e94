"""Reading bytes in this process, so that tests need not start another."""

from __future__ import annotations

from collections.abc import Mapping

from evidence.readers import STANDARD_LIMITS, Capture, Intake, Limits, readers
from evidence.readers.taking_in import Taking


def taken_in(
    data: bytes,
    name: str,
    *,
    limits: Limits = STANDARD_LIMITS,
    encoding: str | None = None,
    charset: str | None = None,
    fields: Mapping[str, object] | None = None,
) -> Intake:
    """What readers find in bytes that lie in a file of this name."""
    capture = Capture(name, name, data, limits, encoding, charset, fields or {})
    return Intake.of(Taking(readers()).of(capture))
