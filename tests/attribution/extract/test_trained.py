"""What surrounds the encoder: windows, decoding, confidence; none of it needs a trained model."""

from __future__ import annotations

from itertools import pairwise, product
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from attribution.extract import EXTRACTORS, detector_named
from attribution.extract.trained.confidence import confidence
from attribution.extract.trained.decoding import (
    BEGIN_CUE,
    CONTENT,
    FLAT_CLASSES,
    OUTSIDE,
    ROLE_CLASSES,
    SOURCE,
    cue_candidates,
    likeliest_roles,
    softmax,
    sure_words,
    word_means,
)
from attribution.extract.trained.windows import MAXIMUM_PIECES, Window, windows
from attribution.extract.trained.wordpiece import END, PADDING, START, UNKNOWN, WordPiece
from evidence.errors import ClaimtrailError


def test_a_folder_without_a_model_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ClaimtrailError, match="holds no model") as caught:
        detector_named("trained", model=str(tmp_path))
    assert "claimtrail train" in caught.value.hint


def test_the_rules_take_neither_model_nor_threshold() -> None:
    for options in ({"model": "folder"}, {"threshold": 0.5}):
        with pytest.raises(ClaimtrailError, match="takes neither"):
            detector_named("rules", **options)


def test_an_unknown_extractor_names_those_there_are() -> None:
    with pytest.raises(ClaimtrailError, match="unknown extractor 'oracle'") as caught:
        detector_named("oracle")
    assert all(name in caught.value.hint for name in EXTRACTORS)


def wordpiece() -> WordPiece:
    letters = "abcdefghijklmnopqrstuvwxyz"
    pieces = [PADDING, UNKNOWN, START, END, *letters, *(f"##{c}" for c in letters), *'.:,"“”']
    return WordPiece(pieces)


def texts(text: str) -> list[str]:
    """The windows of a text, as strings."""
    return [
        text[window.pieces.starts[0] : window.pieces.ends[-1]]
        for window in windows(text, wordpiece())
    ]


class TestWindows:
    def test_a_line_is_a_window(self) -> None:
        assert texts("a b c.\n\nd e f.\r\ng h i.") == ["a b c.", "d e f.", "g h i."]

    def test_lines_wrapped_by_hand_are_one_window(self) -> None:
        wrapped = "he said that it was over\nand that all was well.\n\nshe said so too."
        assert texts(wrapped) == ["he said that it was over\nand that all was well.", wrapped[-16:]]

    def test_a_line_of_two_words_cannot_hold_an_attribution(self) -> None:
        assert texts("a b\nc d e") == ["c d e"]

    def test_a_colon_joins_the_next_line_only(self) -> None:
        assert texts("he said:\n\nx y z.\nd e f.") == ["he said:\n\nx y z.", "d e f."]
        assert texts("he said:”\nx y z") == ["he said:”\nx y z"]
        assert texts("he said: no") == ["he said: no"]

    def test_a_final_colon_stands_alone(self) -> None:
        assert texts("he said so:") == ["he said so:"]

    def test_a_long_line_is_cut_at_a_sentence_end(self) -> None:
        sentence = "a b c d e f g h i. "
        parts = texts(sentence * 60)
        assert len(parts) > 1
        assert all(part.endswith("i.") for part in parts)
        assert "".join(parts).count("i.") == 60

    def test_a_long_line_without_sentences_is_cut_between_words(self) -> None:
        found = list(windows("abc " * 500, wordpiece()))
        assert max(map(len, found)) <= MAXIMUM_PIECES
        assert sum(map(len, found)) == 1500
        assert all(len(window) % 3 == 0 for window in found)

    def test_kinds_tell_case_and_quotation_state(self) -> None:
        (window,) = windows('Ab ABC a "Ab A a" x.', wordpiece())
        words = [window.kinds[i] for i in window.starts]
        assert words == [1, 2, 0, 6, 4, 4, 3, 7, 0, 0]

    def test_curly_quotes_tell_their_side(self) -> None:
        (window,) = windows("“a” b “c”", wordpiece())
        assert window.kinds == [6, 3, 7, 0, 6, 3, 7]

    @given(st.text(alphabet='ab:“”". \n\r\u2028é', max_size=400))
    def test_pieces_lie_in_at_most_one_window(self, text: str) -> None:
        position = 0
        for window in windows(text, wordpiece()):
            assert isinstance(window, Window)
            assert 0 < len(window) <= MAXIMUM_PIECES
            assert window.pieces.starts[0] >= position
            assert window.pieces.words[0] == 0
            position = window.pieces.ends[-1]


