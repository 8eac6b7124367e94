from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graphs.export.page.security import escaped_json, json_block

JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(st.characters()),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
    max_leaves=12,
)


@given(JSON)
def test_json_blocks_cannot_end_their_element_and_lose_nothing(value):
    block = json_block(value)

    assert not set(block) & set("<>&\u2028\u2029")
    assert json.loads(block) == value
    block.encode("utf-8")


def test_json_blocks_refuse_numbers_that_json_has_no_word_for():
    with pytest.raises(ValueError, match="not JSON compliant"):
        json_block(float("nan"))


def test_lone_surrogates_stay_escaped():
    assert escaped_json('"\ud800 é"') == '"\\ud800 é"'
