from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from attribution.extract.actors.cast import Cast, Mention, find_cast
from attribution.extract.claims.showing import Shown
from attribution.extract.claims.texts import claim_text
from attribution.extract.claims.writing import (
    about,
    claim_of,
    claim_shown,
    claim_stated,
    main_relation,
    relation_text,
)
from attribution.extract.detection import Detection
from attribution.extract.english.morphology import possessive
from attribution.extract.relations.finding import StatedRelation, find_relations
from attribution.extract.text.tokens import tokenize
from evidence.model import Actor, Claim, Document
from evidence.vocabulary import PREDICATES, ActorKind, BearingKind, EvidenceKind, Stance

ACTORS = {
    "iran": Actor(id="iran", name="Iran", kind=ActorKind.STATE),
    "iraq": Actor(id="iraq", name="Iraq", kind=ActorKind.STATE),
    "hamas": Actor(id="hamas", name="Hamas", kind=ActorKind.ARMED_GROUP),
    "envoys": Actor(
        id="envoys", name="Iran’s envoys", kind=ActorKind.UNNAMED, speaks_for=("iran",)
    ),
    "proxies": Actor(id="proxies", name="Iran’s proxies", kind=ActorKind.UNNAMED),
}


def mention(text: str, words: str, actor: str | None, form: str = "pronoun") -> Mention:
    start = text.index(words)
    return Mention(start, start + len(words), actor, words, form)  # type: ignore[arg-type]


def cast(*mentions: Mention) -> Cast:
    return Cast(ACTORS, tuple(sorted(mentions, key=lambda m: (m.start, -m.end))))


def claim(
    text: str,
    content: str,
    *mentions: Mention,
    stance: Stance = Stance.ASSERTS,
    by: str | None = None,
) -> Claim:
    start = text.index(content)
    found = Detection((), (), ((start, start + len(content)),))
    tokenized = tokenize(text)
    known = cast(*mentions)
    relations = find_relations(tokenized, known)
    speakers = () if by is None else (by,)
    return claim_of(tokenized, found, known, stance=stance, by=speakers, relations=relations)


@pytest.mark.parametrize(
    ("content", "text"),
    [
        ("that the bridge was open", "the bridge was open"),
        ("that reading of the law", "that reading of the law"),
        ("“The bridge was open.”", "The bridge was open"),
        ("“the bridge was open,”", "the bridge was open"),
        ("the bridge was “open” again", "the bridge was “open” again"),
        ("of floods", "floods"),
        ("that is why it fell", "that is why it fell"),
        ("“a” and “b”", "“a” and “b”"),
        ("the  bridge\nwas open", "the bridge was open"),
        ("'quoted' words", "'quoted' words"),
        ("the bridge was “open", "the bridge was “open"),
    ],
)
def test_what_ties_words_to_their_speaker_is_dropped(content: str, text: str) -> None:
    assert claim(f"He said {content} ...", content).text == text


def test_pronouns_give_way_to_names_in_brackets_once() -> None:
    text = "Iran said it would do what it could for its ally."
    first = mention(text, "it would", "iran")
    pronoun = Mention(first.start, first.start + 2, "iran", "it", "pronoun")
    owner = mention(text, "its", "iran")
    written = claim(text, "it would do what it could for its ally.", pronoun, owner)
    assert written.text == "[Iran] would do what it could for its ally"


def test_possessives_and_short_descriptions_give_way_too() -> None:
    text = "Iran spoke of its hand in the raid. Iran spoke of the country’s hand in the raid."
    by_pronoun = claim(text, "its hand in the raid", mention(text, "its", "iran"))
    described = mention(text, "the country", "iran", "nominal")
    assert by_pronoun.text == "[Iran’s] hand in the raid"
    assert claim(text, "the country’s hand in the raid", described).text == by_pronoun.text


def test_a_pronoun_inside_a_longer_description_is_kept_with_it() -> None:
    text = "Iran arms its proxies."
    inner, outer = mention(text, "its", "iran"), mention(text, "its proxies", "proxies", "nominal")
    assert claim(text, "its proxies", inner, outer).text == "[Iran’s proxies]"


