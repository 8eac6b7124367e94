"""Dates as sources give them: a year, a month, a day or a moment, never more than is known."""

from __future__ import annotations

import re
from datetime import date, datetime
from typing import Annotated, Any

from pydantic import BeforeValidator, WithJsonSchema

_SHAPE = r"\d{4}(-\d{2}(-\d{2}([T ]\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:?\d{2})?)?)?)?"


def _check(value: Any) -> str:
    text = value.isoformat() if isinstance(value, date) else str(value)
    if not re.fullmatch(_SHAPE, text, re.ASCII):
        raise ValueError(f"{text!r} is not a date such as 2021, 2021-07, 2021-07-04 or a time")
    datetime.fromisoformat(_completed(text))
    return text


def _completed(text: str) -> str:
    return text + "-01-01"[len(text) - 4 :] if len(text) < 10 else text


IsoDate = Annotated[
    str,
    BeforeValidator(_check),
    WithJsonSchema({"type": "string", "pattern": f"^{_SHAPE}$"}),
]
"""An ISO 8601 date or time of the precision that is known, kept as written."""


def iso_date(words: str) -> str | None:
    """The words, where they are a date or time such as `IsoDate` takes; None where they are not."""
    try:
        return _check(words)
    except ValueError:
        return None


def certainly_before(earlier: str | None, later: str | None) -> bool:
    """Whether `earlier` lies before `later` for certain, at the precision both share."""
    if earlier is None or later is None:
        return False
    shared = min(len(earlier), len(later), 10)
    return earlier[:shared] < later[:shared]
