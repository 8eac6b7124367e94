"""The words of BibTeX: LaTeX to plain text and back."""

from __future__ import annotations

import re

from pylatexenc.latex2text import LatexNodes2Text

from evidence.formats.references.reference import plain

_ESCAPES = {
    "\\": r"\textbackslash{}",
    "^": r"\textasciicircum{}",
    "~": r"\textasciitilde{}",
    **{character: f"\\{character}" for character in "{}%&$#_"},
}
_SPECIAL = re.compile(r"[\\^~{}%&$#_]|(?<=-)-|(?<=')'|(?<=`)`|(?<=[?!])`")
_ESCAPED = re.compile(r"\\([_%&#~$])")
_TO_TEXT = LatexNodes2Text(math_mode="verbatim", keep_comments=True)


def from_latex(value: str) -> str:
    """The words that LaTeX would print, on one line; what it does not know is left as it is.

    Raises:
        ValueError: If it is nested too deeply; the message continues "X ".
    """
    try:
        text = _TO_TEXT.latex_to_text(value, tolerant_parsing=True)
    except RecursionError:
        raise ValueError("is nested too deeply") from None
    return plain(text).replace("ˆ", "^")


def to_latex(words: str) -> str:
    """Words with the characters escaped that mean something else in LaTeX."""
    return _SPECIAL.sub(lambda found: _ESCAPES.get(found[0], f"{{}}{found[0]}"), words)


def address_from_latex(value: str) -> str:
    """An address, which BibLaTeX takes as it is and which others escape."""
    return _ESCAPED.sub(r"\1", value.strip())
