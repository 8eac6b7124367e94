"""What each kind of record rests on, and how many origins stand behind a claim."""

from __future__ import annotations

import pytest

from evidence.case import Case, dossiers
from evidence.casefile import read_case_text
from evidence.errors import UnknownIdError
from graphs.origins import (
    Independence,
    Lineage,
    Outcome,
    depth,
    independence,
    load_bearing,
    network,
    routes,
    smallest_cut,
    supports,
    withdraw,
)

ACTORS = """
claimtrail: 1
actors:
  iran: {name: Iran, kind: state}
  envoy: {name: Envoy, kind: person, speaks_for: iran}
  minister: {name: Minister, kind: person}
  reports: {name: several reports, kind: unnamed group}
  agency: {name: Agency Press, kind: outlet}
  daily: {name: Daily, kind: outlet}
  herald: {name: Herald, kind: outlet}
"""


def case_of(text: str) -> Case:
    return read_case_text(ACTORS + text, "yaml")


def origins_of(case: Case) -> Independence:
    dossier = next(dossiers(case))
    return independence(Lineage(case), supports(dossier))


def ends(case: Case) -> dict[str, bool]:
    return {"+".join(origin.nodes): origin.known for origin in origins_of(case).origins}


def test_speaker_rests_on_whom_it_speaks_for() -> None:
    case = case_of("claims: {c: {text: C, said: [{by: envoy, stance: asserts}]}}")
    assert ends(case) == {"actor:iran": True}


def test_one_speaker_in_two_outlets_is_one_origin() -> None:
    case = case_of("""
documents:
  d1: {publisher: daily}
  d2: {publisher: herald}
claims:
  c:
    text: C
    said:
      - {by: minister, stance: asserts, in: d1}
      - {by: minister, stance: asserts, in: d2}
""")
    assert ends(case) == {"actor:minister": True}


def test_denials_and_condemnations_are_no_support() -> None:
    case = case_of("""
claims:
  c:
    text: C
    said: [{by: iran, stance: denies}, {by: minister, stance: condemns}]
""")
    assert origins_of(case).high == 0
    assert str(origins_of(case)) == "0"


def test_two_documents_of_one_publisher_are_one_origin() -> None:
    case = case_of("""
documents:
  d1: {publisher: daily, original: true}
  d2: {publisher: daily, original: true}
claims:
  c:
    text: C
    said:
      - {stance: asserts, in: d1, form: own voice}
      - {by: daily, stance: asserts, in: d2}
""")
    assert ends(case) == {"actor:daily": True}


def test_outlets_that_relay_one_agency_are_one_origin() -> None:
    case = case_of("""
documents:
  wire: {publisher: agency, original: true}
  d1: {publisher: daily}
  d2: {publisher: herald}
derivations:
  - {what: d1, rests_on: wire, kind: relays}
  - {what: d2, rests_on: d1, kind: quotes}
claims:
  c:
    text: C
    said:
      - {by: daily, stance: asserts, in: d1}
      - {by: herald, stance: relays, in: d2}
""")
    assert ends(case) == {"actor:agency": True}
    lineage, nodes = Lineage(case), supports(next(dossiers(case)))
    assert [way[1:] for way in routes(lineage, nodes)] == [
        ("document:d1", "document:wire", "actor:agency")
    ]
    assert [way[1:] for way in routes(lineage, nodes[1:])] == [
        ("document:d2", "document:d1", "document:wire", "actor:agency")
    ]


def test_unknown_lineage_widens_the_interval() -> None:
    case = case_of("""
documents:
  d1: {publisher: daily}
  d2: {publisher: herald}
claims:
  c:
    text: C
    said:
      - {by: minister, stance: asserts, in: d1}
      - {stance: asserts, in: d1, form: own voice}
      - {stance: asserts, in: d2, form: own voice}
      - {by: reports, stance: asserts, in: d2}
""")
    found = origins_of(case)
    assert ends(case) == {
        "actor:minister": True,
        "actor:daily": False,
        "actor:herald": False,
        "actor:reports": False,
    }
    assert (found.low, found.high, str(found)) == (1, 4, "1 to 4")


