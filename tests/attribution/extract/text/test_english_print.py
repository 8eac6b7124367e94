"""The text that a detector of English reads: the same places, other marks."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from attribution.extract.text.english_print import in_english_print

_PIECES = st.sampled_from([*'„“”‟‚‘’«»‹›"|\t\n。！？：，\u202e\u2067\ufeff', " ", "word", "no"])


@given(st.one_of(st.text(max_size=200), st.lists(_PIECES, max_size=60).map("".join)))
def test_every_letter_keeps_its_place(text: str) -> None:
    printed = in_english_print(text)
    assert len(printed) == len(text)
    assert all(new == old for new, old in zip(printed, text, strict=True) if old.isalnum())
    assert not set(printed) & set("|\t。！？：，\u202e\u2067\ufeff") - {"\t"}


@given(st.text(st.characters(codec="cp1252", exclude_characters="|\t„‚«»‹›")))
def test_english_stays_as_it_is(text: str) -> None:
    assert in_english_print(text) == text


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("„Ja“, said he.", "“Ja”, said he."),
        ("»Ja«, said he. «No».", "“Ja”, said he. “No”."),
        ("« Oui », said he.", "“ Oui ”, said he."),
        ("‚Ja‘ and ‹oui›", "‘Ja’ and ‘oui’"),
        ("„„Ja““ said he", "““Ja”” said he"),
        ("„He said ‚no‘,“ and “yes”", "“He said ‘no’,” and “yes”"),
        ("„He left. She stayed", "“He left. She stayed"),
        ("Lund\t“Ja” | no|yes", "Lund\n“Ja”\n\n\nno\nyes"),
        ("HOST:\tYes", "HOST:\tYes"),
        ("\u202eJa\u202c。", " Ja ."),
    ],
)
def test_foreign_marks_become_english(text: str, expected: str) -> None:
    assert in_english_print(text) == expected
