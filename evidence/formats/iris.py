"""IRIs: how formats of the Semantic Web name the records of a case, and back."""

from __future__ import annotations

import re
from collections import Counter
from urllib.parse import quote, unquote

from evidence.case import Case
from evidence.formats.remainder import type_name
from evidence.ids import content_id
from evidence.model import Record

NAMESPACE = "https://claimtrail.invalid/ns#"
"""Namespace of the terms that other vocabularies lack."""

BASE = "https://claimtrail.invalid/id/"
"""What the IRIs of records begin with whose ids are no IRIs themselves."""

_LONGEST_ID = 200
_ABSOLUTE = re.compile(r"(https?://|urn:)[^\s<>\"{}|\\^`\x00-\x20\x7f-\xa0]{1,2000}")


def is_iri(words: object) -> bool:
    """Whether a value is an absolute IRI that stands for itself in every format here."""
    return isinstance(words, str) and bool(_ABSOLUTE.fullmatch(words))


def is_web_address(words: object) -> bool:
    """Whether a value is the IRI of something on the Web, and not one that was made here."""
    return is_iri(words) and str(words).startswith("http") and not str(words).startswith(BASE)


def made_iri(kind: str, record_id: str) -> str:
    """The IRI of a record whose id is none: its type and id, percent-encoded."""
    return f"{BASE}{kind}/{quote(record_id, safe='')}"


def id_of(iri: str) -> str:
    """The id of the record that an IRI names; a content hash where it is too long for an id."""
    if iri.startswith(BASE):
        iri = unquote(iri.removeprefix(BASE).partition("/")[2]) or iri
    return iri if 0 < len(iri) <= _LONGEST_ID else content_id("i", iri)


class Iris:
    """The IRI of each record of a case; no two records share one.

    An id that is an absolute IRI stands for itself where only one record has it.

    Args:
        case: The case.
    """

    def __init__(self, case: Case) -> None:
        self._having = Counter(record.id for record in case.records())

    def of(self, record: Record) -> str:
        """The IRI of a record."""
        return self.named(type_name(record), record.id)

    def named(self, kind: str, record_id: str) -> str:
        """The IRI of the record of this type and id, whether it is there or not."""
        alone = self._having[record_id] <= 1 and not record_id.startswith(BASE)
        return record_id if alone and is_iri(record_id) else made_iri(kind, record_id)
