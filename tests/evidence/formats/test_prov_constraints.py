"""PROV-CONSTRAINTS: for each constraint, what keeps it and what does not, from its words."""

from __future__ import annotations

import random
from pathlib import Path

import prov
import pytest

from evidence.case import Case
from evidence.findings import Finding, Severity
from evidence.formats.content import Content
from evidence.formats.format import Imported
from evidence.formats.prov import PROV_N, PROV_XML
from evidence.formats.prov.constraints.components import strong_components
from evidence.formats.prov.constraints.violation import NAMES
from evidence.model import Document, Kept

EX = "http://example.org/"
ONE, TWO = "2021-01-01T00:00:00", "2021-01-02T00:00:00"
TWICE = "is stated twice with another"


def provn(*statements: str) -> Imported:
    lines = ["document", f"prefix ex <{EX}>", *statements, "endDocument"]
    assert PROV_N.read is not None
    return PROV_N.read(Content("x", "\n".join(lines).encode()))


def found(imported: Imported) -> list[Finding]:
    assert {f.code for f in imported.findings} <= {"IMP003", "IMP004", "IMP007"}
    return [f for f in imported.findings if f.code == "IMP007"]


INVALID = [
    (22, "activity(ex:a, {1}, -)", "activity(ex:a, {1}, -)", "activity(ex:a, {2}, -)"),
    (23, "used(ex:u; ex:a, ex:e, -)", "used(ex:u; ex:a, -, {1})", "used(ex:u; ex:a, ex:f, -)"),
    (
        23,
        "wasAssociatedWith(ex:r; ex:a, ex:g, ex:p)",
        "wasAssociatedWith(ex:r; ex:a, -, ex:p)",
        "wasAssociatedWith(ex:r; ex:a, ex:g, -)",
    ),
    (
        23,
        "wasDerivedFrom(ex:d; ex:f, ex:e, ex:a, ex:g, -)",
        "wasDerivedFrom(ex:d; ex:f, ex:e, ex:a, -, ex:u)",
        "wasDerivedFrom(ex:d; ex:f, ex:e)",
    ),
    (
        23,
        "wasDerivedFrom(ex:f, ex:e, ex:a, ex:g, -)",
        "wasGeneratedBy(ex:g; ex:f, -, -)",
        "wasGeneratedBy(ex:g; ex:f, ex:b, -)",
    ),
    (
        24,
        "wasGeneratedBy(ex:g; ex:e, ex:a, {1})",
        "wasGeneratedBy(ex:e, ex:a, {1})",
        "wasGeneratedBy(ex:h; ex:e, ex:a, {1})",
    ),
    (
        24,
        "wasGeneratedBy(ex:e, ex:a, {1})",
        "wasGeneratedBy(ex:e, ex:b, {2})",
        "wasGeneratedBy(ex:e, ex:a, {2})",
    ),
    (
        25,
        "wasInvalidatedBy(ex:i; ex:e, ex:a, -)",
        "wasInvalidatedBy(ex:e, ex:a, {1})",
        "wasInvalidatedBy(ex:j; ex:e, ex:a, -)",
    ),
    (
        26,
        "wasStartedBy(ex:s; ex:a, ex:e, ex:b, -)",
        "wasStartedBy(ex:t; ex:a, ex:f, ex:c, -)",
        "wasStartedBy(ex:t; ex:a, ex:e, ex:b, -)",
    ),
    (
        27,
        "wasEndedBy(ex:s; ex:a, ex:e, ex:b, -)",
        "wasEndedBy(ex:a, -, ex:b, {1})",
        "wasEndedBy(ex:a, ex:f, ex:b, -)",
    ),
    (
        28,
        "activity(ex:a, {1}, {2})",
        "wasStartedBy(ex:a, -, -, {1})",
        "wasStartedBy(ex:a, -, -, {2})",
    ),
    (29, "activity(ex:a, {1}, {2})", "wasEndedBy(ex:a, -, -, {2})", "wasEndedBy(ex:a, -, -, {1})"),
    (
        34,
        "wasGeneratedBy(ex:e, ex:a, -) wasStartedBy(ex:a, ex:t, -, -)",
        "wasDerivedFrom(ex:e, ex:t)",
        "wasDerivedFrom(ex:t, ex:e) entity(ex:t)",
    ),
    (
        34,
        "wasStartedBy(ex:a, ex:t, ex:b, -) wasStartedBy(ex:b, ex:s, -, -)",
        "wasDerivedFrom(ex:t, ex:s)",
        "wasDerivedFrom(ex:s, ex:t)",
    ),
    (
        42,
        "entity(ex:e) entity(ex:f) wasDerivedFrom(ex:f, ex:e)",
        "entity(ex:h)",
        "wasDerivedFrom(ex:e, ex:f)",
    ),
    (42, "entity(ex:e)", "wasDerivedFrom(ex:e, ex:f)", "wasDerivedFrom(ex:e, ex:e)"),
    (
        43,
        "wasStartedBy(ex:a, ex:t, -, -) wasAttributedTo(ex:e, ex:a)",
        "wasDerivedFrom(ex:e, ex:t)",
        "wasDerivedFrom(ex:t, ex:e)",
    ),
    (
        45,
        "entity(ex:e) entity(ex:f) specializationOf(ex:f, ex:e)",
        "wasDerivedFrom(ex:f, ex:e)",
        "wasDerivedFrom(ex:e, ex:f)",
    ),
    (
        45,
        "entity(ex:e) mentionOf(ex:f, ex:e, ex:b)",
        "wasDerivedFrom(ex:f, ex:e)",
        "wasDerivedFrom(ex:e, ex:f)",
    ),
    (
        48,
        "entity(ex:e) entity(ex:g) wasAttributedTo(ex:e, ex:g)",
        "wasDerivedFrom(ex:e, ex:g)",
        "wasDerivedFrom(ex:g, ex:e)",
    ),
    (50, "wasInformedBy(ex:a, ex:b)", "used(ex:a, ex:e, -)", "used(ex:e, ex:a, -)"),
    (50, "entity(ex:e)", "wasAttributedTo(ex:f, ex:e)", "wasInformedBy(ex:e, ex:a)"),
    (51, "entity(ex:e)", "wasDerivedFrom(ex:f, ex:e)", "wasDerivedFrom(ex:f, ex:e, -, ex:g, -)"),
    (52, "specializationOf(ex:e, ex:f)", "alternateOf(ex:e, ex:e)", "specializationOf(ex:e, ex:e)"),
    (
        52,
        "specializationOf(ex:e, ex:f)",
        "specializationOf(ex:e, ex:h)",
        "specializationOf(ex:f, ex:e)",
    ),
    (
        53,
        "used(ex:r; ex:a, -, -)",
        "wasInfluencedBy(ex:r; ex:a, ex:e)",
        "wasGeneratedBy(ex:r; ex:e, -, -)",
    ),
    (54, "used(ex:r; ex:a, -, -)", "entity(ex:e)", "entity(ex:r)"),
    (55, "entity(ex:e)", "agent(ex:e)", "activity(ex:e)"),
    (
        56,
        "entity(ex:c, [prov:type='prov:EmptyCollection'])",
        "hadMember(ex:d, ex:e)",
        "hadMember(ex:c, ex:e)",
    ),
    (
        0,
        "mentionOf(ex:e, ex:f, ex:b)",
        "mentionOf(ex:g, ex:h, ex:b)",
        "mentionOf(ex:e, ex:h, ex:b)",
    ),
]
"""A constraint, statements, what may be said beside them, and what may not."""


