"""Argdown of others to records."""

from __future__ import annotations

import pytest
from shared_data import SHARED

from evidence.case import Case
from evidence.formats.argdown import ARGDOWN
from evidence.formats.content import Content
from evidence.formats.format import Imported
from evidence.model import Kept

FILES = sorted((SHARED / "data" / "real" / "argdown").rglob("*.argdown"))


def read(text: str) -> Imported:
    assert ARGDOWN.read is not None
    return ARGDOWN.read(Content("map.argdown", text.encode()))


def case_of(text: str) -> Case:
    imported = read(text)
    assert imported.counts.refused == 0
    return Case.of(imported.records, title=imported.title, description=imported.description)


def edges(text: str) -> list[str]:
    return [f"{b.source} {b.kind} {b.target}" for b in case_of(text).bearings.values()]


def refusals(text: str) -> list[str]:
    return [f.message for f in read(text).findings if f.code == "IMP002"]


def test_statements_arguments_tags_and_data() -> None:
    case = case_of(
        """
===
title: Drones
subTitle: Who made them
author: [A, B]
===

[Made there]: The drones were
made *there*. #pro #(two words) {source: "P1"}

  <- <Copies>: Copies are sold
     everywhere.
"""
    )
    assert (case.title, case.description) == ("Drones", "Who made them")
    assert {c.id: (c.text, c.note) for c in case.claims.values()} == {
        "Made there": ("The drones were made *there*.", '#pro #(two words) {source: "P1"}'),
        "<Copies>": ("Copies are sold everywhere.", None),
    }
    assert [k.data for k in case.kept.values()] == [{"author": ["A", "B"]}]


@pytest.mark.parametrize(
    ("sign", "expected"),
    [
        ("+", ["B supports A"]),
        ("<+", ["B supports A"]),
        ("+>", ["A supports B"]),
        ("-", ["B contradicts A"]),
        ("<-", ["B contradicts A"]),
        ("->", ["A contradicts B"]),
        ("><", ["B contradicts A", "A contradicts B"]),
        ("_", ["B undercuts A"]),
        ("<_", ["B undercuts A"]),
        ("_>", ["A undercuts B"]),
    ],
)
def test_every_sign_says_what_bears_on_what(sign: str, expected: list[str]) -> None:
    assert edges(f"[A]\n  {sign} [B]") == expected


def test_an_undercut_bears_on_every_bearing_of_an_argument() -> None:
    case = case_of("<Analogy>\n  +> [One]\n  -> [Two]\n  <_ <No reason>")
    bearings = {f"{b.source} {b.kind} {b.target}": b.id for b in case.bearings.values()}
    one, two = bearings["<Analogy> supports One"], bearings["<Analogy> contradicts Two"]
    assert f"<No reason> undercuts {one}" in bearings
    assert f"<No reason> undercuts {two}" in bearings


def test_indentation_tells_what_relates_to_what() -> None:
    text = "[A]\n  + [B]\n    - [C]\n  + [D]\n      + [E]\n\n  - [F]"
    assert edges(text) == [
        "B supports A",
        "C contradicts B",
        "D supports A",
        "E supports D",
        "F contradicts A",
    ]


def test_a_reconstructed_argument_supports_its_conclusion() -> None:
    text = """
<Core>: They must go.

(1) [Doom]: All is lost.
(2) Only they can help.
  + <Reason>
-- Modus ponens {uses: [1, 2]} --
(3) Then they must
come.
----
(4) [Power]: They must come to power.
  -> [Other]
"""
    assert edges(text) == [
        "<Reason> supports <Core>(2)",
        "Power contradicts Other",
        "Doom supports <Core>(3)",
        "<Core>(2) supports <Core>(3)",
        "<Core>(3) supports <Core>",
        "<Core> supports Power",
    ]
    assert case_of(text).claims["<Core>(3)"].text == "Then they must come."
    assert [f.message.split(" has")[0] for f in read(text).findings] == ["inference: 'its rule'"]


def test_premises_below_an_indented_argument_belong_to_it() -> None:
    text = "[S]: text\n  + <A>\n  \n    (1) D\n    --\n    rule\n    --\n    (2) F\n"
    assert edges(text) == ["<A> supports S", "<A>(1) supports <A>", "<A> supports <A>(2)"]


