"""What keeps words from documents words: escaped data blocks and a policy that trusts only hashes.

The policy is the second wall. The first is that the scripts of the page write text, never markup;
`require-trusted-types-for` makes browsers that know it refuse any other way.
"""

from __future__ import annotations

import base64
import hashlib
import json
from collections.abc import Iterable

_ESCAPES = str.maketrans(
    {
        "<": "\\u003c",
        ">": "\\u003e",
        "&": "\\u0026",
        "\u2028": "\\u2028",
        "\u2029": "\\u2029",
    }
)


def json_block(value: object) -> str:
    """Write `value` as JSON that cannot end the `<script>` element it stands in.

    Keys keep their order. Lone surrogates, which UTF-8 cannot carry, stay escaped.

    Raises:
        ValueError: If a number is not finite.
    """
    text = json.dumps(value, ensure_ascii=False, allow_nan=False, separators=(",", ":"))
    return escaped_json(text)


def escaped_json(text: str) -> str:
    """Escape the characters of a JSON text that mean something to an HTML parser.

    They occur in strings only, where their escapes mean the same. Works on JSON Lines as well.
    """
    return _without_lone_surrogates(text.translate(_ESCAPES))


def content_security_policy(*, scripts: Iterable[str], styles: Iterable[str]) -> str:
    """A policy that runs these scripts and styles and fetches nothing at all.

    Args:
        scripts: The exact text of each script element.
        styles: The exact text of each style element.
    """
    directives = (
        "default-src 'none'",
        "script-src " + " ".join(_source(text) for text in scripts),
        "style-src " + " ".join(_source(text) for text in styles),
        "base-uri 'none'",
        "form-action 'none'",
        "require-trusted-types-for 'script'",
        "trusted-types 'none'",
    )
    return "; ".join(directives)


def _source(text: str) -> str:
    digest = hashlib.sha256(text.encode("utf-8")).digest()
    return f"'sha256-{base64.b64encode(digest).decode('ascii')}'"


def _without_lone_surrogates(text: str) -> str:
    if text.isascii():
        return text
    return "".join(f"\\u{ord(c):04x}" if "\ud800" <= c <= "\udfff" else c for c in text)
