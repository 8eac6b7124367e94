"""The annotations of a JSON-LD file: single, in lists, collections and pages, or of Hypothes.is."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, TypeGuard

from pydantic import JsonValue

from evidence.formats.annotation.values import listed, types
from evidence.formats.content import Content

RECORDS = "claimtrail:records"
"""The property of a collection that lists records which are no annotations."""

_LISTS = ("items", "rows", "annotations", "@graph")
"""Properties that hold annotations: of a page, of the two exports of Hypothes.is, of JSON-LD."""


@dataclass(frozen=True)
class Items:
    """What a file holds.

    Attributes:
        annotations: Its annotations, of which any may be damaged.
        records: Records that are no annotations, in files that were written here.
        title: What the file calls the whole.
        description: What the file says of the whole.
        elsewhere: Pages that are not in the file.
    """

    annotations: tuple[JsonValue, ...]
    records: tuple[JsonValue, ...] = ()
    title: str = ""
    description: str = ""
    elsewhere: tuple[str, ...] = ()


def is_annotation(content: Content) -> bool:
    """Whether a content is an annotation, several, or a collection of some."""
    value = content.json_or_none
    if isinstance(value, dict) and any(
        name in types(value) for name in ("AnnotationCollection", "AnnotationPage")
    ):
        return True
    try:
        first = next(iter(items_in(value).annotations), None)
    except ValueError:
        return False
    return isinstance(first, dict) and ("Annotation" in types(first) or is_hypothesis(first))


def is_hypothesis(item: JsonValue) -> TypeGuard[dict[str, Any]]:
    """Whether an item is an annotation as the interface of Hypothes.is gives it."""
    return isinstance(item, dict) and {"uri", "user", "target"} <= item.keys() and not types(item)


def items_in(value: JsonValue) -> Items:
    """The annotations of a JSON value, in its order.

    Raises:
        ValueError: If it holds none.
    """
    if isinstance(value, list):
        return Items(tuple(value))
    if not isinstance(value, dict):
        raise ValueError("is neither an annotation nor a list of some")
    if "AnnotationCollection" in types(value):
        return _collection(value)
    for name in _LISTS:
        if isinstance(value.get(name), list):
            return _page(value, name)
    return Items((value,))


def _collection(value: dict[str, Any]) -> Items:
    pages, annotations, elsewhere = listed(value.get("first")), [], []
    while pages:
        page = pages.pop(0)
        if isinstance(page, dict):
            annotations += listed(page.get("items"))
            pages += listed(page.get("next"))
        else:
            elsewhere.append(str(page))
    return Items(
        tuple(annotations),
        tuple(listed(value.get(RECORDS))),
        _text(value.get("label")),
        _text(value.get("dcterms:description")),
        tuple(elsewhere),
    )


def _page(value: dict[str, Any], name: str) -> Items:
    elsewhere = tuple(each for each in listed(value.get("next")) if isinstance(each, str))
    return Items(tuple(value[name]), title=_text(value.get("label")), elsewhere=elsewhere)


def _text(value: JsonValue) -> str:
    return value if isinstance(value, str) else ""


def standard(item: dict[str, Any]) -> dict[str, Any]:
    """An item as the Web Annotation Data Model has it, where it comes from Hypothes.is.

    Replies have the annotation that they answer for target.
    """
    if not is_hypothesis(item):
        return item
    comment = {"type": "TextualBody", "purpose": "commenting", "value": item.get("text")}
    tags = (
        {"type": "TextualBody", "purpose": "tagging", "value": tag}
        for tag in listed(item.get("tags"))
    )
    return {
        "type": "Annotation",
        "id": item.get("id"),
        "creator": {"type": "Person", "name": _user(item)},
        "body": [*([comment] if item.get("text") else []), *tags],
        "target": [_described(target, item) for target in listed(item.get("target"))],
    }


def _user(item: dict[str, Any]) -> str:
    about = item.get("user_info")
    shown = about.get("display_name") if isinstance(about, dict) else None
    return str(shown or item.get("user"))


def _described(target: JsonValue, item: dict[str, Any]) -> JsonValue:
    """A target whose source carries the title of the page."""
    about = item.get("document")
    title = about.get("title") if isinstance(about, dict) else None
    if not isinstance(target, dict) or not title:
        return target
    return {**target, "source": {"id": target.get("source"), "dcterms:title": title}}


HYPOTHESIS_LOST = ("created", "updated", "group", "permissions", "flagged", "hidden", "moderation")
"""What Hypothes.is says of an annotation that is not taken over."""
