"""Web annotations of others to records, and what the specification forbids."""

from __future__ import annotations

import json
from typing import Any

import pytest

from evidence.formats.annotation import ANNOTATION
from evidence.formats.content import Content
from evidence.formats.format import Imported
from evidence.model import Document, Evidence, Kept, Making, Passage

PAGE = "https://example.org/page1"


def read(value: Any) -> Imported:
    assert ANNOTATION.read is not None
    return ANNOTATION.read(Content("a.json", json.dumps(value).encode()))


def annotation(**properties: Any) -> dict[str, Any]:
    return {
        "@context": "http://www.w3.org/ns/anno.jsonld",
        "id": "http://example.org/anno1",
        "type": "Annotation",
        "target": PAGE,
        **properties,
    }


def selecting(*selectors: Any, **properties: Any) -> dict[str, Any]:
    target = {"type": "SpecificResource", "source": PAGE, "selector": list(selectors)}
    return annotation(target=target, bodyValue="a comment", **properties)


def evidence_of(value: Any) -> Evidence:
    imported = read(value)
    assert imported.counts.mapped == 1
    return next(r for r in imported.records if isinstance(r, Evidence))


def refusal(value: Any) -> str:
    imported = read(value)
    assert (imported.counts.read, imported.counts.refused) == (1, 1)
    (finding,) = imported.findings
    return finding.message


def quote(exact: Any = "annotation", **more: Any) -> dict[str, Any]:
    return {"type": "TextQuoteSelector", "exact": exact, **more}


def position(start: Any, end: Any, **more: Any) -> dict[str, Any]:
    return {"type": "TextPositionSelector", "start": start, "end": end, **more}


def test_a_quoted_annotation_becomes_evidence_in_its_document() -> None:
    imported = read(
        annotation(
            creator={"type": "Person", "name": "A. Reader"},
            body={"type": "TextualBody", "value": "shows the range", "purpose": "describing"},
            target={
                "source": {"id": PAGE, "language": "en", "format": "text/html"},
                "selector": [quote(prefix="this is an ", suffix=" that"), position(11, 21)],
                "state": {
                    "type": "TimeState",
                    "sourceDate": "2015-07-20T13:30:00Z",
                    "cached": "http://archive.example.org/copy1",
                },
            },
        )
    )
    assert imported.records == (
        Evidence(
            id="http://example.org/anno1",
            made=Making(person="A. Reader"),
            text="shows the range",
            document=PAGE,
            content=Passage(
                exact="annotation", prefix="this is an ", suffix=" that", start=11, end=21
            ),
        ),
        Document(
            id=PAGE,
            made=Making(extractor="import annotation"),
            url=PAGE,
            language="en",
            media_type="text/html",
            retrieved="2015-07-20T13:30:00Z",
            archived="http://archive.example.org/copy1",
        ),
    )


def test_a_quote_refined_by_a_position_is_that_part_of_the_quote() -> None:
    whole = quote("a long paragraph of text", prefix="X", refinedBy=position(2, 6))
    (passage,) = evidence_of(selecting(whole)).content
    assert passage == Passage(exact="long", prefix="Xa ", suffix=" paragraph of text")


def test_a_position_refined_by_a_position_counts_from_the_outer_start() -> None:
    nested = position(100, 200, refinedBy=position(5, 9))
    (passage,) = evidence_of(selecting(quote("four"), nested)).content
    assert (passage.start, passage.end) == (105, 109)


def test_a_quote_refined_by_a_quote_takes_context_from_the_outer() -> None:
    (passage,) = evidence_of(selecting(quote("one two three", refinedBy=quote("two")))).content
    assert passage == Passage(exact="two", prefix="one ", suffix=" three")


def test_a_fragment_refined_by_a_quote_keeps_the_quote_and_reports_the_fragment() -> None:
    fragment = {"type": "FragmentSelector", "value": "page=10", "refinedBy": quote()}
    imported = read(selecting(fragment))
    assert [f.code for f in imported.findings] == ["IMP003"]
    assert "FragmentSelector" in imported.findings[0].message
    (passage,) = imported.records[0].content  # type: ignore[attr-defined]
    assert passage.exact == "annotation"


@pytest.mark.parametrize(
    "selector",
    [
        {"type": "CssSelector", "value": "#a > p"},
        {"type": "XPathSelector", "value": "/html/body/p[2]"},
        {"type": "DataPositionSelector", "start": 4, "end": 9},
        {"type": "SvgSelector"},
        {"type": "RangeSelector", "startSelector": {}, "endSelector": {}},
        {"type": "oa:FragmentSelector", "value": "xywh=0,0,1,1"},
        {"type": "ex:OtherSelector"},
    ],
    ids=lambda selector: selector["type"],
)
def test_other_selectors_keep_the_quote_beside_them_and_are_reported(selector: Any) -> None:
    refined = {**selector, "refinedBy": quote("one")}
    for selectors in ([selector, quote("one")], [refined]):
        imported = read(selecting(*selectors))
        (passage,) = imported.records[0].content  # type: ignore[attr-defined]
        assert passage.exact == "one"
        assert selector["type"].removeprefix("oa:") in imported.findings[0].message


