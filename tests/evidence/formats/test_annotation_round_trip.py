"""Cases to Web Annotation and back."""

from __future__ import annotations

import json

from hypothesis import given, settings
from round_trips import as_case, assert_comes_back, is_recognised, read, written
from strategies import cases

from evidence.case import Case
from evidence.formats.annotation import ANNOTATION
from evidence.model import Attribution, Claim, Document, Evidence, Kept, Passage


@given(cases())
@settings(deadline=None)
def test_any_case_comes_back_equal(case: Case) -> None:
    assert_comes_back(ANNOTATION, case)
    assert is_recognised(ANNOTATION, case)


def test_other_clients_see_the_words_and_who_says_what() -> None:
    document = Document(id="weekly", url="https://example.org/weekly", title="Weekly")
    passage = Passage(exact="factually wrong", prefix="called it ", start=4, end=19)
    said = Attribution(id="a", claim="c", stance="denies", document="weekly", content=(passage,))
    case = Case.of([document, Claim(id="c", text="Iran had a hand in it"), said])
    (annotation,) = json.loads(written(ANNOTATION, case))["first"]["items"]
    assert annotation["body"][0]["value"] == "somebody denies: Iran had a hand in it"
    assert annotation["target"] == [
        {
            "type": "SpecificResource",
            "source": "https://example.org/weekly",
            "selector": [
                {"type": "TextQuoteSelector", "exact": "factually wrong", "prefix": "called it "},
                {"type": "TextPositionSelector", "start": 4, "end": 19},
            ],
        }
    ]


def test_documents_that_could_be_mixed_up_keep_apart() -> None:
    url = "https://example.org/a"
    case = Case.of(
        [
            Document(id="one", url=url),
            Document(id=url),
            Document(id="https://claimtrail.invalid/id/document/one"),
            *(Evidence(id=f"e{n}", text="x", document=d) for n, d in enumerate(["one", url])),
        ]
    )
    assert as_case(read(ANNOTATION, written(ANNOTATION, case))) == case


def test_a_kept_annotation_goes_out_as_it_came_in() -> None:
    reply = {"type": "Annotation", "id": "urn:x:1", "target": "urn:x:0", "body": "urn:x:2"}
    case = Case.of([Kept(id="urn:x:1", format="annotation", kind="Annotation", data=reply)])
    data = written(ANNOTATION, case)
    assert json.loads(data)["first"]["items"] == [reply]
    assert as_case(read(ANNOTATION, data)) == case
