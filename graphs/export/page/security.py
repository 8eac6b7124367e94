"""What keeps words from documents words: a policy that trusts only hashes.

The policy is the second wall. The first is that data blocks are escaped (see `blocks`) and that
the scripts of the page write text, never markup; `require-trusted-types-for` makes browsers that
know it refuse any other way.
"""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Iterable


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
