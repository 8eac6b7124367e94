"""What a name must be, judged by the words around it."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from attribution.extract.actors.clusters import Cluster
from attribution.extract.actors.names import Name
from attribution.extract.english.organisations import ARMED_NOUNS, COMPANY_NOUNS, PRODUCT_NOUNS
from attribution.extract.text.sentence_parts import is_verb, plain
from attribution.extract.text.tokens import Token
from evidence.vocabulary import ActorKind

_LISTING = (("such", "as"), ("like",), ("including",), ("known", "as"), ("called",), ("named",))
_LIST_LENGTH = 40


def infer_kinds(
    tokens: Sequence[Token], names: Sequence[Name], cluster_of: Callable[[Name], Cluster | None]
) -> None:
    """Give a kind to actors whose names say nothing: by lists they stand in, or by what they do.

    Args:
        tokens: All tokens of the text.
        names: Its names in order.
        cluster_of: Gives the actor of a name, whose kind is set.
    """
    previous: Name | None = None
    listed: ActorKind | None = None
    for name in names:
        joined = previous is not None and _is_listed(tokens, previous.stop, name.opening)
        listed = _kind_before(tokens, name.opening) or (listed if joined else None)
        cluster = cluster_of(name)
        if cluster is not None and cluster.kind is None:
            cluster.kind = listed or _by_deeds(tokens, name)
        previous = name


def _is_listed(tokens: Sequence[Token], stop: int, first: int) -> bool:
    """Whether only commas and "and" lie between two names."""
    between = [plain(t.text) for t in tokens[stop:first]]
    return 0 < len(between) <= 3 and all(word in (",", "and", "or", "&") for word in between)


def _kind_before(tokens: Sequence[Token], first: int) -> ActorKind | None:
    """The kind in "drones like X", "companies such as X", "proxies including X"."""
    for words in _LISTING:
        at = first - len(words)
        if at > 0 and tuple(plain(t.text) for t in tokens[at:first]) == words:
            at -= 1 if tokens[at - 1].text == "," else 0
            return _kind_of_noun(plain(tokens[at - 1].text)) if at > 0 else None
    return None


def _kind_of_noun(noun: str) -> ActorKind | None:
    if noun in PRODUCT_NOUNS:
        return ActorKind.PRODUCT
    if noun in COMPANY_NOUNS:
        return ActorKind.ORGANISATION
    return ActorKind.ARMED_GROUP if noun in ARMED_NOUNS else None


def _by_deeds(tokens: Sequence[Token], name: Name) -> ActorKind | None:
    """A person, if a name of two or three words is followed by a verb."""
    words = name.stop - name.first
    if not 2 <= words <= 3 or name.stop >= len(tokens):
        return None
    return ActorKind.PERSON if is_verb(plain(tokens[name.stop].text)) else None
