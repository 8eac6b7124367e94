"""Stretches around a place, against looking at every one of them."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from attribution.extract.text.enclosing import Enclosing

spans = st.tuples(st.integers(0, 12), st.integers(1, 8)).map(lambda p: (p[0], p[0] + p[1]))


@given(st.lists(spans, max_size=8), spans)
def test_what_encloses_is_found_latest_beginning_first(
    stretches: list[tuple[int, int]], place: tuple[int, int]
) -> None:
    found = list(Enclosing((s, s) for s in stretches).around(*place))
    start, end = place
    assert sorted(found) == sorted(s for s in stretches if s[0] <= start and s[1] >= end)
    assert [s[0] for s in found] == sorted((s[0] for s in found), reverse=True)
