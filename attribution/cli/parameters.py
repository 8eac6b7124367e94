"""Parameters that several commands share."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import click

Decorator = Callable[[Callable[..., Any]], Callable[..., Any]]

CASE: Decorator = click.argument("case_file", metavar="CASE")
AS_JSON: Decorator = click.option("--json", "as_json", is_flag=True, help="Print JSON.")