def said(*texts: str) -> Imported:
    return provn(*(text.replace("{1}", ONE).replace("{2}", TWO) for text in texts))


@pytest.mark.parametrize(("number", "first", "right", "wrong"), INVALID)
def test_what_is_invalid_is_found_and_kept(number: int, first: str, right: str, wrong: str) -> None:
    assert found(said(first, right)) == []
    imported = said(first, wrong)
    findings = found(imported)
    assert NAMES[number] in findings[0].message
    assert findings[0].severity is Severity.ERROR
    assert findings[0].ids
    assert imported.counts.refused == 0


AGAINST_THE_CLOCK = [
    (30, "wasStartedBy(ex:a, -, -, {1})", "wasEndedBy(ex:a, -, -, {2})"),
    (33, "wasStartedBy(ex:a, -, -, {1})", "used(ex:a, ex:e, {2})"),
    (33, "used(ex:u; ex:a, -, {1})", "wasEndedBy(ex:a, -, -, {2})"),
    (34, "wasStartedBy(ex:a, -, -, {1})", "wasGeneratedBy(ex:e, ex:a, {2})"),
    (34, "wasGeneratedBy(ex:e, ex:a, {1})", "wasEndedBy(ex:a, -, -, {2})"),
    (35, "wasStartedBy(ex:a, -, -, {1})", "wasEndedBy(ex:b, -, -, {2}) wasInformedBy(ex:b, ex:a)"),
    (36, "wasGeneratedBy(ex:e, -, {1})", "wasInvalidatedBy(ex:e, -, {2})"),
    (37, "wasGeneratedBy(ex:e, -, {1})", "used(ex:a, ex:e, {2})"),
    (38, "used(ex:a, ex:e, {1})", "wasInvalidatedBy(ex:e, -, {2})"),
    (
        41,
        "used(ex:u; ex:a, ex:e, {1})",
        "wasGeneratedBy(ex:g; ex:f, ex:a, {2}) wasDerivedFrom(ex:f, ex:e, ex:a, ex:g, ex:u)",
    ),
    (42, "wasGeneratedBy(ex:e, -, {1})", "wasGeneratedBy(ex:f, -, {2}) wasDerivedFrom(ex:f, ex:e)"),
    (43, "wasGeneratedBy(ex:e, -, {1})", "wasStartedBy(ex:a, ex:e, -, {2})"),
    (43, "wasStartedBy(ex:a, ex:e, -, {1})", "wasInvalidatedBy(ex:e, -, {2})"),
    (44, "wasGeneratedBy(ex:e, -, {1})", "wasEndedBy(ex:a, ex:e, -, {2})"),
    (44, "wasEndedBy(ex:a, ex:e, -, {1})", "wasInvalidatedBy(ex:e, -, {2})"),
    (
        45,
        "wasGeneratedBy(ex:e, -, {1})",
        "wasGeneratedBy(ex:f, -, {2}) specializationOf(ex:f, ex:e)",
    ),
    (
        46,
        "wasInvalidatedBy(ex:f, -, {1})",
        "wasInvalidatedBy(ex:e, -, {2}) specializationOf(ex:f, ex:e)",
    ),
    (
        47,
        "wasStartedBy(ex:a, -, -, {1})",
        "wasInvalidatedBy(ex:g, -, {2}) wasAssociatedWith(ex:a, ex:g, -)",
    ),
    (
        47,
        "wasGeneratedBy(ex:g, -, {1})",
        "wasEndedBy(ex:a, -, -, {2}) wasAssociatedWith(ex:a, ex:g, -)",
    ),
    (
        47,
        "wasStartedBy(ex:a, -, -, {1})",
        "wasEndedBy(ex:g, -, -, {2}) wasAssociatedWith(ex:a, ex:g, -)",
    ),
    (
        47,
        "wasStartedBy(ex:g, -, -, {1})",
        "wasEndedBy(ex:a, -, -, {2}) actedOnBehalfOf(ex:g, ex:h, ex:a)",
    ),
    (
        47,
        "wasStartedBy(ex:h, -, -, {1})",
        "wasEndedBy(ex:a, -, -, {2}) actedOnBehalfOf(ex:g, ex:h, ex:a)",
    ),
    (
        48,
        "wasGeneratedBy(ex:g, -, {1})",
        "wasGeneratedBy(ex:e, -, {2}) wasAttributedTo(ex:e, ex:g)",
    ),
    (
        48,
        "wasStartedBy(ex:g, -, -, {1})",
        "wasGeneratedBy(ex:e, -, {2}) wasAttributedTo(ex:e, ex:g)",
    ),
    (
        49,
        "wasGeneratedBy(ex:h, -, {1})",
        "wasInvalidatedBy(ex:g, -, {2}) actedOnBehalfOf(ex:g, ex:h, -)",
    ),
    (
        49,
        "wasStartedBy(ex:h, -, -, {1})",
        "wasEndedBy(ex:g, -, -, {2}) actedOnBehalfOf(ex:g, ex:h, -)",
    ),
]
"""A constraint, an event at one time, and another that comes after it with what makes it so."""


