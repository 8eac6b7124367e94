"""Lineage that nobody states but texts betray: whom they cite, link to, quote alike, or copy.

What is inferred is kept as such: `made.extractor` of each derivation names the inference, and its
note says by which words. What people or readers state comes first: nothing is inferred for a record
whose lineage is stated.

Only what has no other lineage is looked at: documents, and attributions in which a document speaks
for itself or nobody is named. Who speaks by name is an origin, wherever the words are found.
"""

from __future__ import annotations

from collections.abc import Iterable

from attribution.extract.lineage.citing import cited
from attribution.extract.lineage.copies import copied
from attribution.extract.lineage.links import linked
from attribution.extract.lineage.quotations import quoted_alike
from attribution.extract.lineage.texts import Texts
from evidence.case import Case
from evidence.model import Derivation

__all__ = ["infer_lineage"]


def infer_lineage(case: Case) -> list[Derivation]:
    """Infer what the documents and attributions of a case rest on.

    Args:
        case: A case with the texts of its documents.

    Returns:
        Derivations under ids made of their content. Where several inferences say something about
        one record, the one by the plainest words counts: citing, then links, then quotations, then
        likeness. Cost: n log n in the length of all texts.
    """
    texts = Texts.of(case)
    inferences = (cited(texts), linked(texts), quoted_alike(texts), copied(texts))
    found: dict[str, list[Derivation]] = {}
    for inferred in inferences:
        for what, derivations in _by_record(inferred).items():
            found.setdefault(what, derivations)
    return [derivation for derivations in found.values() for derivation in derivations]


def _by_record(derivations: Iterable[Derivation]) -> dict[str, list[Derivation]]:
    """Derivations by the record that rests on something, each once."""
    groups: dict[str, dict[str, Derivation]] = {}
    for derivation in derivations:
        groups.setdefault(derivation.what, {}).setdefault(derivation.rests_on, derivation)
    return {what: list(group.values()) for what, group in groups.items()}