def flat(*cue: tuple[float, float]) -> np.ndarray[tuple[int, int], np.dtype[np.float32]]:
    """Flat probabilities from (begin, inside) of the cue for each word."""
    scores = np.zeros((len(cue), FLAT_CLASSES), dtype=np.float32)
    scores[:, BEGIN_CUE : BEGIN_CUE + 2] = cue
    return scores


class TestDecoding:
    def test_neighbouring_cue_words_are_one_candidate(self) -> None:
        scores = flat((0, 0), (0.7, 0.1), (0.1, 0.8), (0, 0), (0.2, 0.1))
        found = cue_candidates(scores, 0.2)
        assert [run for run, _ in found] == [(1, 2), (4,)]
        assert found[0][1] == pytest.approx(0.9)

    def test_a_clear_beginning_cuts_a_run(self) -> None:
        found = cue_candidates(flat((0.9, 0), (0.8, 0.1), (0.1, 0.8)), 0.2)
        assert [run for run, _ in found] == [(0,), (1, 2)]

    def test_nothing_above_the_minimum_gives_nothing(self) -> None:
        assert cue_candidates(flat((0.1, 0.05)), 0.2) == []

    def test_the_weak_ends_of_a_run_go(self) -> None:
        cue = np.array([0.0, 0.3, 0.9, 0.2, 0.8, 0.4], dtype=np.float32)
        assert sure_words((1, 2, 3, 4, 5), cue, 0.7) == (2, 3, 4)
        assert sure_words((1,), cue, 0.7) == (1,)

    def test_without_a_cost_the_best_role_of_each_word_wins(self) -> None:
        logits = np.array([[0, 2, 0, 0], [1, 0, 0, 0], [0, 0, 0, 3]], dtype=np.float32)
        assert likeliest_roles([logits], 0)[0] == [SOURCE, OUTSIDE, CONTENT]

    def test_a_cost_smooths_a_weak_gap(self) -> None:
        logits = np.array([[0, 0, 0, 5], [1, 0, 0, 0.5], [0, 0, 0, 5]], dtype=np.float32)
        assert likeliest_roles([logits], 0)[0] == [CONTENT, OUTSIDE, CONTENT]
        assert likeliest_roles([logits], 1)[0] == [CONTENT] * 3

    @given(
        st.lists(
            st.lists(
                st.tuples(*[st.floats(-9, 9, width=32)] * ROLE_CLASSES), min_size=1, max_size=5
            ),
            max_size=3,
        ),
        st.floats(0, 4),
    )
    def test_no_other_path_is_better(
        self, readings: list[list[tuple[float, ...]]], cost: float
    ) -> None:
        def value(rows: list[tuple[float, ...]], path: tuple[int, ...]) -> float:
            changes = sum(a != b for a, b in pairwise(path))
            return sum(row[role] for row, role in zip(rows, path, strict=True)) - cost * changes

        found = likeliest_roles([np.array(rows, dtype=np.float32) for rows in readings], cost)
        for rows, path in zip(readings, found, strict=True):
            every = product(range(ROLE_CLASSES), repeat=len(rows))
            assert value(rows, tuple(path)) == pytest.approx(
                max(value(rows, other) for other in every), abs=1e-4
            )

    def test_softmax_survives_large_logits(self) -> None:
        values = softmax(np.array([[1000.0, 0.0]], dtype=np.float32))
        assert values.tolist() == [[1.0, 0.0]]

    def test_word_means(self) -> None:
        values = np.array([[1.0], [3.0], [5.0]], dtype=np.float32)
        assert word_means(values, [0, 2]).tolist() == [[2.0], [5.0]]

    def test_confidence_is_a_probability_at_any_extreme(self) -> None:
        assert confidence((0.0,), (0.0, 1.0)) == 0.5
        assert confidence((1e6,), (0.0, 1.0)) == 1.0
        assert confidence((-1e6,), (0.0, 1.0)) == 0.0