def test_the_first_person_stays_and_is_named() -> None:
    text = "“I am glad,” he said."
    assert claim(text, "I am glad", mention(text, "I", "hamas")).text == "I [Hamas] am glad"


def test_pieces_are_joined() -> None:
    text = "The bridge, she said, was open."
    found = Detection((), (), ((0, 10), (22, 30)))
    written = claim_of(tokenize(text), found, cast(), stance=Stance.ASSERTS)
    assert written.text == "The bridge was open"


@pytest.mark.parametrize(
    ("content", "by", "text"),
    [
        ("any role in the raid", "iran", "[Iran’s] role in the raid"),
        ("involvement in the raid", "envoys", "[Iran’s] involvement in the raid"),
        ("attacking the base", "hamas", "[Hamas] attacking the base"),
        ("that Iran attacked", "hamas", "Iran attacked"),
        ("“any claim that we fired is wrong”", "hamas", "we fired"),
        ("the king’s death", "hamas", "the king’s death"),
    ],
)
def test_of_a_denial_the_claim_is_what_is_denied(content: str, by: str, text: str) -> None:
    written = claim(f"They denied {content}.", content, stance=Stance.DENIES, by=by)
    assert written.text == text


def test_who_speaks_for_a_state_calls_it_the_country() -> None:
    text = "They denied the country’s hand in it."
    country = mention(text, "the country", None, "nominal")
    written = claim(text, "the country’s hand in it", country, stance=Stance.DENIES, by="envoys")
    assert written.text == "[Iran’s] hand in it"


def test_a_claim_carries_the_relation_that_it_mainly_states() -> None:
    text = "She said that Iran has long supplied Hamas with drones."
    mentions = mention(text, "Iran", "iran", "name"), mention(text, "Hamas", "hamas", "name")
    written = claim(text, "that Iran has long supplied Hamas with drones", *mentions)
    assert (written.subject, written.predicate, written.object) == ("iran", "supplies", "hamas")
    assert written.what == "drones"


def test_a_negated_relation_is_no_predicate() -> None:
    text = "She said that Iran has never supplied Hamas with drones."
    mentions = mention(text, "Iran", "iran", "name"), mention(text, "Hamas", "hamas", "name")
    written = claim(text, "that Iran has never supplied Hamas with drones", *mentions)
    assert (written.subject, written.predicate, written.object) == ("iran", None, "hamas")


def test_a_relation_in_passing_is_not_what_a_claim_says() -> None:
    relation = StatedRelation("iran", "backs", "hamas", None, 10, 20, False, False)
    assert main_relation([relation], [(0, 24)]) is relation
    assert main_relation([relation], [(0, 200)]) is None
    assert main_relation([relation], [(12, 24)]) is None


def test_same_words_same_id_unless_it_is_open_whom_they_mean() -> None:
    first, second = "A. She said the dam broke.", "B. She said the dam broke."
    assert claim(first, "the dam broke").id == claim(second, "the dam broke").id
    first, second = "A. She said he fell.", "B. She said he fell."
    unknown = [mention(text, "he fell", None) for text in (first, second)]
    pronouns = [Mention(m.start, m.start + 2, None, "he", "pronoun") for m in unknown]
    ids = {claim(text, "he fell", m).id for text, m in zip((first, second), pronouns, strict=True)}
    assert len(ids) == 2


def test_a_detection_without_content_is_misuse() -> None:
    with pytest.raises(ValueError, match="content"):
        claim_of(tokenize("x"), Detection((), ((0, 1),), ()), cast(), stance=Stance.ASSERTS)


def relation(predicate: str, subject: str = "iran", **flags: bool) -> StatedRelation:
    negated, hedged = flags.get("negated", False), flags.get("hedged", False)
    what = "drones" if predicate == "supplies" else None
    return StatedRelation(subject, predicate, "hamas", what, 0, 1, negated, hedged)


def test_relations_read_as_sentences() -> None:
    known = cast()
    assert relation_text(relation("supplies"), known) == "Iran supplies Hamas with drones"
    assert relation_text(relation("part of", "proxies"), known) == (
        "Iran’s proxies are part of Hamas"
    )
    assert relation_text(relation("backs", negated=True), known) == "Iran does not back Hamas"
    assert relation_text(relation("arms", hedged=True), known) == "Iran may arm Hamas"