def test_premises_by_themselves_make_an_argument_without_a_name() -> None:
    assert edges("(1) a\n---\n(2) b\n\n(1) c\n---\n(2) d") == [
        "<Untitled 1>(1) supports <Untitled 1>",
        "<Untitled 1> supports <Untitled 1>(2)",
        "<Untitled 2>(1) supports <Untitled 2>",
        "<Untitled 2> supports <Untitled 2>(2)",
    ]


def test_a_numbered_statement_of_an_argument_can_be_named() -> None:
    assert edges("<A>\n\n(1) x\n----\n(2) y\n\n[B]\n  -> <A>(1)") == [
        "<A>(1) supports <A>",
        "<A> supports <A>(2)",
        "B contradicts <A>(1)",
    ]


def test_comments_are_no_words_and_addresses_no_comments() -> None:
    text = "[A]: one <!-- two\n\n+ three --> four // five\n/* six */\n  + https://example.org/a"
    case = case_of(text)
    assert [c.text for c in case.claims.values()] == ["one four", "https://example.org/a"]
    assert [f.message for f in read(text).findings] == [
        "comment: 'its words' has no counterpart and is not taken over (3 times)"
    ]


def test_escaped_characters_are_words() -> None:
    (claim,) = case_of(r"[A]: \[x\] 1 \< 3 \#no \// \{y\}").claims.values()
    assert (claim.text, claim.note) == ("[x] 1 < 3 #no // {y}", None)


def test_paragraphs_headings_and_lists_are_kept_with_their_place() -> None:
    case = case_of("# Head {isGroup: false}\n\nJust\nprose.\n\n[A]: a\n\n  * item\n  1. other")
    assert [(k.kind, k.data) for k in case.kept.values()] == [
        ("heading", {"level": 1, "text": "Head {isGroup: false}", "before": "A"}),
        ("paragraph", {"text": "Just\nprose.", "before": "A"}),
        ("list", {"text": "  * item"}),
        ("list", {"text": "  1. other"}),
    ]


def test_a_paragraph_to_which_something_relates_is_a_statement() -> None:
    case = case_of("It rains.\n  - It is dry.")
    assert [c.text for c in case.claims.values()] == ["It rains.", "It is dry."]
    assert len(case.bearings) == 1


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("+", "line 1 has a relation '+' without a statement"),
        ("  + [A]", "line 1 has a relation to nothing"),
        ("[A]: a\n\n- b", "line 3 has a relation to nothing: indent it below"),
        ("# Head\n\n  + [A]", "line 3 has a relation to nothing"),
        ("[A]\n  + [B]\n----\n(1) x", "line 3 has an inference without premises"),
        ("(1) x\n-- rule", 'line 2 has an inference that no "--" closes'),
        ("(1)", "line 1 has (1) without a statement"),
        ("===\na: b", "the frontmatter is not closed"),
        ("===\n- a\n===", "the frontmatter is no mapping"),
        ("===\na: &x b\n===", "the frontmatter is damaged: line 1, column 4: anchors"),
        ("===\na: b\na: c\n===", "the frontmatter is damaged: line 2, column 1: the key 'a'"),
        ('[A]: a {"claimtrail": 3}', "line 1 carries a damaged remainder"),
        ('[A]: a {"claimtrail": {}', ""),
    ],
)
def test_what_cannot_be_read_is_refused_with_its_line(text: str, why: str) -> None:
    found = refusals(text)
    assert (found[0] if found else "").startswith(why)
    assert bool(found) == bool(why)


def test_an_inference_without_conclusion_and_an_open_comment_are_reported() -> None:
    assert [f.message for f in read("(1) x\n----\n\n[A] <!-- open").findings] == [
        "comment: 'its words' has no counterpart and is not taken over (1 time)",
        "a comment that is not closed reaches to the end (1 time)",
        "an inference has no conclusion (1 time)",
    ]


