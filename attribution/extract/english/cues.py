"""The lexicon of words that tie a speaker to what is said, with the stance each usually takes.

The words are in `cues.tsv` beside this file, one phrase a line, so that a linguist can
read and mend them. A weight is how often a detection with that cue was right in annotated
news (PolNeAR 1.0, training part), drawn towards the mean of its kind where the phrase is
rare; words that attribute by their very meaning ("deny", "vow") weigh at least 0.35.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Literal, cast

from attribution.extract.english.verbs import Form, inflections
from evidence.vocabulary import Stance

CueKind = Literal["verb", "noun", "adjective", "adverb", "preposition"]


@dataclass(frozen=True, slots=True)
class Cue:
    """A word or phrase that attributes.

    Attributes:
        phrase: Its dictionary form in lower case, with any particle: "call for".
        kind: Its part of speech; a preposition may be a group: "according to".
        takes: What follows it: any of "clause", "object", "infinitive".
        stance: The stance towards the content that it usually expresses.
        weight: How often it attributes where the grammar fits, from 0 to 1.
    """

    phrase: str
    kind: CueKind
    takes: frozenset[str]
    stance: Stance
    weight: float


@dataclass(frozen=True, slots=True)
class CueForm:
    """A cue in one of its forms; for a verb, `form` says which."""

    cue: Cue
    form: Form | None
    words: tuple[str, ...]


class CueLexicon:
    """Finds the longest cue that begins at a word.

    Args:
        cues: The cues to know, in any order.
    """

    def __init__(self, cues: Sequence[Cue]) -> None:
        self.cues: tuple[Cue, ...] = tuple(cues)
        self._by_first: dict[str, list[CueForm]] = {}
        for cue in self.cues:
            for form in _forms(cue):
                self._by_first.setdefault(form.words[0], []).append(form)
        for forms in self._by_first.values():
            forms.sort(key=lambda form: -len(form.words))

    def __contains__(self, word: str) -> bool:
        """Whether any cue begins with this word, in lower case."""
        return word in self._by_first

    def at(self, words: Sequence[str], index: int) -> list[CueForm]:
        """Return the readings of the longest cue that begins at a place.

        Args:
            words: Words in lower case with straight apostrophes.
            index: Where the cue begins.

        Returns:
            Every form (a verb's past and participle, a verb and a noun) of the greatest
            length that fits; empty where no cue begins.
        """
        forms = self._by_first.get(words[index], ())
        fitting = [f for f in forms if tuple(words[index : index + len(f.words)]) == f.words]
        return [f for f in fitting if len(f.words) == len(fitting[0].words)]


@cache
def cue_lexicon() -> CueLexicon:
    """Return the lexicon of English cues; it is read once."""
    table = files(__package__).joinpath("cues.tsv").read_text(encoding="utf-8")
    return CueLexicon([_parse(line) for line in table.splitlines()[1:]])


def _parse(line: str) -> Cue:
    phrase, kind, takes, stance, weight = line.split("\t")
    return Cue(
        phrase=phrase,
        kind=cast("CueKind", kind),
        takes=frozenset(takes.split()),
        stance=Stance(stance),
        weight=float(weight),
    )


def _forms(cue: Cue) -> Iterator[CueForm]:
    head, *rest = cue.phrase.split()
    if cue.kind == "verb":
        for word, form in inflections(head):
            yield CueForm(cue, form, (word, *rest))
        return
    yield CueForm(cue, None, (head, *rest))
    if cue.kind == "noun":
        yield CueForm(cue, None, (plural(head), *rest))


def plural(noun: str) -> str:
    """Return the plural of a regular noun."""
    if noun.endswith(("s", "x", "ch", "sh")):
        return noun + "es"
    if noun.endswith("y") and noun[-2] not in "aeiou":
        return noun[:-1] + "ies"
    return noun + "s"
