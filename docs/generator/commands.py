"""The reference of the command line, from the commands themselves."""

from __future__ import annotations

from collections.abc import Iterator

import click

from attribution.cli import main

_WIDTH = 96


def command_reference() -> str:
    """A section for the program and for each of its commands, with the help that they print."""
    return "\n\n".join(_sections("claimtrail", main, None))


def _sections(name: str, command: click.Command, above: click.Context | None) -> Iterator[str]:
    context = command.make_context(
        name, [], parent=above, resilient_parsing=True, max_content_width=_WIDTH
    )
    context.terminal_width = _WIDTH
    path = context.command_path
    level = "##" if above is None else "###"
    yield f"{level} `{path}`\n\n```text\n{command.get_help(context).rstrip()}\n```"
    if isinstance(command, click.Group):
        for child in command.list_commands(context):
            found = command.get_command(context, child)
            if found is not None and not found.hidden:
                yield from _sections(child, found, context)
