"""Several documents become one case: one record for one actor, one for one claim."""

from __future__ import annotations

from attribution.extract import detector_named
from attribution.extract.assembly import assemble
from attribution.extract.extraction import extract_document
from attribution.extract.found import Found
from evidence.case import Case
from evidence.model import Actor, Attribution, Claim, Document
from evidence.readers.intake import publisher_actor
from evidence.vocabulary import Stance


def found(name: str, text: str, publisher: str | None = None) -> Found:
    document = Document(id=name, text=text, publisher=publisher)
    return extract_document(document, detector_named("rules"))


ACCUSATION = "The Pentagon said that Iran supplied the drones to Kata’ib Hezbollah."
DENIAL = "Tehran denied that Iran supplied the drones to Kata’ib Hezbollah."


def test_accuser_and_denier_of_two_documents_meet_at_one_claim() -> None:
    case = assemble([found("a", ACCUSATION), found("b", DENIAL)])
    denial = next(a for a in case.attributions.values() if a.stance is Stance.DENIES)
    speakers = {a.by: a.stance for a in case.attributions.values() if a.claim == denial.claim}
    assert speakers["iran"] is Stance.DENIES
    assert speakers["pentagon"] is Stance.ASSERTS
    supplied = [r for r in case.relations.values() if r.does == "supplies"]
    assert len(supplied) == 1
    assert denial.claim in supplied[0].claims


def test_contrary_claims_stay_apart() -> None:
    case = assemble(
        [
            found("a", "Iran said that the drones were sold to Kata’ib Hezbollah."),
            found("b", "Iraq said that the drones were never sold to Kata’ib Hezbollah."),
        ]
    )
    assert len({a.claim for a in case.attributions.values() if a.cue}) == 2


def test_a_publisher_that_is_named_in_another_text_is_one_actor() -> None:
    agency = publisher_actor("Gulf Press Agency")
    case = assemble(
        [
            found("a", ACCUSATION, publisher=agency.id),
            found("b", "The Gulf Press Agency reported that four men had died."),
        ],
        [agency],
    )
    assert [a.name for a in case.actors.values() if "Gulf Press" in a.name] == ["Gulf Press Agency"]
    assert case.documents["a"].publisher in case.actors


def test_actors_that_nothing_refers_to_are_left_out() -> None:
    case = assemble([found("a", "Rain fell on Paris. " + ACCUSATION)])
    assert "paris" not in case.actors
    assert "france" not in case.actors
    referred = {a.by for a in case.attributions.values()} | {
        actor for r in case.relations.values() for actor in (r.who, r.to)
    }
    assert referred - {None} <= set(case.actors)


def test_a_known_case_keeps_its_records_and_ids() -> None:
    known = Case.of(
        [
            Actor(id="ir", name="Iran", reliability="C", note="the accused"),
            Claim(
                id="supply", text="Iran supplied the drones to Kata’ib Hezbollah", note="central"
            ),
            Attribution(id="x", claim="supply", by="ir", stance=Stance.DENIES),
        ],
        title="Mine",
    )
    case = assemble([found("a", ACCUSATION), found("b", DENIAL)], title="Other", known=known)
    assert case.title == "Mine"
    assert case.actors["ir"] == known.actors["ir"]
    assert case.claims["supply"] == known.claims["supply"]
    assert case.attributions["x"] == known.attributions["x"]
    assert [a.name for a in case.actors.values()].count("Iran") == 1
    stances = {a.stance for a in case.attributions.values() if a.claim == "supply"}
    assert stances == {Stance.DENIES, Stance.ASSERTS}


def test_the_order_of_documents_changes_no_record_but_order() -> None:
    parts = [found("a", ACCUSATION), found("b", DENIAL), found("c", "France said it had proof.")]
    forward, backward = assemble(parts), assemble(parts[::-1])
    assert forward.attributions.keys() == backward.attributions.keys()
    assert {a.by for a in forward.attributions.values()} == {
        a.by for a in backward.attributions.values()
    }
