"""Roles that stand beside a name: "Its spokesman X", "Iran's envoy, X, said", "X, the envoy,"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from attribution.extract.actors.names import Name
from attribution.extract.actors.nominals import Nominal
from attribution.extract.english.morphology import PREPOSITIONS, RELATIVES
from attribution.extract.text.sentence_parts import is_verb, plain
from attribution.extract.text.tokens import Token
from evidence.vocabulary import ActorKind

_LINKS = frozenset("for of to at from".split())
_ADVERBS = frozenset("now then currently formerly once also".split())
_FIELD = 3
"""Words at most that say what somebody is director of."""

_LONGEST_LINK = 6
"""Words after "for" that say whose spokesman somebody is, at most."""

_CLOSING = frozenset(",.;:)—–-")


def appositions(
    tokens: Sequence[Token], nominals: Sequence[Nominal], names: Sequence[Name]
) -> Iterator[tuple[Nominal, Name]]:
    """Yield each role with the name that it describes.

    Args:
        tokens: All tokens of the text.
        nominals: Phrases with a role.
        names: Proper names.
    """
    covering = {i: name for name in names for i in range(name.first, name.stop)}
    opening_at = {at: name for name in names for at in (name.opening, name.first)}
    ending_at = {name.stop: name for name in names}
    described = {nominal.first: nominal for nominal in nominals}
    for nominal in nominals:
        if nominal.plural or _owns(tokens, nominal.stop):
            continue
        name = (
            _through(tokens, nominal, described, opening_at)
            or _after(tokens, nominal, opening_at, covering)
            or _before(tokens, nominal, ending_at)
        )
        if name is not None and _agree(nominal, name):
            yield nominal, name


def _after(
    tokens: Sequence[Token],
    nominal: Nominal,
    names: dict[int, Name],
    covering: dict[int, Name],
) -> Name | None:
    """The name in "its spokesman X", "the envoy, X, said" and "a lawyer for Y, X,"."""
    name = names.get(nominal.stop)
    if name is not None and tokens[nominal.stop].start - nominal.end == 1:
        return name
    comma = _end_of_link(tokens, nominal.stop, covering)
    if comma >= len(tokens) or tokens[comma].text != ",":
        return None
    name = names.get(comma + 1)
    if name is None or name.stop >= len(tokens):
        return name
    after = tokens[name.stop]
    if after.text in _CLOSING:
        return name
    before = plain(tokens[nominal.first - 1].text) if nominal.first > 0 else ""
    governed = before in PREPOSITIONS or before == "to"
    return name if is_verb(plain(after.text)) and not governed else None


def _through(
    tokens: Sequence[Token],
    nominal: Nominal,
    nominals: dict[int, Nominal],
    names: dict[int, Name],
) -> Name | None:
    """The name in "his guest, the actress X, said"."""
    other = nominals.get(nominal.stop + 1)
    if other is None or other.plural or tokens[nominal.stop].text != ",":
        return None
    return names.get(other.stop)


def _end_of_link(tokens: Sequence[Token], index: int, covering: dict[int, Name]) -> int:
    """Index after "for Y", "of the Y" or "of special operations"; the same where there is none."""
    if index + 1 >= len(tokens) or plain(tokens[index].text) not in _LINKS:
        return index
    after = index + 2 if plain(tokens[index + 1].text) == "the" else index + 1
    if after in covering:
        return covering[after].stop
    stop = after
    while stop < min(len(tokens), after + _FIELD) and tokens[stop].text.isalpha():
        stop += 1
    return stop if stop > after and all(t.text.islower() for t in tokens[after:stop]) else index


def _before(tokens: Sequence[Token], nominal: Nominal, names: dict[int, Name]) -> Name | None:
    """The name in "X, the envoy" and "X, now the leader"."""
    comma = nominal.first - 1
    if comma > 0 and plain(tokens[comma].text) in _ADVERBS:
        comma -= 1
    if comma < 1 or tokens[comma].text not in (",", "—", "–", "("):
        return None
    if _is_subject(tokens, nominal.stop):
        return None  # "In a note to X, the officer said": a new subject
    return names.get(comma)


def _owns(tokens: Sequence[Token], stop: int) -> bool:
    """Whether a phrase is whose somebody is: the group in "X, the group's director"."""
    return stop < len(tokens) and tokens[stop].text in ("'s", "’s", "'", "’")


def _is_subject(tokens: Sequence[Token], stop: int) -> bool:
    """Whether a verb follows a phrase at once, or after "for the firm" and the like."""
    if stop < len(tokens) and plain(tokens[stop].text) in _LINKS:
        stop += 1
        floor = stop
        while stop < min(len(tokens), floor + _LONGEST_LINK) and not _ends_link(tokens[stop]):
            stop += 1
    return stop < len(tokens) and is_verb(plain(tokens[stop].text))


def _ends_link(token: Token) -> bool:
    return token.kind != "word" or is_verb(plain(token.text)) or plain(token.text) in RELATIVES


def _agree(nominal: Nominal, name: Name) -> bool:
    if name.form != "name" or name.kind in (ActorKind.STATE, ActorKind.PRODUCT):
        return False
    person = name.kind in (ActorKind.PERSON, None)
    return person or nominal.body