def test_selectors_and_states_by_reference_are_reported() -> None:
    target = {"source": PAGE, "selector": "urn:x:s", "state": ["urn:x:t", {"type": "TimeState"}]}
    imported = read(annotation(target=target, bodyValue="x"))
    assert [f.code for f in imported.findings] == ["IMP003", "IMP003"]


def test_a_position_without_words_is_reported() -> None:
    imported = read(selecting(position(1, 4)))
    assert "TextPositionSelector" in imported.findings[0].message


def test_choices_and_lists_are_taken_one_by_one() -> None:
    bodies = [{"type": "TextualBody", "value": word} for word in ("one", "two")]
    targets = [{"source": PAGE, "selector": quote(word)} for word in ("a", "b")]
    evidence = evidence_of(
        annotation(
            body={"type": "Choice", "items": bodies}, target={"type": "List", "items": targets}
        )
    )
    assert (evidence.text, evidence.note) == ("one", "two")
    assert [p.exact for p in evidence.content] == ["a", "b"]


def test_a_refinement_that_fits_several_places_keeps_its_own_context() -> None:
    (passage,) = evidence_of(selecting(quote("a b a", refinedBy=quote("a")))).content
    assert passage == Passage(exact="a")


def test_what_two_annotations_say_of_a_document_is_put_together() -> None:
    sources = [
        {"id": PAGE, "language": "en"},
        {"id": PAGE, "language": "fr", "format": "text/html"},
    ]
    annotations = [
        annotation(id=f"urn:x:{n}", target={"source": source, "selector": quote()})
        for n, source in enumerate(sources)
    ]
    imported = read(annotations)
    (document,) = (r for r in imported.records if isinstance(r, Document))
    assert (document.language, document.media_type) == ("en", "text/html")
    assert "another language" in imported.findings[0].message


@pytest.mark.parametrize("value", [3, "x", None])
def test_what_is_no_annotation_at_all_is_refused(value: Any) -> None:
    assert not ANNOTATION.recognises(Content("a.json", json.dumps(value).encode()))
    with pytest.raises(ValueError, match="neither an annotation nor a list"):
        read(value)


@pytest.mark.parametrize(
    ("record", "why"),
    [
        (3, "has no IRI"),
        ({"claimtrail:record": "gossip", "id": "urn:x:1"}, "unknown type"),
        ({"claimtrail:record": "claim", "id": "urn:x:1"}, "is damaged: text"),
    ],
)
def test_damaged_records_beside_annotations_are_refused(record: Any, why: str) -> None:
    value = {"type": "AnnotationCollection", "claimtrail:records": [record]}
    assert why in refusal(value)


def test_a_position_in_utf16_units_is_left_out_and_reported() -> None:
    imported = read(selecting(quote("🛩️ flew"), position(3, 11)))
    (passage,) = imported.records[0].content  # type: ignore[attr-defined]
    assert (passage.exact, passage.start) == ("🛩️ flew", None)
    assert [f.code for f in imported.findings] == ["IMP005"]