@pytest.mark.parametrize(("number", "before", "after"), AGAINST_THE_CLOCK)
def test_times_against_the_order_of_events_are_a_warning(
    number: int, before: str, after: str
) -> None:
    assert found(said(before, after)) == []
    assert found(said(before.replace("{1}", "{2}"), after)) == []
    findings = found(said(before.replace("{1}", "{2}"), after.replace("{2}", "{1}")))
    assert {f.severity for f in findings} == {Severity.WARNING}
    assert any(f"{NAMES[number]} ({number})" in f.message for f in findings)


def test_times_with_and_without_a_zone_are_not_compared() -> None:
    assert found(said("wasGeneratedBy(ex:e, -, {2})", "used(ex:a, ex:e, {1}Z)")) == []


def test_starts_and_ends_ends_and_invalidations_each_are_at_one_time() -> None:
    """31, 32, 39 and 40: several of one kind precede each other, which no ring forbids."""
    for each in ("wasGeneratedBy(ex:{}; ex:e, ex:{}, -)", "wasStartedBy(ex:{}; ex:a, -, ex:{}, -)"):
        assert found(said(each.format("g", "b"), each.format("h", "c"))) == []


def test_a_long_ring_is_told_in_part_and_names_all_its_statements() -> None:
    """Constraint 42: what derives from itself over many steps; no step leads back elsewhere."""
    count = 5000
    entities = [f"entity(ex:e{n})" for n in range(count)]
    ring = [f"wasDerivedFrom(ex:e{(n + 1) % count}, ex:e{n})" for n in range(count)]
    (finding,) = found(provn(*entities, *ring))
    assert len(finding.ids) == count
    assert "and 4,994 more steps back to it" in finding.message


