"""Nouns for people by what they do, and for bodies of people: the heads of "the X said"."""

from __future__ import annotations

from collections.abc import Sequence

from attribution.extract.english.titles import SHORT_TITLES

_PERSONS = """
accountant activist actor actress adjunct administrator admiral adviser advisor advocate agent
aide ally ambassador analyst anchor apologist archbishop artist assistant associate attendee
attorney author ayatollah backer banker billionaire biographer biologist bishop blogger boss boy
broker brother bundler businessman businesswoman buyer caller campaigner candidate captain
cardinal celebrity ceo chair chairman chairperson chairwoman challenger champion chancellor chief
christian citizen cleric clerk client climatologist co-founder coach colleague colonel columnist
comedian commander commentator commissioner conservative consultant contender contractor
contributor coordinator correspondent councilman councilwoman counsel counselor counterpart
courtier creator critic customer daughter dealer dean defector defendant defender delegate
democrat deputy designer detective developer diplomat director dissident doctor donor driver
ecologist economist editor educator emir employee engineer entrepreneur envoy evangelical
executive expert fan farmer father fighter filmmaker financier firefighter foe follower founder
friend front-runner frontrunner general girl governor grandfather grandmother guard guest guide
head historian holder hopeful host husband imam immigrant independent industrialist insider
inspector insurgent intellectual interviewer investigator investor jihadist journalist judge juror
justice king laborer labourer lawmaker lawyer leader lecturer legislator liberal libertarian
librarian lieutenant lobbyist loyalist magistrate magnate major man manager marine marshal mayor
mediator member mentor merchant meteorologist middleman migrant militant millennial minister
moderate moderator mogul monitor mother mourner musician native negotiator neighbor neighbour
neuroscientist neurosurgeon newcomer newsman nominee novelist nurse observer officer official
operative opponent orator organiser organizer owner pacifist panelist panellist parent parishioner
participant partisan partner passenger pastor patient peer person philosopher photographer
physician physicist pilot planner player plumber poet policeman policewoman politician pollster
pope preacher premier president president-elect priest prince princess principal prisoner producer
professor programmer progressive prosecutor protester protestor psychiatrist psychologist
publicist publisher pundit pupil queen rabbi radical reader realtor rebel recruit refugee
regulator reporter representative republican researcher resident respondent reviewer rival sailor
salesman sceptic scholar scientist secretary senator sergeant sheriff shopper singer sister
skeptic socialist sociologist soldier solicitor son source speaker specialist spokesman
spokesperson spokeswoman staffer star statesman statistician steward strategist student subject
successor superintendent supervisor supporter surgeon surrogate survivor suspect tactician
taxpayer teacher technician terrorist theologian thinker trader trainer translator traveler
treasurer trooper trustee tutor tycoon undersecretary user veteran vice-president victim viewer
villager visitor volunteer voter watchdog whip whistleblower widow wife winner witness woman
worker writer youth
abductee asylum-seeker attacker bomber captive captor chieftain conscript detainee elder evacuee
extremist gunman hacker hostage inmate intruder interrogator kidnapper mercenary monk nun
peacekeeper pirate reservist secessionist separatist settler smuggler sniper spy trafficker
tribesman warlord
"""
PERSON_ROLES = frozenset(_PERSONS.split())
"""One person, by calling, office or relation."""

GROUP_NOUNS = frozenset(
    "people police authorities troops forces militia militias proxies lawmakers officials"
    " personnel staff crowd audience public media press leadership jury majority minority"
    " electorate women men children folks crew military intelligence fighters insurgents"
    " rebels allies opposition establishment elite elites lawyers relatives families locals"
    " many some others several both few most millennials evangelicals boys girls wives youths"
    " youth teens blacks whites hispanics latinos muslims christians jews catholics supporters"
    " americans republicans democrats those everyone everybody nobody anyone someone".split()
)
"""Many people at once; plurals of `PERSON_ROLES` and `BODY_NOUNS` count as well."""

PEOPLES = frozenset(
    """african-american arab asian black buddhist catholic caucasian christian european evangelical
    hindu hispanic jew jewish kurd kurdish latina latino latinx mormon muslim protestant shia shiite
    southerner southern northern western westerner sunni yazidi white islamic islamist republican
    democrat democratic conservative liberal midwestern african indigenous""".split()
)
"""Words for people by descent, faith, region or party, in the singular."""

