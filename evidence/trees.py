"""Trees of plain values, as YAML and JSON hold them, and what may be wrong with them."""

from __future__ import annotations

from typing import Any

Tree = dict[str, Any]
"""A mapping of plain values: mappings, lists, text, numbers, None."""

Path = tuple[str | int, ...]
"""The way to a value in a tree: keys and list indexes."""


class Problems(Exception):  # noqa: N818 - a bundle of problems, not one error
    """Everything that is wrong with a tree, as (path, message) pairs."""

    def __init__(self, problems: list[tuple[Path, str]]) -> None:
        super().__init__(problems)
        self.problems = problems
