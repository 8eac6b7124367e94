"""The written form of a case: what people type, nested by claim, with ids as keys.

One tree of plain mappings, lists and scalars serves YAML and JSON. `expand` turns it into records
and `to_written` turns records into it; the two are inverse to each other.
"""

from __future__ import annotations

import json
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Mapping
from typing import Any

from pydantic import ValidationError

from evidence.case import SECTIONS, Case
from evidence.ids import content_id
from evidence.model import (
    Attribution,
    Bearing,
    Derivation,
    Evidence,
    Kept,
    Record,
    Relation,
    Waiver,
)
from evidence.trees import Path, Problems, Tree

SCHEMA_VERSION = 1

Located = Iterator[tuple[type[Record], Any, Path]]

KEYED = ("documents", "actors", "claims", "evidence")
"""Sections written as mappings from id to record."""

LISTED = ("attributions", "bearings", "relations", "derivations", "waivers", "kept")
"""Sections written as lists; `attributions` and `bearings` hold only what no claim can nest."""

SHORT_KEYS = {"quote": "content", "claim": "claims", "evidence": "source"}
"""Keys that a person may write instead of a field's name."""

TOP_KEYS = ("claimtrail", "title", "description", *KEYED, *LISTED)


def default_id(record: Record) -> str:
    """The id that a record gets when its author gave none: a hash of what it says."""
    match record:
        case Attribution():
            words = [p.exact for p in record.content]
            return content_id("a", record.claim, record.by, record.stance, record.document, *words)
        case Bearing():
            return content_id("b", record.source, record.target, record.kind, record.document)
        case Relation():
            return content_id("r", record.who, record.does, record.to, record.what)
        case Derivation():
            return content_id("d", record.what, record.rests_on, record.kind)
        case Waiver():
            return content_id("w", record.rule, record.record, record.reason, record.author)
        case Evidence():
            return content_id("e", record.kind, record.text, record.document)
        case _:
            return content_id("x", record.model_dump_json(exclude={"id"}))


def to_case(tree: Any) -> Case:
    """Read a written tree into a case.

    Raises:
        Problems: With every problem that was found, not only the first.
    """
    problems = list(_check_top(tree))
    if problems:
        raise Problems(problems)
    records: list[Record] = []
    taken: Counter[tuple[type[Record], str]] = Counter()
    for kind, data, path in expand(tree):
        try:
            record = _validated(kind, data)
        except ValidationError as error:
            problems += [(path + e["loc"], _plainly(e["type"], e["msg"])) for e in error.errors()]
            continue
        except TypeError as error:
            problems.append((path, str(error)))
            continue
        record = _distinct(record, taken, written_id="id" in data)
        if taken[kind, record.id]:
            problems.append((path, f"the id {record.id!r} is used twice"))
        taken[kind, record.id] += 1
        records.append(record)
    if problems:
        raise Problems(problems)
    return Case.of(
        records, title=tree.get("title") or "", description=tree.get("description") or ""
    )


def expand(tree: Tree) -> Located:
    """Yield (record type, record data, path in the tree) of each record that a tree holds."""
    for section in KEYED:
        for key, data in (tree.get(section) or {}).items():
            yield from _expand_keyed(section, str(key), data, (section, key))
    for section in LISTED:
        for index, data in enumerate(tree.get(section) or []):
            yield SECTIONS[section], data, (section, index)


def _expand_keyed(section: str, key: str, data: Any, path: Path) -> Located:
    own = {} if data is None else data
    if section != "claims" or not isinstance(own, dict):
        yield SECTIONS[section], _with(own, id=key), path
        return
    nested = {"said": SECTIONS["attributions"], "shown": SECTIONS["bearings"]}
    yield SECTIONS[section], {**_without(own, nested), "id": key}, path
    for name, kind in nested.items():
        parent = "claim" if name == "said" else "target"
        for index, item in enumerate(own.get(name) or []):
            defaults = {} if isinstance(item, dict) and parent in item else {parent: key}
            yield kind, _with(item, **defaults), (*path, name, index)


def _plainly(kind: str, message: str) -> str:
    """What is wrong with a field, in words for people who write case files."""
    return {"missing": "is missing", "extra_forbidden": "is not a key here"}.get(kind, message)


def _with(data: Any, **fields: str) -> Any:
    return {**data, **fields} if isinstance(data, dict) else data


def _without(data: Tree, keys: Mapping[str, object]) -> Tree:
    return {key: value for key, value in data.items() if key not in keys}


def _validated(kind: type[Record], data: Any) -> Record:
    if not isinstance(data, dict):
        raise TypeError(f"a mapping with keys is needed here, not {_kind_of(data)}")
    if "id" in data:
        return kind.model_validate(data)
    record = kind.model_validate({**data, "id": "?"})
    return record.model_copy(update={"id": default_id(record)})


