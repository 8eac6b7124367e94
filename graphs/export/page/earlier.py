"""Where nodes stood in an earlier page, so that a picture grows and does not jump."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

from graphs.export.page.blocks import unpacked

Place = tuple[float, float]

_BLOCK = re.compile(r'<script type="application/json" id="picture"( data-packed)?>([^<]*)</script>')


def places_in(page: Path) -> dict[str, Place]:
    """Read the places of nodes out of a page.

    Args:
        page: A file that may be a page of claimtrail, or anything else, or not there.

    Returns:
        The centre of each node in pixels; empty where the file is no page, or one that shows its
        nodes group by group.
    """
    try:
        found = _BLOCK.search(page.read_text(encoding="utf-8"))
        if found is None:
            return {}
        picture = json.loads(unpacked(found[2]) if found[1] else found[2])
    except (OSError, ValueError):
        return {}
    return _places(picture)


def _places(picture: Any) -> dict[str, Place]:
    """The places that a picture holds, whoever wrote it."""
    try:
        nodes, groups = picture["nodes"], picture["groups"]
        places = {
            str(key): (float(x), float(y))
            for key, x, y in zip(nodes["id"], nodes["x"], nodes["y"], strict=True)
        }
    except (KeyError, TypeError, ValueError, OverflowError):
        return {}
    is_sound = all(abs(x) < 1e7 and abs(y) < 1e7 for x, y in places.values())
    return places if groups is None and is_sound else {}