def test_more_undercuts_than_can_be_told_apart_are_reported() -> None:
    lines = [f"  +> [T{n}]" for n in range(120)] + [f"  <_ [U{n}]" for n in range(120)]
    imported = read("\n".join(["<A>", *lines]))
    assert "more undercuts" in imported.findings[0].message
    assert len(imported.records) < 11_000


HOSTILE = [
    "<!-- " * 50_000,
    "/* */ " * 50_000,
    "[A]: x " + "#t " * 100_000,
    "[A]: x " + "{a} " * 100_000,
    "[A]: x " + "{" * 200_000,
    "[A]: x " + "}" * 200_000,
    "[A]: x " + "\\" * 200_001 + "}",
    "[A]: " + "# " * 100_000,
    "[" * 200_000,
    "<" * 200_000,
    "\n".join(" " * depth + "+ [A]" for depth in range(900)),
    "[A]\n" + "  + [B]\n" * 30_000,
    "[A]\n" + "word\n" * 100_000,
    "(1) x\n----\n" * 20_000,
    "-- " * 100_000,
    "===\n" * 50_000,
    "[A]: " + "a" * 1_000_000,
]


@pytest.mark.parametrize("text", HOSTILE, ids=lambda text: text[:12].strip())
def test_hostile_texts_are_read_in_linear_time(text: str) -> None:
    imported = read(text)
    assert imported.counts.read >= 0


@pytest.mark.skipif(not FILES, reason="the data beside the checkout is not there")
def test_every_real_file_is_read() -> None:
    counts = {path.name: read(path.read_text(encoding="utf-8")).counts for path in FILES}
    assert len(FILES) == 33
    refused = {name: c.refused for name, c in counts.items() if c.refused}
    assert refused == {"lexer-relations.argdown": 10, "parser-mix.argdown": 1}


@pytest.mark.skipif(not FILES, reason="the data beside the checkout is not there")
def test_the_soft_drugs_debate_has_its_undercuts() -> None:
    (path,) = (p for p in FILES if p.name == "legalisation-softdrugs.argdown")
    case = case_of(path.read_text(encoding="utf-8"))
    assert (len(case.claims), case.title) == (18, "Pros and Cons Legalisation of Soft Drugs")
    undercuts = [b for b in case.bearings.values() if b.kind == "undercuts"]
    attacked = [case.bearings[b.target] for b in undercuts]
    assert [(u.source, b.source, b.target) for u, b in zip(undercuts, attacked, strict=True)] == [
        ("<Poor reason>", "<Alcohol and tobacco analogy>", "Legalisation of Soft Drugs"),
        ("<Addiction no reason to ban>", "<Argument from addiction>", "Legalisation of Soft Drugs"),
    ]


def test_records_come_in_the_order_of_the_text() -> None:
    case = case_of("[B]: b\n  + [A]: a\n\n[C]: c")
    assert list(case.claims) == ["B", "A", "C"]
    assert not any(isinstance(r, Kept) for r in case.records())


def test_a_remainder_with_damaged_fields_is_left_out_and_reported() -> None:
    imported = read('[A]: a {"claimtrail": {"fields": {"when": "never"}}}')
    (claim,) = imported.records
    assert claim.id == "A"
    assert [f.code for f in imported.findings] == ["IMP005"]


@pytest.mark.parametrize(
    ("name", "text", "argdown"),
    [
        ("a.argdown", "just words", True),
        ("a.ad", "", True),
        ("a.txt", "[A]: a\n  + <B>: b", True),
        ("a.txt", "===\ntitle: x\n===\n\n[A]: a", True),
        ("a.txt", "[A]: a", False),
        ("a.md", "Title\n=====\n\n- a\n- b", False),
        ("a.argdown", "[1, 2]", False),
    ],
)
def test_argdown_is_told_by_titles_and_relations(name: str, text: str, argdown: bool) -> None:
    assert ARGDOWN.recognises(Content(name, text.encode())) is argdown


def test_what_is_no_text_is_no_argdown() -> None:
    assert not ARGDOWN.recognises(Content("a.argdown", b"[A]\0"))
    with pytest.raises(ValueError, match="is not text"):
        ARGDOWN.read(Content("a.argdown", b"[A]\0"))  # type: ignore[misc]