@pytest.mark.parametrize("predicate", sorted(PREDICATES))
def test_every_predicate_has_words_of_its_own(predicate: str) -> None:
    variants = (
        relation(predicate),
        relation(predicate, negated=True),
        relation(predicate, "proxies"),
    )
    assert len({relation_text(variant, cast()) for variant in variants}) == 3


def test_a_stated_relation_has_one_id_wherever_it_is_stated() -> None:
    here, there = (
        relation("backs"),
        StatedRelation("iran", "backs", "hamas", None, 50, 70, False, False),
    )
    assert claim_stated(here, cast()).id == claim_stated(there, cast()).id
    assert claim_stated(relation("backs", negated=True), cast()).predicate is None


def test_what_is_shown_is_a_claim() -> None:
    text = "Images show a second ship."
    shown = Shown(0, 6, EvidenceKind.IMAGERY, (12, 25), BearingKind.SUPPORTS)
    assert claim_shown(tokenize(text), shown, cast()).text == "a second ship"


@pytest.mark.parametrize(
    ("text", "written"),
    [("to leave", "[X] to leave"), ("having left", "[X] having left"), ("king", "king"), ("", "")],
)
def test_a_claim_about_its_speaker_names_it(text: str, written: str) -> None:
    assert about(text, "X") == written


def test_names_in_s_take_an_apostrophe() -> None:
    assert possessive("Houthis") == "Houthis’"
    assert possessive("Iran") == "Iran’s"


@given(st.text(min_size=1, max_size=80))
def test_any_text_makes_a_claim(text: str) -> None:
    tokenized = tokenize(text)
    known = find_cast(tokenized, Document(id="d", text=text))
    found = Detection((), (), ((0, len(text)),))
    for stance in (Stance.ASSERTS, Stance.DENIES):
        assert claim_of(tokenized, found, known, stance=stance).text


@pytest.mark.parametrize(
    "text",
    "«it left»;»it left«;‹it left›;„it left“;‚it left‘;''it left'';``it left'';““it left””;"
    '""it left"";‘‘it left’’;« it left »;”it left”;“it left'.split(";"),
)
def test_the_marks_around_a_claim_are_left_out(text: str) -> None:
    assert claim_text(text, [(0, len(text))], cast()).text == "it left"


@pytest.mark.parametrize("text", ["“it left” and “stayed”", "it was «late»", '"no" or "yes"'])
def test_marks_that_are_not_around_the_whole_stay(text: str) -> None:
    assert claim_text(text, [(0, len(text))], cast()).text == text


def test_marks_of_one_kind_inside_a_claim_stay() -> None:
    text = "“she said “no” to it”"
    assert claim_text(text, [(0, len(text))], cast()).text == "she said “no” to it"


@given(st.text(alphabet="ab “”\"'’‘,.«»„`", max_size=30))
def test_to_write_a_claim_again_changes_nothing(text: str) -> None:
    once = claim_text(text, [(0, len(text))], cast()).text
    assert claim_text(once, [(0, len(once))], cast()).text == once


@pytest.mark.parametrize(
    "charge",
    [
        "attribute to Iran any raid on the port",
        "attribute to Iran … any raid on the port",
        "attribute any raid on the port to Iran",
        "blame Iran for any raid on the port",
        "accusing Iran of any raid on the port",
    ],
)
def test_a_charge_is_written_as_a_part_in_what_is_charged(charge: str) -> None:
    text = f"Any claim to {charge} is false."
    iran = mention(text, "Iran", "iran", "name")
    written = claim(text, text, iran, stance=Stance.DENIES, by="envoys")
    assert written.text == "[Iran’s] role in any raid on the port"


@pytest.mark.parametrize(
    "charge", ["attribute the raid", "attribute", "blame for the raid", "link to"]
)
def test_a_charge_against_nobody_stays_as_it_is(charge: str) -> None:
    text = f"Any claim to {charge} is false."
    assert claim(text, text, stance=Stance.DENIES).text == charge


