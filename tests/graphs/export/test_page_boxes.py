from __future__ import annotations

import networkx as nx
from hypothesis import given, settings
from hypothesis import strategies as st

from graphs.export.page.boxes import ELLIPSIS, FORMS, TAG_HEIGHT, box_of, text_width, wrapped
from graphs.export.page.spacing import ASPECT, drawn_together
from graphs.keys import NodeType


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
    assert box_of(node_type, words, tagged=True).height == box.height + TAG_HEIGHT


def test_words_that_do_not_fit_end_in_an_ellipsis():
    box = box_of(NodeType.ACTOR, "a very long name " * 9)

    assert box.lines[-1].endswith(ELLIPSIS)
    assert box_of(NodeType.ACTOR, "short").lines == ("short",)


BOXES = st.lists(
    st.tuples(
        st.floats(-3000, 3000), st.floats(-3000, 3000), st.integers(20, 200), st.integers(20, 90)
    ),
    max_size=25,
)


@settings(deadline=None, max_examples=50)
@given(BOXES, st.data())
def test_drawing_together_never_makes_boxes_overlap(boxes, data):
    keys = [f"claim:{i:02}" for i in range(len(boxes))]
    graph = nx.MultiDiGraph()
    graph.add_nodes_from(keys)
    if keys:
        ends = st.sampled_from(keys)
        graph.add_edges_from(data.draw(st.lists(st.tuples(ends, ends), max_size=30)))
    positions = {key: (x, y) for key, (x, y, _, _) in zip(keys, boxes, strict=True)}
    sizes = {key: (float(w), float(h)) for key, (_, _, w, h) in zip(keys, boxes, strict=True)}

    places_ = drawn_together(graph, positions, sizes)

    assert list(places_) == keys
    for i, one in enumerate(keys):
        for other in keys[:i]:
            across = abs(places_[one][0] - places_[other][0]) * 2 >= sizes[one][0] + sizes[other][0]
            down = abs(places_[one][1] - places_[other][1]) * 2 >= sizes[one][1] + sizes[other][1]
            assert across or down


def test_drawing_together_makes_a_loose_layout_dense_and_fit_the_canvas():
    graph = nx.MultiDiGraph(nx.grid_2d_graph(6, 6))
    positions = {(i, j): (700.0 * i, 130.0 * j) for i, j in graph}
    placed = drawn_together(graph, positions, dict.fromkeys(graph, (100.0, 30.0)))

    xs, ys = zip(*placed.values(), strict=True)
    width, height = max(xs) - min(xs) + 100, max(ys) - min(ys) + 30
    assert width * height < 2.5 * 36 * 120 * 54  # with the gap that is kept around each box
    assert 0.5 < width / (height * ASPECT) < 2
