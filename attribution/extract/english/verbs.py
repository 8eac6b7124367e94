"""Forms of English verbs, made from the lemma by rule and from a list of the irregular ones."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

Form = Literal["base", "third", "past", "participle", "ing"]
"""say, says, said, said, saying."""

IRREGULAR: dict[str, tuple[str, str]] = {
    line.split()[0]: (line.split()[1], line.split()[2])
    for line in """
    arise arose arisen
    be was been
    bear bore borne
    beat beat beaten
    become became become
    begin began begun
    bet bet bet
    bid bid bid
    blow blew blown
    break broke broken
    bring brought brought
    build built built
    buy bought bought
    cast cast cast
    catch caught caught
    choose chose chosen
    come came come
    cut cut cut
    deal dealt dealt
    do did done
    draw drew drawn
    drive drove driven
    eat ate eaten
    fall fell fallen
    feel felt felt
    fight fought fought
    find found found
    fly flew flown
    forecast forecast forecast
    foresee foresaw foreseen
    forget forgot forgotten
    forgive forgave forgiven
    get got got
    give gave given
    go went gone
    grow grew grown
    have had had
    hear heard heard
    hit hit hit
    hold held held
    hurt hurt hurt
    keep kept kept
    know knew known
    lay laid laid
    lead led led
    leave left left
    let let let
    lose lost lost
    make made made
    mean meant meant
    meet met met
    misspeak misspoke misspoken
    mistake mistook mistaken
    oversee oversaw overseen
    pay paid paid
    put put put
    quit quit quit
    read read read
    rebuild rebuilt rebuilt
    rethink rethought rethought
    rise rose risen
    run ran run
    say said said
    see saw seen
    seek sought sought
    sell sold sold
    send sent sent
    set set set
    shoot shot shot
    show showed shown
    sit sat sat
    speak spoke spoken
    spend spent spent
    spread spread spread
    stand stood stood
    steal stole stolen
    strike struck struck
    swear swore sworn
    take took taken
    teach taught taught
    tell told told
    think thought thought
    throw threw thrown
    understand understood understood
    uphold upheld upheld
    wear wore worn
    win won won
    withdraw withdrew withdrawn
    write wrote written
    """.strip().splitlines()
}
"""Lemma to past tense and past participle."""

DOUBLING = frozenset(
    "admit ban beg blog chat commit compel concur control cut defer drop equip fit get grab"
    " hit infer jab jot knit let nod occur omit pan patrol permit plan plot prefer put quip"
    " quit rap rebut recap refer rip rub run set shrug shut slam slip snap spur stop strip"
    " submit sum swap tap transfer transmit trim trot win wrap zap bet bid beget deter emit"
    " forget rid rig sit split spin tag plug slap step".split()
)
"""Verbs that double their last letter before -ed and -ing."""

_VOWELS = "aeiou"


def inflections(lemma: str) -> Iterator[tuple[str, Form]]:
    """Yield the forms of a verb.

    Args:
        lemma: The base form of one word, in lower case.

    Yields:
        Each form with what it is; the past and the participle may be the same word.
    """
    past, participle = IRREGULAR.get(lemma) or (_regular_past(lemma),) * 2
    yield lemma, "base"
    yield _third(lemma), "third"
    yield past, "past"
    yield participle, "participle"
    yield _ing(lemma), "ing"


def _third(lemma: str) -> str:
    if lemma in ("have", "be"):
        return {"have": "has", "be": "is"}[lemma]
    if lemma.endswith(("s", "x", "z", "ch", "sh")) or lemma in ("go", "do", "veto", "echo"):
        return lemma + "es"
    if _ends_in_consonant_y(lemma):
        return lemma[:-1] + "ies"
    return lemma + "s"


def _regular_past(lemma: str) -> str:
    if lemma.endswith("e"):
        return lemma + "d"
    if _ends_in_consonant_y(lemma):
        return lemma[:-1] + "ied"
    return _stem(lemma) + "ed"


def _ing(lemma: str) -> str:
    if lemma.endswith("ie"):
        return lemma[:-2] + "ying"
    if lemma.endswith("e") and not lemma.endswith(("ee", "oe", "ye")) and lemma != "be":
        return lemma[:-1] + "ing"
    return _stem(lemma) + "ing"


def _stem(lemma: str) -> str:
    if lemma in DOUBLING:
        return lemma + lemma[-1]
    return lemma + "k" if lemma.endswith("ic") else lemma


def _ends_in_consonant_y(lemma: str) -> bool:
    return lemma.endswith("y") and lemma[-2:-1] not in _VOWELS
