"""The two parts of a page that come from the program: generated blocks and console sessions.

A generated block stands between `<!-- generated: NAME ARGUMENT -->` and `<!-- end -->`. A console
session is a fenced block of the kind `console`: its commands (lines that begin with `$ `) are run,
and what they print follows them.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from commands import command_reference
from sessions import rerun_sessions
from tables import record_table, vocabulary_table

GENERATORS: dict[str, Callable[[str], str]] = {
    "commands": lambda _: command_reference(),
    "record": record_table,
    "vocabulary": vocabulary_table,
}
"""What may stand in a generated block, by name."""

_BLOCK = re.compile(
    r"(?P<head><!-- generated: (?P<name>[\w-]+) ?(?P<argument>.*?) -->\n).*?(?P<tail><!-- end -->)",
    re.DOTALL,
)


def regenerated(page: str) -> str:
    """The page with its generated blocks and its console sessions made anew."""
    return rerun_sessions(_BLOCK.sub(_regenerated_block, page))


def _regenerated_block(block: re.Match[str]) -> str:
    content = GENERATORS[block["name"]](block["argument"])
    return f"{block['head']}\n{content.strip()}\n\n{block['tail']}"
