"""What to say where a command would overwrite another case."""

from __future__ import annotations

import click

from evidence.errors import ClaimtrailError


def there_already(out: str) -> ClaimtrailError:
    """The error of a command that was told to write where another case is.

    Args:
        out: The file or database, as the user named it.
    """
    context = click.get_current_context(silent=True)
    adding = "--add to add to it, or " if context and "add" in context.params else ""
    return ClaimtrailError(
        f"{out} is there already and holds another case",
        hint=f"give {adding}--force to write it anew",
    )
