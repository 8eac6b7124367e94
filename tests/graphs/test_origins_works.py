"""One report under several names or addresses is one work."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from evidence.case import Case, dossiers
from evidence.casefile import read_case_text
from evidence.model import Document
from graphs.origins import Lineage, independence, supports
from graphs.origins.works import same_works

MARKS = st.sampled_from(["a", "b", "c", None])


def document(number: int, site: str | None, title: str | None) -> Document:
    return Document(
        id=f"d{number}",
        url=site and f"https://{site}.example/report",
        title=title,
        authors=("Alfa",) if title else (),
    )


Marks = tuple[str | None, str | None]


def share(one: Marks, other: Marks) -> bool:
    return any(mark is not None and mark == there for mark, there in zip(one, other, strict=True))


@given(st.lists(st.tuples(MARKS, MARKS), max_size=9))
def test_works_are_the_connected_components_of_what_documents_share(marks: list[Marks]) -> None:
    groups: list[set[int]] = []
    for n in range(len(marks)):
        linked = [group for group in groups if any(share(marks[n], marks[m]) for m in group)]
        groups = [g for g in groups if g not in linked] + [{n}.union(*linked)]
    expected = {f"d{n}": f"d{min(group)}" for group in groups for n in group if n != min(group)}
    assert same_works(document(n, *each) for n, each in enumerate(marks)) == expected


CITED = """
claimtrail: 1
documents:
  one: {url: "https://www.alfa.example/report/"}
  other: {url: "http://alfa.example/report"}
  third: {url: "http://bravo.example/report"}
claims:
  c: {text: C, said: [{stance: asserts, in: one}, {stance: asserts, in: other}%s]}
"""


def interval(case: Case) -> str:
    return str(independence(Lineage(case), supports(next(dossiers(case)))))


def test_one_page_cited_twice_is_one_origin() -> None:
    assert interval(read_case_text(CITED % "", "yaml")) == "1"
    more = read_case_text(CITED % ", {stance: asserts, in: third}", "yaml")
    assert interval(more) == "1 to 2"


def test_the_publisher_of_a_page_is_its_origin() -> None:
    published = CITED.replace('report/"}', 'report/", publisher: alfa, original: true}')
    assert interval(read_case_text(published % "", "yaml")) == "1"
