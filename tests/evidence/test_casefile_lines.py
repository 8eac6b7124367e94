"""The lines of JSON Lines say what the plain way of writing a record says."""

from __future__ import annotations

import json
import math

from hypothesis import HealthCheck, given, settings
from strategies import cases

from evidence.case import Case
from evidence.casefile import dump_case, dump_pieces, read_case_text
from evidence.model import Claim, Kept


@settings(deadline=None, suppress_health_check=list(HealthCheck))
@given(cases())
def test_each_record_is_the_line_that_a_plain_dump_of_it_makes(case: Case) -> None:
    heading, *lines = dump_pieces(case, "jsonl")

    assert json.loads(heading)["title"] == case.title
    for record, line in zip(case.records(), lines, strict=True):
        fields = record.model_dump(mode="json", by_alias=True, exclude_defaults=True)
        plain = {"type": type(record).__name__.lower(), **fields}
        assert line == json.dumps(plain, ensure_ascii=False, separators=(",", ":")) + "\n" or (
            # Tiny numbers may be written in another way
            getattr(record, "confidence", None) is not None and json.loads(line) == plain
        )
        assert list(json.loads(line))[:2] == ["type", "id"]


def test_tiny_numbers_are_read_back_as_they_were() -> None:
    for number in (0.0, 5e-324, 1e-7, 1e-5, 0.1, 1.0):
        case = Case.of([Claim(id="c", text="x", confidence=number)])
        assert read_case_text(dump_case(case, "jsonl"), "jsonl") == case


def test_numbers_of_kept_objects_stay_what_they_are_even_where_json_has_no_word_for_them() -> None:
    data = {"great": 12345678901234567890123, "small": 1e-7, "endless": [math.inf, -math.inf]}
    case = Case.of([Kept(id="k", format="stix", kind="x", data=data)])

    assert read_case_text(dump_case(case, "jsonl"), "jsonl") == case
