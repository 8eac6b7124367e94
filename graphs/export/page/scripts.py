"""The scripts and styles of the page: our own in their order, and vis-network as pyvis ships it."""

from __future__ import annotations

import json
from functools import cache
from importlib.resources import files
from typing import Any

SCRIPTS = (
    "core/strings.js",
    "core/dom.js",
    "core/blocks.js",
    "data/picture.js",
    "data/record.js",
    "data/names.js",
    "data/dates.js",
    "data/lineage.js",
    "data/standing.js",
    "core/lists.js",
    "core/state.js",
    "core/stage.js",
    "core/palette.js",
    "filters/facets.js",
    "filters/withdrawal.js",
    "filters/shown.js",
    "map/edge-style.js",
    "map/node-shapes.js",
    "map/node-marks.js",
    "map/node-text.js",
    "map/edge-labels.js",
    "map/scene.js",
    "map/rings.js",
    "map/field-lines.js",
    "map/field.js",
    "map/field-pointer.js",
    "map/vis-items.js",
    "map/map.js",
    "map/light.js",
    "map/camera.js",
    "map/viewpoint.js",
    "map/walking.js",
    "map/hover.js",
    "filters/chips.js",
    "filters/legend.js",
    "filters/facet-form.js",
    "filters/time-scale.js",
    "filters/timeline.js",
    "panel/quotes.js",
    "panel/cards.js",
    "panel/findings.js",
    "panel/panel-claim.js",
    "panel/panel-lineage.js",
    "panel/panel-nodes.js",
    "panel/panel-edge.js",
    "panel/panel-group.js",
    "panel/panel-withdrawal.js",
    "panel/trail.js",
    "panel/overview.js",
    "panel/panel.js",
    "core/search-index.js",
    "core/search.js",
    "table/columns.js",
    "table/tabs.js",
    "table/table.js",
    "save/svg-context.js",
    "save/picture-file.js",
    "save/save.js",
    "core/help.js",
    "core/keys.js",
    "core/main.js",
)
"""The page's own scripts in the order in which they are joined into one scope."""

STYLES = (
    "style/palette.css",
    "style/frame.css",
    "style/map.css",
    "style/filters.css",
    "style/panel.css",
    "style/table.css",
    "style/media.css",
)
"""The page's style sheets in the order in which they are joined."""

_VIS_SCRIPT = "templates/lib/vis-9.1.2/vis-network.min.js"


@cache
def page_script() -> str:
    """Every script of the page, in a scope of its own."""
    joined = "\n".join(asset(name) for name in SCRIPTS)
    return f'(() => {{\n"use strict";\n{joined}}})();\n'


@cache
def page_style() -> str:
    """Every style sheet of the page."""
    return "\n".join(asset(name) for name in STYLES)


@cache
def vis_script() -> str:
    """vis-network as pyvis ships it, but for the line that has debuggers fetch a source map."""
    script = files("pyvis").joinpath(_VIS_SCRIPT).read_text(encoding="utf-8")
    lines = script.splitlines(keepends=True)
    return "".join(line for line in lines if not line.startswith("//# sourceMappingURL"))


@cache
def strings() -> dict[str, Any]:
    """Every word that the page says of its own accord, by key."""
    words: dict[str, Any] = json.loads(asset("strings.json"))
    return words


def asset(name: str) -> str:
    """The text of a file of the page, by its path below `assets`."""
    return (files(__package__) / "assets" / name).read_text(encoding="utf-8")
