"""Dashes as English print sets them, and as typewriters did."""

from __future__ import annotations

DASHES = frozenset({"-", "‐", "‑", "–", "—", "―", "--", "---"})
