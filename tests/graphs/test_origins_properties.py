"""What must hold of origins and withdrawals, whatever the case."""

from __future__ import annotations

import random
from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st
from random_lineages import random_case

from evidence.case import SECTIONS, Case, dossiers
from evidence.model import Attribution, Derivation, Document, Record
from evidence.vocabulary import Form, Stance
from graphs.origins import (
    Independence,
    Lineage,
    independence,
    load_bearing,
    network,
    routes,
    smallest_cut,
    supports,
    withdraw,
)

seeds = st.integers(0, 10**9)
quick = settings(max_examples=300, deadline=None)


def verdicts(case: Case) -> dict[str, tuple[int, int, int, int]]:
    """For each claim: low, high, how many sources it hangs on, the size of the smallest cut."""
    lineage = Lineage(case)
    found = {}
    for dossier in dossiers(case):
        nodes, node = supports(dossier), f"claim:{dossier.claim.id}"
        origins = independence(lineage, nodes)
        carriers = load_bearing(network(lineage, {node: nodes}), node)
        cut = smallest_cut(lineage, nodes)
        found[dossier.claim.id] = (origins.low, origins.high, len(carriers), len(cut))
    return found


def renamed(case: Case) -> Case:
    """The same case with other ids, which sort the other way round."""
    new = {r.id: f"{10**6 - place:07}" for place, r in enumerate(case.records())}

    def translated(record: Record) -> Record:
        fields = {
            name: tuple(new.get(i, i) for i in value) if isinstance(value, tuple) else new[value]
            for name, value in record
            if isinstance(value, tuple) or value in new.keys() - {None}
        }
        return record.model_copy(update=fields)

    return Case.of(translated(record) for record in case.records())


@quick
@given(seeds)
def test_renaming_ids_changes_nothing(seed: int) -> None:
    case = random_case(seed)
    assert list(verdicts(case).values()) == list(verdicts(renamed(case)).values())


@quick
@given(seeds)
def test_order_of_records_changes_nothing(seed: int) -> None:
    case = random_case(seed)
    rng = random.Random(seed)  # noqa: S311  # no secrets here
    sections = {}
    for name in SECTIONS:
        items = list(getattr(case, name).items())
        rng.shuffle(items)
        sections[name] = dict(items)
    assert verdicts(replace(case, **sections)) == verdicts(case)


@quick
@given(seeds)
def test_a_relay_of_what_is_there_adds_no_origin(seed: int) -> None:
    case = random_case(seed)
    lineage = Lineage(case)
    dossier = next(dossiers(case))
    ways = routes(lineage, supports(dossier))
    met = sorted({n for way in ways for n in way if n.startswith("document:") and "gone" not in n})
    if not met:
        return
    relayed = met[0].partition(":")[2]
    more = [
        Document(id="relay"),
        Derivation(id="relaying", what="relay", rests_on=relayed),
        Attribution(
            id="relayed",
            claim=dossier.claim.id,
            stance=Stance.ASSERTS,
            document="relay",
            form=Form.OWN_VOICE,
        ),
    ]
    before = independence(lineage, supports(dossier))
    with_relay = Case.of([*case.records(), *more])
    after = independence(Lineage(with_relay), supports(next(dossiers(with_relay))))
    assert (after.low, after.high) == (before.low, before.high)


@quick
@given(seeds, st.data())
def test_a_relay_never_raises_the_lower_bound(seed: int, data: st.DataObject) -> None:
    """Whoever passes on what is supported already, saying from whom or not, is no new origin."""
    case = random_case(seed)
    before = {d.claim.id: independence(Lineage(case), supports(d)) for d in dossiers(case)}
    claim = data.draw(st.sampled_from([c for c in before if before[c].low] or ["c0"]))
    relay = Attribution(
        id="relayed",
        claim=claim,
        by=data.draw(st.sampled_from([None, *case.actors])),
        stance=Stance.RELAYS,
        document=data.draw(st.sampled_from([None, "relay"])),
        within=data.draw(st.sampled_from([None, *case.attributions])),
    )
    with_relay = Case.of([*case.records(), Document(id="relay"), relay])
    for dossier in dossiers(with_relay):
        after = independence(Lineage(with_relay), supports(dossier))
        if before[dossier.claim.id].low:
            assert after.low <= before[dossier.claim.id].low


def is_no_more(after: Independence, before: Independence) -> bool:
    had = {origin.nodes for origin in before.origins}
    return after.low <= before.low and had.issuperset(o.nodes for o in after.origins)


@quick
@given(seeds, st.data())
def test_withdrawing_a_source_never_adds_support(seed: int, data: st.DataObject) -> None:
    case = random_case(seed)
    sources = [*case.documents, *case.actors, *case.attributions]
    lost = data.draw(st.lists(st.sampled_from(sources), min_size=1, unique=True))
    losses = withdraw(case, lost)
    assert all(is_no_more(loss.after, loss.before) for loss in losses)
    more = {loss.claim: set(loss.fallen) for loss in withdraw(case, [*lost, sources[0]])}
    assert all(more[loss.claim] >= set(loss.fallen) for loss in losses)


@quick
@given(seeds)
def test_load_bearing_sources_are_those_whose_withdrawal_sinks_a_claim(seed: int) -> None:
    case = random_case(seed)
    lineage = Lineage(case)
    for dossier in dossiers(case):
        node = f"claim:{dossier.claim.id}"
        for source in load_bearing(network(lineage, {node: supports(dossier)}), node):
            if source.partition(":")[2] == "gone":
                continue
            after = {loss.claim: loss.after.high for loss in withdraw(case, [source])}
            assert after[dossier.claim.id] == 0
