"""Verbs that lay something to somebody, in base form."""

from __future__ import annotations

LAYING = frozenset("attribute ascribe impute link tie connect".split())
"""What for comes first, then whom, after "to" or "with", or the other way round."""

BLAMING = frozenset("blame accuse charge".split())
"""Whom comes first, then what for, after "for", "of" or "with"."""
