from __future__ import annotations

from itertools import pairwise

import networkx as nx
import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import TypeAdapter

from evidence.case import Case
from evidence.errors import ClaimtrailError, UnknownIdError
from evidence.model import Actor, Attribution, Claim, Document, Passage, Record, Relation
from graphs.backing import back
from graphs.build import build
from graphs.trace import SYMMETRIC, Tracing, trace


def said(attribution_id: str, claim: str, by: str | None, stance: str, quote: str) -> Attribution:
    return Attribution(
        id=attribution_id,
        claim=claim,
        by=by,
        stance=stance,
        document="weekly",
        content=(Passage(exact=quote),),
    )


@pytest.fixture
def case() -> Case:
    actors = [
        Actor(id="iran", name="Iran"),
        Actor(id="quds", name="Quds Force"),
        Actor(id="kataib", name="Kata’ib Hezbollah"),
        Actor(id="pentagon", name="Pentagon"),
        Actor(id="envoy", name="The envoy"),
    ]
    records: list[Record] = [
        Document(id="weekly", title="Weekly brief"),
        Claim(id="drones", text="Iran supplied drones to Kata’ib Hezbollah"),
        Claim(id="money", text="Iran pays Kata’ib Hezbollah"),
        Claim(id="branch", text="The Quds Force belongs to Iran"),
        Claim(id="orders", text="The Quds Force commands Kata’ib Hezbollah"),
        said("a1", "drones", "pentagon", "asserts", "utilized by Iran-backed militias"),
        said("a2", "drones", "envoy", "denies", "factually wrong"),
        said("a3", "branch", None, "asserts", "Iran’s Quds Force"),
        said("a4", "orders", "pentagon", "asserts", "under the command of"),
        Relation(id="r1", who="iran", does="supplies", to="kataib", claims=("drones",)),
        Relation(id="r2", who="iran", does="funds", to="kataib", claims=("money", "money")),
        Relation(id="r3", who="iran", does="commands", to="quds", claims=("branch",)),
        Relation(id="r4", who="quds", does="commands", to="kataib", claims=("orders", "gone")),
        Relation(id="r5", who="kataib", does="attacks", to="pentagon"),
    ]
    return Case.of([*actors, *records])


def paths(tracing: Tracing) -> list[tuple[str, ...]]:
    return [trail.actors for trail in tracing.trails]


def test_a_trail_says_who_says_so_in_which_words(case: Case) -> None:
    tracing = trace(case, build(case), "iran", "kataib")
    assert paths(tracing) == [("iran", "kataib"), ("iran", "quds", "kataib")]
    assert not tracing.truncated
    (hop,) = tracing.trails[0].hops
    assert (hop.tail_name, hop.head_name) == ("Iran", "Kata’ib Hezbollah")
    assert [(r.predicate, r.relation) for r in hop.relations] == [
        ("funds", "r2"),
        ("supplies", "r1"),
    ]
    pentagon, envoy = hop.relations[1].claims[0].backings
    assert (pentagon.name, pentagon.stance, pentagon.title) == (
        "Pentagon",
        "asserts",
        "Weekly brief",
    )
    assert pentagon.content[0].exact == "utilized by Iran-backed militias"
    assert (envoy.name, envoy.opposes) == ("The envoy", True)


def test_denied_hops_are_contested_and_deniers_do_not_vouch(case: Case) -> None:
    direct, detour = trace(case, build(case), "iran", "kataib").trails
    assert direct.contested
    assert direct.hops[0].speakers == ("actor:pentagon",)
    assert not direct.hops[0].relations[0].contested
    assert not detour.contested
    assert detour.hops[0].speakers == ("document:weekly",)


def test_claims_are_listed_once_and_missing_ones_by_their_id(case: Case) -> None:
    graph = build(case)
    assert [claim.claim for claim in back(case, graph, "r2").claims] == ["money"]
    assert [claim.text for claim in back(case, graph, "r4").claims][1] == "gone"
    assert back(case, graph, "r5").backings == ()


def test_only_the_chosen_predicates_are_followed(case: Case) -> None:
    graph = build(case)
    assert paths(trace(case, graph, "iran", "kataib", predicates=["commands"])) == [
        ("iran", "quds", "kataib")
    ]
    funded = trace(case, graph, "iran", "kataib", predicates={"funds"})
    assert [r.relation for r in funded.trails[0].hops[0].relations] == ["r2"]


def test_direction_is_kept_unless_it_is_to_be_ignored(case: Case) -> None:
    graph = build(case)
    assert paths(trace(case, graph, "kataib", "iran")) == []
    back_ways = trace(case, graph, "kataib", "iran", directed=False)
    assert paths(back_ways) == [("kataib", "iran"), ("kataib", "quds", "iran")]
    assert back_ways.trails[0].hops[0].relations[0].who == "iran"


