"""Parameters that several commands share."""

from __future__ import annotations

import math
from collections.abc import Callable
from typing import Any

import click

Decorator = Callable[[Callable[..., Any]], Callable[..., Any]]

CASE: Decorator = click.argument("case_file", metavar="CASE")
AS_JSON: Decorator = click.option("--json", "as_json", is_flag=True, help="Print JSON.")


class Amount(click.FloatRange):
    """A number within bounds; neither infinity nor what is no number at all."""

    def convert(
        self, value: Any, param: click.Parameter | None, ctx: click.Context | None
    ) -> float:
        """Read the number, or say what is allowed."""
        number: float = super().convert(value, param, ctx)
        if not math.isfinite(number):
            self.fail(f"{value} is not in the range {self._describe_range()}.", param, ctx)
        return number