BODY_NOUNS = frozenset(
    "administration agency alliance army association authority bank board body branch brigade"
    " brewery bureau business cabinet camp campaign cartel center centre chamber channel"
    " charity church city club coalition college command commission committee company"
    " conference confederation congregation congress consortium convention corporation council crew"
    " country county court delegation department directorate district division embassy"
    " enterprise faction factory federation firm forum foundation front government group guard"
    " guards hospital house industry institute institution insurer judiciary junta kingdom"
    " legislature magazine maker manufacturer militia ministry mission mosque movement"
    " municipality museum navy network newspaper newsroom nation office opposition"
    " organisation organization outfit outlet panel parliament party paper pac police producer"
    " proxy publication publisher regime regulator republic retailer school sect secretariat"
    " senate service side site society squad startup state station subcommittee super-pac"
    " supplier syndicate team tribe tribunal union unit university watchdog website"
    " white-house wing".split()
)
"""A body that can speak or act as one."""

TEXT_NOUNS = frozenset(
    "account ad advertisement advisory affidavit analysis article assessment audit bill blog book"
    " briefing brief broadcast bulletin cable chart communique complaint constitution data"
    " decision declaration document documentary editorial email e-mail essay estimate evidence"
    " figure file filing finding forecast footage headline image indictment interview lawsuit"
    " law letter manifesto measure memoir memo memorandum message number note notice op-ed"
    " order petition piece plan platform poll post profile projection proposal record release"
    " report research resolution review ruling rule rumor rumour sign speech statement"
    " statistic story study subpoena suit survey tape testimony text transcript treaty tweet"
    " video warrant".split()
)
"""What can "say" something without being anybody."""

SPEAKING_ROLES = frozenset(
    "ambassador attorney chairman chairwoman chief chancellor counsel delegate delegation"
    " deputy diplomat emir envoy general governor king lawyer leader mayor minister negotiator"
    " official premier president press-secretary representative secretary spokesman"
    " spokesperson spokeswoman sultan surrogate undersecretary".split()
)
"""Roles whose holder speaks on behalf of the body or state that is named with them."""

SPEAKING_BODIES = frozenset("ministry embassy mission delegation".split())
"""Bodies that speak on behalf of their state."""

FEMALE_ROLES = frozenset(
    "actress businesswoman chairwoman congresswoman councilwoman daughter girl grandmother"
    " mother policewoman princess queen sister spokeswoman widow wife woman first-lady".split()
)
MALE_ROLES = frozenset(
    "boy brother businessman chairman congressman councilman father grandfather husband king"
    " man newsman policeman pope prince salesman son spokesman statesman middleman".split()
)

IRREGULAR_PLURALS: dict[str, str] = {
    "men": "man",
    "women": "woman",
    "people": "person",
    "wives": "wife",
    "spokesmen": "spokesman",
    "spokeswomen": "spokeswoman",
    "spokespeople": "spokesperson",
    "businessmen": "businessman",
    "congressmen": "congressman",
    "congresswomen": "congresswoman",
    "policemen": "policeman",
    "chairmen": "chairman",
    "analyses": "analysis",
    "media": "outlet",
    "ceos": "ceo",
    "attorneys-general": "attorney",
}


def singular(word: str) -> str:
    """The singular of a noun in lower case; a word that is no plural comes back as it is."""
    if word in IRREGULAR_PLURALS:
        return IRREGULAR_PLURALS[word]
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    if word.endswith(("sses", "ches", "shes", "xes")):
        return word[:-2]
    if word.endswith("s") and not word.endswith(("ss", "us", "is")):
        return word[:-1]
    return word


EPITHETS = frozenset(
    """activist actor actress author billionaire businessman businesswoman candidate celebrity
    chancellor comedian congressman congresswoman conservative contender democrat entrepreneur
    front-runner frontrunner governor hopeful lawmaker leader liberal libertarian magnate mayor
    minister mogul native neurosurgeon nominee politician premier president republican senator
    singer socialist star surgeon tycoon veteran""".split()
)
"""Roles by which reporting calls again whom it has just named: "the Florida senator"."""

