"""Finding claims and passages by their words, alike in both databases and in plain case files."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from strategies import HOSTILE, cases

from bench.generated import generated_case
from evidence.case import Case
from evidence.errors import ClaimtrailError
from evidence.model import Attribution, Bearing, Claim, Document, Evidence, Passage, Record
from evidence.store import Search, open_store, search_case, searching
from evidence.store.words import words_of
from evidence.vocabulary import BearingKind, Stance

SHARED_LOCATION = [HealthCheck.function_scoped_fixture]

RECORDS: tuple[Record, ...] = (
    Document(id="brief", title="Drones", text="The ministry denied that drones were shipped."),
    Claim(id="supply", text="Iran supplies drones to the Kata’ib militia"),
    Claim(id="visit", text="An envoy from TÉHÉRAN visited"),
    Attribution(
        id="a1",
        claim="supply",
        stance=Stance.DENIES,
        source=(Passage(exact="The ministry"),),
        content=(Passage(exact="drones were shipped"), Passage(exact="by sea")),
    ),
    Evidence(id="debris", text="Debris of drones, drones and more drones"),
    Bearing(
        id="b1",
        source="debris",
        target="supply",
        kind=BearingKind.SUPPORTS,
        content=(Passage(exact="found on the shore"),),
    ),
)


@pytest.fixture(params=["sqlite", "postgresql", "file"])
def searched(request: pytest.FixtureRequest, tmp_path: object) -> object:
    """Searches records kept in a database, or in none."""
    if request.param == "file":
        return lambda records, words, limit=20: search_case(Case.of(records), words, limit)
    if request.param == "sqlite":
        location = f"{tmp_path}/case.db"
    else:
        location = request.getfixturevalue("postgresql").fresh()

    def search(records: list[Record], words: str, limit: int = 20) -> Search:
        with open_store(location, create=True) as store:
            store.replace(records)
            return store.search(words, limit)

    return search


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ("drones", ["debris", "a1", "supply"]),
        ("DRONES Iran", ["supply"]),
        ("teheran", ["visit"]),
        ("te\u0301he\u0301ran", ["visit"]),
        ("suppl*", ["supply"]),
        ("suppl", []),
        ('"drones to the"', ["supply"]),
        ('"drones the"', []),
        ('"drones to th"*', ["supply"]),
        ("kata’ib", ["supply"]),
        ("shore", ["b1"]),
        ("ministry", []),
        ("NOT drones", []),
        ("drones OR envoy", []),
        ('drones" AND "x', []),
    ],
)
def test_words_phrases_and_beginnings(searched: object, asked: str, found: list[str]) -> None:
    search = searched(RECORDS, asked)  # type: ignore[operator]
    assert [hit.record.id for hit in search.hits] == found
    assert (search.found, search.truncated) == (len(found), False)


def test_an_excerpt_shows_where_the_words_stand(searched: object) -> None:
    long = "word " * 100 + "the drones, he said, " + "more " * 100
    (hit,) = searched([Claim(id="c", text=long)], "drones").hits  # type: ignore[operator]
    excerpt = hit.excerpt
    assert [excerpt.text[start:end] for start, end in excerpt.found] == ["drones"]
    assert (excerpt.before, excerpt.after) == (True, True)
    assert len(excerpt.text) <= 240
    assert excerpt.text in long
    assert excerpt.text.startswith("word")


@pytest.mark.parametrize("asked", ["", "  ", '""', "*", "...", "\0"])
def test_a_search_for_no_word_is_misuse(searched: object, asked: str) -> None:
    with pytest.raises(ClaimtrailError, match="no word to search for"):
        searched(RECORDS, asked)  # type: ignore[operator]


def test_the_limit_and_the_bound_are_told(
    searched: object, monkeypatch: pytest.MonkeyPatch
) -> None:
    claims = [Claim(id=f"c{n:02}", text=f"sector {n}") for n in range(30)]
    search = searched(claims, "sector", 3)  # type: ignore[operator]
    assert [hit.record.id for hit in search.hits] == ["c00", "c01", "c02"]
    assert (search.found, search.truncated) == (30, False)
    monkeypatch.setattr(searching, "MOST_RANKED", 10)
    search = searched(claims, "sector", 3)  # type: ignore[operator]
    assert (search.found, search.truncated) == (10, True)


@settings(max_examples=25, suppress_health_check=SHARED_LOCATION)
@given(cases(), st.sampled_from(HOSTILE) | st.text(min_size=1, max_size=8))
def test_hostile_words_find_what_holds_them(searched: object, case: Case, asked: str) -> None:
    words = words_of(asked)
    if not words:
        return
    search = searched(list(case.records()), f'"{asked.replace(chr(34), " ")}"', 1_000)  # type: ignore[operator]
    found = {(type(hit.record), hit.record.id) for hit in search.hits}
    for record in (*case.claims.values(), *case.evidence.values()):
        text = words_of(record.text)
        if any(text[at : at + len(words)] == words for at in range(len(text))):
            assert (type(record), record.id) in found


def test_both_databases_and_files_agree_on_a_large_case(
    postgresql: object, tmp_path: object
) -> None:
    case = generated_case(1_500)
    locations = [f"{tmp_path}/case.db", postgresql.fresh()]  # type: ignore[attr-defined]
    for location in locations:
        with open_store(location, create=True) as store:
            store.replace(case.records())
    for asked in ("supplies sector 42", '"sector 7"', "minist*", "denied"):
        answers = [search_case(case, asked)]
        for location in locations:
            with open_store(location) as store:
                answers.append(store.search(asked))
        assert answers[0] == answers[1] == answers[2]


def test_very_long_words_and_passages_are_found_by_their_beginning(searched: object) -> None:
    claim = Claim(id="long", text="x" * 5_000 + " " + "end " * 10_000)
    assert searched([claim], "x" * 5_000).found == 1  # type: ignore[operator]
