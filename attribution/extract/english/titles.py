"""Words written before a name that say who somebody is: forms of address, ranks and offices."""

from __future__ import annotations

MALE_ADDRESS = frozenset("mr mr. sir lord prince king sheikh father brother pope imam".split())
FEMALE_ADDRESS = frozenset("mrs mrs. ms ms. miss lady madam dame princess queen sister".split())
ADDRESS = (
    MALE_ADDRESS
    | FEMALE_ADDRESS
    | frozenset("mx mx. dr dr. prof prof. professor rev rev. reverend hon hon. ayatollah".split())
)
"""Forms of address, in lower case, with or without their stop."""

SHORT_TITLES: dict[str, str] = {
    "sen": "senator",
    "sens": "senators",
    "rep": "representative",
    "reps": "representatives",
    "gov": "governor",
    "govs": "governors",
    "pres": "president",
    "gen": "general",
    "col": "colonel",
    "lt": "lieutenant",
    "maj": "major",
    "capt": "captain",
    "sgt": "sergeant",
    "adm": "admiral",
    "amb": "ambassador",
    "sec": "secretary",
    "supt": "superintendent",
    "det": "detective",
    "insp": "inspector",
    "atty": "attorney",
    "brig": "brigadier",
    "dr": "doctor",
    "prof": "professor",
    "rev": "reverend",
}
"""Abbreviated titles without their stop, to the role they stand for."""

TITLES = frozenset(
    "president chancellor minister premier secretary undersecretary senator congressman"
    " congresswoman representative governor mayor councilman councilwoman ambassador envoy"
    " general lieutenant colonel major captain sergeant admiral commander commodore brigadier"
    " marshal commissioner director chairman chairwoman chair chief judge justice attorney"
    " sheriff officer detective inspector superintendent spokesman spokeswoman spokesperson"
    " speaker leader whip deputy vice former then-president ex-president president-elect"
    " chairperson prosecutor editor correspondent columnist reporter author analyst strategist"
    " economist lawyer counsel moderator host anchor coach emir sultan crown-prince prince"
    " king queen pope cardinal archbishop bishop rabbi pastor aide adviser advisor manager"
    " founder co-founder nominee candidate presidential vice-president ceo cfo lawmaker"
    " delegate dean rector doctor professor actor actress activist pollster consultant"
    " historian scientist physicist tycoon businessman billionaire investor".split()
)
"""Offices and callings that may stand before a name, in lower case."""

TITLE_PARTS = frozenset(
    "prime foreign defence defense interior finance press general attorney chief executive"
    " operating financial deputy vice assistant acting interim former ex- supreme national"
    " security first lady house senate majority minority campaign state presidential"
    " republican democratic senior junior lead communications public affairs political special"
    " major".split()
)
"""Words that belong to a title of several words ("Prime Minister", "Press Secretary")."""

GENERATIONS = frozenset("jr jr. sr sr. ii iii iv".split())
"""What tells a father from a son of the same name."""

SUFFIXES = GENERATIONS | frozenset("phd ph.d. m.d. esq".split())
"""What may follow a name as part of it."""

PARTICLES = frozenset(
    "de da di del della der den van von la le el al bin ibn bint ben abu ould du dos das st"
    " st.".split()
)
"""Words without a capital inside a name ("Ludwig van Beethoven")."""