MODIFIERS = frozenset(
    "senior top former local foreign federal regional recent key chief young old new black"
    " white gay big small major minor main other fellow long longtime long-time current future"
    " ex close good outside inside armed pro-government rival leading early late several many"
    " few some more most high private public prime human civil trade super presidential vice"
    " deputy assistant associate acting interim retired newly elected unnamed anonymous"
    " unidentified independent global joint special so-called proxy drone terror intelligence"
    " security defence defense military police campaign party government state city county"
    " health energy oil media news press law labor labour policy tax gun rights business"
    " opposition ruling hardline hard-line friendly house senate white-house republican"
    " democratic conservative liberal progressive moderate likely undecided registered swing"
    " union community space weapons arms nuclear border immigration climate science research"
    " polling data recognised recognized spy aid relief rescue customs maritime coast".split()
)
"""Words that stand between a determiner and its noun without being verbs."""

NOT_HEADS = frozenset(
    "to will would can could may might must shall should i you they we who he she it don't"
    " doesn't didn't not cannot can't won't never also then please let".split()
)
"""Words before a verb, so that "to host" or "they guard" is no noun."""


OFFICES = frozenset(
    "senator governor congressman congresswoman mayor president premier minister chancellor".split()
)
"""Epithets that only their holder bears: not said of somebody else while a holder is named."""

LEAD_ROLES = OFFICES | frozenset("judge general ambassador sheriff commissioner prosecutor".split())
"""Roles by which an opening calls whom the text names next: "A federal judge ruled ..."."""

PART_NOUNS = frozenset("committee subcommittee department office commission panel".split())
"""Parts of a named body that are called by what they see to: "the Senate banking committee"."""

_SAME_ROLE = {
    "justice": "judge",
    "attorney": "lawyer",
    "counsel": "lawyer",
    "spokeswoman": "spokesman",
    "spokesperson": "spokesman",
    "chairwoman": "chairman",
    "chairperson": "chairman",
    "chair": "chairman",
    "congresswoman": "congressman",
    "representative": "congressman",
    "frontrunner": "front-runner",
    "adviser": "advisor",
    "businesswoman": "businessman",
    "actress": "actor",
}


def role_of(word: str) -> str:
    """The one word for a role that has several: "judge" for "justice", "senator" for "sen."."""
    bare = SHORT_TITLES.get(word.rstrip("."), word)
    return _SAME_ROLE.get(bare, bare)


_RANKS = frozenset("vice deputy assistant former ex acting".split())
"""Words that make of a role another one: a vice president is no president."""


_PORTFOLIOS = frozenset(
    "prime foreign defence defense interior finance justice health energy oil trade economy"
    " education information transport labour environment agriculture culture security".split()
)
"""What tells one minister from another."""


def full_role(words: Sequence[str]) -> str:
    """The role that a title or the words up to a head noun give, with its rank.

    Args:
        words: In lower case, the noun last: ("vice", "president").

    Returns:
        Such as "vice president", "foreign minister", or "senator" for ("florida", "sen.").
    """
    last = role_of(singular(words[-1]))
    if last == "general" and "attorney" in words:
        return "attorney general"
    told = [w for w in dict.fromkeys(words[:-1]) if w in _RANKS or _is_portfolio(w, last)]
    return " ".join([*("defence" if w == "defense" else w for w in told), last])


def bare_role(role: str) -> str:
    """A role without what it is for: "minister" for "foreign minister"."""
    return " ".join(w for w in role.split() if not _is_portfolio(w, role.split()[-1]))


def _is_portfolio(word: str, last: str) -> bool:
    return last == "minister" and word in _PORTFOLIOS


OUTLET_NOUNS = frozenset(
    "newspaper paper network magazine outlet website channel publisher".split()
)
"""Body nouns that only an outlet is called by."""

GOVERNMENT_NOUNS = frozenset(
    "agency department bureau ministry commission court committee parliament council".split()
)
"""Body nouns that only a public body is called by, one that bears the word or a like one."""

COMPANY_BODIES = frozenset(
    "company firm corporation bank manufacturer maker business airline".split()
)
LOOSE_BODIES = frozenset("group organisation organization union association".split())
"""Body nouns by which any body that is neither public nor an outlet may be called again."""

MEMBER_BODIES = LOOSE_BODIES | frozenset("coalition party".split())
"""Body nouns in the names of what is no company."""

ALLIANCES = frozenset("coalition alliance bloc".split())
"""Bodies named by the state that leads them: "the Saudi-led coalition"."""

FORCES = frozenset(
    "forces fighters rebels militants insurgents movement militia militias group authorities"
    " leadership troops".split()
)
"""An armed group as a whole, after its name: "the Houthi forces"."""
