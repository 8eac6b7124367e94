"""Abbreviations written with a full stop, in lower case and without it."""

from __future__ import annotations

TITLES = frozenset(
    "mr mrs ms mx dr prof rev hon fr sr st messrs gov lt sen sens rep reps gen adm col maj"
    " capt cmdr cpl sgt pvt pres amb sec supt det insp atty asst assoc brig".split()
)
"""Written before a name, so their stop never ends a sentence."""

OTHERS = frozenset(
    "jr inc corp co ltd bros llc cos dept univ est vs etc al jan feb mar apr jun jul aug sept"
    " sep oct nov dec mon tue tues wed thu thurs fri ave blvd rd ft mt no nos vol fig figs"
    " approx ph art pp ala ariz ark calif colo conn del fla ga ill ind kan ky la md mich minn"
    " mo mont neb nev okla ore pa penn tenn tex va vt wash wis wyo".split()
)
"""Their stop may also end the sentence; the next word decides."""

AMBIGUOUS = frozenset(
    "no art co al la mar sec hon sun mo ill ind mon sat del ore pa wash fig ark est dec ave".split()
)
"""Also everyday words: abbreviations only with a capital, and with more of a sentence to come."""

ABBREVIATIONS = TITLES | OTHERS
