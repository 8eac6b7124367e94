"""Who is named in a document, and which names are one actor's."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from attribution.extract.actors.cast import Cast, find_cast
from attribution.extract.text.tokens import tokenize
from evidence.model import Actor, Document
from evidence.vocabulary import ActorKind

CastOf = Callable[..., Cast]


def _actor(cast: Cast, name: str) -> Actor:
    return next(actor for actor in cast.actors.values() if actor.name == name)


def _meant(cast: Cast, words: str) -> list[str | None]:
    """Names of the actors that mentions of these words mean."""
    ids = [mention.actor for mention in cast.mentions if mention.name == words]
    return [None if i is None else cast.actors[i].name for i in ids]


def test_full_name_short_name_and_title_are_one(cast_of: CastOf) -> None:
    cast = cast_of(
        "Prime Minister Mustafa al-Kadhimi left. Mr. Kadhimi returned. Al-Kadhimi rested."
    )
    assert [a.name for a in cast.actors.values()] == ["Mustafa al-Kadhimi"]
    assert _actor(cast, "Mustafa al-Kadhimi").kind is ActorKind.PERSON


def test_middle_names_initials_and_short_forms_agree(cast_of: CastOf) -> None:
    cast = cast_of("Donald J. Trump met Bill Clinton. Donald Trump met William Clinton.")
    assert sorted(a.name for a in cast.actors.values()) == ["Bill Clinton", "Donald J. Trump"]


def test_them_is_no_actor_of_an_earlier_sentence_where_a_thing_is_nearer(cast_of: CastOf) -> None:
    text = "{} spoke. The premier condemned the raids, calling them a crime."
    assert _meant(cast_of(text.format("Iran’s envoys")), "them") == [None]
    assert _meant(cast_of("Iran’s envoys spoke. Lund thanked them."), "them") == ["Iran’s envoys"]


def test_its_means_the_one_acted_on_and_not_whoever_owns_the_subject(cast_of: CastOf) -> None:
    cast = cast_of(
        "Kata’ib Hezbollah vowed revenge. Its spokesman Mohammed Mohi warned the United States of"
        " raids as its presence is illegal.",
        ("Its spokesman Mohammed Mohi", "warned", "of raids as its presence is illegal"),
    )
    assert _meant(cast, "its") == ["United States"]


def test_a_state_that_only_qualifies_a_source_does_not_speak(cast_of: CastOf) -> None:
    cast = cast_of(
        "The World Bank lent money. Several US lawmakers said so after it had agreed.",
        ("Several US lawmakers", "said", "so"),
    )
    assert _meant(cast, "it") != ["United States"]


def test_two_bearers_of_a_surname_stay_two(cast_of: CastOf) -> None:
    cast = cast_of("Bill Clinton and Hillary Clinton arrived. Mrs. Clinton spoke. Mr. Clinton sat.")
    assert _meant(cast, "Clinton") == ["Hillary Clinton", "Bill Clinton"]


def test_a_state_with_its_people_and_capital_is_one(cast_of: CastOf) -> None:
    cast = cast_of("The United States spoke. Washington agreed. US troops left. American aid came.")
    state = _actor(cast, "United States")
    assert state.kind is ActorKind.STATE
    assert sorted(state.aliases) == ["American", "US", "Washington"]


def test_a_capital_may_be_the_name_of_a_person(cast_of: CastOf) -> None:
    cast = cast_of("Kerry Washington sang. Washington was applauded.")
    assert _meant(cast, "Washington") == ["Kerry Washington"]


def test_an_acronym_is_joined_with_what_it_stands_for(cast_of: CastOf) -> None:
    cast = cast_of("The International Atomic Energy Agency met. The IAEA warned Iran.")
    assert _meant(cast, "IAEA") == ["International Atomic Energy Agency"]


def test_lists_tell_the_kind(cast_of: CastOf) -> None:
    cast = cast_of(
        "Iran arms proxies such as Saraya Ashtar and Zainabiyoun. It has drones like Yasir and"
        " Oghab-1 made by companies such as Farnas Pasargad."
    )
    kinds = {actor.name: actor.kind for actor in cast.actors.values()}
    assert kinds["Zainabiyoun"] is ActorKind.ARMED_GROUP
    assert kinds["Yasir"] is kinds["Oghab-1"] is ActorKind.PRODUCT
    assert kinds["Farnas Pasargad"] is ActorKind.ORGANISATION


@pytest.mark.parametrize(
    ("text", "speaker", "principal"),
    [
        ("Iran’s UN envoy, Majid Takht Ravanchi, left.", "Majid Takht Ravanchi", "Iran"),
        ("Pentagon Press Secretary John Kirby left.", "John Kirby", "Pentagon"),
        (
            "Kata’ib Hezbollah fled. Its spokesman Mohammed Mohi left.",
            "Mohammed Mohi",
            "Kata’ib Hezbollah",
        ),
        ("Dmitry Peskov, a spokesman for the Kremlin, left.", "Dmitry Peskov", "Kremlin"),
        ("Iran’s representatives left.", "Iran’s representatives", "Iran"),
        ("Iraq’s Prime Minister Mustafa al-Kadhimi left.", "Mustafa al-Kadhimi", "Iraq"),
    ],
)
def test_who_speaks_for_whom(cast_of: CastOf, text: str, speaker: str, principal: str) -> None:
    cast = cast_of(text)
    assert _actor(cast, speaker).speaks_for == (_actor(cast, principal).id,)


def test_pronouns_mean_the_likeliest_before_them(cast_of: CastOf) -> None:
    cast = cast_of("John Kirby met Angela Merkel. She praised him. The Pentagon moved its ships.")
    assert _meant(cast, "She") == ["Angela Merkel"]
    assert _meant(cast, "him") == ["John Kirby"]
    assert _meant(cast, "its") == ["Pentagon"]


def test_a_doubtful_pronoun_means_nobody(cast_of: CastOf) -> None:
    cast = cast_of("John Kirby and Ned Price spoke. He left.")
    assert _meant(cast, "He") in ([None], ["John Kirby"])
    assert _meant(cast_of("It rained. She left."), "She") == [None]


def test_an_unnamed_person_keeps_a_pronoun_from_somebody_named(cast_of: CastOf) -> None:
    cast = cast_of("John Kirby spoke at noon. A doctor arrived later. He was late.")
    assert _meant(cast, "He") != ["John Kirby"]


def test_a_role_means_its_holder(cast_of: CastOf) -> None:
    cast = cast_of(
        "Sen. Marco Rubio met Gov. Chris Christie of New Jersey. The senator spoke of taxes."
    )
    assert _meant(cast, "The senator") == ["Marco Rubio"]


def test_a_vice_president_is_no_president(cast_of: CastOf) -> None:
    cast = cast_of(
        "President Barack Obama left. Vice President Joe Biden stayed. The president slept."
    )
    assert _meant(cast, "The president") == ["Barack Obama"]


def test_an_opening_calls_by_role_whom_it_names_next(cast_of: CastOf) -> None:
    text = "A federal judge ruled on Monday. Justice Frank Nervo wrote it. {}"
    assert _meant(cast_of(text.format("It rained.")), "A federal judge") == ["Frank Nervo"]
    other = "Judge Carla Hoyt disagreed."
    assert _meant(cast_of(text.format(other)), "A federal judge") == ["A federal judge"]


def test_a_committee_is_named_with_its_body(cast_of: CastOf) -> None:
    cast = cast_of("He told the Senate banking committee. The committee laughed.")
    assert _meant(cast, "The committee") == ["Senate banking committee"]


def test_a_word_for_a_people_may_be_a_surname(cast_of: CastOf) -> None:
    cast = cast_of("Mark Cuban spoke. Cuban denied it.")
    assert _meant(cast, "Cuban") == ["Mark Cuban"]


def test_father_and_son_of_one_name_are_two(cast_of: CastOf) -> None:
    cast = cast_of("Brent Bozell III spoke. His father, Brent Bozell, Jr., listened.")
    assert len([a for a in cast.actors.values() if a.kind is ActorKind.PERSON]) == 2


def test_an_agency_is_the_public_body_just_named(cast_of: CastOf) -> None:
    cast = cast_of(
        "Reuters met the Census Bureau. The agency counted. The Obama administration left."
    )
    assert _meant(cast, "The agency") == ["Census Bureau"]


def test_the_author_of_the_record_is_in_the_cast() -> None:
    text = "I left. Ursula Unger stayed."
    record = Document(id="d", text=text, authors=("Ursula Unger",))
    cast = find_cast(tokenize(text), record)
    assert cast.author == "ursula-unger"
    other = find_cast(tokenize("I left."), Document(id="d", authors=("Ursula Unger",)))
    assert other.actors["ursula-unger"].kind is ActorKind.PERSON


def test_a_lawyer_is_known_by_the_client(cast_of: CastOf) -> None:
    cast = cast_of(
        "Carla Hoyt was charged. A lawyer for Hoyt, Ned Price, objected. Now Hoyt’s attorney left."
    )
    assert _meant(cast, "Hoyt’s attorney") == ["Ned Price"]


def test_bodies_named_by_their_owner(cast_of: CastOf) -> None:
    cast = cast_of("The Biden administration acted. Joe Biden spoke. His administration agreed.")
    assert _meant(cast, "The Biden administration") == ["Biden administration"]
    assert _meant(cast, "His administration") == ["Biden administration"]
    assert _meant(cast_of("The Iranian government fell."), "The Iranian government") == ["Iran"]


def test_groups_are_kept_by_their_words(cast_of: CastOf) -> None:
    cast = cast_of("Iran denied it. Its proxies fled. Iran’s proxies returned. US lawmakers rose.")
    names = [a.name for a in cast.actors.values() if a.kind is ActorKind.UNNAMED]
    assert names == ["Iran’s proxies", "US lawmakers"]


def test_mentions_nest_and_the_widest_counts(cast_of: CastOf) -> None:
    text = "Iran’s envoy, Majid Takht Ravanchi, left."
    cast = cast_of(text)
    end = text.index(", left")
    inside = [m.name for m in cast.mentions_in(0, len("Iran’s envoy"))]
    assert inside == ["Iran’s envoy", "Iran"]
    assert cast.actor_of(0, end) == "majid-takht-ravanchi"
    assert cast.actor_of(0, len("Iran")) == "iran"
    assert cast.actor_of(end, len(text)) is None


@pytest.mark.parametrize(
    "text",
    [
        "",
        "\n\n",
        "IRAN DENIED IT. JOHN KIRBY SAID THE PENTAGON AGREED. HE LEFT.",
        "iran denied it john kirby said the pentagon agreed he left",
        "قال محمد إن إيران رفضت. He said “نعم”.",
        "🚀 John Kirby said 🚀🚀. He 👍 left.",
        "'s 's of the of the and and , , , ( ( ) )",
        "Mr. Mrs. Sen. Gov. President Prime Minister of of the the",
        "X " * 400,
    ],
)
def test_odd_texts_do_no_harm(cast_of: CastOf, text: str) -> None:
    _check(text, cast_of(text))


def test_long_texts_are_read_through(cast_of: CastOf) -> None:
    text = "Iran denied it. Its envoy Majid Takht Ravanchi said he knew. " * 1500
    cast = cast_of(text)
    assert sum(m.name == "Iran" for m in cast.mentions) == 1500
    assert len(cast.actors) < 10


@given(
    st.lists(
        st.sampled_from(
            "Iran US Iranian-backed Mr. Sen. John Kirby Hillary Clinton the a its his he she they"
            " spokesman militias campaign of and said denied , . “ ” ’s Pentagon Kata’ib Hezbollah"
            " CNN Basir-1 several \n\n".split(" ")
        ),
        max_size=60,
    )
)
@settings(max_examples=200, deadline=None)
def test_every_mention_is_sound(words: list[str]) -> None:
    text = " ".join(words)
    first = find_cast(tokenize(text), Document(id="d", text=text))
    _check(text, first)
    assert first == find_cast(tokenize(text), Document(id="d", text=text))


def _check(text: str, cast: Cast) -> None:
    order = [(mention.start, -mention.end) for mention in cast.mentions]
    assert order == sorted(order)
    for mention in cast.mentions:
        assert text[mention.start : mention.end] == mention.name != ""
        assert mention.actor is None or mention.actor in cast.actors
    for key, actor in cast.actors.items():
        assert key == actor.id
        assert all(other in cast.actors and other != key for other in actor.speaks_for)


def test_a_mission_speaks_and_not_the_body_that_it_is_sent_to(cast_of: CastOf) -> None:
    cast = cast_of(
        "Iran's mission to the United Nations dismissed the findings. “Lies,” it wrote, adding"
        " that it had sent nothing.",
        ("Iran's mission to the United Nations", "dismissed", "the findings"),
        ("it", "wrote", "“Lies,”"),
    )
    assert _meant(cast, "it") == ["Iran’s mission", "Iran’s mission"]


def test_an_alliance_is_named_by_who_leads_it(cast_of: CastOf) -> None:
    cast = cast_of(
        "The United Nations met. The Saudi-led coalition spoke. Later the coalition fired."
    )
    assert _meant(cast, "The Saudi-led coalition") == ["Saudi-led coalition"]
    assert _meant(cast, "the coalition") == ["Saudi-led coalition"]


def test_a_coalition_that_nobody_leads_is_no_other_body(cast_of: CastOf) -> None:
    cast = cast_of("The United Nations met. Later the coalition fired.")
    assert _meant(cast, "the coalition") == [None]


def test_an_armed_group_is_one_with_its_forces(cast_of: CastOf) -> None:
    cast = cast_of("The Houthis spoke. The Houthi forces fired. Three Houthi fighters fled.")
    assert _meant(cast, "Houthis") == ["Houthis"]
    assert _meant(cast, "The Houthi forces") == ["Houthis"]
    assert _meant(cast, "Three Houthi fighters") != ["Houthis"]


def test_a_name_after_what_somebody_directs_is_theirs(cast_of: CastOf) -> None:
    cast = cast_of("“No,” its director of special operations, Ana Lund, said.")
    assert _meant(cast, "its director") == ["Ana Lund"]


def test_what_is_denied_is_a_matter_and_nobody(cast_of: CastOf) -> None:
    text = "The World Bank lent money. Ned Price denied it."
    assert _meant(cast_of(text, ("Ned Price", "denied", "it")), "it") == [None]


def test_they_are_not_one_actor_where_several_speak(cast_of: CastOf) -> None:
    cast = cast_of(
        "The World Bank lent money. France and Italy said they shared the view.",
        ("France and Italy", "said", "they shared the view"),
    )
    assert _meant(cast, "they") == [None]


def test_a_spokesman_is_called_by_the_whole_name_of_the_body(cast_of: CastOf) -> None:
    cast = cast_of("A spokesman for the Houthi forces said so.")
    assert "A spokesman for the Houthi forces" in {a.name for a in cast.actors.values()}


@pytest.mark.parametrize(
    "predicate",
    [
        "could have been a false flag operation",
        "was not an accident",
        "was designed to mislead",
        "is clear that nobody knew",
        "is likely that nobody knew",
        "was too early to tell",
    ],
)
def test_it_is_a_matter_where_no_actor_could_be_so(cast_of: CastOf, predicate: str) -> None:
    cast = cast_of(f"The World Bank lent money. Ann Lee said it {predicate}.")
    assert _meant(cast, "it") == [None]


@pytest.mark.parametrize("predicate", ["was ready to lend", "is a bank", "had been warned"])
def test_it_is_an_actor_where_one_could_be_so(cast_of: CastOf, predicate: str) -> None:
    text = f"The World Bank lent money. “No,” it said, adding that it {predicate}."
    assert _meant(cast_of(text, ("it", "said", "“No,”")), "it") == ["World Bank"] * 2


def test_a_body_that_opens_a_sentence_is_meant_and_not_its_state(cast_of: CastOf) -> None:
    cast = cast_of(
        "North Korea's mission to the United Nations in New York did not respond. It has denied"
        " hacking.",
        ("It", "has denied", "hacking"),
    )
    assert _meant(cast, "It") == ["North Korea’s mission"]


def test_a_body_of_a_state_is_one_however_the_state_is_named(cast_of: CastOf) -> None:
    cast = cast_of(
        "Russia's foreign ministry spoke. The Russian foreign ministry spoke again. The Russian"
        " defence ministry did not."
    )
    assert _meant(cast, "Russia's foreign ministry") == ["Russia’s foreign ministry"]
    assert _meant(cast, "The Russian foreign ministry") == ["Russia’s foreign ministry"]
    assert _meant(cast, "The Russian defence ministry") == ["Russia’s defence ministry"]
    ministry = next(a for a in cast.actors.values() if a.name == "Russia’s foreign ministry")
    assert ministry.speaks_for == ("russia",)


def test_an_agency_is_the_one_just_named_by_what_it_sees_to(cast_of: CastOf) -> None:
    cast = cast_of("South Korea's spy agency told lawmakers so. The agency gave no figure.")
    assert _meant(cast, "The agency") == ["South Korea’s spy agency"]


def test_one_of_many_courts_is_not_another(cast_of: CastOf) -> None:
    cast = cast_of("A Russian court met. A Russian court met elsewhere.")
    assert _meant(cast, "A Russian court") == [None, None]


def test_a_newspaper_is_an_outlet(cast_of: CastOf) -> None:
    cast = cast_of("The German newspaper Die Zeit found it.")
    assert [a.kind for a in cast.actors.values() if a.name == "Die Zeit"] == [ActorKind.OUTLET]


def test_the_experts_are_those_named_before_if_there_is_one_such_group(cast_of: CastOf) -> None:
    one = cast_of("United Nations experts met. The experts wrote.")
    assert _meant(one, "The experts") == ["United Nations experts"]
    two = cast_of("United Nations experts met. Swiss experts met. The experts wrote.")
    assert _meant(two, "The experts") == ["experts"]


def test_a_body_may_begin_with_an_everyday_word(cast_of: CastOf) -> None:
    cast = cast_of(
        "— Human Rights Watch accused Iran. The New York-based organisation met. HRW left."
    )
    for words in ("Human Rights Watch", "The New York-based organisation", "HRW"):
        assert _meant(cast, words) == ["Human Rights Watch"]
    assert _meant(cast, "New") == []


def test_a_firm_is_one_word_with_its_sign(cast_of: CastOf) -> None:
    cast = cast_of("AT&T spoke of its networks.")
    assert cast.actors["at-t"].name == "AT&T"
    assert cast.actors["at-t"].kind is ActorKind.ORGANISATION
    assert _meant(cast, "its") == ["AT&T"]


def test_its_may_be_that_of_a_name_that_says_nothing(cast_of: CastOf) -> None:
    assert _meant(cast_of("Cisco spoke of its networks."), "its") == ["Cisco"]
    assert _meant(cast_of("Alice spoke of its networks."), "its") == [None]


def test_who_writes_after_a_name_is_not_called_so(cast_of: CastOf) -> None:
    cast = cast_of("“It resembles Basilisk,” a spokesman for the German firm wrote.")
    assert _meant(cast, "a spokesman") != ["Basilisk"]
    apposed = cast_of("Ana Lund, a spokesman for the German firm, wrote.")
    assert _meant(apposed, "a spokesman") == ["Ana Lund"]


def test_a_state_may_be_described(cast_of: CastOf) -> None:
    cast = cast_of("Yemen's internationally recognised government promised it.")
    assert _meant(cast, "Yemen's internationally recognised government") == ["Yemen"]


def test_a_panel_is_of_who_sends_it(cast_of: CastOf) -> None:
    cast = cast_of("A UN panel met. The panel wrote.")
    assert _meant(cast, "The panel") == ["UN panel"]


def test_a_government_of_national_accord_is_one_name(cast_of: CastOf) -> None:
    cast = cast_of("Turkey armed the Government of National Accord. Turkey left.")
    assert _meant(cast, "Government of National Accord") == ["Government of National Accord"]


def test_they_are_things_where_no_actor_could_be_so(cast_of: CastOf) -> None:
    cast = cast_of("The rebels spoke. They said they were damaged.", ("They", "said", "they were"))
    assert _meant(cast, "they") == [None]


def test_what_follows_a_colon_goes_on_with_its_sentence(cast_of: CastOf) -> None:
    cast = cast_of("The rebels spoke. Flight records suggest otherwise: they show flights.")
    assert _meant(cast, "they") == [None]


def test_they_in_a_quotation_are_no_body(cast_of: CastOf) -> None:
    text = "The World Bank met. “They hit me,” a prisoner told it."
    cast = cast_of(text, ("a prisoner", "told", "“They hit me,”"))
    assert _meant(cast, "They") == [None]


def test_officials_whose_owner_is_known_are_called_officials(cast_of: CastOf) -> None:
    cast = cast_of("The Emirates, whose officials seldom speak, met.")
    assert _meant(cast, "whose officials") == ["officials"]


def test_it_may_be_the_thing_just_spoken_of(cast_of: CastOf) -> None:
    cast = cast_of(
        "The World Bank met. The World Bank said the ship was empty and that it left.",
        ("The World Bank", "said", "the ship was empty and that it left"),
    )
    assert _meant(cast, "it") == [None]
    spoken = cast_of(
        "The World Bank met. “No.” The ship was empty, it said.",
        ("it", "said", "The ship was empty"),
    )
    assert _meant(spoken, "it") == ["World Bank"]


def test_the_government_is_that_of_the_one_state_with_a_government(cast_of: CastOf) -> None:
    one = cast_of("Iraq's government met. Iran wrote. The government left.")
    assert _meant(one, "The government") == ["Iraq"]
    two = cast_of("Iraq's government met. Iran's government met. The government left.")
    assert _meant(two, "The government") == [None]


def test_a_deputy_is_no_part_of_the_department(cast_of: CastOf) -> None:
    cast = cast_of(
        "The US Treasury met. The Treasury left. Deputy Treasury Secretary Ann Lee came."
    )
    assert _meant(cast, "Treasury") == ["US Treasury"] * 2


def test_its_is_of_who_is_to_act(cast_of: CastOf) -> None:
    cast = cast_of("The World Bank accused Kimia of helping the Quds Force to improve its drones.")
    assert _meant(cast, "its") == ["Quds Force"]


def test_them_are_the_things_before(cast_of: CastOf) -> None:
    cast = cast_of("The rebels spoke. The mode of attacks shows that one hand prepared them.")
    assert _meant(cast, "them") == [None]


def test_quoted_they_are_those_in_the_quotation(cast_of: CastOf) -> None:
    text = "Officers said: “The rebels were trained in Iran, and they came back.”"
    cast = cast_of(text, ("Officers", "said", "“The rebels were trained in Iran, and they came"))
    assert _meant(cast, "they") == ["rebels"]


def test_a_prime_minister_is_not_the_foreign_minister(cast_of: CastOf) -> None:
    cast = cast_of(
        "Israel's prime minister spoke. Yair Lapid, the Israeli foreign minister, wrote. The"
        " minister left."
    )
    assert _meant(cast, "Israel's prime minister") != ["Yair Lapid"]
    assert _meant(cast, "The minister") == ["Yair Lapid"]


def test_an_acronym_that_is_known_is_no_other(cast_of: CastOf) -> None:
    cast = cast_of("The U.S. Navy left. The UN met.")
    assert _meant(cast, "UN") == ["UN"]


def test_a_ministry_named_after_its_state_speaks_for_it(cast_of: CastOf) -> None:
    cast = cast_of("Iran sent ships. The Iranian Foreign Ministry wrote.")
    (ministry,) = (a for a in cast.actors.values() if a.name == "Iranian Foreign Ministry")
    assert ministry.speaks_for == ("iran",)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (
            "The Organisation for the Prohibition of Chemical Weapons left. The OPCW met.",
            "Organisation for the Prohibition of Chemical Weapons",
        ),
        (
            "The Panel on Lost Ships (PLS) left. The PLS met.",
            "Panel on Lost Ships",
        ),
        ("The Rapid Support Forces left. The RSF met.", "Rapid Support Forces"),
    ],
)
def test_a_name_is_as_long_as_its_acronym_says(cast_of: CastOf, text: str, name: str) -> None:
    bodies = [actor for actor in cast_of(text).actors.values() if actor.aliases]
    assert [actor.name for actor in bodies] == [name]


def test_a_bracket_that_spells_something_else_ends_no_name(cast_of: CastOf) -> None:
    names = [a.name for a in cast_of("The Panel on Lost Ships (LSP) left.").actors.values()]
    assert "Panel on Lost Ships" not in names


def test_a_campaign_is_nobody_who_is_named_after_it(cast_of: CastOf) -> None:
    text = "This amounts to a campaign of fraud, Human Rights Watch said."
    cast = cast_of(text, ("Human Rights Watch", "said", "a campaign of fraud"))
    assert all(m.form == "name" for m in cast.mentions if m.actor == "human-rights-watch")


def test_whose_director_somebody_is_does_not_say_what_they_are(cast_of: CastOf) -> None:
    cast = cast_of("It rained, said Tirana Berisha, the rights group’s director.")
    (person,) = (a for a in cast.actors.values() if a.name == "Tirana Berisha")
    assert person.kind is not ActorKind.ORGANISATION


@pytest.mark.parametrize(
    ("said", "meant"),
    [
        ("Russian claims that its drones hit the plant", "ukraine"),
        ("Russia’s allegation that it had hit the plant", "ukraine"),
        ("Russian claims that it was the rebels that hit the plant", None),
    ],
)
def test_who_denies_a_claim_is_meant_in_it(cast_of: CastOf, said: str, meant: str | None) -> None:
    text = f"Ukraine denied {said}."
    cast = cast_of(text, ("Ukraine", "denied", said))
    pronoun = next(m for m in cast.mentions if m.form == "pronoun")
    assert pronoun.actor == meant


def test_an_unnamed_person_is_called_by_where_they_are_from(cast_of: CastOf) -> None:
    cast = cast_of("A diplomat from a Western country said it. He left.")
    assert [a.name for a in cast.actors.values()] == ["A diplomat from a Western country"]


def test_what_could_no_longer_be_hidden_is_nobody(cast_of: CastOf) -> None:
    cast = cast_of("NATO left. Kim Lee said it could no longer be hidden.")
    assert all(m.actor is None for m in cast.mentions if m.name == "it")


@pytest.mark.parametrize(
    "clause",
    ["it happened at night", "it was Russia that paid", "it was the rebels who paid"],
)
def test_what_happens_or_was_somebody_else_is_nobody(cast_of: CastOf, clause: str) -> None:
    cast = cast_of(f"Iran met Oman. Kim Lee said {clause}.")
    assert all(m.actor is None for m in cast.mentions if m.name == "it")


def test_whoever_was_named_before_is_not_meant_past_one_named_here(cast_of: CastOf) -> None:
    text = "The White House rejected the plea. Kim Lee held Iran liable in that it paid."
    cast = cast_of(text, ("The White House", "rejected", "the plea"))
    (it,) = (m for m in cast.mentions if m.name == "it")
    assert it.actor != "white-house"


def test_whom_somebody_accuses_of_something_is_not_called_so(cast_of: CastOf) -> None:
    names = [a.name for a in cast_of("Kim Lee accused a lawyer of cowardice.").actors.values()]
    assert names == ["Kim Lee", "a lawyer"]


def test_a_name_goes_on_after_what_it_is_for(cast_of: CastOf) -> None:
    cast = cast_of("The Institute for the Study of War left.")
    assert [a.name for a in cast.actors.values()] == ["Institute for the Study of War"]
