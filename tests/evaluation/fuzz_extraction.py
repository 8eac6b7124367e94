"""Hostile texts without end, read to a case. Run it for some seconds of processor time.

    PYTHONPATH=tests python tests/evaluation/fuzz_extraction.py [SECONDS [EXTRACTOR [MODEL [SEED]]]]

Every text is made from its number, so that `text_of(seed)` gives again what failed. It is read by
the whole extraction; then each passage must stand at its place, every id must lead somewhere, and
the same text must give the same records.
"""

from __future__ import annotations

import random
import sys
import time
from collections.abc import Iterator

from attribution.extract import Detector, detector_named
from attribution.extract.assembly import assemble
from attribution.extract.extraction import extract_document
from evidence.case import Case
from evidence.model import Document, Passage

_WORDS = """he she it they said denied condemned warned told “ ” " ' ‘ ’ '' `` « » „ ‹ › ( ) [ ] , .
: ; ? ! — – -- … … that who which what by from of to and or but not never the a its his their them
minister agency Iran’s Kovač Osei “We left,” according in a statement reportedly claim criticism
drew vowed attacks HOST: MR. U.S. drones supplied Basir-1 such as like including spokesman envoy
Kata’ib Hezbollah as per calling 🚀 👩‍👩‍👧 אמר הדובר قال المتحدث \u202e \u200f \u200b \ufeff \x00
e\u0301 ﬁ ǅ ß İ 他说 « dit-il » „sagte er“ said, according to | • * 1,500.5 50% 12:30 5-year-old
https://example.org/a?b=“c” @port #raid AN ALL CAPS LINE SAID SO n't 's I we us you""".split()
_GLUE = (" ", " ", " ", " ", "", "\n", "\n\n", "\t", "\u00a0", "\r\n", "\u2028", ". ", ", ")
_LONG = 4_000


def text_of(seed: int) -> str:
    """A text of up to some thousand words; the same for the same seed."""
    dice = random.Random(seed)  # noqa: S311 - nothing is kept secret
    length = dice.choice((3, 20, 80, 300, _LONG if dice.random() < 0.05 else 500))
    words = dice.sample(_WORDS, dice.randint(2, len(_WORDS)))
    text = "".join(dice.choice(words) + dice.choice(_GLUE) for _ in range(length))
    change = dice.randrange(8)
    return {0: text.upper(), 1: text.replace("\n", " "), 2: text.replace(".", "")}.get(change, text)


def check(text: str, detector: Detector) -> Case:
    """Read a text to a case and see that it holds.

    Raises:
        AssertionError: If it does not.
    """
    document = Document(id="text", text=text)
    found = extract_document(document, detector)
    case = assemble([found])
    for passage in passages_of(case):
        assert passage.start is not None
        assert passage.end is not None
        assert 0 <= passage.start < passage.end <= len(text), passage
        assert text[passage.start : passage.end] == passage.exact, passage
    for attribution in case.attributions.values():
        assert attribution.claim in case.claims
        assert attribution.by is None or attribution.by in case.actors
        assert attribution.within is None or attribution.within in case.attributions
    for relation in case.relations.values():
        assert {relation.who, relation.to} <= case.actors.keys()
        assert set(relation.claims) <= case.claims.keys()
    assert extract_document(document, detector) == found
    return case


def passages_of(case: Case) -> Iterator[Passage]:
    """Every passage that the records of a case point to."""
    for attribution in case.attributions.values():
        yield from (*attribution.source, *attribution.cue, *attribution.content)
    for evidence in case.evidence.values():
        yield from evidence.content
    for bearing in case.bearings.values():
        yield from bearing.content


def main(
    seconds: str = "600", name: str = "rules", model: str | None = None, seed: str = "0"
) -> None:
    """Read hostile texts until the time is up, and print how many there were."""
    detector, first, characters = detector_named(name, model=model), int(seed), 0
    number, end = first, time.process_time() + float(seconds)
    while time.process_time() < end:
        text = text_of(number)
        try:
            check(text, detector)
        except Exception:
            sys.stderr.write(f"text {number} fails\n")
            raise
        number += 1
        characters += len(text)
    sys.stdout.write(f"{number - first:,} texts, {characters:,} characters: nothing found\n")


if __name__ == "__main__":
    main(*sys.argv[1:])
