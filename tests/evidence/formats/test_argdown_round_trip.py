"""Cases to Argdown and back: what it can carry comes back, what it cannot is named."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from round_trips import as_case
from shared_data import SHARED
from strategies import cases, dates, makings, maybe_words, words

from evidence.case import Case
from evidence.formats.argdown import ARGDOWN
from evidence.formats.content import Content
from evidence.formats.format import Exported, Imported
from evidence.ids import content_id
from evidence.model import Bearing, Claim, Evidence, Kept, Record

FILES = sorted((SHARED / "data" / "real" / "argdown").rglob("*.argdown"))
TITLES = st.one_of(
    st.sampled_from(["A", "<A>", "<A>(1)", "a [b", "a]b", "x // y", "#tag", " a", "+ b"]), words
)


def written(case: Case) -> Exported:
    assert ARGDOWN.write is not None
    return ARGDOWN.write(case)


def read(data: bytes) -> Imported:
    assert ARGDOWN.read is not None
    return ARGDOWN.read(Content("case.argdown", data))


def assert_comes_back(case: Case) -> None:
    exported = written(case)
    imported = read(exported.data)
    assert exported.findings == ()
    assert as_case(imported) == case
    assert written(as_case(imported)).data == exported.data


@given(cases())
@settings(deadline=None, max_examples=60)
def test_what_comes_back_of_any_case_comes_back_equal_ever_after(case: Case) -> None:
    exported = written(case)
    imported = read(exported.data)
    assert imported.counts.refused == 0
    back = as_case(imported)
    assert (exported.findings == ()) == (back == case)
    assert_comes_back(back)


def relations(records: list[Record]) -> list[Bearing]:
    """Relations between all of these, in all the ways that Argdown has."""
    kinds = ["supports", "contradicts"]
    pairs = [(a.id, b.id) for a, b in pairwise(records)]
    ends = {(source, kinds[n % 2], target) for n, (source, target) in enumerate(pairs)}
    return [
        Bearing(id=content_id("b", source, kind, target), source=source, kind=kind, target=target)
        for source, kind, target in sorted(ends)
    ]


statements = st.one_of(
    st.builds(
        Claim,
        id=TITLES,
        text=words,
        note=maybe_words | st.sampled_from(["#pro", '#a #(b c) {source: "P1a"}', "{x}", "#"]),
        made=makings,
        when=st.none() | dates,
        what=maybe_words,
        confidence=st.none() | st.floats(0, 1),
    ),
    st.builds(Evidence, id=TITLES.map(lambda title: f"{title}!"), text=words, note=maybe_words),
)


@given(
    st.lists(statements, max_size=8, unique_by=lambda r: r.id),
    st.just("") | words,
    st.just("") | words,
)
@example([Claim(id="A", text="a // b /* c */ <!-- d --> #e {f} \\ g", note="h")], "", "")
@example([Claim(id="A", text="(1) [b]: - c"), Claim(id="<B>", text="--", note="#x")], "t", "")
@settings(deadline=None, max_examples=120)
def test_statements_and_relations_between_them_come_back_equal(
    records: list[Record], title: str, description: str
) -> None:
    whole = [*records, *relations(records)]
    assert_comes_back(Case.of(whole, title=title, description=description))


PIECES = (
    "[A]·[A]: ·<B>·<B>: ·x· #t·\n·\n\n·  ·(1) ·(2) ·--·----·- ·+ ·-> ·_> ·<_ ·>< ·# ·* ·1. ·{a: b}·"
    '\\·===·<!--·-->·//·/*·*/·{"claimtrail": {}}·@[A]·:·<A>(1)'
).split("·")


@given(st.lists(st.sampled_from(PIECES), max_size=40).map("".join))
@example("(1) \n\n===")
@example("/*/*////")
@example("(1) <_ -->")
@example("[A]: a /<!-- b -->* c")
@example("===\n===\n\n<!-- a -->\n\n===\n\n=== b")
@settings(deadline=None, max_examples=300)
def test_any_text_is_read_and_what_was_read_comes_back_equal(text: str) -> None:
    assert_comes_back(as_case(read(text.encode())))


@pytest.mark.skipif(not FILES, reason="the data beside the checkout is not there")
@pytest.mark.parametrize("path", FILES, ids=lambda path: f"{path.parent.name}-{path.name}")
def test_real_files_come_back_equal(path) -> None:
    assert_comes_back(as_case(read(path.read_bytes())))


def test_an_undercut_goes_out_as_one_and_bears_on_the_bearing() -> None:
    support = Bearing(
        id=content_id("b", "<B>", "supports", "A"), source="<B>", target="A", kind="supports"
    )
    undercut = Bearing(
        id=content_id("b", "C", "undercuts", support.id),
        source="C",
        target=support.id,
        kind="undercuts",
    )
    claims = [Claim(id="A", text="a"), Claim(id="<B>", text="b"), Claim(id="C", text="c")]
    case = Case.of([*claims, support, undercut])
    assert b"[C]\n  _> <B>\n" in written(case).data
    assert_comes_back(case)


def test_what_argdown_cannot_hold_is_named() -> None:
    case = Case.of(
        [
            Claim(id="A", text="a"),
            Bearing(id="mine", source="A", target="A", kind="supports"),
            Kept(id="k", format="stix", kind="x", data={}),
        ]
    )
    assert [f.message for f in written(case).findings] == [
        "Argdown: bearings are left out or get other ids (1 time)",
        "Argdown: kept are left out or get other ids (1 time)",
    ]
