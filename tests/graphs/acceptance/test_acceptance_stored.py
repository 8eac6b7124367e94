"""Claims are judged alike from a whole case and from the part of it that a store gives."""

from __future__ import annotations

from pathlib import Path

from random_disputes import random_dispute

from evidence.store import open_store
from graphs.acceptance import judge


def test_the_part_of_a_case_around_a_claim_is_enough(tmp_path: Path) -> None:
    for seed in range(12):
        case = random_dispute(seed)
        whole = judge(case)
        with open_store(str(tmp_path / f"{seed}.db"), create=True) as store:
            store.replace(case.records())
            for claim in case.claims.values():
                alone = judge(store.about(claim), [claim.id])[claim.id]
                assert alone == whole[claim.id]
