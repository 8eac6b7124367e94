"""Reading YAML: every plain scalar is read as the words that stand there.

YAML's own guesses (`no` is false, `1.10` is 1.1, a day is a date object) are the field types'
business, so `parse` gives text, mappings, lists and None, and where each of them stands.
"""

from __future__ import annotations

from typing import Any

from ruamel.yaml import YAML
from ruamel.yaml.error import YAMLError
from ruamel.yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

from evidence.trees import Path, Problems, Tree

_NOTHING = ("", "~", "null", "Null", "NULL")
_DEEPEST = 40

Positions = dict[Path, tuple[int, int]]
"""Line and column, both from 1, of each value of a tree."""


def parse(text: str) -> tuple[Any, Positions]:
    """Read a YAML text into plain values and their places.

    Raises:
        Problems: If it is not YAML, repeats a key, uses anchors, or holds several documents.
    """
    try:
        node = YAML(typ="safe", pure=True).compose(text)
    except YAMLError as error:
        raise Problems([((), _described(error))]) from None
    except RecursionError:
        raise Problems([((), "nested too deeply to be a case")]) from None
    positions: Positions = {}
    return _value(node, (), positions), positions


def _described(error: YAMLError) -> str:
    mark = getattr(error, "problem_mark", None)
    problem = str(getattr(error, "problem", None) or error).strip()
    return f"line {mark.line + 1}, column {mark.column + 1}: {problem}" if mark else problem


def _value(node: Node | None, path: Path, positions: Positions) -> Any:
    if node is None:
        return None
    line, column = node.start_mark.line + 1, node.start_mark.column + 1
    if node.anchor or len(path) > _DEEPEST:
        what = "anchors (&) and aliases (*) are not used in" if node.anchor else "too deep for"
        raise Problems([(path, f"line {line}, column {column}: {what} case files")])
    positions[path] = (line, column)
    match node:
        case MappingNode():
            return _mapping(node, path, positions)
        case SequenceNode():
            return [_value(n, (*path, i), positions) for i, n in enumerate(node.value)]
        case ScalarNode():
            return None if node.style is None and node.value in _NOTHING else node.value
    raise Problems([(path, f"line {line}: unexpected {type(node).__name__}")])


def _mapping(node: MappingNode, path: Path, positions: Positions) -> Tree:
    tree: Tree = {}
    for key_node, value_node in node.value:
        mark = key_node.start_mark
        place = f"line {mark.line + 1}, column {mark.column + 1}"
        if not isinstance(key_node, ScalarNode):
            raise Problems([(path, f"{place}: a key should be plain words")])
        key = str(key_node.value)
        if key in tree:
            raise Problems([((*path, key), f"{place}: the key {key!r} stands twice")])
        tree[key] = _value(value_node, (*path, key), positions)
        positions[*path, key] = (mark.line + 1, mark.column + 1)
    return tree
