"""Symbols that stand for no word: bullets, pictures, arrows."""

from __future__ import annotations

import unicodedata

from attribution.extract.text.scanner import Token

_FIRST_PICTURE = "\u2190"
"""From the arrows on; before them are signs that belong to words, such as that of a trade mark."""

_OF_NUMBERS = ("Sc", "Sm")
"""Categories of currencies and of mathematics."""


def is_ornament(token: Token) -> bool:
    """Whether a token at the start or end of a phrase is no part of it, unlike "$" and "+"."""
    return token.kind == "symbol" and unicodedata.category(token.text) not in _OF_NUMBERS


def is_picture(token: Token) -> bool:
    """Whether a token is a picture, which parts phrases wherever it stands."""
    return token.kind == "symbol" and token.text >= _FIRST_PICTURE
