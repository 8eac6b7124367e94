"""Large cases: packed data, the field, groups instead of one picture, and all still found."""

from __future__ import annotations

from pathlib import Path

import pytest

from bench.generated import generated_case
from evidence.casefile import read_case
from graphs.build import build
from graphs.export.page import placing, write_page

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def case():
    return generated_case(2400)


@pytest.fixture(scope="module")
def field_page(case, write_case_page) -> Path:
    return write_case_page(case, [])


@pytest.fixture(scope="module")
def groups_page(drone_attacks, tmp_path_factory) -> Path:
    """The drone attacks as if 20 nodes were too many for one picture."""
    path = tmp_path_factory.mktemp("groups") / "page.html"
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(placing, "WHOLE", 20)
        write_page(drone_attacks, build(drone_attacks), [], path)
    return path


def test_long_data_is_packed_and_the_file_stays_small(field_page, case):
    record = sum(len(line) for line in read_lines(case))

    assert " data-packed>" in field_page.read_text(encoding="utf-8")
    assert field_page.stat().st_size < 1.2e6 + record / 2


def read_lines(case) -> list[str]:
    from evidence.casefile import dump_case

    return dump_case(case, "jsonl").splitlines()


def test_a_packed_case_is_saved_whole(open_page, field_page, case, tmp_path):
    reader = open_page(field_page)
    reader.page.locator("#save-menu summary").click()
    with reader.page.expect_download() as download:
        reader.page.locator("#save-case").click()
    download.value.save_as(tmp_path / "case.jsonl")

    assert read_case(tmp_path / "case.jsonl") == case


def test_nodes_of_the_field_are_clicked_and_pointed_at(open_page, field_page):
    reader = open_page(field_page)
    assert len(reader.nodes()) > 1000
    node = next(n for n in reader.nodes() if n["id"].startswith("claim:"))
    reader.choose(node["id"])
    for _ in range(4):
        reader.page.locator("#zoom-in").click()
    reader.page.keyboard.press("Escape")
    reader.frame()
    x, y = reader.node_point(node["id"])
    reader.page.mouse.move(x, y)
    reader.page.locator("#hover").wait_for(state="visible")
    reader.page.mouse.click(x, y)

    assert reader.heading == reader.page.locator("#panel h2").inner_text() != "At a glance"
    assert f"select={node['id']}" in reader.address


def test_lines_of_the_field_are_clicked(open_page, field_page):
    reader = open_page(field_page)
    nodes = {node["id"]: node for node in reader.nodes()}
    edges = [e for e in reader.edges() if e["group"] == "publishes"]
    long = max(edges, key=lambda e: abs(nodes[e["from"]]["x"] - nodes[e["to"]]["x"]))
    reader.choose(long["to"])
    reader.page.keyboard.press("Escape")
    reader.frame()
    tail, head = nodes[long["from"]], nodes[long["to"]]
    for part in (0.5, 0.55, 0.6, 0.65, 0.7, 0.75):
        x, y = (tail[c] + part * (head[c] - tail[c]) for c in "xy")
        reader.page.mouse.click(*reader.point_of(x, y))
        if "Behind this link" in reader.panel:
            break

    assert "Behind this link" in reader.panel


def test_far_and_near_the_field_is_drawn_the_same_each_time(open_page, field_page):
    pictures = []
    for _ in range(2):
        reader = open_page(field_page)
        far = reader.picture()
        for _ in range(9):
            reader.page.locator("#zoom-in").click()
        pictures.append((far, reader.picture()))

    assert pictures[0] == pictures[1]
    assert pictures[0][0] != pictures[0][1]


def test_search_waits_for_the_record_and_narrows(open_page, field_page, case):
    reader = open_page(field_page)
    reader.page.wait_for_timeout(300)
    for query in ("alfa", "alfa rep", "alfa republic"):
        reader.page.locator("#search").fill(query)
        texts = reader.page.locator("#results").inner_text().lower()
        assert "alfa republic" in texts
    kept = int(reader.page.locator("#status").inner_text().split()[0])
    reader.page.locator("#search").fill("")
    reader.page.locator("#search").fill("alfa republic")
    assert (
        int(reader.page.locator("#status").inner_text().split()[0])
        == kept
        >= len([actor for actor in case.actors.values() if "Alfa Republic" in actor.name])
    )


def test_a_picture_of_groups_opens_into_one_group(open_page, groups_page, drone_attacks):
    reader = open_page(groups_page)
    groups = reader.block("picture")["groups"]
    assert len(groups["x"]) >= 2
    reader.page.mouse.click(*reader.point_of(groups["x"][0], groups["y"][0]))
    assert reader.heading.startswith("Around ")
    reader.page.get_by_role("link", name="Open this group on the map").click()
    assert "Around" in reader.page.locator("#chips").inner_text()

    members = [n for n, of in zip(reader.nodes(), groups["of"], strict=True) if of == 0]
    reader.frame()
    reader.click_node(members[0]["id"])
    assert f"select={members[0]['id']}" in reader.address
    reader.page.get_by_role("link", name="Back to all groups").click()
    assert "within" not in reader.address


def test_ties_between_groups_count_for_and_against_apart(groups_page, drone_attacks, open_page):
    groups = open_page(groups_page).block("picture")["groups"]
    graph = build(drone_attacks)
    against = sum(
        1
        for *_, data in graph.edges(data=True)
        if data["type"] in ("contradicts", "undercuts")
        or data.get("stance") in ("denies", "questions")
    )
    between = sum(count for *_, kind, count in groups["ties"] if kind == 1)
    within = sum(inside[1] for inside in groups["inside"])

    assert between + within == against > 0


def test_surroundings_and_paths_leave_the_groups_behind(open_page, groups_page):
    reader = open_page(groups_page, "#focus=actor:iran&hops=2")
    assert "Only 2 steps around Iran" in reader.page.locator("#chips").inner_text()

    reader = open_page(groups_page, "#from=actor:pentagon&to=actor:kataib-hezbollah")
    assert reader.page.locator("ol.path > li").count() == 2


def test_search_and_tables_of_groups_hold_everything(open_page, groups_page, drone_attacks):
    reader = open_page(groups_page)
    reader.page.locator("#search").fill("legally void")
    reader.page.keyboard.press("Enter")
    assert reader.heading.startswith("Iran had a hand")
    assert "within=group" in reader.address

    reader.page.locator("#to-table").click()
    assert reader.page.locator("#tabpanel tbody tr").count() == len(drone_attacks.claims)