@pytest.mark.parametrize(
    ("value", "why"),
    [
        (annotation(target=[]), "has no target"),
        (annotation(id="not a uri"), "has 'id' that is no IRI"),
        (annotation(id=["urn:x:1", "urn:x:2"]), "2 values of 'id'"),
        (annotation(rights="not a uri"), "has 'rights' that is no IRI"),
        (annotation(created="yesterday"), "has 'created' that is no date and time"),
        (annotation(modified="2015-01-28"), "has 'modified' that is no date and time"),
        (annotation(generated=["2015-01-28T12:00:00Z"] * 2), "2 values of 'generated'"),
        (annotation(creator=6), "has 'creator' that names nobody"),
        (annotation(target={"type": "Text"}), "target without an IRI"),
        (annotation(bodyValue="x", body="urn:x:b"), "both a body and a bodyValue"),
        (annotation(bodyValue=["x", "y"]), "2 values of 'bodyValue'"),
        (annotation(body={"type": "TextualBody"}), "0 values of 'value'"),
        (annotation(body={"type": "TextualBody", "value": 3}), "'value' is no str"),
        (annotation(target={"type": "SpecificResource"}), "0 values of 'source'"),
        (annotation(target={"source": [PAGE, PAGE]}), "2 values of 'source'"),
        (selecting({"type": "TextQuoteSelector"}), "0 values of 'exact'"),
        (selecting(quote(["a", "b"])), "2 values of 'exact'"),
        (selecting(quote(prefix=["a", "b"])), "2 values of 'prefix'"),
        (selecting(position(1, None)), "0 values of 'end'"),
        (selecting(position(-1, 4)), "from -1 to 4"),
        (selecting(position(9, 4)), "from 9 to 4"),
        (selecting(position("1", 4)), "'start' is no int"),
        (selecting(position(True, 4)), "'start' is no int"),
        (selecting({"exact": "untyped"}), "a selector without a type"),
        (selecting({"type": "FragmentSelector"}), "0 values of 'value'"),
        (selecting({"type": "RangeSelector", "startSelector": {}}), "0 values of 'endSelector'"),
        (selecting({"type": "DataPositionSelector", "start": 4, "end": 1}), "from 4 to 1"),
        (selecting({"type": "SvgSelector", "value": ["a", "b"]}), "more than one 'value'"),
        (selecting(quote("abc", refinedBy=quote("z"))), "not in the words it refines"),
        (selecting(quote("abc", refinedBy=position(0, 9))), "past the words it refines"),
        (selecting(position(0, 5, refinedBy=position(3, 9))), "past the place it refines"),
        (
            annotation(target={"source": PAGE, "state": {"type": "HttpRequestState"}}),
            "0 values of 'value'",
        ),
        (
            annotation(
                target={
                    "source": PAGE,
                    "state": {"type": "TimeState", "sourceDateStart": "2015-07-20T13:30:00Z"},
                }
            ),
            "half a span",
        ),
        (
            annotation(
                target={"source": PAGE, "state": {"type": "TimeState", "sourceDate": "today"}}
            ),
            "no date",
        ),
        ({"type": "Text", "target": PAGE}, "is no Annotation"),
    ],
)
def test_what_the_specification_forbids_is_refused_with_the_reason(value: Any, why: str) -> None:
    assert why in refusal([value])


@pytest.mark.parametrize(
    "value",
    [
        annotation(),
        annotation(target=[PAGE, "https://example.org/page2"], bodyValue="both"),
        annotation(body="https://example.org/image.png"),
    ],
    ids=["a bookmark", "two documents", "an image for body"],
)
def test_an_annotation_without_counterpart_is_kept_as_it_was(value: Any) -> None:
    imported = read(value)
    assert imported.counts.kept == 1
    assert imported.records == (
        Kept(id="http://example.org/anno1", format="annotation", kind="Annotation", data=value),
    )


def test_collections_pages_and_lists_hold_the_same() -> None:
    one = annotation(bodyValue="x")
    page = {"type": "AnnotationPage", "items": [one]}
    shapes = [one, [one], page, {"type": "AnnotationCollection", "first": page}]
    assert len({read(shape).records for shape in shapes}) == 1


def test_a_page_that_is_elsewhere_is_reported() -> None:
    imported = read({"type": "AnnotationCollection", "label": "Notes", "first": "urn:x:page1"})
    assert imported.title == "Notes"
    assert [f.code for f in imported.findings] == ["IMP006"]


HYPOTHESIS = {
    "id": "abc",
    "user": "acct:reader@hypothes.is",
    "user_info": {"display_name": None},
    "uri": PAGE,
    "text": "shows the range",
    "tags": ["drones", "range"],
    "created": "2021-07-04T10:00:00+00:00",
    "document": {"title": ["Weekly brief"]},
    "target": [
        {
            "source": PAGE,
            "selector": [
                {
                    "type": "RangeSelector",
                    "startContainer": "/p[1]",
                    "startOffset": 0,
                    "endContainer": "/p[1]",
                    "endOffset": 4,
                },
                position(11, 21),
                quote(prefix="an "),
            ],
        }
    ],
}


def test_an_export_of_hypothesis_keeps_comment_tags_quote_and_title() -> None:
    reply = {**HYPOTHESIS, "id": "def", "references": ["abc"]}
    imported = read({"total": 2, "rows": [HYPOTHESIS, reply]})
    assert (imported.counts.mapped, imported.counts.kept) == (1, 1)
    evidence, kept, document = imported.records
    assert isinstance(evidence, Evidence)
    assert (evidence.text, evidence.note) == ("shows the range", "#drones\n#range")
    assert evidence.made == Making(person="acct:reader@hypothes.is")
    assert evidence.content[0] == Passage(exact="annotation", prefix="an ", start=11, end=21)
    assert isinstance(kept, Kept)
    assert kept.data == reply
    assert isinstance(document, Document)
    assert document.title == "Weekly brief"


def test_what_was_read_comes_back_equal() -> None:
    assert ANNOTATION.write is not None
    from evidence.case import Case

    reply = {**HYPOTHESIS, "id": "def", "references": ["abc"]}
    values = [HYPOTHESIS, reply, annotation(bodyValue="x"), selecting(quote(), position(0, 10))]
    values[3]["id"] = "urn:x:3"
    case = Case.of(read(values).records)
    again = ANNOTATION.read(Content("b.json", ANNOTATION.write(case).data))  # type: ignore[misc]
    assert again.findings == ()
    assert Case.of(again.records) == case
