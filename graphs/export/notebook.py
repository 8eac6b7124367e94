"""A case as a page inside a notebook."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from html import escape

from evidence.case import Case
from evidence.findings import Finding
from graphs.build import build
from graphs.export.page import page_html

SANDBOX = "allow-scripts allow-downloads allow-popups allow-popups-to-escape-sandbox allow-modals"
"""What the page may do in its frame; it is kept apart from the notebook around it."""


@dataclass(frozen=True)
class Display:
    """A page that notebooks show where it is the value of a cell.

    Attributes:
        page: The whole page as HTML.
        height: Of its frame in pixels.
    """

    page: str
    height: int

    def _repr_html_(self) -> str:
        """The page in a frame of its own."""
        return (
            f'<iframe srcdoc="{escape(self.page)}" sandbox="{SANDBOX}" title="claimtrail"'
            f' style="width: 100%; height: {self.height}px; border: 1px solid #8888"></iframe>'
        )


def show(case: Case, findings: Sequence[Finding] = (), *, height: int = 760) -> Display:
    """Show a case in a notebook: the page, as `claimtrail graph` writes it, below the cell.

    Args:
        case: The case.
        findings: What the audit found, where it was asked.
        height: Of the page in pixels.

    Returns:
        A value that notebooks display by itself.
    """
    return Display(page_html(case, build(case), findings), height)
