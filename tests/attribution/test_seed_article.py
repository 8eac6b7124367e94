"""The article that the project was asked for: what a careful reader lists is there."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner
from shared_data import SHARED

from attribution.cli import main
from evidence.case import Case
from evidence.casefile import read_case
from evidence.model import Attribution
from evidence.vocabulary import Form

ARTICLE = SHARED / "data" / "seed-article.txt"

pytestmark = pytest.mark.skipif(
    not ARTICLE.exists(), reason="the article lies in ../shared, which is not here"
)

# speaker, cue, stances that fit, words of the content
STATEMENTS = [
    ("Pentagon", "As per", "asserts", "the locations targeted were used"),
    ("Iran’s representatives", "denied", "denies", "the country’s hand in the attacks"),
    ("Mustafa al-Kadhimi", "condemned", "condemns", "the attacks against US troops"),
    ("Mustafa al-Kadhimi", "calling", "condemns asserts", "a “blatant and unacceptable"),
    ("Mustafa al-Kadhimi", "said", "asserts intends", "would review all legal options"),
    ("Mustafa al-Kadhimi", "also said", "asserts", "Iraq reiterates its refusal"),
    ("several US lawmakers", "criticism", "condemns", ""),
    ("Bernie Sanders", "criticized", "condemns", "the move"),
    ("Bernie Sanders", "warned", "warns", "continuing on the same path"),
    ("Biden administration", "confirmed", "confirms", "retaliatory strikes were “defensive"),
    ("John Kirby", "explained", "asserts", "the targets were selected"),
    ("Kata’ib Sayyid al-Shuhada", "confirmed", "confirms", "at least four of its fighters"),
    ("Kata’ib Hezbollah", "vowed", "intends", "seek revenge"),
    ("Mohammed Mohi", "warned", "warns", "surprise attacks"),
    ("Iran", "denied", "denies", "its role in the attacks"),
    ("Majid Takht Ravanchi", "said", "denies", "any attack carried out against American"),
    ("Majid Takht Ravanchi", "said", "asserts accuses", "strikes violated international law"),
    ("Several reports", "suggest", "asserts", "Iran has provided its proxies"),
]

# what the writer reports of plans and orders, which a reader may list or leave out
ALSO_RIGHT = ["intends", "plans", "ordered"]

RELATIONS = [
    ("Iran", "backs", "Iranian-backed proxies"),
    ("Iran", "backs", "Kata’ib Hezbollah"),
    ("Iran", "backs", "Kata’ib Sayyid al-Shuhada"),
    ("Iran", "backs", "Iran-backed militias"),
    ("Iran", "supplies", "Iran’s proxies"),
    ("Farnas Pasargad", "produces", "Basir-1"),
    ("Iran Aviation Industries Organization", "produces", "Basir-1"),
    ("United States", "attacks", "Iranian-backed proxies"),
    ("Iran-backed militias", "attacks", "US personnel"),
]

SPEAKS_FOR = [
    ("John Kirby", "Pentagon"),
    ("Mohammed Mohi", "Kata’ib Hezbollah"),
    ("Majid Takht Ravanchi", "Iran"),
    ("Mustafa al-Kadhimi", "Iraq"),
]

SHOWN = ["overwhelming evidence", "the recent mode of attacks", "This surge in drone attacks"]


def claimtrail(*arguments: str) -> str:
    result = CliRunner().invoke(main, arguments, catch_exceptions=False)
    assert result.exit_code in (0, 1), result.output
    return result.stdout


@pytest.fixture(scope="module")
def path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("seed") / "seed.yaml"
    claimtrail("extract", str(ARTICLE), "-o", str(path))
    return path


@pytest.fixture(scope="module")
def case(path: Path) -> Case:
    return read_case(path)


def words(attribution: Attribution, role: str) -> str:
    return " ".join(p.exact for p in getattr(attribution, role))


def fits(case: Case, attribution: Attribution, expected: tuple[str, str, str, str]) -> bool:
    speaker, cue, stances, content = expected
    named = attribution.by is not None and case.actors[attribution.by].name == speaker
    return (
        named
        and cue in words(attribution, "cue")
        and attribution.stance in stances.split()
        and content in words(attribution, "content")
    )


def test_what_people_say_is_found_with_speaker_cue_and_stance(case: Case) -> None:
    said = [a for a in case.attributions.values() if a.form is not Form.OWN_VOICE and a.cue]
    missed = [s for s in STATEMENTS if not any(fits(case, a, s) for a in said)]
    assert len(missed) <= 0.05 * len(STATEMENTS), missed
    spurious = [
        words(a, "cue")
        for a in said
        if not any(fits(case, a, (speaker, cue, a.stance, "")) for speaker, cue, _, _ in STATEMENTS)
        and not any(cue in words(a, "cue") for cue in ALSO_RIGHT)
    ]
    assert len(spurious) <= 0.1 * len(said), spurious


def test_who_does_what_to_whom_is_found(case: Case) -> None:
    names = {actor.id: actor.name for actor in case.actors.values()}
    found = {(names[r.who], r.does, names[r.to]) for r in case.relations.values()}
    assert [r for r in RELATIONS if r not in found] == []
    supplied = {r.what for r in case.relations.values() if r.does == "supplies"}
    assert {"drone technology", "drones", "Oghab-1", "Yasir", "Basir-1"} <= supplied
    spoken = {(a.name, names[p]) for a in case.actors.values() for p in a.speaks_for}
    assert [s for s in SPEAKS_FOR if s not in spoken] == []


def test_what_shows_is_evidence_and_no_speaker(case: Case) -> None:
    shown = {evidence.text for evidence in case.evidence.values()}
    assert set(SHOWN) <= shown
    assert not any(name in {a.name for a in case.actors.values()} for name in SHOWN)


def test_accuser_and_denier_meet(case: Case) -> None:
    denied = {a.claim for a in case.attributions.values() if a.stance == "denies"}
    speakers = [
        {case.actors[a.by].name for a in case.attributions.values() if a.claim == claim and a.by}
        for claim in denied
    ]
    assert any({"Iran", "Majid Takht Ravanchi"} <= names for names in speakers)


def test_pronouns_in_claims_name_whom_they_mean_or_nobody(case: Case) -> None:
    texts = [claim.text for claim in case.claims.values()]
    (warning,) = (text for text in texts if "presence in Iraq" in text)
    assert "[United States’] presence" in warning or "United States of surprise" in warning
    assert any(text.startswith("them a “blatant") for text in texts)
    assert not any("situation in [Iran]" in text for text in texts)


def test_trace_tells_who_says_so_in_which_words(path: Path) -> None:
    told = claimtrail("trace", str(path), "Iran", "Kata'ib Hezbollah")
    assert "Iran backs Kata’ib Hezbollah" in told
    assert "Pentagon asserts (“As per”)" in told
    assert "Iranian-backed proxies such as Kata’ib Hezbollah" in told


def test_every_quote_verifies(path: Path) -> None:
    assert claimtrail("verify", str(path)).startswith("all holds")
