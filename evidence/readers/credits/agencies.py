"""News agencies: the names and short names under which their texts are credited."""

from __future__ import annotations

from evidence.ids import slug

_AGENCIES = {
    "Reuters": ("Thomson Reuters",),
    "Associated Press": ("AP", "The Associated Press", "AP News"),
    "Agence France-Presse": ("AFP",),
    "Deutsche Presse-Agentur": ("dpa",),
    "United Press International": ("UPI",),
    "Agencia EFE": ("EFE",),
    "ANSA": (),
    "Adnkronos": (),
    "Press Association": ("PA Media", "PA news agency"),
    "Canadian Press": ("The Canadian Press", "CP"),
    "Australian Associated Press": ("AAP",),
    "Press Trust of India": ("PTI",),
    "Asian News International": ("ANI",),
    "Indo-Asian News Service": ("IANS",),
    "Associated Press of Pakistan": ("APP",),
    "Austria Presse Agentur": ("APA",),
    "Keystone-SDA": ("SDA",),
    "Belga": (),
    "Algemeen Nederlands Persbureau": ("ANP",),
    "Ritzau": (),
    "Tidningarnas Telegrambyrå": ("TT",),
    "Norsk Telegrambyrå": ("NTB",),
    "Suomen Tietotoimisto": ("STT",),
    "Polska Agencja Prasowa": ("PAP",),
    "Lusa": (),
    "Europa Press": (),
    "Agerpres": (),
    "Tanjug": (),
    "Hina": (),
    "TASS": ("ITAR-TASS",),
    "Interfax": (),
    "RIA Novosti": ("RIA",),
    "Sputnik": (),
    "Ukrinform": (),
    "Interfax-Ukraine": (),
    "BelTA": (),
    "Kazinform": (),
    "Xinhua": ("Xinhua News Agency",),
    "China News Service": ("CNS",),
    "Kyodo News": ("Kyodo",),
    "Jiji Press": ("Jiji",),
    "Yonhap": ("Yonhap News Agency",),
    "KCNA": ("Korean Central News Agency",),
    "Bernama": (),
    "Antara": (),
    "Vietnam News Agency": ("VNA",),
    "Anadolu Agency": ("Anadolu", "AA"),
    "Demirören News Agency": ("DHA",),
    "IRNA": ("Islamic Republic News Agency",),
    "Tasnim": ("Tasnim News Agency",),
    "Fars": ("Fars News Agency",),
    "Mehr": ("Mehr News Agency",),
    "ISNA": ("Iranian Students' News Agency",),
    "SANA": ("Syrian Arab News Agency",),
    "Iraqi News Agency": ("INA",),
    "Saudi Press Agency": ("SPA",),
    "Emirates News Agency": ("WAM",),
    "Kuwait News Agency": ("KUNA",),
    "Qatar News Agency": ("QNA",),
    "Middle East News Agency": ("MENA",),
    "National News Agency": ("NNA",),
    "Petra": ("Jordan News Agency",),
    "Wafa": ("Palestinian News Agency",),
    "News Agency of Nigeria": ("NAN",),
    "Ghana News Agency": ("GNA",),
    "Agência Brasil": (),
    "Télam": (),
    "Notimex": (),
    "Prensa Latina": (),
    "Bloomberg": ("Bloomberg News",),
}

_SPELT_AS_WORDS = frozenset("Petra Hina Fars Mehr Belga Antara Sputnik Anadolu Bloomberg".split())
"""Names that are also words or names of other things: they count in brackets or datelines only."""

_NAMED = {
    slug(spelling): name for name, others in _AGENCIES.items() for spelling in (name, *others)
}

_SHORT = {
    spelling
    for name, others in _AGENCIES.items()
    for spelling in (name, *others)
    if len(spelling) <= 4
}


def agency_named(words: str) -> str | None:
    """The full name of the agency that words name; None where they name none that is known.

    Short names count in the letters in which they are written only: "AP" and "dpa", not "ap".
    """
    name = " ".join(words.split()).strip(".,")
    if len(name) <= 4 and name not in _SHORT:
        return None
    return _NAMED.get(slug(name))


def short_names(name: str) -> tuple[str, ...]:
    """The other names of an agency."""
    return _AGENCIES.get(name, ())


def spellings() -> list[str]:
    """Every name of every agency that cannot be taken for another word, the longest first."""
    names = [s for name, others in _AGENCIES.items() for s in (name, *others)]
    plain = [name for name in names if name not in _SPELT_AS_WORDS]
    return sorted(plain, key=lambda spelling: (-len(spelling), spelling))
