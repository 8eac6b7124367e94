"""Words that show that a name is that of a body, an outlet or an armed group."""

from __future__ import annotations

ORGANISATION_WORDS = frozenset(
    "academy administration agency airlines alliance assembly association authority bank"
    " board bureau cabinet campaign capital center centre central chamber church city club"
    " coalition college command commission committee companies company conference confederation"
    " congress consortium co co. corp corp. corporation council court dept department"
    " directorate embassy enterprises federation films force foundation fund group holdings"
    " house inc inc. industries initiative institute institution intelligence international"
    " laboratory lab labs league limited llc llp ltd ltd. ministry mission motors movement"
    " museum navy network networks observatory office organisation organization pac panel"
    " parliament partners partnership party project reserve school schools secretariat senate"
    " service services society studios super systems task team technologies times tribunal trust"
    " union united university airways analytics associates research solutions strategies media"
    " democrats republicans police treasury".split()
)
"""Words that mark the name they stand in as that of a body, in lower case."""

OF_HEADS = ORGANISATION_WORDS | frozenset(
    "bank daughters sons doctors friends heart league library voice veterans women citizens study"
    " advancement prevention prohibition promotion protection".split()
)
"""Words after which "of" or "for" goes on with the name ("Department of Justice")."""

ARMED_WORDS = frozenset(
    "army battalion brigade brigades fighters front guard guards hezbollah hizbollah"
    " hizbullah kata'ib kataib katibat liwa militia harakat asa'ib asaib jaish jaysh taliban"
    " isis isil houthi houthis qaeda qaida hamas jihad haram shabaab shabab mujahideen"
    " mujahedeen farc peshmerga wagner resistance quds regiment saraya forces mobilization".split()
)
"""Words that mark the name of an armed group, in lower case with straight apostrophes."""

OUTLET_WORDS = frozenset(
    "times post journal herald tribune gazette chronicle news newspaper radio television tv"
    " broadcasting press magazine daily weekly observer guardian examiner review reporter"
    " dispatch sentinel inquirer bulletin wire globe sun mirror ledger courier monitor".split()
)
"""Words that end the name of an outlet, in lower case."""

OUTLETS = frozenset(
    """Reuters;Associated Press;AP;AFP;Agence France-Presse;CNN;BBC;NBC;CBS;ABC;MSNBC;CNBC;NPR;PBS
    ;Fox;Fox News;Al Jazeera;Al-Jazeera;Al Arabiya;TASS;Interfax;Xinhua;Bloomberg;Politico;POLITICO
    ;Axios;Breitbart;BuzzFeed;HuffPost;Huffington Post;The Hill;Slate;Salon;Vox;Time;Newsweek;Forbes
    ;The Atlantic;Atlantic;The New Yorker;New Yorker;The Economist;Economist;USA Today;USA TODAY
    ;Der Spiegel;Le Monde;Haaretz;Der Standard;Fars;IRNA;Tasnim;SANA;Anadolu;Kyodo;Yonhap;Twitter
    ;Facebook;YouTube;Univision;Telemundo;C-SPAN;RT;Sputnik;TMZ;Gawker;Mother Jones;National Review
    ;Rolling Stone;Vanity Fair;Quinnipiac;Gallup;RealClearPolitics;FiveThirtyEight;Drudge Report
    """.replace("\n", "")
    .replace("    ", "")
    .split(";")
)
"""Names of outlets and wire services that no word of `OUTLET_WORDS` gives away."""

BODIES = frozenset(
    {
        "Amnesty International",
        "Doctors Without Borders",
        "Government of National Accord",
        "Government of National Unity",
        "Human Rights First",
        "Human Rights Watch",
        "Organisation for the Prohibition of Chemical Weapons",
        "Organization for Security and Co-operation in Europe",
        "Organization for the Prohibition of Chemical Weapons",
        "Islamic Resistance in Iraq",
        "Reporters Without Borders",
        "Save the Children",
        "Security Council",
    }
)
"""Names of bodies that begin with an everyday word, or that no word of theirs gives away."""

