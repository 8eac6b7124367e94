"""Texts that no newspaper prints: each is read to the end, and what it says is found."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest
from click.testing import CliRunner
from extraction_checked import check, extracted

from attribution.cli import main
from attribution.extract import Detector, detector_named
from evidence.case import Case
from evidence.casefile import read_case
from evidence.ids import text_hash

Said = tuple[str, str]
"""Who speaks, and the text of the claim."""

CLOSED = ("The harbour ministry", "the bridge was closed")
HURT = ("Ana Horvat", "Nobody was hurt")
FIRED = ("The army", "it had fired on the port")
LEFT = ("Lund", "the ships had left")

TEXTS: dict[str, tuple[str, tuple[Said, ...]]] = {
    "capitals": (
        "THE HARBOUR MINISTRY SAID THAT THE BRIDGE WAS CLOSED. “NOBODY WAS HURT,” SAID ANA HORVAT.",
        (
            ("THE HARBOUR MINISTRY", "THE BRIDGE WAS CLOSED"),
            ("ANA HORVAT", "NOBODY WAS HURT"),
        ),
    ),
    "headline in capitals": (
        "BREAKING: THE ARMY DENIED THAT IT HAD FIRED ON THE PORT\n\n"
        "ACCORDING TO LUND, THE SHIPS HAD LEFT",
        (("THE ARMY", "IT HAD FIRED ON THE PORT"), ("LUND", "THE SHIPS HAD LEFT")),
    ),
    "no punctuation": ("the army denied that it had fired on the port", (("the army", FIRED[1]),)),
    "curly quotes": (
        "“Nobody was hurt,” said Ana Horvat. ‘The ships had left,’ Lund said.",
        (HURT, ("Lund", "The ships had left")),
    ),
    "straight quotes": (
        "\"Nobody was hurt,\" said Ana Horvat. 'The ships had left,' Lund said.",
        (HURT, ("Lund", "The ships had left")),
    ),
    "quotes of two marks": (
        "''Nobody was hurt,'' said Ana Horvat. ``The ships had left,'' Lund said.",
        (HURT, ("Lund", "The ships had left")),
    ),
    "doubled curly quotes": (
        "““Nobody was hurt,”” said Ana Horvat. ‘‘The ships had left,’’ Lund said.",
        (HURT, ("Lund", "The ships had left")),
    ),
    "doubled straight quotes": ('""Nobody was hurt,"" said Ana Horvat.', (HURT,)),
    "nested straight quotes": (
        "\"The captain told me 'the bridge is shut' and left,\" said Ana Horvat.",
        (("Ana Horvat", "The captain told me 'the bridge is shut' and left"),),
    ),
    "nested curly quotes": (
        "“The captain shouted ‘nobody said “stop”’ twice,” Lund said.",
        (("Lund", "The captain shouted ‘nobody said “stop”’ twice"),),
    ),
    "nested quotes of one kind": (
        "“The captain said “no” to all of us,” Lund said.",
        (("Lund", "The captain said “no” to all of us"),),
    ),
    "quotes in guillemets": (
        "«The captain told us “the bridge is shut” twice», Lund said.",
        (("Lund", "The captain told us “the bridge is shut” twice"),),
    ),
    "guillemets": (
        "« Nobody was hurt », said Ana Horvat. «The ships had left», Lund said. "
        "»The port is open«, the army said.",
        (HURT, ("Lund", "The ships had left"), ("the army", "The port is open")),
    ),
    "guillemets after a colon": (
        "Ana Horvat said: « Nobody was hurt. » Lund denied that the ships had left.",
        (HURT, LEFT),
    ),
    "low and high quotes": (
        "„Nobody was hurt“, said Ana Horvat. „The ships had left”, Lund said. "
        "‚The port is open‘, the army said.",
        (HURT, ("Lund", "The ships had left"), ("the army", "The port is open")),
    ),
    "quotes of two kinds": (
        '“Nobody was hurt," said Ana Horvat. Lund denied that ‘the ships had left.\n\n'
        "” The army denied that it had fired on the port. «",
        (HURT, LEFT, FIRED),
    ),
    "a closing quote without its opening one": (
        "Lund denied that the ships had left”.\n\nThe army denied that it had fired on the port.",
        (LEFT, FIRED),
    ),
    "list": (
        "- The harbour ministry said that the bridge was closed.\n"
        "* “Nobody was hurt,” said Ana Horvat.\n"
        "1. Lund denied that the ships had left.\n"
        "  • The army denied that it had fired on the port.\n",
        (CLOSED, HURT, LEFT, FIRED),
    ),
    "list without full stops": (
        "- The harbour ministry said that the bridge was closed\n"
        "* “Nobody was hurt,” said Ana Horvat\n"
        "1. Lund denied that the ships had left\n",
        (CLOSED, HURT, LEFT),
    ),
    "table with bars": (
        "| who | what |\n| --- | --- |\n"
        "| Ministry | The harbour ministry said that the bridge was closed. |\n"
        "| Horvat | “Nobody was hurt,” said Ana Horvat. |\n",
        (CLOSED, HURT),
    ),
    "table with tabs": (
        "speaker\tstatement\n"
        "Harbour ministry\tThe harbour ministry said that the bridge was closed.\n"
        "Ana Horvat\t“Nobody was hurt,” said Ana Horvat.\n",
        (CLOSED, HURT),
    ),
    "emoji": (
        "BREAKING 🚨🚨 The army denied that it had fired on the port ❌. "
        "👉 “Nobody was hurt,” said Ana Horvat 🙏🏽 👩‍👩‍👧 🇭🇷",
        (FIRED, HURT),
    ),
    "emoji in a claim": (
        "🚢 Lund denied that the ships 🚢🚢 had left.",
        (("Lund", "the ships 🚢🚢 had left"),),
    ),
    "right to left": (
        "قال الوزير إن الجسر مغلق. The harbour ministry said that the bridge was closed. "
        "אמר השר כי הגשר סגור. \u202e“Nobody was hurt,”\u202c said Ana Horvat.",
        (CLOSED, HURT),
    ),
    "a name from right to left": (
        "The envoy \u2067محمد\u2069 said that the bridge was closed.",
        (("The envoy محمد", "the bridge was closed"),),
    ),
    "one line": (
        "The harbour ministry said that the bridge was closed. "
        + "The road to the port was wet. " * 1_600
        + "Lund denied that the ships had left.",
        (CLOSED, LEFT),
    ),
}

MIXED = (
    "Der Minister sagte: „Die Brücke ist gesperrt.“ The harbour ministry said that the bridge was "
    "closed. Le ministre a dit : « Le pont est fermé ». 桥已关闭。 “Nobody was hurt,” said Ana "
    "Horvat. Мост закрыт, сказал министр. Lund denied that the ships had left."
)

HARD: dict[str, str] = {
    "marks only": "“”‘’\"'„“«»‹›``''" * 400,
    "opening marks only": "« " * 3_000,
    "unbalanced quotes": "“He said ‘it was «over, said Ana Horvat.\n\n” The army left. " * 60,
    "verbs only": "said denied told " * 1_000,
    "one word": "ship" * 12_500,
    "no space": "The army denied that it fired. ".replace(" ", "") * 500,
    "letters with many marks": "S" + "\u0301" * 5_000 + " said that it was over.",
    "family emoji": "👩‍👩‍👧 said 👩‍👩‍👧 that 👩‍👩‍👧. " * 300,
    "direction turned and never back": "\u202e\u2067 The army denied that it fired. " * 100,
    "control characters": "The \x00army\x07 denied\x0b that\x0c it\x85 fired\u2028. " * 100,
    "bars": "|" * 5_000 + " The army denied that it fired. " + "|\t" * 5_000,
    "brackets": "( [ { The army ( said ) that " * 500,
}


@cache
def detector(name: str) -> Detector:
    return detector_named(name)


def said(case: Case) -> list[Said]:
    """Who says what in a case, those that nobody knows left out."""
    return [
        (case.actors[attribution.by].name, case.claims[attribution.claim].text)
        for attribution in case.attributions.values()
        if attribution.by is not None
    ]


each_extractor = pytest.mark.parametrize("extractor", ["rules", "trained"])


@each_extractor
@pytest.mark.parametrize("kind", TEXTS)
def test_what_is_said_is_found_and_nothing_else(kind: str, extractor: str) -> None:
    text, expected = TEXTS[kind]
    assert sorted(said(extracted(text, detector(extractor)))) == sorted(expected)


@each_extractor
def test_english_is_found_among_other_languages(extractor: str) -> None:
    assert {CLOSED, HURT, LEFT} <= {*said(extracted(MIXED, detector(extractor)))}


@each_extractor
@pytest.mark.parametrize("kind", HARD)
def test_what_no_reader_would_understand_is_read_to_the_end(kind: str, extractor: str) -> None:
    extracted(HARD[kind], detector(extractor))


def test_a_quotation_that_nothing_closes_is_found_by_rule() -> None:
    text = "“Nobody was hurt, said Ana Horvat. Lund denied that the ships had left."
    assert sorted(said(extracted(text, detector("rules")))) == sorted((HURT, LEFT))


@each_extractor
def test_the_command_reads_them_all(extractor: str, tmp_path: Path) -> None:
    texts = {f"text-{number:02}": text for number, (text, _) in enumerate(TEXTS.values())}
    for name, text in texts.items():
        (tmp_path / f"{name}.txt").write_text(text, encoding="utf-8")
    out = tmp_path / "case.json"
    command = ["extract", str(tmp_path), "-o", str(out), "--extractor", extractor]
    assert CliRunner().invoke(main, command).exit_code == 0
    case = read_case(out)
    assert {name: d.text for name, d in case.documents.items()} == texts
    assert all(d.sha256 == text_hash(texts[name]) for name, d in case.documents.items())
    for name, text in texts.items():
        own = {i: a for i, a in case.attributions.items() if a.document == name}
        assert own
        check(Case.of([*case.actors.values(), *case.claims.values(), *own.values()]), text)
    assert CliRunner().invoke(main, ["verify", str(out)]).exit_code == 0
