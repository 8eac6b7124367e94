"""Hostile texts without end, read to a case. Run it for some seconds of processor time.

    PYTHONPATH=tests python tests/evaluation/fuzz_extraction.py [SECONDS [EXTRACTOR [SEED [MODEL]]]]

Every text is made from its number, so that `text_of(seed)` gives again what failed. It is read by
the whole extraction; then what holds of every text must hold.
"""

from __future__ import annotations

import random
import sys
import time

from extraction_checked import extracted

from attribution.extract import detector_named

_WORDS = """he she it they said denied condemned warned told “ ” " ' ‘ ’ '' `` « » „ ‹ › ( ) [ ] , .
: ; ? ! — – -- … … that who which what by from of to and or but not never the a its his their them
minister agency Iran’s Kovač Osei “We left,” according in a statement reportedly claim criticism
drew vowed attacks HOST: MR. U.S. drones supplied Basir-1 such as like including spokesman envoy
Kata’ib Hezbollah as per calling 🚀 👩‍👩‍👧 אמר הדובר قال المتحدث \u202e \u200f \u200b \ufeff \x00
e\u0301 ﬁ ǅ ß İ 他说 « dit-il » „sagte er“ said, according to | • * 1,500.5 50% 12:30 5-year-old
https://example.org/a?b=“c” @port #raid AN ALL CAPS LINE SAID SO n't 's I we us you
““ ”” "" ‚ ‘‘ ’’ „ “ »Ja« ‘said “no”’ BREAKING: 1. 2) (b) - ▪ ||| --- <li> &amp; 🇭🇷 ❌ ✅ 👍🏽 ﷺ ۔ ؟
。 ！ ： \u2066 \u2067 \u2069 \u202c \u061c мост закрыт, сказал le ministre a dit que der Minister
sagte O’Brien d'Ivoire rock’n’roll ’90s 'em Nemanjić-Đorđević""".split()
_SENTENCES = (
    "The minister said that the bridge was closed.",
    "“We left the port,” said Ana Kovač.",
    "«Nous partons», the envoy said.",
    "„Wir gehen“, said Osei.",
    "Iran denied that it had supplied drones to Russia.",
    "\"He told me 'the road is shut' and left,\" she added.",
    "According to the army, nobody was hurt",
    "| port | The agency warned that ships may sink. |",
    "Satellite images show that the depot burned.",
)
_GLUE = (" ", " ", " ", " ", "", "\n", "\n\n", "\t", "\u00a0", "\r\n", "\u2028", ". ", ", ")
_LONG = 4_000
_MARKS = str.maketrans("", "", ".,;:!?“”‘’\"'«»„‹›")


def text_of(seed: int) -> str:
    """A text of up to some thousand words; the same for the same seed."""
    dice = random.Random(seed)  # noqa: S311 - nothing is kept secret
    length = dice.choice((3, 20, 80, 300, _LONG if dice.random() < 0.05 else 500))
    pieces = dice.sample(_WORDS, dice.randint(2, len(_WORDS)))
    pieces += dice.choices(_SENTENCES, k=dice.choice((0, 0, 3, len(pieces))))
    text = "".join(dice.choice(pieces) + dice.choice(_GLUE) for _ in range(length))
    return _changed(text, dice.randrange(12))


def _changed(text: str, change: int) -> str:
    """The text in capitals, in one line, without marks, ...; mostly as it is."""
    changes = {
        0: text.upper,
        1: text.lower,
        2: lambda: " ".join(text.split()),
        3: lambda: text.translate(_MARKS),
        4: lambda: text.replace(" ", ""),
    }
    return changes.get(change, lambda: text)()


def main(
    seconds: str = "600", name: str = "rules", seed: str = "0", model: str | None = None
) -> None:
    """Read hostile texts until the time is up, and print how many there were."""
    detector, first, characters = detector_named(name, model=model), int(seed), 0
    number, end = first, time.process_time() + float(seconds)
    while time.process_time() < end:
        text = text_of(number)
        try:
            extracted(text, detector)
        except Exception:
            sys.stderr.write(f"text {number} fails\n")
            raise
        number += 1
        characters += len(text)
    sys.stdout.write(f"{number - first:,} texts, {characters:,} characters: nothing found\n")


if __name__ == "__main__":
    main(*sys.argv[1:])
