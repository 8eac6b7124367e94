"""A graph as the files of other tools can hold it."""

from __future__ import annotations

from collections.abc import Callable, Mapping

import networkx as nx

Value = str | int | float | bool

NOTE = "characters replaced"
"""Graph attribute that counts the characters that a format could not hold."""

_REPLACED = {
    **{code: 0x2400 + code for code in range(0x20) if chr(code) not in "\t\n"},
    **dict.fromkeys([*range(0xD800, 0xE000), 0xFFFE, 0xFFFF], 0xFFFD),
}


def visible(text: str) -> str:
    """Replace characters that XML 1.0 cannot hold by others that can be seen, one for one.

    Control characters become their pictures ("␀" for U+0000), also the carriage return, which XML
    would read back as a line feed; lone surrogates and non-characters become U+FFFD.
    """
    return text.translate(_REPLACED)


def plain(graph: nx.MultiDiGraph, clean: Callable[[str], str] = str) -> nx.MultiDiGraph:
    """Copy a graph for a file, in the same order.

    The attribute `id` of nodes becomes `record`, because most tools keep `id` for the node's key.

    Args:
        graph: The graph; it is not changed.
        clean: Makes a text fit for the format. Where it makes two keys of nodes the same, the
            later one is told apart by a prime; how many characters it changed is noted in the
            graph's attribute `NOTE`.
    """
    cleaner = _Cleaner(clean)
    copy = nx.MultiDiGraph(**cleaner.attributes(graph.graph))
    keys = cleaner.keys(list(graph))
    for node, attributes in graph.nodes(data=True):
        copy.add_node(keys[node], **cleaner.attributes(_renamed(attributes)))
    for tail, head, key, attributes in graph.edges(keys=True, data=True):
        parallel = copy.get_edge_data(keys[tail], keys[head]) or {}
        free_key = _free(clean(key), parallel)
        copy.add_edge(keys[tail], keys[head], free_key, **cleaner.attributes(attributes))
    if cleaner.changed:
        copy.graph[NOTE] = cleaner.changed
    return copy


def _renamed(attributes: Mapping[str, Value]) -> dict[str, Value]:
    return {"record" if name == "id" else name: value for name, value in attributes.items()}


class _Cleaner:
    """Cleans texts and counts the characters changed."""

    def __init__(self, clean: Callable[[str], str]) -> None:
        self._clean = clean
        self.changed = 0

    def attributes(self, attributes: Mapping[str, Value]) -> dict[str, Value]:
        return {
            name: self._text(value) if isinstance(value, str) else value
            for name, value in attributes.items()
        }

    def keys(self, keys: list[str]) -> dict[str, str]:
        cleaned: dict[str, str] = {}
        taken: dict[str, str] = {}
        for key in keys:
            cleaned[key] = _free(self._text(key), taken)
            taken[cleaned[key]] = key
        return cleaned

    def _text(self, text: str) -> str:
        cleaned = self._clean(text)
        if cleaned != text:
            self.changed += sum(a != b for a, b in zip(text, cleaned, strict=True))
        return cleaned


def _free(key: str, taken: Mapping[str, object]) -> str:
    while key in taken:
        key += "′"
    return key