def test_only_unknown_origins_are_at_least_one() -> None:
    case = case_of("""
claims: {c: {text: C, said: [{by: reports, stance: asserts}, {by: gone, stance: asserts}]}}
""")
    assert str(origins_of(case)) == "1 to 2"


def test_a_route_of_known_lineage_makes_an_origin_known() -> None:
    case = case_of("""
documents: {d1: {publisher: daily}}
claims:
  c:
    text: C
    said:
      - {stance: asserts, in: d1, form: own voice}
      - {by: daily, stance: asserts}
""")
    assert ends(case) == {"actor:daily": True}


def test_document_that_repeats_nobody_knows_whom_is_not_its_publisher() -> None:
    case = case_of("""
documents: {d1: {publisher: daily, original: false}}
claims: {c: {text: C, said: [{stance: asserts, in: d1, form: own voice}]}}
""")
    assert ends(case) == {"document:d1": False}


def test_relay_carries_what_is_nested_in_it() -> None:
    case = case_of("""
documents: {d1: {publisher: daily, original: true}}
claims:
  c:
    text: C
    said:
      - {id: told, by: agency, stance: relays, in: d1}
      - {by: minister, stance: asserts, in: d1, within: told}
""")
    assert ends(case) == {"actor:minister": True}
    whole = network(Lineage(case), {"claim:c": supports(next(dossiers(case)))})
    assert set(load_bearing(whole, "claim:c")) == {
        "actor:minister",
        "actor:agency",
        "actor:daily",
        "document:d1",
    }


def test_relay_without_origin_is_of_unknown_lineage() -> None:
    case = case_of("""
documents: {d1: {publisher: daily, original: true}}
claims: {c: {text: C, said: [{id: told, by: agency, stance: relays, in: d1}]}}
""")
    assert ends(case) == {"attribution:told": False}


def test_evidence_is_its_own_origin_unless_a_document_shows_it() -> None:
    case = case_of("""
documents: {d1: {publisher: daily, original: true}}
evidence:
  debris: {kind: physical, text: Debris}
  photo: {kind: imagery, text: Photo, in: d1}
claims:
  c:
    text: C
    shown: [{evidence: debris, kind: supports}, {evidence: photo, kind: supports}]
""")
    assert ends(case) == {"evidence:debris": True, "actor:daily": True}


def test_outlets_that_name_each_other_are_one_origin() -> None:
    case = case_of("""
documents: {d1: {publisher: daily}, d2: {publisher: herald}}
claims:
  c:
    text: C
    said:
      - {id: a1, by: herald, stance: asserts, in: d1}
      - {id: a2, by: daily, stance: asserts, in: d2}
""")
    assert ends(case) == {"attribution:a1+attribution:a2": True}


def test_outlet_that_names_its_source_has_it_from_there() -> None:
    case = case_of("""
documents: {d1: {publisher: daily}, d2: {publisher: herald}}
claims:
  c:
    text: C
    said:
      - {by: herald, stance: asserts, in: d1}
      - {by: minister, stance: asserts, in: d2}
""")
    assert ends(case) == {"actor:minister": True}


def test_outlet_that_says_so_itself_is_an_origin_also_elsewhere() -> None:
    case = case_of("""
documents: {d1: {publisher: daily}, d2: {publisher: herald, original: true}}
claims:
  c:
    text: C
    said:
      - {by: herald, stance: asserts, in: d1}
      - {by: minister, stance: asserts, in: d2}
      - {by: herald, stance: asserts, in: d2}
""")
    assert ends(case) == {"actor:minister": True, "actor:herald": True}


RELAYED = """
documents:
  wire: {publisher: agency, original: true}
  d1: {publisher: daily}
  d2: {publisher: herald}
derivations: [{what: d1, rests_on: wire}, {what: d2, rests_on: d1}]
claims: {c: {text: C, said: [{stance: asserts, in: %s, form: own voice}]}}
"""


@pytest.mark.parametrize(("document", "relays"), [("wire", 0), ("d1", 1), ("d2", 2)])
def test_depth_counts_the_hands_that_a_claim_has_passed_through(document: str, relays: int) -> None:
    case = case_of(RELAYED % document)
    assert depth(Lineage(case), supports(next(dossiers(case)))) == relays