def test_the_country_is_not_the_speakers_where_another_is_named() -> None:
    text = "Hamas wants war in the country."
    country = mention(text, "the country", None, "nominal")
    content = "war in the country"
    assert "[" in claim(text, content, country, by="iran").text
    text = "It wants war in Iraq and unrest in the country."
    country = mention(text, "the country", None, "nominal")
    iraq = mention(text, "Iraq", "iraq", "place")
    content = "war in Iraq and unrest in the country"
    assert claim(text, content, iraq, country, by="iran").text == content


@pytest.mark.parametrize(
    ("text", "cue", "content", "expected"),
    [
        (
            "Kyiv accused Moscow of shelling the town.",
            "accused",
            "Moscow of shelling the town",
            "Moscow [guilty] of shelling the town",
        ),
        (
            "Kyiv accused the head of the army of treason.",
            "accused",
            "the head of the army of treason",
            "the head of the army [guilty] of treason",
        ),
        (
            "Kyiv accused the Popular Front of Lund of a raid.",
            "accused",
            "the Popular Front of Lund of a raid",
            "the Popular Front of Lund [guilty] of a raid",
        ),
        (
            "Kyiv blames rebels for the outage.",
            "blames",
            "rebels for the outage",
            "rebels [to blame] for the outage",
        ),
        (
            "The firm attributed the worm to Moscow.",
            "attributed",
            "the worm to Moscow",
            "the worm [due] to Moscow",
        ),
        ("Kyiv blames the rebels.", "blames", "the rebels", "the rebels"),
        ("Kyiv spoke of rebels for hire.", "spoke", "of rebels for hire", "rebels for hire"),
    ],
)
def test_what_the_cue_says_of_the_charged_stands_in_brackets(
    text: str, cue: str, content: str, expected: str
) -> None:
    tokenized = tokenize(text)
    spans = [((text.index(words), text.index(words) + len(words)),) for words in (cue, content)]
    cast = find_cast(tokenized, Document(id="text", text=text))
    written = claim_of(tokenized, Detection((), *spans), cast, stance=Stance.ACCUSES)
    assert written.text == expected


def test_who_declines_will_not_do_it() -> None:
    text = "Ned Price declined to comment."
    tokenized, cue, content = tokenize(text), (10, 18), (19, 29)
    cast = find_cast(tokenized, Document(id="text", text=text))
    found = Detection(((0, 9),), (cue,), (content,))
    written = claim_of(tokenized, found, cast, stance=Stance.INTENDS, by=("ned-price",))
    assert written.text == "[Ned Price not] to comment"


def test_what_is_rejected_as_false_is_claimed_without_the_verdict() -> None:
    text = "Moscow rejected the video as a crude fake."
    tokenized = tokenize(text)
    found = Detection((), ((7, 15),), ((16, len(text) - 1),))
    written = claim_of(tokenized, found, cast(), stance=Stance.DENIES)
    assert written.text == "the video"


@pytest.mark.parametrize(
    ("content", "text"),
    [
        ("that account", "that account"),
        ("then that it rained", "it rained"),
        ("2018 that it rained", "it rained"),
    ],
)
def test_only_the_word_that_opens_a_clause_is_left_out(content: str, text: str) -> None:
    words = f"Kim disputed {content}."
    start = words.index(content)
    document = Document(id="d", text=words)
    cast = find_cast(tokenize(words), document, ())
    assert claim_text(words, [(start, start + len(content))], cast).text == text


def test_a_charge_in_two_pieces_leaves_out_what_stands_between() -> None:
    words = "“Any claim to attribute to Iran,” its envoy wrote, “any attack on Kuwait is wrong.”"
    pieces = ("“Any claim to attribute to Iran,”", "“any attack on Kuwait is wrong.”")
    spans = tuple((words.index(p), words.index(p) + len(p)) for p in pieces)
    cue = words.index("wrote")
    detection = Detection((), ((cue, cue + 5),), spans)
    tokenized = tokenize(words)
    cast = find_cast(tokenized, Document(id="d", text=words), [detection])
    claim = claim_of(tokenized, detection, cast, stance=Stance.DENIES)
    assert claim.text == "[Iran’s] role in any attack on Kuwait"
