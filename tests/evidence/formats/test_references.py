"""BibTeX, RIS and CSL-JSON to documents and back."""

from __future__ import annotations

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from round_trips import as_case
from strategies import cases, words

from evidence.case import Case
from evidence.formats import import_content
from evidence.formats.content import Content
from evidence.formats.format import Format, Imported
from evidence.formats.references import BIBTEX, CSL_JSON, RIS
from evidence.model import Actor, Document

ALL = pytest.mark.parametrize("each", [BIBTEX, RIS, CSL_JSON], ids=lambda each: each.name)

BIB = r"""
@string{paper = {The Example Times}}
@comment{kept elsewhere}
@article{goedel31,
  title = {{\"U}ber {F}ormal Things \& More -- a Study},
  author = {G{\"o}del, Kurt and {Example, Sons and Co.} and Ludwig van Beethoven},
  journal = paper,
  year = 1931,
  month = feb,
  doi = {10.1000/182},
  volume = 38,
  language = {de},
}
@online{page, title = "A Page", url = {https://example.org/a_b%20c}, date = {2020-01-02},
  urldate = {2021-03}, publisher = {Example Org}}
"""

TAGGED = """TY  - NEWS
ID  - one
AU  - Doe, Jane, Jr.
AU  - Example Organisation
TI  - A title that goes
 on in the next line
T2  - The Example Times
DA  - 2020/01/02/
PY  - 2020
Y2  - 2021/03
UR  - https://example.org/a;b
SP  - 12
ER  -

TY  - BOOK
TI  - Unfinished
"""


def read(each: Format, data: bytes) -> Imported:
    assert each.read is not None
    return each.read(Content("file", data))


def lost(imported: Imported) -> set[str]:
    return {f.message.split("'")[1] for f in imported.findings if f.code == "IMP003"}


@ALL
@given(case=cases())
@settings(deadline=None, max_examples=50)
def test_what_was_imported_comes_back_equal(each: Format, case: Case) -> None:
    assert each.write is not None
    first = read_back(each, each.write(case).data)
    again = each.write(first)
    assert read_back(each, again.data) == first
    assert again.findings == ()


@ALL
@given(title=words, author=words, note=words)
@settings(deadline=None)
def test_printable_words_come_back(each: Format, title: str, author: str, note: str) -> None:
    assert each.write is not None
    said = [" ".join("".join(c for c in w if c.isprintable()).split()) for w in (title, note)]
    document = Document(id="d", title=said[0] or "T", note=said[1] or None)
    (back,) = read_back(each, each.write(Case.of([document])).data).documents.values()
    assert (back.title, back.note) == (document.title, document.note)


def read_back(each: Format, data: bytes) -> Case:
    return as_case(read(each, data)) if data.strip() else Case()


@ALL
def test_a_document_goes_out_and_comes_back_whole(each: Format) -> None:
    assert each.write is not None
    case = Case.of(
        [
            Document(
                id="report-1",
                title="What 50% of {them} said_so, & why: \\a ~ ^ $5 #1 -- ``quoted''",
                publisher="the-times",
                authors=("Jane Doe", "Example and Sons", "Ludwig van Beethoven"),
                published="2020-01-02",
                retrieved="2021-03",
                url="https://example.org/a_b?c=d%20e&f#g",
                language="pt-BR",
                note="First; second",
            ),
            Document(id="d2", title="By a ministry", publisher="a-ministry"),
            Actor(id="the-times", name="The Times", kind="outlet"),
            Actor(id="a-ministry", name="A Ministry"),
        ]
    )
    exported = each.write(case)
    assert {f.message.split(": ", 1)[1] for f in exported.findings} == {
        "documents: 'made' is not held as it is (2 times)",
        "actors: 'made' is not held as it is (2 times)",
    }
    assert each.recognises(Content("file", exported.data))


@ALL
def test_what_is_no_reference_is_reported_as_left_out(each: Format) -> None:
    assert each.write is not None
    exported = each.write(Case.of([Actor(id="a", name="A")]))
    assert [f.code for f in exported.findings] == ["EXP001"]


