"""Documents of a case that a text links to."""

from __future__ import annotations

import re
from collections.abc import Iterator

from attribution.extract.lineage.texts import Texts, inferred
from evidence.addresses import address_key
from evidence.model import Derivation
from evidence.vocabulary import DerivationKind

_ADDRESS = re.compile(r"https?://[^\s<>\"'()\[\]{}|\\^`]{4,2000}", re.IGNORECASE)


def linked(texts: Texts) -> Iterator[Derivation]:
    """Yield the derivations that links betray.

    An open attribution in a sentence with a link to another document of the case rests on that.
    """
    documents = {
        key: d.id for d in texts.case.documents.values() if d.url and (key := address_key(d.url))
    }
    for document_id, sentences in texts.sentences.items() if documents else ():
        for sentence in sentences:
            for address in _ADDRESS.findall(sentence.text):
                base = documents.get(address_key(address) or "")
                if base is None or base == document_id:
                    continue
                for attribution in texts.open_at.get(sentence, ()):
                    yield inferred(
                        "link", attribution.id, base, f"links to {address}", DerivationKind.DERIVES
                    )
