"""Small random cases whose lineages have everything that can go wrong with one."""

from __future__ import annotations

import random

from evidence.case import Case
from evidence.model import Actor, Attribution, Bearing, Claim, Derivation, Document, Evidence
from evidence.vocabulary import ActorKind, BearingKind, EvidenceKind, Form, Stance

STANCES = (Stance.ASSERTS, Stance.ASSERTS, Stance.CONFIRMS, Stance.RELAYS, Stance.DENIES)


def random_case(seed: int) -> Case:
    """A small case with loops, rootless loops, parallel edges, dangling ids and unknown lineage."""
    rng = random.Random(seed)  # noqa: S311  # no secrets here
    actors = [f"p{i}" for i in range(rng.randint(1, 4))]
    documents = [f"d{i}" for i in range(rng.randint(1, 4))]
    evidence = [f"e{i}" for i in range(rng.randint(0, 2))]
    attributions = [f"a{i}" for i in range(rng.randint(1, 5))]

    def maybe(ids: list[str], chance: float = 0.5) -> str | None:
        if rng.random() > chance:
            return None
        return rng.choice([*ids, "gone"] if rng.random() < 0.05 else ids)

    ends = [*documents, *evidence, *attributions]
    return Case.of(
        [
            *(
                Document(
                    id=i, publisher=maybe(actors), original=rng.choice([None, True, True, False])
                )
                for i in documents
            ),
            *(
                Actor(
                    id=i,
                    name=i,
                    kind=rng.choice([None, ActorKind.UNNAMED]),
                    speaks_for=tuple(rng.sample(actors, rng.choice([0, 0, 0, 1]))),
                )
                for i in actors
            ),
            *(Claim(id=c, text=c) for c in ("c0", "c1")),
            *(
                Attribution(
                    id=i,
                    claim=rng.choice(["c0", "c0", "c1"]),
                    by=maybe(actors, 0.7),
                    stance=rng.choice(STANCES),
                    document=maybe(documents, 0.8),
                    form=rng.choice([None, None, Form.OWN_VOICE]),
                    within=maybe(attributions, 0.2),
                )
                for i in attributions
            ),
            *(
                Evidence(id=i, text=i, kind=EvidenceKind.IMAGERY, document=maybe(documents))
                for i in evidence
            ),
            *(
                Bearing(
                    id=f"b{i}",
                    source=rng.choice(evidence),
                    target=rng.choice(["c0", "c1", "a0"]),
                    kind=rng.choice(list(BearingKind)),
                )
                for i in range(rng.randint(0, 3) if evidence else 0)
            ),
            *(
                Derivation(
                    id=f"r{i}",
                    what=rng.choice(documents if rng.random() < 0.6 else ends),
                    rests_on=rng.choice(documents if rng.random() < 0.6 else [*ends, *actors]),
                )
                for i in range(rng.randint(0, 6))
            ),
        ]
    )