def test_events_that_nothing_says_happened_are_in_no_ring() -> None:
    """Only entities that are declared are generated (inference 7)."""
    ring = ["wasDerivedFrom(ex:e, ex:f)", "wasDerivedFrom(ex:f, ex:e)"]
    assert found(provn(*ring)) == []
    assert found(provn(*ring, "entity(ex:e)")) == []
    assert len(found(provn(*ring, "entity(ex:e)", "wasGeneratedBy(ex:f, -, -)"))) == 1


def test_each_ring_is_told_once_and_each_bundle_is_judged_by_itself() -> None:
    entities = ["entity(ex:e)", "entity(ex:f)"]
    forth, back = "wasDerivedFrom(ex:e, ex:f)", "wasDerivedFrom(ex:f, ex:e)"
    apart = provn(*entities, forth, "bundle ex:b", *entities, back, "endBundle")
    assert found(apart) == []
    both = provn(*entities, forth, back, "bundle ex:b", *entities, forth, back, "endBundle")
    assert len(found(both)) == 2


def test_what_is_invalid_is_read_all_the_same() -> None:
    imported = provn("entity(ex:e)", "activity(ex:e)", "specializationOf(ex:e, ex:e)")
    assert len(found(imported)) == 2
    case = Case.of(imported.records)
    assert [type(record) for record in case.records()] == [Document, Kept, Kept]


@pytest.mark.parametrize(
    "relation", ["mentionOf(ex:e, ex:f, -)", "wasDerivedFrom(ex:d; ex:e, -)", "used(-, ex:e, -)"]
)
def test_relations_that_lack_what_they_relate_are_refused(relation: str) -> None:
    assert refused_in(relation) == 1


def refused_in(relation: str) -> int:
    try:
        return provn(relation).counts.refused
    except ValueError:
        return 1


W3C = Path(prov.__file__).parent / "tests" / "unification" / "constraints"
VALID_BY_THE_SPECIFICATION = {
    # there is no uniqueness of usages, and the activity of a delegation may be left out
    *(f"usage-fail{n}.xml" for n in (1, 5, 6, 7)),
    *(f"delegation-fail{n}.xml" for n in (4, 5)),
}
OF_ANOTHER_SYNTAX = {"bundle-success1.xml", "bundle-success2.xml"}


@pytest.mark.skipif(not W3C.is_dir(), reason="the prov library comes without its examples")
def test_cases_of_the_working_group_are_judged_as_they_say() -> None:
    wrong = []
    for path in sorted({*W3C.glob("*.xml"), *W3C.glob("*.provx")}):
        invalid = "fail" in path.name.lower() and path.name not in VALID_BY_THE_SPECIFICATION
        if path.name not in OF_ANOTHER_SYNTAX and is_rejected(path) != invalid:
            wrong.append(path.name)
    assert wrong == []


def is_rejected(path: Path) -> bool:
    assert PROV_XML.read is not None
    try:
        imported = PROV_XML.read(Content(path.name, path.read_bytes()))
    except ValueError:
        return True
    return any(f.severity is Severity.ERROR for f in imported.findings)


def test_components_are_those_that_reach_each_other() -> None:
    rng = random.Random(1)  # noqa: S311 - graphs, not secrets
    for _ in range(200):
        nodes = range(rng.randrange(1, 9))
        after = {n: [m for m in nodes if rng.random() < 0.25] for n in nodes}
        reached = {n: reachable(n, after) for n in nodes}
        component = strong_components(after)
        for n in nodes:
            for m in nodes:
                together = n == m or (m in reached[n] and n in reached[m])
                assert (component[n] == component[m]) == together


def reachable(start: int, after: dict[int, list[int]]) -> set[int]:
    seen: set[int] = set()
    pending = [start]
    while pending:
        for node in after[pending.pop()]:
            if node not in seen:
                seen.add(node)
                pending.append(node)
    return seen


def test_components_of_a_long_path_need_no_recursion() -> None:
    length = 100_000
    component = strong_components({n: [n + 1] for n in range(length)})
    assert len(set(component.values())) == length + 1
