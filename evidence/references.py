"""Which records refer to which: the fields of each section that hold ids."""

from __future__ import annotations

_SOURCES = ("documents", "evidence", "attributions")
_WAIVED = (*_SOURCES, "actors", "claims", "bearings", "relations", "derivations")

REFERENCES: dict[str, dict[str, tuple[str, ...]]] = {
    "documents": {"publisher": ("actors",)},
    "actors": {"speaks_for": ("actors",)},
    "claims": {"subject": ("actors",), "object": ("actors",)},
    "attributions": {
        "claim": ("claims",),
        "by": ("actors",),
        "document": ("documents",),
        "within": ("attributions",),
    },
    "evidence": {"document": ("documents",)},
    "bearings": {
        "source": ("evidence", "claims"),
        "target": ("claims", "attributions", "bearings"),
        "document": ("documents",),
    },
    "relations": {"who": ("actors",), "to": ("actors",), "claims": ("claims",)},
    "derivations": {"what": _SOURCES, "rests_on": (*_SOURCES, "actors")},
    "waivers": {"record": _WAIVED},
}
"""For each section of a case, the fields that hold ids, with the sections that may hold these."""
