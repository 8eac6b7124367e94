"""Countries as catalogues name them: codes of ISO 3166-1, and the names that ISO gives."""

from __future__ import annotations

from functools import lru_cache

_FORMAL = {
    "uk": "GB",
    "korea (democratic people's republic of)": "KP",
    "korea (republic of)": "KR",
    "iran (islamic republic of)": "IR",
    "palestine": "PS",
    "people's republic of china": "CN",
    "russian federation": "RU",
    "united states of america": "US",
}
"""Names that differ from those in everyday English."""


def country_code(words: str) -> str | None:
    """The ISO 3166-1 alpha-2 code that a code or an English name means; None where it is none."""
    name = words.strip().casefold()
    if name in _FORMAL:
        return _FORMAL[name]
    return name.upper() if name.upper() in _territories() else _codes().get(name)


def country_name(code: str) -> str:
    """The English name of the country with this code, as CLDR has it; the code if unknown."""
    return _territories().get(code, code)


@lru_cache(maxsize=1)
def _territories() -> dict[str, str]:
    from babel import Locale

    territories = Locale("en").territories
    return {code: name for code, name in territories.items() if len(code) == 2 and code.isalpha()}


@lru_cache(maxsize=1)
def _codes() -> dict[str, str]:
    return {name.casefold(): code for code, name in _territories().items()}
