"""Data beside the checkout that tests measure against where it is, and skip where it is not."""

from __future__ import annotations

from pathlib import Path

SHARED = Path(__file__).resolve().parents[2] / "shared"
