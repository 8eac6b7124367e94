"""The ids that people and other formats give, apart from those made of what a record says."""

from __future__ import annotations

import re

from evidence.case import Case
from evidence.ids import is_content_id
from evidence.model import Record

_WORDS_AND_HASH = re.compile(r".+-[0-9a-f]{8}")


def given_ids(case: Case) -> set[str]:
    """The ids of a case that somebody gave: the others change with every word of their records.

    Of what an extractor or an import made, ids that end in a hash of 8 digits are made too.
    """
    return {record.id for record in case.records() if not _is_made(record)}


def _is_made(record: Record) -> bool:
    by_program = record.made is not None and record.made.extractor is not None
    named = by_program and _WORDS_AND_HASH.fullmatch(record.id) is not None
    return named or is_content_id(record.id)