@pytest.mark.parametrize("predicate", sorted(SYMMETRIC))
def test_symmetric_predicates_lead_both_ways(predicate: str) -> None:
    case = Case.of([Relation(id="r", who="a", does=predicate, to="b")])
    assert paths(trace(case, build(case), "b", "a")) == [("b", "a")]


def test_trails_of_one_length_are_ranked_by_their_weakest_hop_then_by_name() -> None:
    names = {"s": "S", "g": "G", "x": "Zeta", "y": "Beta", "z": "Alpha"}
    hops = [
        ("s", "x", 2),
        ("x", "g", 2),
        ("s", "y", 1),
        ("y", "g", 3),
        ("s", "z", 1),
        ("z", "g", 1),
    ]
    records: list[Record] = [Actor(id=key, name=name) for key, name in names.items()]
    for tail, head, speakers in hops:
        claim = f"{tail}{head}"
        records += [Claim(id=claim, text=claim)]
        records += [Relation(id=claim, who=tail, does="backs", to=head, claims=(claim,))]
        records += [said(f"{claim}{n}", claim, f"p{n}", "asserts", "q") for n in range(speakers)]
    case = Case.of(records)
    ranked = trace(case, build(case), "s", "g").trails
    assert [(trail.actors[1], trail.strength) for trail in ranked] == [("x", 2), ("z", 1), ("y", 1)]


def test_misuse_is_an_error_that_says_how_to_mend_it(case: Case) -> None:
    graph = build(case)
    with pytest.raises(UnknownIdError, match="nobody: the case has no such actor"):
        trace(case, graph, "iran", "nobody")
    with pytest.raises(ClaimtrailError, match="start and goal are the same"):
        trace(case, graph, "iran", "iran")
    with pytest.raises(ValueError, match="1 or more"):
        trace(case, graph, "iran", "kataib", cutoff=0)
    with pytest.raises(ValueError, match="1 or more"):
        trace(case, graph, "iran", "kataib", limit=0)


def test_a_tracing_is_plain_data(case: Case) -> None:
    tracing = trace(case, build(case), "iran", "kataib")
    dumped = TypeAdapter(Tracing).dump_python(tracing, mode="json")
    hop = dumped["trails"][0]["hops"][0]
    assert hop["relations"][1]["claims"][0]["backings"][1]["stance"] == "denies"


ACTORS = [f"n{number}" for number in range(7)]
EDGES = st.lists(
    st.tuples(st.sampled_from(ACTORS), st.sampled_from(ACTORS), st.sampled_from(["backs", "arms"])),
    max_size=24,
)


def random_case(edges: list[tuple[str, str, str]]) -> Case:
    relations = [
        Relation(id=f"r{number}", who=who, does=does, to=to)
        for number, (who, to, does) in enumerate(edges)
    ]
    return Case.of([*(Actor(id=name, name=name) for name in ACTORS), *relations])


def every_path(
    edges: list[tuple[str, str, str]], cutoff: int, directed: bool
) -> set[tuple[str, ...]]:
    graph = nx.DiGraph() if directed else nx.Graph()
    graph.add_nodes_from(ACTORS)
    graph.add_edges_from(edge[:2] for edge in edges)
    return set(map(tuple, nx.all_simple_paths(graph, "n0", "n1", cutoff)))


@given(EDGES, st.integers(min_value=1, max_value=6), st.booleans())
def test_trails_are_all_simple_paths_and_no_others(
    edges: list[tuple[str, str, str]], cutoff: int, directed: bool
) -> None:
    case = random_case(edges)
    tracing = trace(case, build(case), "n0", "n1", cutoff=cutoff, directed=directed)
    found = paths(tracing)
    assert len(found) == len(set(found))
    assert set(found) == every_path(edges, cutoff, directed)
    assert not tracing.truncated
    assert found == sorted(found, key=lambda path: (len(path), path[1:]))
    ids = {r.relation for t in tracing.trails for h in t.hops for r in h.relations}
    hops = {tuple(pair) for path in found for pair in pairwise(path)}
    if not directed:
        hops |= {(head, tail) for tail, head in hops}
    assert ids == {f"r{n}" for n, (who, to, _) in enumerate(edges) if (who, to) in hops}


@given(EDGES, st.integers(min_value=1, max_value=5))
def test_a_limit_keeps_the_shortest_and_says_that_it_cut(
    edges: list[tuple[str, str, str]], limit: int
) -> None:
    case = random_case(edges)
    graph = build(case)
    everything = paths(trace(case, graph, "n0", "n1"))
    cut = trace(case, graph, "n0", "n1", limit=limit)
    assert cut.truncated == (len(everything) > limit)
    assert set(paths(cut)) <= set(everything)
    assert [len(path) for path in paths(cut)] == [len(path) for path in everything[:limit]]
