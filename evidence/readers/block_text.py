"""All the words of a page of HTML, block by block; for mails and books, which are all text."""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree, html

_BLOCKS = frozenset(
    "address article aside blockquote body br dd div dl dt figcaption figure footer form h1 h2 h3 "
    "h4 h5 h6 header hr li main nav ol p pre section table td th tr ul".split()
)
_NOT_TEXT = frozenset("head script style template title noscript".split())
_BREAK = "\0"
"""Stands between blocks; no page holds it, as the parser drops it."""


def block_text(page: bytes | str) -> str:
    """The words of a page: blocks on lines of their own, white space within them one space.

    Args:
        page: The page; bytes are decoded as it says itself.
    """
    data = page.encode("utf-8", "replace") if isinstance(page, str) else page
    parser = html.HTMLParser(encoding="utf-8" if isinstance(page, str) else None)
    try:
        tree = html.document_fromstring(data, parser=parser)
    except etree.ParserError:
        return ""
    blocks = "".join(_words(tree)).split(_BREAK)
    return "\n".join(words for block in blocks if (words := " ".join(block.split())))


def _words(tree: etree._Element) -> Iterator[str]:
    """The words of a tree in their order, with a break before and after each block."""
    hidden = 0
    for event, node in etree.iterwalk(tree, events=("start", "end", "comment", "pi")):
        block = node.tag in _BLOCKS
        if event == "start":
            hidden += node.tag in _NOT_TEXT
            yield _BREAK if block else ""
            yield "" if hidden else node.text or ""
        else:
            hidden -= event == "end" and node.tag in _NOT_TEXT
            yield _BREAK if block else ""
            yield "" if hidden else node.tail or ""