def test_bibtex_says_what_latex_prints() -> None:
    imported = read(BIBTEX, BIB.encode())
    assert (imported.counts.read, imported.counts.mapped) == (2, 2)
    assert lost(imported) == {"volume", "comment"}
    case = as_case(imported)
    article, page = case.documents["goedel31"], case.documents["page"]
    assert article.title == "Über Formal Things & More – a Study"
    assert article.authors == ("Kurt Gödel", "Example, Sons and Co.", "Ludwig van Beethoven")
    assert (article.published, article.language) == ("1931-02", "de")
    assert article.url == "https://doi.org/10.1000/182"
    assert case.actors[article.publisher or ""].name == "The Example Times"
    assert page.url == "https://example.org/a_b%20c"
    assert (page.published, page.retrieved) == ("2020-01-02", "2021-03")
    assert case.actors[page.publisher or ""].kind is None


@pytest.mark.parametrize(
    "damaged",
    [
        "@book{b, title = {no end",
        "@book{a, title = {X}}",
        "@book{c, title={X}, title={Y}}",
        "@book{d, title={" + "{" * 3000 + "}" * 3000 + "}}",
        "@book{e,}",
    ],
)
def test_damaged_entries_are_refused_and_the_rest_is_read(damaged: str) -> None:
    imported = read(BIBTEX, f"@book{{a, title = {{A}}}}\n{damaged}\n".encode())
    assert (imported.counts.mapped, imported.counts.refused) == (1, 1)
    assert [f.code for f in imported.findings if f.severity == "error"] == ["IMP002"]


def test_ris_is_read_line_by_line() -> None:
    imported = read(RIS, TAGGED.replace("\n", "\r\n").encode())
    assert (imported.counts.read, imported.counts.mapped, imported.counts.refused) == (2, 1, 1)
    assert lost(imported) == {"SP"}
    (document,) = as_case(imported).documents.values()
    assert document.authors == ("Jane Doe Jr.", "Example Organisation")
    assert document.title == "A title that goes on in the next line"
    assert (document.published, document.retrieved) == ("2020-01-02", "2021-03")
    assert document.url == "https://example.org/a;b"


def test_ris_goes_out_as_its_specification_says() -> None:
    assert RIS.write is not None
    case = Case.of([Document(id="d", title="T", authors=("A B",), published="2020-01")])
    lines = "TY  - GEN|ID  - d|AU  - A B|TI  - T|DA  - 2020/01|ER  - |".replace("|", "\n")
    assert RIS.write(case).data.decode() == lines


def test_what_stands_between_references_of_ris_is_passed_over() -> None:
    one = "TY  - GEN\nTI  - T\nER  - \n"
    imported = read(RIS, f"1.\n{one}\nTYPOS AND\nER  - \n2.\n{one}".encode())
    assert (imported.counts.read, imported.counts.mapped) == (2, 2)


def test_csl_items_are_read_with_their_names_and_dates() -> None:
    item = {
        "id": 7,
        "type": "article-journal",
        "title": "T",
        "author": [{"family": "Doe", "given": "Jane"}, {"literal": "A Body"}],
        "container-title": "Example Letters",
        "publisher": "Example Press",
        "issued": {"date-parts": [["2020", 5]]},
        "accessed": {"raw": "2021-06-07"},
        "DOI": "10.1000/182",
        "page": "1-2",
    }
    imported = read(CSL_JSON, json.dumps([item, {"id": "x", "type": "nothing"}]).encode())
    assert (imported.counts.mapped, imported.counts.refused) == (1, 1)
    assert lost(imported) == {"type", "publisher", "page", "DOI"}
    (document,) = as_case(imported).documents.values()
    assert (document.id, document.authors) == ("7", ("Jane Doe", "A Body"))
    assert (document.published, document.retrieved) == ("2020-05", "2021-06-07")
    assert document.url == "https://doi.org/10.1000/182"


@given(st.text(max_size=300), st.sampled_from([BIBTEX, RIS]))
@settings(deadline=None)
def test_any_text_is_read_or_refused(text: str, each: Format) -> None:
    imported = import_content(
        Content("a", f"@a{{b, author = {{{text}}}}}\nTY  - X\n{text}\nER  -".encode()), each.name
    )
    assert imported.counts.read >= 1
