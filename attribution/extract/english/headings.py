"""Words in capitals before a colon that announce what follows, where others name a speaker."""

from __future__ import annotations

HEADINGS = frozenset(
    "alert alerts analysis background breaking caption clarification comment commentary context"
    " correction developing disclaimer editorial example exclusive explainer fact flash headline"
    " headlines image live more news note notes opinion photo photos recap related sources summary"
    " tldr topic topics update updated updates urgent video videos warning watch".split()
)
"""In lower case. "BREAKING: ..." is nobody's word, "HOST: ..." is the host's."""
