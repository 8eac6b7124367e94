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
    text = "".join(f'{{"type":"claim","id":"{n}"}}\n' for n in range(PLAIN // 10))

    assert json_lines_block(text) == json_lines_block(text)
    assert len(json_lines_block(text).content) < len(text) / 3


def test_json_blocks_refuse_numbers_that_json_has_no_word_for():
    with pytest.raises(ValueError, match="not JSON compliant"):
        json_block(float("nan"))


def test_lone_surrogates_stay_escaped():
    assert escaped_json('"\ud800 é"') == '"\\ud800 é"'


@pytest.mark.parametrize("content", ["no base64!", "aGVsbG8="])
def test_what_was_not_packed_is_refused(content):
    with pytest.raises(ValueError, match=r"\w"):
        unpacked(content)
