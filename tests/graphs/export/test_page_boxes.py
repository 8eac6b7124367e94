from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from evidence.case import Case
from evidence.model import Attribution, Claim, Derivation, Document
from evidence.vocabulary import Stance
from graphs.export.page.boxes import ELLIPSIS, FORMS, TAG_HEIGHT, box_of, text_width, wrapped
from graphs.export.page.drawn_nodes import SCALES, scale_of
from graphs.export.page.sourcing import sourcing_of
from graphs.keys import NodeType
from graphs.origins import Independence, Origin


@given(st.text(min_size=1), st.floats(2, 30))
def test_wrapping_keeps_every_letter_and_the_measure(words, measure):
    lines = wrapped(words, measure)

    assert "".join("".join(lines).split()) == "".join(words.split())
    assert all(text_width(line) <= measure or len(line) == 1 for line in lines)


@given(st.sampled_from(NodeType), st.text())
def test_boxes_hold_their_lines(node_type, words):
    box, form = box_of(node_type, words), FORMS[node_type]

    assert len(box.lines) <= form.lines
    assert box.height >= len(box.lines) * form.leading
    taller = box_of(node_type, words, tagged=True).height - box.height
    assert abs(taller - TAG_HEIGHT) <= 2


def test_words_that_do_not_fit_end_in_an_ellipsis():
    box = box_of(NodeType.ACTOR, "a very long name " * 9)

    assert box.lines[-1].endswith(ELLIPSIS)
    assert box_of(NodeType.ACTOR, "short").lines == ("short",)


@given(st.sampled_from(NodeType), st.text(), st.sampled_from(SCALES))
def test_larger_boxes_hold_the_same_lines(node_type, words, scale):
    usual, larger = box_of(node_type, words), box_of(node_type, words, scale=scale)

    assert larger.lines == usual.lines
    assert abs(larger.width - scale * usual.width) <= 3
    assert abs(larger.height - scale * usual.height) <= 3


@pytest.mark.parametrize(("origins", "scale"), [(0, 1.0), (1, 1.0), (2, 1.14), (3, 1.28), (9, 1.4)])
def test_claims_grow_with_their_independent_origins(origins, scale):
    found = Independence(tuple(Origin((f"actor:{n}",), known=True) for n in range(origins)))

    assert scale_of(found) == scale


def test_repetition_does_not_make_a_claim_larger():
    """Three papers that relay one agency are one origin."""
    agency = Document(id="agency", original=True)
    papers = [Document(id=f"paper-{n}") for n in range(3)]
    records = [Derivation(id=f"r-{paper.id}", what=paper.id, rests_on="agency") for paper in papers]
    said = [
        Attribution(id=f"a-{paper.id}", claim="c", stance=Stance.ASSERTS, document=paper.id)
        for paper in papers
    ]
    case = Case.of([agency, *papers, Claim(id="c", text="It happened"), *records, *said])

    assert scale_of(sourcing_of(case).independence["c"]) == 1.0
