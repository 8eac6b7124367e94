"""What texts betray that they rest on: by citing, links, equal quotations, likeness."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from strategies import cases

from attribution.audit import audit
from attribution.extract import detector_named
from attribution.extract.lineage import infer_lineage
from attribution.extract.lineage.likeness import LIKE, SHINGLE, near_identical, words_of
from attribution.workflow import extract
from evidence.case import Case, dossiers
from evidence.casefile import read_case_text
from evidence.model import Actor, Document, Record
from evidence.readers import Intake
from graphs.origins import Lineage, independence, supports

WIRE = (
    "The harbour of Port Alfa was closed on Sunday night after a fire in the old grain store. "
    "Two ships waited outside until the morning, and their crews were brought ashore in boats. "
    "Nobody was hurt, and the cause of the fire is not yet known to the harbour office."
)
COPY = WIRE.replace("was closed", "was shut").replace("in boats", "by boat")
OTHER = (
    "Bread prices in the capital rose again this week, the third time since the new year began. "
    "Bakers blame the cost of flour, which has doubled, and of the gas that heats their ovens."
)


def case_of(*records: Record) -> Case:
    return Case.of(records)


def document(name: str, text: str, day: str | None = "2021-07-04", **fields: object) -> Document:
    values = {"id": name, "text": text, "published": day, "publisher": f"{name}-paper", **fields}
    return Document.model_validate(values)


def inferred(case: Case) -> set[tuple[str, str, str | None]]:
    return {(d.what, d.rests_on, d.made and d.made.extractor) for d in infer_lineage(case)}


def test_a_copy_rests_on_the_earlier_document() -> None:
    case = case_of(document("b", COPY, "2021-07-05"), document("a", WIRE), document("c", OTHER))
    (found,) = infer_lineage(case)
    assert (found.what, found.rests_on) == ("b", "a")
    assert found.made is not None
    assert found.made.extractor == "lineage by likeness"
    assert found.note is not None
    assert "a is of 2021-07-04, b is of" not in found.note
    assert "a is of 2021-07-04, b of 2021-07-05" in found.note


def test_of_several_copies_all_rest_on_the_first() -> None:
    days = {"d": "2021-07-07", "b": "2021-07-05", "a": "2021-07-04"}
    case = case_of(*(document(name, COPY, day) for name, day in days.items()))
    assert {(d.what, d.rests_on) for d in infer_lineage(case)} == {("b", "a"), ("d", "a")}


def test_it_is_said_where_nobody_knows_which_came_first() -> None:
    (found,) = infer_lineage(case_of(document("a", WIRE, None), document("b", COPY, None)))
    assert found.note is not None
    assert "which of the two came first is not known" in found.note


@pytest.mark.parametrize(
    "fields",
    [{"original": True}, {"publisher": "a-paper"}, {"text": OTHER}],
    ids=["reports first hand", "same house", "other words"],
)
def test_nothing_is_inferred_where(fields: dict[str, object]) -> None:
    later = document("b", COPY, "2021-07-05").model_copy(update=fields)
    assert infer_lineage(case_of(document("a", WIRE), later)) == []


def test_what_is_stated_comes_first() -> None:
    text = "derivations: [{what: b, rests_on: elsewhere}]\n"
    stated = read_case_text(f"claimtrail: 1\n{text}", "yaml")
    case = case_of(document("a", WIRE), document("b", COPY, "2021-07-05"))
    assert infer_lineage(replace(case, derivations=stated.derivations)) == []


PARTLY = f"{OTHER} {COPY.partition('. ')[0]}."


def said(name: str, text: str, words: str, **fields: str) -> str:
    start = text.index(words)
    listed = "".join(f", {key}: {value}" for key, value in fields.items())
    place = f"{{exact: {words!r}, start: {start}, end: {start + len(words)}}}"
    return f"      - {{id: {name}-says, stance: asserts, in: {name}, quote: {place}{listed}}}\n"


def written(*documents: Document, claim: str, actors: str = "") -> Case:
    head = f"claimtrail: 1\nactors: {{{actors}}}\nclaims:\n  c:\n    text: C\n    said:\n{claim}"
    case = read_case_text(head, "yaml")
    return replace(case, documents={d.id: d for d in documents})


def test_a_shared_sentence_ties_what_stands_in_it() -> None:
    words = "was shut on Sunday night"
    case = written(
        document("a", WIRE),
        document("b", PARTLY, "2021-07-05"),
        claim=said("b", PARTLY, words),
    )
    assert inferred(case) == {("b-says", "a", "lineage by likeness")}


def test_who_speaks_by_name_is_an_origin_wherever_the_words_are_found() -> None:
    case = written(
        document("a", WIRE),
        document("b", PARTLY, "2021-07-05"),
        claim=said("b", PARTLY, "was shut on Sunday night", by="mayor"),
        actors="mayor: {name: the mayor, kind: person}",
    )
    assert infer_lineage(case) == []


CITING = {
    "Citing the Alfa Ledger, the station said that the harbour was closed.": True,
    "The harbour was closed, as reported by Alfa Ledger on Sunday.": True,
    "The harbour was closed, the Alfa Ledger had first reported.": True,
    "The harbour was closed, according to the Alfa Ledger.": True,
    "The harbour was closed near the Alfa Ledger building.": False,
    "The harbour was closed, as reported by Alfa Ledgerman.": False,
    "The harbour was closed. The Alfa Ledger reported other things.": False,
}


@pytest.mark.parametrize(("text", "cites"), CITING.items())
def test_citing(text: str, cites: bool) -> None:
    case = written(
        document("b", text, publisher="station"),
        document("a", "Nothing of note.", publisher="ledger"),
        claim=said("b", text, "harbour was closed"),
        actors="ledger: {name: The Alfa Ledger, kind: outlet}",
    )
    assert inferred(case) == ({("b-says", "a", "lineage by citing")} if cites else set())


def test_cited_is_the_document_that_speaks_of_the_claim() -> None:
    text = "The harbour was closed, the Alfa Ledger reported."
    case = written(
        document("b", text, publisher="station"),
        document("a1", "x", publisher="ledger"),
        document("a2", "The harbour is shut.", publisher="ledger"),
        claim=said("b", text, "harbour was closed")
        + said("a2", "The harbour is shut.", "The harbour is shut", by="mayor"),
        actors="ledger: {name: Alfa Ledger, kind: outlet}, mayor: {name: M, kind: person}",
    )
    assert inferred(case) == {("b-says", "a2-says", "lineage by citing")}


def test_an_outlet_without_a_fitting_document_is_cited_itself() -> None:
    text = "The harbour was closed, the Alfa Ledger reported."
    case = written(
        document("b", text, publisher="station"),
        document("a1", "x", publisher="ledger"),
        document("a2", "y", publisher="ledger"),
        claim=said("b", text, "harbour was closed"),
        actors="ledger: {name: Alfa Ledger, kind: outlet}",
    )
    assert inferred(case) == {("b-says", "ledger", "lineage by citing")}


def test_words_about_the_whole_document_tie_it_as_a_whole() -> None:
    text = "The harbour was closed. This article was originally published by the Alfa Ledger."
    case = written(
        document("b", text, publisher="station"),
        document("a", "x", publisher="ledger"),
        claim=said("b", text, "harbour was closed"),
        actors="ledger: {name: Alfa Ledger, kind: outlet}",
    )
    assert inferred(case) == {("b", "a", "lineage by citing")}


def test_a_link_to_another_document_ties_its_sentence() -> None:
    text = "The harbour was closed (https://www.alfa.example/fire/?utm_source=x#top). Ships wait."
    case = written(
        document("b", text),
        document("a", "x", url="http://alfa.example/fire"),
        claim=said("b", text, "harbour was closed"),
    )
    assert inferred(case) == {("b-says", "a", "lineage by link")}


def test_the_same_unusual_quotation_ties_who_is_not_named() -> None:
    quote = "we saw the roof fall in and then the whole of the store was gone"
    one, other = f'"{quote}," said the guard.', f'{OTHER} A worker said: "{quote}."'
    case = written(
        document("a", one),
        document("b", other, "2021-07-05"),
        claim=said("a", one, quote, by="guard", form="direct")
        + said("b", other, quote, by="worker", form="direct"),
        actors="guard: {name: G, kind: person}, worker: {name: a worker, kind: unnamed group}",
    )
    assert inferred(case) == {("b-says", "a-says", "lineage by quotation")}


def test_a_short_quotation_ties_nobody() -> None:
    one, other = '"No comment," said the guard.', 'A worker said: "No comment."'
    case = written(
        document("a", one),
        document("b", other, "2021-07-05"),
        claim=said("a", one, "No comment", by="guard", form="direct")
        + said("b", other, "No comment", form="direct"),
    )
    assert infer_lineage(case) == []


def likeness(one: str, other: str) -> float:
    def shingles(text: str) -> set[tuple[str, ...]]:
        words = words_of(text)
        return {tuple(words[i : i + SHINGLE]) for i in range(len(words) - SHINGLE + 1)}

    both = shingles(one) | shingles(other)
    return len(shingles(one) & shingles(other)) / len(both) if both else 0.0


@settings(max_examples=80, deadline=None)
@given(st.lists(st.text("abc ", max_size=24), max_size=12))
def test_members_of_a_group_are_like_its_first(texts: list[str]) -> None:
    groups = near_identical(texts)
    assert len({i for group in groups for i in group}) == sum(map(len, groups))
    for first, *others in groups:
        assert others == sorted(others)
        assert all(likeness(texts[first], texts[other]) >= LIKE for other in others)


def test_equal_texts_are_always_found() -> None:
    texts = [f"text number {n // 3} of a long row of texts" for n in range(300)]
    assert [group for group in near_identical(texts) if len(group) < 3] == []


@settings(max_examples=60, deadline=None)
@given(cases())
def test_any_case_can_be_read_and_order_changes_nothing(case: Case) -> None:
    found = sorted(infer_lineage(case), key=lambda d: d.id)
    backwards = replace(
        case,
        documents=dict(reversed(case.documents.items())),
        attributions=dict(reversed(case.attributions.items())),
    )
    ends = {(d.what, d.rests_on) for d in infer_lineage(backwards)}
    assert {d.what for d in found} == {what for what, _ in ends}
    assert all(d.made and d.made.extractor and d.note for d in found)


PAPERS = ["Alfa Wire", "Bravo Herald", "Charlie Post"]
STORY = (
    "Several reports say that the Tango Front attacked the harbour of Port Alfa on Sunday night. "
    "Two ships waited outside until the morning, and their crews were brought ashore in boats. "
    "Nobody was hurt, and the cause of the fire is not yet known to the harbour office."
)


def extracted(texts: list[str]) -> Case:
    documents = tuple(
        Document(
            id=f"d{n}",
            text=text,
            title=f"Fire {n}",
            publisher=f"p{n}",
            published=f"2021-07-0{n + 4}",
        )
        for n, text in enumerate(texts)
    )
    actors = tuple(
        Actor.model_validate({"id": f"p{n}", "name": PAPERS[n], "kind": "outlet"})
        for n in range(len(texts))
    )
    return extract(Intake(documents=documents, actors=actors), detector_named("rules"))


def test_an_extracted_case_shows_that_copies_are_one_report() -> None:
    case = extracted([STORY, STORY, STORY.replace("crews were", "crews had been")])
    made = {d.made.extractor for d in case.derivations.values() if d.made}
    assert made == {"lineage by likeness"}
    claim = next(c for c in case.claims.values() if "attacked the harbour" in c.text)
    (dossier,) = [d for d in dossiers(case) if d.claim == claim]
    unread = replace(case, derivations={})
    assert str(independence(Lineage(case), supports(dossier))) == "1"
    assert str(independence(Lineage(unread), supports(dossier))) == "1 to 3"
    codes = {f.code for f in audit(case) if claim.id in f.ids}
    assert "COR002" in codes
    assert "COR002" not in {f.code for f in audit(unread)}


def test_outlets_that_cite_each_other_are_found_to_be_circular() -> None:
    first = "The Tango Front attacked the harbour of Port Alfa, the Bravo Herald reported. "
    second = "The Tango Front attacked the harbour of Port Alfa, the Alfa Wire reported. "
    case = extracted([first + OTHER, second + "The talks go on, and nobody knows how long."])
    assert "COR003" in {finding.code for finding in audit(case)}
