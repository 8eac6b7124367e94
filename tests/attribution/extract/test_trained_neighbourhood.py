from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from attribution.extract.trained.candidates import border_pieces
from attribution.extract.trained.neighbourhood import REACH, neighbourhood
from attribution.extract.trained.windows import Window, windows
from attribution.extract.trained.wordpiece import END, PADDING, START, UNKNOWN, WordPiece

WORDPIECE = WordPiece([PADDING, UNKNOWN, START, END, "say", "##ing", "no", "."])


@st.composite
def windows_with_cue(draw: st.DrawFn) -> tuple[Window, tuple[int, ...]]:
    words = draw(st.lists(st.sampled_from(["say", "saying", "sayinging", "no"]), min_size=3))
    words *= draw(st.integers(1, 60))
    window = next(iter(windows(" ".join(words), WORDPIECE)))
    first = draw(st.integers(0, len(window.starts) - 1))
    last = draw(st.integers(first, min(first + 5, len(window.starts) - 1)))
    return window, tuple(range(first, last + 1))


@given(windows_with_cue())
def test_the_neighbourhood_holds_the_cue_and_is_short(
    given: tuple[Window, tuple[int, ...]],
) -> None:
    window, cue = given
    near = neighbourhood(window, cue)
    assert set(cue) <= set(near) <= set(range(len(window.starts)))
    if len(window) <= REACH:
        assert near == range(len(window.starts))
    else:
        assert REACH - 3 <= len(window.part(near)) <= REACH + 3


@given(windows_with_cue())
def test_a_part_holds_the_same_pieces(given: tuple[Window, tuple[int, ...]]) -> None:
    window, cue = given
    near = neighbourhood(window, cue)
    part = window.part(near)
    borders = border_pieces(window, near)
    assert (borders[0], borders[-1]) == (0, len(window) + 1)
    assert part.pieces.starts == [window.pieces.starts[i - 1] for i in borders[1:-1]]
    assert part.kinds == [window.kinds[i - 1] for i in borders[1:-1]]
    assert len(part.starts) == len(near)
    assert part.pieces.words[0] == 0


def test_at_the_ends_of_a_window_the_neighbourhood_moves_inward() -> None:
    window = next(iter(windows("no " * 254, WORDPIECE)))
    assert neighbourhood(window, (0,)) == range(REACH)
    assert neighbourhood(window, (253,)) == range(254 - REACH, 254)
    assert neighbourhood(window, (126, 127)) == range(126 - REACH // 2, 126 + REACH // 2)
