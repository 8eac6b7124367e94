"""The data blocks of the page: text as it is where it is short, packed where it is long.

Short blocks can be read in the source of the page by anybody; long ones are a third to a tenth of
their size, and the page unpacks them with what every browser has (`DecompressionStream`).
"""

from __future__ import annotations

import base64
import json
import zlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from markupsafe import Markup
from pydantic_core import PydanticSerializationError, to_json

PLAIN = 200_000
"""Characters up to which a block is left as it is."""

_LEVEL = 1
"""Of compression: the fastest, at a fifth more of file than the usual one."""

_ESCAPES = str.maketrans(
    {
        "<": "\\u003c",
        ">": "\\u003e",
        "&": "\\u0026",
        "\u2028": "\\u2028",
        "\u2029": "\\u2029",
    }
)


@dataclass(frozen=True)
class Block:
    """What a `<script>` element holds that is not run.

    Attributes:
        media_type: Of the text.
        packed: Whether `content` is the base64 of the text as a zlib stream in UTF-8.
        content: Safe inside the element.
    """

    media_type: str
    packed: bool
    content: Markup


def json_block(value: object) -> Block:
    """A block of JSON. Keys keep their order. Lone surrogates stay escaped.

    Raises:
        ValueError: If a number is not finite.
    """
    return _block([json_text(value)], "application/json")


def json_lines_block(lines: Iterable[str]) -> Block:
    """A block of JSON Lines, each of which ends in a line break; they are packed as they come."""
    return _block(lines, "application/x-ndjson")


def json_text(value: object) -> str:
    """Write `value` as JSON without spaces.

    Raises:
        ValueError: If a number is not finite.
    """
    try:
        text = to_json(value, inf_nan_mode="constants")
    except PydanticSerializationError:  # lone surrogates, which UTF-8 cannot carry
        return _plain_json_text(value)
    # Where these are words and not numbers, the plain way does not mind them
    return _plain_json_text(value) if b"NaN" in text or b"Infinity" in text else text.decode()


def _plain_json_text(value: object) -> str:
    """The same by the standard library, which takes at least twice as long."""
    return json.dumps(value, ensure_ascii=False, allow_nan=False, separators=(",", ":"))


def escaped_json(text: str) -> str:
    """Escape what means something to an HTML parser, so that the text cannot end its element.

    Such characters occur in strings only, where their escapes mean the same. Works on JSON Lines
    as well.
    """
    return _without_lone_surrogates(text.translate(_ESCAPES))


def unpacked(content: str) -> str:
    """The text of the content of a packed block.

    Raises:
        ValueError: If it is none.
    """
    try:
        return zlib.decompress(base64.b64decode(content, validate=True)).decode("utf-8")
    except zlib.error as error:
        raise ValueError(str(error)) from error


def _block(pieces: Iterable[str], media_type: str) -> Block:
    pending = iter(pieces)
    text = _up_to(PLAIN, pending)
    if len(text) <= PLAIN:
        content = escaped_json(text)
        return Block(media_type, False, Markup(content))  # noqa: S704  # escaped just now
    content = base64.b64encode(_packed(text, pending)).decode("ascii")
    return Block(media_type, True, Markup(content))  # noqa: S704  # letters and digits only


def _packed(text: str, pending: Iterator[str]) -> bytes:
    """A text and the pieces that follow it as one zlib stream, a stretch at a time."""
    packing = zlib.compressobj(_LEVEL)
    packed = []
    while text:
        packed.append(packing.compress(_without_lone_surrogates(text).encode("utf-8")))
        text = _up_to(PLAIN, pending)
    return b"".join([*packed, packing.flush()])


def _up_to(length: int, pending: Iterator[str]) -> str:
    """The next pieces: all that are left, or as many as are longer than `length` together."""
    taken: list[str] = []
    for piece in pending:
        taken.append(piece)
        length -= len(piece)
        if length < 0:
            break
    return "".join(taken)


def _without_lone_surrogates(text: str) -> str:
    """Escape what UTF-8 cannot carry."""
    if text.isascii():
        return text
    try:
        text.encode("utf-8")
    except UnicodeEncodeError:
        return "".join(f"\\u{ord(c):04x}" if "\ud800" <= c <= "\udfff" else c for c in text)
    return text
