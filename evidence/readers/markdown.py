"""Markdown: the text as written, with what its YAML front matter says of the document."""

from __future__ import annotations

import re
from collections.abc import Iterator

from evidence.readers.capture import Capture
from evidence.readers.decoding import text_of
from evidence.readers.reader import Reader, Reading
from evidence.trees import Problems
from evidence.yaml_reading import parse

FRONT_MATTER_KEYS = (
    "title",
    "authors",
    "published",
    "retrieved",
    "url",
    "archived",
    "language",
    "original",
)
"""Keys of the front matter that become fields of the document; `publisher` names an actor."""

_LONGEST_MATTER = 10_000
"""Code points of front matter; more says nothing of a document, and takes long to read."""

_FRONT_MATTER = re.compile(r"---[ \t]*\r?\n(.*?)^---[ \t]*(?:\r?\n|\Z)", re.DOTALL | re.MULTILINE)
_HEADING = re.compile(r"^# +(\S.*?)[ \t#]*$", re.MULTILINE)


def _read(capture: Capture) -> Iterator[Reading]:
    text = text_of(capture)
    matter = _FRONT_MATTER.match(text)
    body = text[matter.end() :] if matter else text
    stated = _stated(matter.group(1)) if matter else {}
    fields = {key: stated[key] for key in FRONT_MATTER_KEYS if stated.get(key) is not None}
    if "author" in stated:
        fields.setdefault("authors", stated["author"])
    heading = _HEADING.search(body)
    if heading:
        fields.setdefault("title", heading.group(1))
    publisher = stated.get("publisher")
    yield Reading(body, fields, publisher if isinstance(publisher, str) else None)


def _stated(matter: str) -> dict[str, object]:
    if len(matter) > _LONGEST_MATTER:
        raise ValueError(f"front matter: has more than {_LONGEST_MATTER:,} characters")
    try:
        stated, _ = parse(matter)
    except Problems as error:
        raise ValueError(f"front matter: {error.problems[0][1]}") from None
    if stated is not None and not isinstance(stated, dict):
        raise ValueError("front matter: should be lines of 'key: value'")
    return stated or {}


MARKDOWN = Reader("Markdown", "text/markdown", (".md", ".markdown"), _read, isolated=False)