ACRONYMS: dict[str, str] = {
    "UN": "United Nations",
    "U.N.": "United Nations",
    "EU": "European Union",
    "E.U.": "European Union",
    "IAEA": "International Atomic Energy Agency",
    "FBI": "Federal Bureau of Investigation",
    "F.B.I.": "Federal Bureau of Investigation",
    "CIA": "Central Intelligence Agency",
    "C.I.A.": "Central Intelligence Agency",
    "NSA": "National Security Agency",
    "EPA": "Environmental Protection Agency",
    "E.P.A.": "Environmental Protection Agency",
    "IRS": "Internal Revenue Service",
    "AP": "Associated Press",
    "A.P.": "Associated Press",
    "GOP": "Republican Party",
    "G.O.P.": "Republican Party",
    "NATO": "NATO",
    "IRGC": "Islamic Revolutionary Guard Corps",
    "WHO": "World Health Organization",
    "IMF": "International Monetary Fund",
    "I.M.F.": "International Monetary Fund",
    "RNC": "Republican National Committee",
    "R.N.C.": "Republican National Committee",
    "DNC": "Democratic National Committee",
    "D.N.C.": "Democratic National Committee",
    "NRA": "National Rifle Association",
    "N.R.A.": "National Rifle Association",
    "ISIS": "Islamic State",
    "ISIL": "Islamic State",
    "Daesh": "Islamic State",
    "HRW": "Human Rights Watch",
    "MSF": "Doctors Without Borders",
    "RSF": "Reporters Without Borders",
    "ICRC": "International Committee of the Red Cross",
    "OPCW": "Organisation for the Prohibition of Chemical Weapons",
    "OSCE": "Organization for Security and Co-operation in Europe",
    "SOHR": "Syrian Observatory for Human Rights",
    "UNICEF": "UNICEF",
    "UNHCR": "UNHCR",
    "UNRWA": "UNRWA",
    "CISA": "Cybersecurity and Infrastructure Security Agency",
}
"""Acronyms that reporting uses without ever writing them out."""

INSTITUTIONS: dict[str, str] = {
    "Pentagon": "United States",
    "White House": "United States",
    "State Department": "United States",
    "Justice Department": "United States",
    "Treasury Department": "United States",
    "CENTCOM": "United States",
    "Kremlin": "Russia",
    "Downing Street": "United Kingdom",
    "Foreign Office": "United Kingdom",
    "Élysée": "France",
    "Bundestag": "Germany",
    "Knesset": "Israel",
    "Duma": "Russia",
    "Congress": "United States",
    "Senate": "United States",
    "House": "United States",
    "Supreme Court": "United States",
    "Fed": "United States",
    "Federal Reserve": "United States",
}
"""Institutions whose name has no word that gives them away, with the state they belong to."""

SPEAKING_INSTITUTIONS = frozenset(
    {"Pentagon", "White House", "State Department", "Kremlin", "Downing Street", "Foreign Office"}
)
"""Institutions of `INSTITUTIONS` that speak for their state."""

PRODUCT_NOUNS = frozenset(
    "drone drones missile missiles rocket rockets aircraft jet jets plane planes uav uavs"
    " tank tanks rifle rifles ship ships vessel vessels submarine helicopter helicopters bomb"
    " bombs malware software app apps phone phones car cars drug drugs vaccine vaccines weapon"
    " weapons munition munitions".split()
)
"""Nouns for things that bear a name of their own ("drones like Yasir")."""

COMPANY_NOUNS = frozenset(
    "company companies firm firms corporation corporations manufacturer manufacturers maker"
    " makers supplier suppliers producer producers contractor contractors".split()
)
ARMED_NOUNS = frozenset(
    "proxy proxies militia militias militants fighters rebels insurgents jihadists faction"
    " factions paramilitaries guerrillas terrorists".split()
)
"""Nouns after which "such as" lists armed groups."""
