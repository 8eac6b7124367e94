"""Who said it, and how far to believe it: extraction from documents and audit of cases."""

from __future__ import annotations

__version__ = "0.1.0"
