"""Relations against sentences labelled by hand, with the actors of each sentence given.

`relations.jsonl` holds one sentence a line: its actors with the words that name them, and the
relations that a careful reader finds. "optional" ones may be found or not. The held-out part was
written before the code and is not looked at, sentence by sentence, while the code is changed.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from attribution.extract.actors.cast import Cast, Mention, MentionForm, find_cast
from attribution.extract.relations.finding import StatedRelation, find_relations
from attribution.extract.text.tokens import tokenize
from evidence.model import Actor, Document

LABELS = Path(__file__).with_name("relations.jsonl")
PRONOUNS = {"it", "its", "they", "he", "she"}
NOMINAL_OPENERS = {"The", "Any", "No", "Its", "Two"}
MUTUAL = {"negotiates with", "allied with", "same as"}

Row = dict[str, Any]


def rows(split: str) -> list[Row]:
    lines = LABELS.read_text(encoding="utf-8").splitlines()
    return [row for row in map(json.loads, lines) if row["split"] == split]


@dataclass
class Score:
    right: int = 0
    wrong: int = 0
    missed: int = 0

    @property
    def precision(self) -> float:
        return self.right / max(1, self.right + self.wrong)

    @property
    def recall(self) -> float:
        return self.right / max(1, self.right + self.missed)

    def __str__(self) -> str:
        return (
            f"precision {self.precision:.1%}, recall {self.recall:.1%}"
            f" ({self.right} right, {self.wrong} wrong, {self.missed} missed)"
        )


def form_of(words: str) -> MentionForm:
    if words.lower() in PRONOUNS:
        return "pronoun"
    named = words.split()[-1][0].isupper()
    return "name" if named or words.split()[0] not in NOMINAL_OPENERS else "nominal"


def mentions_of(row: Row) -> Iterator[Mention]:
    for actor, names in row["actors"].items():
        for name in names:
            for match in re.finditer(rf"(?<!\w){re.escape(name)}(?!\w)", row["text"]):
                yield Mention(match.start(), match.end(), actor, name, form_of(name))


def labelled_cast(row: Row) -> Cast:
    found = sorted(mentions_of(row), key=lambda m: (m.start, -m.end))
    kept: list[Mention] = []
    for mention in found:
        crosses = any(m.start < mention.start < m.end < mention.end for m in kept)
        repeats = any(m.actor == mention.actor and mention.end <= m.end for m in kept)
        if not crosses and not repeats:
            kept.append(mention)
    actors = {actor: Actor(id=actor, name=names[0]) for actor, names in row["actors"].items()}
    return Cast(actors, tuple(kept))


def same_ids(row: Row, _: Cast) -> dict[str, set[str]]:
    return {actor: {actor} for actor in row["actors"]}


def found_ids(row: Row, cast: Cast) -> dict[str, set[str]]:
    """Which actors of a found cast share an end with a labelled mention."""
    ids: dict[str, set[str]] = {actor: set() for actor in row["actors"]}
    for labelled in mentions_of(row):
        for mention in cast.mentions:
            ends_meet = mention.start == labelled.start or mention.end == labelled.end
            overlap = mention.start < labelled.end and labelled.start < mention.end
            if ends_meet and overlap and mention.actor is not None:
                ids[str(labelled.actor)].add(mention.actor)
    return ids


def fits(label: dict[str, Any], found: StatedRelation, ids: dict[str, set[str]]) -> bool:
    same = label["predicate"] == found.predicate
    if not same or bool(label.get("negated")) != found.negated:
        return False
    subjects, objects = ids[label["subject"]], ids[label["object"]]
    straight = found.subject in subjects and found.object in objects
    turned = found.subject in objects and found.object in subjects
    return straight or (turned and found.predicate in MUTUAL)


def measure(labelled: list[Row], cast_of: Any, ids_of: Any) -> Score:
    score = Score()
    for row in labelled:
        cast = cast_of(row)
        ids = ids_of(row, cast)
        seen: set[int] = set()
        for found in find_relations(tokenize(row["text"]), cast):
            hits = [n for n, label in enumerate(row["relations"]) if fits(label, found, ids)]
            score.wrong += not hits
            seen.update(hits)
        for number, label in enumerate(row["relations"]):
            if not label.get("optional"):
                score.right += number in seen
                score.missed += number not in seen
    return score


def cast_found(row: Row) -> Cast:
    return find_cast(tokenize(row["text"]), Document(id="d", text=row["text"]))


@pytest.mark.parametrize(
    ("split", "precision", "recall"), [("tuned", 0.97, 0.95), ("held-out", 0.90, 0.80)]
)
def test_relations_between_given_actors(split: str, precision: float, recall: float) -> None:
    score = measure(rows(split), labelled_cast, same_ids)
    print(f"relations, {split}, actors given: {score}")
    assert score.precision >= precision
    assert score.recall >= recall


@pytest.mark.parametrize(
    ("split", "precision", "recall"), [("tuned", 0.88, 0.55), ("held-out", 0.88, 0.55)]
)
def test_relations_between_found_actors(split: str, precision: float, recall: float) -> None:
    score = measure(rows(split), cast_found, found_ids)
    print(f"relations, {split}, actors found: {score}")
    assert score.precision >= precision
    assert score.recall >= recall


def test_there_are_enough_labels_of_each_sort() -> None:
    both = rows("tuned") + rows("held-out")
    assert len(both) >= 200
    assert len(rows("held-out")) * 3 >= len(both)
    assert sum(not row["relations"] for row in both) >= 20
    assert sum(any(r.get("negated") for r in row["relations"]) for row in both) >= 15
    assert len({row["id"] for row in both}) == len(both)
