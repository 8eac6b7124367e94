"""The audit as one HTML page that needs no network and runs no script.

It shows how well each claim is covered, which sources carry most alone, who says what as a matrix,
and the findings. All words are escaped by the template engine; a Content-Security-Policy lets the
page load nothing but its own style.
"""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Sequence
from itertools import groupby

from jinja2 import Environment, PackageLoader, StrictUndefined

from attribution.audit.catalogue import titles
from attribution.audit.coverage import coverage
from attribution.reports.terminal import printable
from evidence.case import Case
from evidence.findings import Finding

MATRIX_COLUMNS = 40
"""How many sources the matrix shows at most; the page says where there are more."""

_PAGES = Environment(
    loader=PackageLoader("attribution.reports", "templates"),
    autoescape=True,
    undefined=StrictUndefined,
    trim_blocks=True,
    lstrip_blocks=True,
)
_PAGES.filters["printable"] = printable


def audit_html(case: Case, findings: Sequence[Finding]) -> str:
    """Render an audit as a page; the same case and findings give the same bytes."""
    style = _PAGES.get_template("audit.css").render()
    digest = base64.b64encode(hashlib.sha256(style.encode("utf-8")).digest()).decode("ascii")
    covered = coverage(case, findings)
    groups = groupby(findings, key=lambda f: (f.severity, f.code))
    return (
        _PAGES.get_template("audit.html")
        .render(
            case=case,
            covered=covered,
            columns=covered.sources[:MATRIX_COLUMNS],
            groups=[(severity, code, list(group)) for (severity, code), group in groups],
            titles=titles(),
            style=style,
            style_hash=digest,
        )
        .rstrip()
        + "\n"
    )
