"""The JSON Schema of case files, built from the record models, so that editors can help."""

from __future__ import annotations

from pydantic.json_schema import models_json_schema

from evidence.case import SECTIONS
from evidence.casefile.written import KEYED, LISTED, SCHEMA_VERSION, SHORT_KEYS
from evidence.trees import Tree

_REF = "#/$defs/"


def case_schema() -> Tree:
    """The JSON Schema (draft 2020-12) of the written form, for YAML and JSON alike."""
    _, schema = models_json_schema(
        [(kind, "validation") for kind in SECTIONS.values()],
        by_alias=True,
        ref_template=_REF + "{model}",
    )
    definitions: Tree = schema["$defs"]
    for kind in SECTIONS.values():
        _as_written(definitions[kind.__name__])
    definitions["Claim"]["properties"] |= {
        "said": _list_of(_without(definitions["Attribution"], "claim", "SaidOfClaim", definitions)),
        "shown": _list_of(_without(definitions["Bearing"], "target", "ShownForClaim", definitions)),
    }
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "claimtrail case file",
        "type": "object",
        "required": ["claimtrail"],
        "additionalProperties": False,
        "properties": _sections(),
        "$defs": definitions,
    }


def _sections() -> Tree:
    version = {"const": SCHEMA_VERSION, "description": "Version of the file format."}
    words = {"type": "string"}
    keyed = {name: {"type": "object", "additionalProperties": _ref(name)} for name in KEYED}
    listed = {name: _list_of(_ref(name)) for name in LISTED}
    return {"claimtrail": version, "title": words, "description": words, **keyed, **listed}


def _ref(section: str) -> Tree:
    return {"$ref": _REF + SECTIONS[section].__name__}


def _list_of(items: Tree) -> Tree:
    return {"type": "array", "items": items}


def _as_written(definition: Tree) -> None:
    """Ids are keys or may be left out, and short keys stand for their fields."""
    properties: Tree = definition["properties"]
    definition["required"] = [name for name in definition.get("required", []) if name != "id"]
    for short, name in SHORT_KEYS.items():
        if name in properties and not _is_role_list(name, definition):
            properties[short] = properties[name]
            if name in definition["required"]:
                definition["required"].remove(name)
                definition["anyOf"] = [{"required": [name]}, {"required": [short]}]


def _is_role_list(name: str, definition: Tree) -> bool:
    """An attribution's `source` is a list of passages, which `evidence` does not stand for."""
    return name == "source" and definition["title"] == "Attribution"


def _without(definition: Tree, key: str, name: str, definitions: Tree) -> Tree:
    """The record as it is nested under a claim, which gives it `key`."""
    nested: Tree = {
        **definition,
        "title": name,
        "required": [field for field in definition["required"] if field != key],
    }
    definitions[name] = nested
    return {"$ref": _REF + name}
