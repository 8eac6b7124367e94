"""Tables of the record types and of the vocabulary, from the code that defines them."""

from __future__ import annotations

import inspect
import re
from typing import Any

from evidence import model, vocabulary
from evidence.casefile import case_schema
from evidence.casefile.written import SHORT_KEYS

_NESTED = {"SaidOfClaim": "Attribution", "ShownForClaim": "Bearing"}
_FIELD_OF = {**SHORT_KEYS, "in": "document"}
_COMMON = {
    "id": "Its id; may be left out in lists.",
    "made": "How it came about; by hand where left out.",
    "note": "Free words of yours.",
    "retracted": "Why or when whoever made it took it back; left out while it stands.",
    "extractor": "The program that made it.",
    "version": "The version of that program.",
    "person": "The person who made it.",
    "said": "Who says what of it: a list of attributions.",
    "shown": "What is shown for or against it: a list of bearings.",
}
_LINKED = {
    "ActorKind": "[a word](vocabulary.md#kinds-of-actor)",
    "BearingKind": "[a word](vocabulary.md#kinds-of-bearing)",
    "Certainty": "[a word](vocabulary.md#certainty)",
    "DerivationKind": "[a word](vocabulary.md#kinds-of-derivation)",
    "EvidenceKind": "[a word](vocabulary.md#kinds-of-evidence)",
    "Form": "[a word](vocabulary.md#forms)",
    "Making": "[making](#making)",
    "SaidOfClaim": "[attribution](#attribution)",
    "ShownForClaim": "[bearing](#bearing)",
    "Stance": "[a word](vocabulary.md#stances)",
}
_SCALARS = {
    "boolean": "true or false",
    "integer": "whole number",
    "number": "number",
    "string": "text",
}


def record_table(name: str) -> str:
    """Every key of a record type: what it means, what may stand there, and whether it must."""
    definition = case_schema()["$defs"][name]
    meanings = _meanings(getattr(model, _NESTED.get(name, name)))
    rows = [
        (f"`{key}`", _meaning(key, meanings), _shape(shape), _need(key, definition))
        for key, shape in sorted(definition["properties"].items(), key=_own_keys_first)
    ]
    return _table(("key", "meaning", "value", "needed"), rows)


def _own_keys_first(entry: tuple[str, Any]) -> bool:
    """Sort key: what this record alone has stands before what every record has."""
    return entry[0] in ("id", "made", "note", "retracted")


def vocabulary_table(name: str) -> str:
    """A list of the vocabulary: words with their meanings, or the words of an enumeration."""
    words = getattr(vocabulary, name)
    if isinstance(words, dict):
        return _table(("word", "meaning"), [(f"`{word}`", words[word]) for word in words])
    return ", ".join(f"`{word}`" for word in words)


def _table(heads: tuple[str, ...], rows: list[tuple[str, ...]]) -> str:
    lines = [heads, tuple("---" for _ in heads), *rows]
    return "\n".join(f"| {' | '.join(cells)} |" for cells in lines)


def _meanings(record: type) -> dict[str, str]:
    """The `Attributes:` of a Google-style docstring, by name."""
    section = inspect.cleandoc(record.__doc__ or "").partition("Attributes:\n")[2]
    entries = re.findall(r"^ {4}(\w+): (.*(?:\n {5,}.*)*)", section, re.MULTILINE)
    return {name: _for_writers(words) for name, words in entries}


def _for_writers(words: str) -> str:
    """A docstring's words for people who write YAML: a key is left out, not set to None."""
    plain = re.sub(r"\s+", " ", words).replace(" (`in` in case files)", "")
    return re.sub(r"\bNone\b", "left out", plain)


def _meaning(key: str, meanings: dict[str, str]) -> str:
    if key in meanings:
        return meanings[key]
    if key in _FIELD_OF and key in ("in", *SHORT_KEYS):
        return meanings.get(_FIELD_OF[key], "") if key == "in" else f"Short for `{_FIELD_OF[key]}`."
    return _COMMON[key]


def _need(key: str, definition: dict[str, Any]) -> str:
    either = [key in alternative["required"] for alternative in definition.get("anyOf", ())]
    if key in definition.get("required", ()):
        return "yes"
    return "this or its other name" if any(either) else ""


def _shape(shape: dict[str, Any]) -> str:
    """What may stand as a value, in a few words."""
    alternatives = [s for s in shape.get("anyOf", [shape]) if s.get("type") != "null"]
    if any(s.get("$ref", "").endswith("/Passage") for s in alternatives):
        return "words, a [passage](#passage), or a list of these"
    return ", or a ".join(_shape_of_one(s) for s in alternatives)


def _shape_of_one(shape: dict[str, Any]) -> str:
    if "$ref" in shape:
        name = shape["$ref"].rpartition("/")[2]
        return _LINKED[name]
    if shape["type"] == "array":
        return f"list of {_shape(shape['items'])}"
    if "maxLength" in shape:
        return "id"
    if "pattern" in shape:
        return {"^[A-E]$": "A to E", "^[0-9a-f]{64}$": "64 hex digits"}.get(
            shape["pattern"], "date or time"
        )
    if "maximum" in shape:
        return f"{_SCALARS[shape['type']]} from {shape['minimum']:g} to {shape['maximum']:g}"
    return _SCALARS[shape["type"]]
