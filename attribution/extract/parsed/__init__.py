"""The detector that reads the dependency parse of a spaCy pipeline that the user has installed.

The package is cheap to import: spaCy is loaded on first use.
"""

from attribution.extract.parsed.detector import ParsedDetector

__all__ = ["ParsedDetector"]
