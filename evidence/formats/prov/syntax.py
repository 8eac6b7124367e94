"""The syntaxes of PROV."""

from __future__ import annotations

from enum import StrEnum


class Syntax(StrEnum):
    """A syntax of PROV, by the name that the prov library gives it."""

    JSON = "json"
    N = "provn"
    XML = "xml"
