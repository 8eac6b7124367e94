"""Small random cases in which claims, evidence and statements bear on each other in every way."""

from __future__ import annotations

import random

from evidence.case import Case
from evidence.model import Actor, Attribution, Bearing, Claim, Document, Evidence, Record
from evidence.vocabulary import BearingKind, EvidenceKind, Stance

_STANCES = (Stance.ASSERTS, Stance.ASSERTS, Stance.DENIES, Stance.QUESTIONS, Stance.RELAYS)


def random_dispute(seed: int) -> Case:
    """A small case with loops, undercut bearings, nested and retracted records, dangling ids."""
    rng = random.Random(seed)  # noqa: S311  # no secrets here
    claims = [f"c{i}" for i in range(rng.randint(1, 4))]
    evidence = [f"e{i}" for i in range(rng.randint(0, 3))]
    attributions = [f"a{i}" for i in range(rng.randint(0, 5))]
    bearings = [f"b{i}" for i in range(rng.randint(0, 6))]
    targets = [*claims, *claims, *attributions, *bearings, *evidence]

    def taken_back() -> str | None:
        return "by its author" if rng.random() < 0.1 else None

    def end(ids: list[str]) -> str:
        return rng.choice(ids) if rng.random() > 0.03 else "gone"

    records: list[Record] = [Document(id="d", retracted=taken_back())]
    records += [Actor(id=p, name=p, reliability=rng.choice([None, "A", "D"])) for p in ("p", "q")]
    records += [Claim(id=i, text=i, retracted=taken_back()) for i in claims]
    records += [
        Attribution(
            id=i,
            claim=end(claims),
            by=rng.choice([None, "p", "q"]),
            stance=rng.choice(_STANCES),
            document=rng.choice([None, "d"]),
            within=end(attributions) if rng.random() < 0.2 else None,
            retracted=taken_back(),
        )
        for i in attributions
    ]
    records += [
        Evidence(id=i, text=i, kind=EvidenceKind.IMAGERY, credibility=rng.choice([None, 1, 4]))
        for i in evidence
    ]
    records += [
        Bearing(
            id=i,
            source=end([*claims, *evidence]),
            target=end(targets),
            kind=rng.choice(list(BearingKind)),
            retracted=taken_back(),
        )
        for i in bearings
    ]
    return Case.of(records)
