"""For each rule, a small case in which it finds something, and one much alike in which not."""

from __future__ import annotations

from importlib.resources import files
from typing import Literal


def example(code: str, which: Literal["bad", "good"]) -> str:
    """The text of a rule's example, a case file in YAML; empty where the rule brings none.

    Args:
        code: The code of the rule.
        which: "bad" for the case in which the rule finds something, "good" for the other.
    """
    file = files(__package__) / f"{code}.{which}.yaml"
    return file.read_text(encoding="utf-8") if file.is_file() else ""
