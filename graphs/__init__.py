"""How the record hangs together: the graph of a case, and what can be read off it.

This package projects a case onto a NetworkX graph, traces who supports whom, lays the graph out
and writes it to files. It knows nothing of extraction, audits or the command line.

In a notebook, `graphs.show(case)` displays the page of a case.
"""

from __future__ import annotations

from typing import Any

__all__ = ["show"]


def __getattr__(name: str) -> Any:
    # Everything below this package is imported through it: it must cost nothing by itself.
    if name == "show":
        from graphs.export.notebook import show

        return show
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
