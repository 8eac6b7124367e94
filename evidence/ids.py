"""Identifiers: content hashes for records derived from text, slugs for records made by people."""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections.abc import Container

_HASH_DIGITS = 12
_CONTENT_ID = re.compile(rf"[a-z]+-[0-9a-f]{{{_HASH_DIGITS}}}(-[0-9]+)?")
_SLUG_LENGTH = 48


def content_id(prefix: str, *parts: object) -> str:
    """Name a record by what it says, so that the same content always gets the same id.

    Args:
        prefix: The letter of the record type, such as "a" for attributions.
        parts: Whatever makes the record that record; compared by `repr`-free text.

    Returns:
        `prefix` and 12 hexadecimal digits of a SHA-256, as in "a-0f3c2b9d11aa".
    """
    digest = hashlib.sha256()
    for part in parts:
        text = "" if part is None else str(part)
        data = text.encode("utf-8", "surrogatepass")
        digest.update(len(data).to_bytes(8, "big"))
        digest.update(data)
    return f"{prefix}-{digest.hexdigest()[:_HASH_DIGITS]}"


def is_content_id(record_id: str) -> bool:
    """Whether an id looks like one that `content_id` made, perhaps with a number behind it."""
    return _CONTENT_ID.fullmatch(record_id) is not None


def text_hash(text: str) -> str:
    """SHA-256 of the UTF-8 bytes of `text`, as 64 hexadecimal digits."""
    return hashlib.sha256(text.encode("utf-8")).hexdigest()


def slug(name: str) -> str:
    """Turn a name into a readable id: "Kata’ib Hezbollah" becomes "kataib-hezbollah".

    Letters of every script are kept; a name without a letter or digit gets a content hash.
    """
    plain = unicodedata.normalize("NFKD", name.casefold())
    letters = "".join(c for c in plain if not unicodedata.combining(c) and c not in "'’‘ʼ`")
    words = re.findall(r"[^\W_]+", unicodedata.normalize("NFC", letters))
    joined = "-".join(words)
    if len(joined) > _SLUG_LENGTH:
        joined = joined[:_SLUG_LENGTH].rsplit("-", 1)[0]
    return joined or content_id("x", name)


def free_slug(name: str, taken: Container[str]) -> str:
    """A slug of `name` that is not in `taken`: "weekly", "weekly-2", "weekly-3" ..."""
    base = slug(name)
    candidate, count = base, 1
    while candidate in taken:
        count += 1
        candidate = f"{base}-{count}"
    return candidate
