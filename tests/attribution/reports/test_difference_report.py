"""Differences told to people and programs, whatever the cases hold."""

from __future__ import annotations

import json
import unicodedata

from click import unstyle
from hypothesis import given, settings
from strategies import cases

from attribution.reports import difference_report
from evidence.case import Case
from evidence.difference import diff

small = cases(max_records=5)


@settings(max_examples=60)
@given(small, small)
def test_any_difference_is_told_safely(before: Case, after: Case) -> None:
    difference = diff(before, after)
    text = difference_report(before, after, difference)
    assert all(
        unicodedata.category(c) not in ("Cc", "Cf", "Co") or c in "\n\u200c\u200d\u00ad"
        for c in text
    )
    assert unstyle(difference_report(before, after, difference, colour=True)) == text
    told = json.loads(difference_report(before, after, difference, as_json=True))
    assert len(told["changed"]) == len(difference.changed)
    assert len(told["removed"]) == len(difference.removed)
    assert len(told["added"]) == len(difference.added)
    assert (text == "no difference\n") == (before == after)
