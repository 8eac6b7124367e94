"""Credits: which agency a text says that it comes from, and which words only mention one."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from evidence.readers.credits import credits_of
from evidence.readers.credits.agencies import agency_named
from evidence.vocabulary import DerivationKind

REST = "\n\nThe ministry condemned the strikes.\n\nA spokesman said that nobody had been warned."


@pytest.mark.parametrize(
    ("line", "agency"),
    [
        ("WASHINGTON, June 28 (Reuters) - The United States struck.", "Reuters"),
        ("WASHINGTON (AP) — The United States struck.", "Associated Press"),
        ("PARIS (AFP) – Le ministère a démenti.", "Agence France-Presse"),
        ("Berlin (dpa) - Der Sprecher dementierte.", "Deutsche Presse-Agentur"),
        ("MOSCOW, June 28. /TASS/. The ministry denied it.", "TASS"),
        ("BEIJING, June 28 (Xinhua) -- The ministry denied it.", "Xinhua"),
        ("(Reuters) - The United States struck.", "Reuters"),
        ("AFP - The ministry denied it.", "Agence France-Presse"),
        ("BAGHDAD (Gulf Press Agency) - The United States struck.", "Gulf Press Agency"),
        ("By Jane Doe, Associated Press", "Associated Press"),
        ("By Reuters", "Reuters"),
        ("Source: AFP", "Agence France-Presse"),
        ("Reuters", "Reuters"),
    ],
)
def test_a_text_may_be_credited_at_its_beginning(line: str, agency: str) -> None:
    (credit,) = credits_of(f"Strikes condemned\n\n{line}{REST}", (), None)
    assert (credit.agency.name, credit.kind) == (agency, DerivationKind.RELAYS)
    assert credit.words in line


@pytest.mark.parametrize(
    ("line", "agencies", "kind"),
    [
        ("The talks go on. (Reuters)", ["Reuters"], DerivationKind.RELAYS),
        ("The talks go on. – AFP", ["Agence France-Presse"], DerivationKind.RELAYS),
        (
            "Copyright 2021 The Associated Press. All rights reserved.",
            ["Associated Press"],
            DerivationKind.RELAYS,
        ),
        ("© Reuters", ["Reuters"], DerivationKind.RELAYS),
        ("(With inputs from PTI)", ["Press Trust of India"], DerivationKind.DERIVES),
        (
            "With reporting by Reuters, AP and AFP",
            ["Reuters", "Associated Press", "Agence France-Presse"],
            DerivationKind.DERIVES,
        ),
        ("Reuters contributed to this report.", ["Reuters"], DerivationKind.DERIVES),
    ],
)
def test_a_text_may_be_credited_at_its_end(
    line: str, agencies: list[str], kind: DerivationKind
) -> None:
    found = credits_of(f"Strikes condemned{REST}\n\n{line}\n", (), None)
    assert [credit.agency.name for credit in found] == agencies
    assert {credit.kind for credit in found} == {kind}


@pytest.mark.parametrize(
    "line",
    [
        "Reuters reported that the ministry denied it.",
        "The ministry told the AP that it denied it.",
        "WASHINGTON (the capital) - The United States struck.",
        "The Houthis (Ansar Allah) - and others - denied it.",
        "Iran (Islamic Republic News) said nothing.",
        "Petra is a town in Jordan.",
        "Fars",
        "He works at Anadolu",
        "Ministry of the Interior (MENA) region, said nothing.",
        "By ap",
        "Leaders met in the city (AP Photo/Somebody)",
    ],
)
def test_words_that_only_mention_an_agency_are_no_credit(line: str) -> None:
    assert not credits_of(f"Strikes condemned\n\n{line}{REST}", (), None)


def test_who_credits_itself_credits_nobody() -> None:
    text = f"LONDON, June 28 (Reuters) - The ministry denied it.{REST}"
    assert not credits_of(text, (), "Reuters")
    assert not credits_of(f"PARIS (AFP) - The ministry denied it.{REST}", (), "AFP")
    assert credits_of(text, (), "Gulf Monitor")


def test_an_agency_is_credited_once_however_it_is_named() -> None:
    text = f"WASHINGTON (AP) — The United States struck.{REST}\n\n© The Associated Press"
    (credit,) = credits_of(text, ["Associated Press", "News Desk"], "Gulf Monitor")
    assert credit.agency.id == "associated-press"
    assert "AP" in credit.agency.aliases


@pytest.mark.parametrize(
    ("words", "name"),
    [("AP", "Associated Press"), ("ap", None), ("the associated press", "Associated Press")],
)
def test_short_names_count_as_they_are_written(words: str, name: str | None) -> None:
    assert agency_named(words) == name


@given(st.text(max_size=300))
def test_any_text_may_be_looked_at(text: str) -> None:
    for credit in credits_of(text, (text,), text):
        assert credit.agency.name
