"""Marks that browsers and their extensions leave in the pages that they save."""

from __future__ import annotations

import re
from datetime import datetime

_SAVED_FROM = re.compile(r"<!--\s*saved from url=\(\d+\)(?P<url>https?://[^\s>]{1,2000})")
_SINGLE_FILE = re.compile(
    r"Page saved with SingleFile\s{1,40}url:\s*(?P<url>https?://[^\s>]{1,2000})\s{1,40}"
    r"saved date:\s*(?P<date>\w{3} \w{3} \d{2} \d{4} \d{2}:\d{2}:\d{2} GMT[+-]\d{4})"
)
_NEAR_THE_TOP = 10_000


def saved_from(page: str) -> dict[str, object]:
    """Fields of `Document` that the marks in a saved page give: where from, when, by what.

    Read are the "saved from url" of Internet Explorer and Chromium, and the comment of SingleFile.
    """
    top = page[:_NEAR_THE_TOP]
    if match := _SINGLE_FILE.search(top):
        moment = datetime.strptime(match["date"], "%a %b %d %Y %H:%M:%S GMT%z")
        return {
            "url": match["url"],
            "retrieved": moment.isoformat(),
            "captured": "page saved with SingleFile",
        }
    if match := _SAVED_FROM.search(top):
        return {"url": match["url"], "captured": "page saved by a browser"}
    return {}
