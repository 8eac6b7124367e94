"""A page that is written again keeps its picture."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from evidence.case import Case
from evidence.model import Attribution, Claim
from evidence.vocabulary import Stance
from graphs.build import build
from graphs.export import export

pytestmark = pytest.mark.browser


def places(reader) -> dict[str, tuple[float, float]]:
    return {node["id"]: (node["x"], node["y"]) for node in reader.nodes()}


def with_one_more_claim(case: Case) -> Case:
    claim = Claim(id="one-more", text="The drones took off from a farm")
    said = Attribution(id="a-more", claim="one-more", by="pentagon", stance=Stance.ASSERTS)
    return replace(
        case,
        claims={**case.claims, claim.id: claim},
        attributions={**case.attributions, said.id: said},
    )


def test_adding_a_claim_moves_no_old_node(open_page, drone_attacks, tmp_path: Path):
    page = tmp_path / "page.html"
    export(drone_attacks, build(drone_attacks), [], page)
    before = places(open_page(page))
    more = with_one_more_claim(drone_attacks)
    export(more, build(more), [], page)
    reader = open_page(page)
    after = places(reader)

    assert {key: after[key] for key in before} == before
    x, y = after["claim:one-more"]
    near_x, near_y = after["actor:pentagon"]
    assert abs(x - near_x) < 600
    assert abs(y - near_y) < 400
    reader.choose("claim:one-more")
    assert reader.heading == "The drones took off from a farm"


def test_writing_the_same_case_again_changes_no_byte(drone_attacks, tmp_path: Path):
    page = tmp_path / "page.html"
    export(drone_attacks, build(drone_attacks), [], page)
    first = page.read_bytes()
    export(drone_attacks, build(drone_attacks), [], page)

    assert page.read_bytes() == first