def _distinct(
    record: Record, taken: Counter[tuple[type[Record], str]], *, written_id: bool
) -> Record:
    """Number records that say the same and were given no id, in the order they are written."""
    if written_id:
        return record
    base, count = record.id, 1
    while taken[type(record), record.id]:
        count += 1
        record = record.model_copy(update={"id": f"{base}-{count}"})
    return record


def _check_top(tree: Any) -> Iterator[tuple[Path, str]]:
    if not isinstance(tree, dict):
        yield (), f"a case is a mapping that begins with 'claimtrail: 1', not {_kind_of(tree)}"
        return
    version = tree.get("claimtrail")
    if str(version) != str(SCHEMA_VERSION):
        yield (
            ("claimtrail",),
            f"this file has 'claimtrail: {version}', this program reads version {SCHEMA_VERSION}"
            if version is not None
            else "the key 'claimtrail: 1' is missing: is this a case file?",
        )
    for key in tree:
        if key not in TOP_KEYS:
            yield (key,), f"unknown section {key!r}; there are {', '.join(TOP_KEYS[1:])}"
    yield from _check_shapes(tree)


def _check_shapes(tree: Tree) -> Iterator[tuple[Path, str]]:
    for names, shape, word in (
        (("title", "description"), str, "text"),
        (KEYED, dict, "a mapping from id to record"),
        (LISTED, list, "a list"),
    ):
        for name in names:
            if tree.get(name) is not None and not isinstance(tree[name], shape):
                yield (name,), f"should be {word}, not {_kind_of(tree[name])}"
    claims = tree.get("claims")
    for key, claim in claims.items() if isinstance(claims, dict) else ():
        for name in ("said", "shown"):
            items = claim.get(name) if isinstance(claim, dict) else None
            if items is not None and not isinstance(items, list):
                yield ("claims", key, name), f"should be a list, not {_kind_of(items)}"


def _kind_of(value: object) -> str:
    names = {dict: "a mapping", list: "a list", str: "text", type(None): "nothing"}
    return names.get(type(value), type(value).__name__)


def to_written(case: Case, *, keep_text: Callable[[str], bool] = lambda _: True) -> Tree:
    """Write a case as a tree, nesting what is said and shown under its claim.

    Args:
        case: The case.
        keep_text: Tells by document id whether the text is written or left to the document's file.
    """
    tree: Tree = {"claimtrail": SCHEMA_VERSION}
    tree |= {key: getattr(case, key) for key in ("title", "description") if getattr(case, key)}
    for section in KEYED:
        tree[section] = {r.id: _fields(r) for r in getattr(case, section).values()}
    for name, data in tree["documents"].items():
        if not keep_text(name):
            data.pop("text", None)
    outside = {
        "attributions": _nest(case.attributions, tree["claims"], "said", "claim"),
        "bearings": _nest(case.bearings, tree["claims"], "shown", "target"),
    }
    for section in LISTED:
        tree[section] = outside.get(section) or [
            _listed(r) for r in getattr(case, section).values() if section not in outside
        ]
    return {key: value for key, value in tree.items() if value not in ({}, [])}


def _nest(records: Mapping[str, Record], claims: Tree, name: str, parent: str) -> list[Tree]:
    """Put each record under its claim; return those whose claim the case does not hold."""
    nested: dict[str, list[Tree]] = defaultdict(list)
    rest = []
    for record in records.values():
        data = _listed(record)
        if data[parent] in claims:
            nested[data.pop(parent)].append(data)
        else:
            rest.append(data)
    for claim, items in nested.items():
        claims[claim][name] = items
    return rest


def _listed(record: Record) -> Tree:
    own_id = {} if record.id == default_id(record) else {"id": record.id}
    return {**own_id, **_fields(record)}


def _fields(record: Record) -> Tree:
    data = record.model_dump(mode="json", by_alias=True, exclude_defaults=True, exclude={"id"})
    for key in ("source", "cue", "content"):
        if isinstance(data.get(key), list):
            data[key] = _shortest(data[key])
    if isinstance(record, Kept):
        data["data"] = json.dumps(record.data, ensure_ascii=False)
    made, note = data.pop("made", None), data.pop("note", None)
    return {**data, **({"made": made} if made else {}), **({"note": note} if note else {})}


def _shortest(passages: list[Tree]) -> Any:
    """Write passages of words alone as plain words, and a single one without a list."""
    words = [p["exact"] if set(p) == {"exact"} else p for p in passages]
    return words[0] if len(words) == 1 and isinstance(words[0], str) else words
