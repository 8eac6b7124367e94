"""How the command line talks: results to stdout, everything else to stderr, errors with a mend."""

from __future__ import annotations

import os
import sys
import traceback
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import click
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

from evidence.atomic import write_atomically
from evidence.errors import ClaimtrailError
from evidence.findings import Finding

FINDINGS = 1
"""Exit status where findings reach the threshold."""

UNUSABLE = 2
"""Exit status for wrong usage and for input that cannot be read."""

INTERRUPTED = 130
"""Exit status where the user ends the work by Ctrl-C, as shells have it."""

BROKEN = 70
"""Exit status for a fault of the program itself (EX_SOFTWARE of sysexits)."""


class Commands(click.Group):
    """A group whose errors say what, where and how to mend it, without a traceback."""

    def main(self, *args: Any, **kwargs: Any) -> Any:
        """Run the program; also where what --help prints cannot be written."""
        try:
            return super().main(*args, **kwargs)
        except OSError as error:
            _give_up_stdout()
            click.secho(f"error: {_what_failed(error)}", err=True, fg="red")
            sys.exit(UNUSABLE)

    def invoke(self, ctx: click.Context) -> Any:
        """Run the command; turn errors into a message and an exit status."""
        try:
            return super().invoke(ctx)
        except (click.ClickException, click.exceptions.Exit, click.Abort, BrokenPipeError):
            raise
        except KeyboardInterrupt:
            self._explain(ctx, "interrupted", "")
            ctx.exit(INTERRUPTED)
        except ClaimtrailError as error:
            self._explain(ctx, f"error: {error}", error.hint)
            ctx.exit(UNUSABLE)
        except OSError as error:
            _give_up_stdout()
            hint = "make room, or see to its permissions, and run it again"
            self._explain(ctx, f"error: {_what_failed(error)}", hint)
            ctx.exit(UNUSABLE)
        except Exception as error:
            name = type(error).__name__
            hint = "run it again with --debug and report what it prints"
            self._explain(ctx, f"internal error: {name}: {error}", hint)
            ctx.exit(BROKEN)

    @staticmethod
    def _explain(ctx: click.Context, message: str, hint: str) -> None:
        if ctx.params.get("debug"):
            traceback.print_exc()
        click.secho(message, err=True, fg="red")
        if hint:
            click.echo(f"  hint: {hint}", err=True)

    def list_commands(self, ctx: click.Context) -> list[str]:
        """List commands in the order of the work, not of the alphabet."""
        return list(self.commands)


def _what_failed(error: OSError) -> str:
    """An error of the system in words: the file, if it names one, and what is the matter."""
    return f"{error.filename or 'a result'}: {error.strerror or error}"


def _give_up_stdout() -> None:
    """Leave unsaid what is still to be written to stdout, which else fails again at the end."""
    if sys.stdout is sys.__stdout__ and sys.stdout is not None:
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, sys.stdout.fileno())
        os.close(nowhere)


def emit(text: str, out: str) -> None:
    """Write a result to the file `out`, whole or not at all, or to stdout where it is "-".

    Raises:
        ClaimtrailError: If it cannot be written.
    """
    if out == "-":
        if sys.stdout is None:
            raise ClaimtrailError("standard output is closed", hint="open it, or name a file")
        stream = sys.stdout.buffer
        stream.write(text.encode("utf-8"))
        stream.flush()
    else:
        write_atomically(Path(out), text)


def say(message: str, *, quiet: bool = False) -> None:
    """Tell the user something that is not the result."""
    if not quiet:
        click.echo(message, err=True)


def report_intake(findings: Iterable[Finding]) -> None:
    """Tell on stderr what could not be read, and why."""
    colours = {"error": "red", "warning": "yellow", "info": "blue"}
    for finding in findings:
        click.secho(f"{finding.severity}", err=True, nl=False, fg=colours[finding.severity])
        click.echo(f" {finding.code} {finding.message} ({finding.hint})", err=True)


@contextmanager
def progress(task: str, total: int | None) -> Iterator[Callable[[object], None]]:
    """Show a progress bar on stderr while the block runs, where stderr is a terminal.

    Args:
        task: What is being done.
        total: How many steps there are; None where that is not known.

    Yields:
        A function to call at each step; its argument is not used.
    """
    bar = Progress(
        TextColumn("{task.description}"),
        BarColumn(),
        MofNCompleteColumn(),
        TimeElapsedColumn(),
        console=Console(file=sys.stderr),
        transient=True,
        disable=not sys.stderr.isatty(),
    )
    with bar:
        running = bar.add_task(task, total=total)
        yield lambda _: bar.advance(running)