@pytest.mark.parametrize("speaker", ["minister", "envoy"])
def test_speakers_are_at_no_depth(speaker: str) -> None:
    case = case_of(f"claims: {{c: {{text: C, said: [{{by: {speaker}, stance: asserts}}]}}}}")
    assert depth(Lineage(case), supports(next(dossiers(case)))) == 0


def test_two_origins_through_one_relay_hang_on_it() -> None:
    case = case_of("""
documents:
  w1: {publisher: agency, original: true}
  w2: {publisher: herald, original: true}
  d1: {publisher: daily}
derivations: [{what: d1, rests_on: w1}, {what: d1, rests_on: w2}]
claims: {c: {text: C, said: [{stance: asserts, in: d1, form: own voice}]}}
""")
    nodes = supports(next(dossiers(case)))
    assert origins_of(case).low == 2
    assert smallest_cut(Lineage(case), nodes) == ("document:d1",)


def test_ten_thousand_ancestors_are_followed() -> None:
    count = 10_000
    documents = "".join(f"  d{i}: {{original: true}}\n" for i in range(count))
    chain = "".join(f"  - {{what: d{i}, rests_on: d{i + 1}}}\n" for i in range(count - 1))
    case = case_of(
        f"documents:\n{documents}derivations:\n{chain}"
        "claims: {c: {text: C, said: [{stance: asserts, in: d0, form: own voice}]}}\n"
    )
    assert ends(case) == {f"document:d{count - 1}": True}
    whole = network(Lineage(case), {"claim:c": supports(next(dossiers(case)))})
    assert len(load_bearing(whole, "claim:c")) == count


WITHDRAWAL = """
documents:
  d1: {publisher: daily, original: true}
  d2: {publisher: herald, original: true}
claims:
  sunk: {text: Sunk, said: [{by: minister, stance: asserts, in: d1}]}
  narrowed:
    text: Narrowed
    said: [{by: iran, stance: asserts, in: d1}, {by: minister, stance: asserts, in: d2}]
  weakened:
    text: Weakened
    said:
      - {by: iran, stance: asserts, in: d1}
      - {by: minister, stance: asserts, in: d2}
      - {by: agency, stance: asserts}
  unopposed:
    text: Unopposed
    said: [{by: minister, stance: asserts, in: d2}, {by: iran, stance: denies, in: d1}]
  untouched: {text: Untouched, said: [{by: agency, stance: asserts, in: d2}]}
"""


def test_withdrawal_says_what_happens_to_each_claim() -> None:
    losses = withdraw(case_of(WITHDRAWAL), ["d1"])
    assert [(loss.claim, loss.outcome) for loss in losses] == [
        ("sunk", Outcome.UNSUPPORTED),
        ("narrowed", Outcome.ONE_ORIGIN),
        ("weakened", Outcome.WEAKER),
        ("unopposed", Outcome.LESS_OPPOSED),
    ]
    assert str(losses[1].before) == "2"
    assert str(losses[1].after) == "1"


def test_withdrawing_a_principal_takes_its_speakers() -> None:
    case = case_of("claims: {c: {text: C, said: [{by: envoy, stance: asserts}]}}")
    assert withdraw(case, ["iran"])[0].outcome is Outcome.UNSUPPORTED


def test_id_of_an_actor_and_a_document_can_be_told_apart() -> None:
    case = case_of("""
documents: {daily: {publisher: herald, original: true}}
claims: {c: {text: C, said: [{by: minister, stance: asserts, in: daily}]}}
""")
    assert withdraw(case, ["actor:daily"]) == []
    assert [loss.claim for loss in withdraw(case, ["document:daily"])] == ["c"]
    assert [loss.claim for loss in withdraw(case, ["daily"])] == ["c"]


def test_what_is_no_source_cannot_be_withdrawn() -> None:
    with pytest.raises(UnknownIdError, match="nothing-here"):
        withdraw(case_of(WITHDRAWAL), ["nothing-here"])
