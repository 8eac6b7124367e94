"""Writing case files as YAML, anew or into a file that a person has edited."""

from __future__ import annotations

import io
import re
from typing import Any, NamedTuple, Self

from ruamel.yaml import YAML
from ruamel.yaml.comments import CommentedMap, CommentedSeq
from ruamel.yaml.constructor import RoundTripConstructor
from ruamel.yaml.nodes import ScalarNode
from ruamel.yaml.representer import RoundTripRepresenter
from ruamel.yaml.scalarstring import DoubleQuotedScalarString, LiteralScalarString

from evidence.casefile.written import SHORT_KEYS
from evidence.trees import Path, Tree
from evidence.yaml_reading import parse

_NO_FOLDING = 2**30
_WINDOWS = "\r\n"

_PLAIN = re.compile(r"\w(?:[\w.,;()/’“”–—…' -]*[\w.)’”…])?")
"""Words that no YAML program takes for anything but text; all others are quoted."""


def dump(tree: Tree) -> str:
    """Write a tree as YAML: passages on one line each, long texts as literal blocks."""
    stream = io.StringIO()
    _writer().dump(_styled(tree, ()), stream)
    return stream.getvalue()


def update(text: str, tree: Tree) -> str:
    """Rewrite the YAML `text` so that it reads as `tree`, keeping its comments and its order.

    Only what differs is touched: a value that is unchanged keeps its layout and its short key, and
    what is added is set in and ends its lines as the first of the lines around it do.
    """
    commented = _writer().load(text.replace(_WINDOWS, "\n"))
    writer = _writer(_indents(commented))
    _patch(commented, tree, parse(text)[0], ())
    stream = io.StringIO()
    writer.dump(commented, stream)
    written = stream.getvalue()
    return written.replace("\n", _WINDOWS) if _ends_as_windows(text) else written


def _ends_as_windows(text: str) -> bool:
    first, end, _ = text.partition("\n")
    return bool(end) and first.endswith("\r")


class _AsWritten(str):
    """A number, date or truth value in the characters in which a person wrote it.

    ruamel writes what it understood instead: other digits, another form of the date.

    Attributes:
        tag: What YAML takes the characters for.
    """

    __slots__ = ("tag",)

    tag: str

    def __new__(cls, characters: str, tag: str | None) -> Self:
        """Keep characters as they are."""
        written = super().__new__(cls, characters)
        written.tag = tag or ""
        return written


class _Constructor(RoundTripConstructor):
    """Reads such scalars as they are written."""

    def as_written(self, node: ScalarNode) -> _AsWritten | None:
        return _AsWritten(node.value, node.tag) if node.value else None


class _Representer(RoundTripRepresenter):
    """Writes them back."""

    def as_written(self, scalar: _AsWritten) -> Any:
        return self.represent_scalar(scalar.tag, str(scalar), style="")


for _kind in ("int", "float", "timestamp", "bool", "null"):
    _Constructor.add_constructor(f"tag:yaml.org,2002:{_kind}", _Constructor.as_written)
_Representer.add_representer(_AsWritten, _Representer.as_written)


class _Indents(NamedTuple):
    """By how many spaces mappings, and the dashes of lists, stand further in than what has them."""

    mapping: int = 2
    dash: int = 2


_USUAL = _Indents()
_POSSIBLE = {"mapping": range(2, 10), "dash": range(8)}
"""What ruamel can write; an alias stands anywhere."""


def _indents(tree: Any) -> _Indents:
    """How the first mapping and the first list that are not at the margin are set in."""
    found: dict[str, int] = {}
    pending = [tree]
    while pending and len(found) < len(_POSSIBLE):
        outer = pending.pop()
        is_mapping = isinstance(outer, CommentedMap)
        blocks = [each for each in (outer.values() if is_mapping else outer) if _is_block(each)]
        for each in blocks if is_mapping else ():
            name = "mapping" if isinstance(each, CommentedMap) else "dash"
            inward = each.lc.col - outer.lc.col
            if inward in _POSSIBLE[name]:
                found.setdefault(name, inward)
        pending += reversed(blocks)
    return _Indents(**found)


def _is_block(value: Any) -> bool:
    return isinstance(value, CommentedMap | CommentedSeq) and not value.fa.flow_style()


def _writer(indents: _Indents = _USUAL) -> YAML:
    writer = YAML(typ="rt", pure=True)
    writer.Constructor = _Constructor
    writer.Representer = _Representer
    writer.width = _NO_FOLDING
    writer.allow_unicode = True
    writer.preserve_quotes = True
    writer.indent(mapping=indents.mapping, sequence=indents.dash + 2, offset=indents.dash)
    return writer


def _styled(value: Any, path: Path) -> Any:
    if isinstance(value, dict):
        mapping = CommentedMap((_scalar(k), _styled(v, (*path, k))) for k, v in value.items())
        if "exact" in value or path[-1:] == ("made",):
            mapping.fa.set_flow_style()
        return mapping
    if isinstance(value, list):
        return CommentedSeq(_styled(item, (*path, i)) for i, item in enumerate(value))
    return _scalar(value)


def _scalar(value: Any) -> Any:
    if not isinstance(value, str) or _PLAIN.fullmatch(value):
        return value
    if "\n" in value and _fits_literal(value):
        return LiteralScalarString(value)
    return DoubleQuotedScalarString(value)


def _fits_literal(text: str) -> bool:
    """Whether a literal block gives the text back unchanged: plain lines, no odd characters."""
    lines = text.replace("\u00a0", "_").split("\n")
    return (
        all(line.isprintable() and line == line.rstrip() for line in lines)
        and bool(lines[0])
        and not lines[0][0].isspace()
    )


def _patch(commented: Any, new: Any, old: Any, path: Path) -> None:
    """Make `commented`, which reads as `old`, read as `new`."""
    new = _with_short_keys(new, old) if isinstance(new, dict) else new
    pairs = new.items() if isinstance(new, dict) else enumerate(new)
    for key, value in pairs:
        known = key in old if isinstance(old, dict) else key < len(old)
        if not known:
            _add(commented, key, _styled(value, (*path, key)))
        elif _alike(old[key], value):
            continue
        elif type(old[key]) is type(value) and isinstance(value, dict | list):
            _patch(commented[key], value, old[key], (*path, key))
        else:
            commented[key] = _styled(value, (*path, key))
    for key in [k for k in old if k not in new] if isinstance(old, dict) else ():
        del commented[key]
    if isinstance(old, list):
        del commented[len(new) :]


def _with_short_keys(new: Tree, old: Tree) -> Tree:
    """Name the fields of `new` as the person did who wrote `old`."""
    short = {full: key for key, full in SHORT_KEYS.items() if key in old and full not in old}
    return {short.get(key, key): value for key, value in new.items()}


def _add(commented: Any, key: Any, value: Any) -> None:
    if isinstance(commented, CommentedSeq):
        commented.append(value)
    else:
        commented[key] = value


def _alike(old: Any, new: Any) -> bool:
    """Whether a value read from YAML (scalars as text) says the same as one to be written."""
    if isinstance(old, dict) and isinstance(new, dict):
        new = _with_short_keys(new, old)
        return old.keys() == new.keys() and all(_alike(old[k], new[k]) for k in new)
    if isinstance(old, list) and isinstance(new, list):
        return len(old) == len(new) and all(map(_alike, old, new))
    if isinstance(new, list) and len(new) == 1 and isinstance(old, str):
        return _alike(old, new[0])
    if isinstance(new, bool):
        return str(old).lower() == str(new).lower()
    return (old is None and new is None) or (isinstance(old, str) and old == str(new))
