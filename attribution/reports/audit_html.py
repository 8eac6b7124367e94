"""The audit as one HTML page that needs no network and runs no script.

It shows how well each claim is covered, which sources carry most alone, who says what as a matrix,
and the findings. All words are escaped by the template engine; a Content-Security-Policy lets the
page load nothing but its own style.
"""

from __future__ import annotations

import base64
import hashlib
from itertools import groupby

from jinja2 import Environment, PackageLoader, StrictUndefined

from attribution.audit import Audit
from attribution.audit.bottom_line import bottom_line
from attribution.audit.catalogue import titles
from attribution.reports.terminal import printable
from attribution.reports.waivers import reason_of
from evidence.case import Case
from graphs.coverage import Coverage, coverage
from graphs.naming import nodes_name, origin_name

MATRIX_COLUMNS = 40
"""How many sources the matrix shows at most; the page says where there are more."""

GAPS = tuple("SRC001 COR001 COR002 COR006 SRC007 BAL001 BAL002 BAL004 LIF001".split())
"""Codes that say what a claim lacks."""

_PAGES = Environment(
    loader=PackageLoader("attribution.reports", "templates"),
    autoescape=True,
    undefined=StrictUndefined,
    trim_blocks=True,
    lstrip_blocks=True,
)
_PAGES.filters["printable"] = printable


def audit_html(case: Case, audit: Audit) -> str:
    """Render an audit as a page; the same case and findings give the same bytes."""
    style = _PAGES.get_template("audit.css").render()
    digest = base64.b64encode(hashlib.sha256(style.encode("utf-8")).digest()).decode("ascii")
    covered = coverage(case, audit.findings)
    groups = groupby(audit.findings, key=lambda f: (f.severity, f.code))
    return (
        _PAGES.get_template("audit.html")
        .render(
            case=case,
            audit=audit,
            short=bottom_line(case, audit),
            origin_name=origin_name,
            nodes_name=nodes_name,
            reason_of=reason_of,
            covered=covered,
            gaps=_gaps(covered),
            columns=covered.sources[:MATRIX_COLUMNS],
            groups=[(severity, code, list(group)) for (severity, code), group in groups],
            titles=titles(),
            style=style,
            style_hash=digest,
        )
        .rstrip()
        + "\n"
    )


def _gaps(covered: Coverage) -> list[tuple[str, list[str]]]:
    """The ids of the claims that lack something, by code; what most of them lack first."""
    lacking = {code: [c.claim for c in covered.claims if code in c.codes] for code in GAPS}
    return sorted(((code, c) for code, c in lacking.items() if c), key=lambda gap: -len(gap[1]))
