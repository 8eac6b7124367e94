"""Cases to Web Annotation and back."""

from __future__ import annotations

import json

from hypothesis import given, settings
from strategies import cases

from evidence.case import Case
from evidence.formats.annotation import ANNOTATION
from evidence.formats.content import Content
from evidence.formats.format import Imported
from evidence.model import Attribution, Claim, Document, Evidence, Kept, Passage


def as_case(imported: Imported) -> Case:
    return Case.of(imported.records, title=imported.title, description=imported.description)


def written(case: Case) -> bytes:
    assert ANNOTATION.write is not None
    exported = ANNOTATION.write(case)
    assert exported.findings == ()
    return exported.data


def read(data: bytes) -> Imported:
    assert ANNOTATION.read is not None
    content = Content("case.annotations.jsonld", data)
    assert ANNOTATION.recognises(content)
    return ANNOTATION.read(content)


@given(cases())
@settings(deadline=None)
def test_any_case_comes_back_equal(case: Case) -> None:
    data = written(case)
    imported = read(data)
    assert imported.findings == ()
    assert as_case(imported) == case
    assert written(as_case(imported)) == data


def test_other_clients_see_the_words_and_who_says_what() -> None:
    document = Document(id="weekly", url="https://example.org/weekly", title="Weekly")
    passage = Passage(exact="factually wrong", prefix="called it ", start=4, end=19)
    said = Attribution(id="a", claim="c", stance="denies", document="weekly", content=(passage,))
    case = Case.of([document, Claim(id="c", text="Iran had a hand in it"), said])
    (annotation,) = json.loads(written(case))["first"]["items"]
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
    assert as_case(read(written(case))) == case


def test_a_kept_annotation_goes_out_as_it_came_in() -> None:
    reply = {"type": "Annotation", "id": "urn:x:1", "target": "urn:x:0", "body": "urn:x:2"}
    case = Case.of([Kept(id="urn:x:1", format="annotation", kind="Annotation", data=reply)])
    data = written(case)
    assert json.loads(data)["first"]["items"] == [reply]
    assert as_case(read(data)) == case
