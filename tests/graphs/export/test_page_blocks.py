from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graphs.export.page.blocks import (
    PLAIN,
    escaped_json,
    json_block,
    json_lines_block,
    json_text,
    unpacked,
)

JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(st.characters()),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
    max_leaves=12,
)


@given(JSON)
def test_json_blocks_cannot_end_their_element_and_lose_nothing(value):
    block = json_block(value)

    assert not block.packed
    assert not set(block.content) & set("<>&\u2028\u2029")
    assert json.loads(block.content) == value
    block.content.encode("utf-8")


@given(JSON)
def test_long_blocks_are_packed_and_lose_nothing(value):
    block = json_block([value, "x" * PLAIN])

    assert block.packed
    assert block.content.isascii()
    assert not set(block.content) & set("<>&\u2028\u2029")
    assert json.loads(unpacked(block.content)) == [value, "x" * PLAIN]


def test_packing_gives_the_same_bytes_each_time():
    lines = [f'{{"type":"claim","id":"{n}"}}\n' for n in range(PLAIN // 10)]
    text = "".join(lines)

    assert json_lines_block(lines) == json_lines_block([text])
    assert len(json_lines_block(lines).content) < len(text) / 3
    assert unpacked(json_lines_block(lines).content) == text


@pytest.mark.parametrize("length", [PLAIN, PLAIN + 1])
def test_blocks_are_packed_by_their_length_however_many_lines_they_come_in(length):
    for size in (1, 7, length):
        lines = ["é" * size] * (length // size) + ["é" * (length % size)]
        block = json_lines_block(lines)

        assert block.packed == (length > PLAIN)
        assert (unpacked(block.content) if block.packed else block.content) == "é" * length


@given(JSON)
def test_json_is_what_the_standard_library_writes_without_spaces(value):
    for each in (value, [value, "NaN", "-Infinity"], {"x": (value, 1.14, 1.0)}):
        plain = json.dumps(each, ensure_ascii=False, separators=(",", ":"))

        assert json_text(each) == plain


@pytest.mark.parametrize("number", [float("nan"), float("inf"), -float("inf")])
def test_json_blocks_refuse_numbers_that_json_has_no_word_for(number):
    with pytest.raises(ValueError, match="not JSON compliant"):
        json_block(["NaN", {"x": number}])


def test_lone_surrogates_stay_escaped():
    assert escaped_json('"\ud800 é"') == '"\\ud800 é"'


@pytest.mark.parametrize("content", ["no base64!", "aGVsbG8="])
def test_what_was_not_packed_is_refused(content):
    with pytest.raises(ValueError, match=r"\w"):
        unpacked(content)
