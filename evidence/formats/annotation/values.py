"""Values of JSON-LD properties, with the cardinalities that the specification gives them."""

from __future__ import annotations

from typing import Any, TypeVar, overload

from pydantic import JsonValue

T = TypeVar("T")

_REQUIRED: Any = object()


def listed(value: JsonValue) -> list[JsonValue]:
    """One value or a list of them as a list; JSON-LD makes no difference."""
    if value is None:
        return []
    return [*value] if isinstance(value, list) else [value]


def types(node: dict[str, Any]) -> list[str]:
    """The types of a node, without the prefix "oa:" that the context also allows."""
    stated = listed(node.get("type", node.get("@type")))
    return [each.removeprefix("oa:") for each in stated if isinstance(each, str)]


def type_of(node: dict[str, Any], what: str) -> str:
    """The first type of a node.

    Raises:
        ValueError: If it has none; the message continues "X ".
    """
    found = types(node)
    if not found:
        raise ValueError(f"has {what} without a type")
    return found[0]


def identity(node: JsonValue) -> str | None:
    """The IRI of a node, or the node where it is an IRI itself; None where it has none."""
    found = node.get("id", node.get("@id")) if isinstance(node, dict) else node
    return found if isinstance(found, str) and found else None


@overload
def one(node: dict[str, Any], name: str, what: str) -> Any: ...
@overload
def one(node: dict[str, Any], name: str, what: str, kind: type[T], *, default: T = ...) -> T: ...
def one(
    node: dict[str, Any],
    name: str,
    what: str,
    kind: type[Any] = object,
    *,
    default: Any = _REQUIRED,
) -> Any:
    """The value of a property that may have exactly one.

    Args:
        node: The node that has the property.
        name: The property.
        what: What the node is, for messages.
        kind: What the value must be.
        default: What stands for a property that is not there; it must be there by default.

    Raises:
        ValueError: If there is none, more than one or one of another kind; the message continues
            "X ".
    """
    values = listed(node.get(name))
    if not values and default is not _REQUIRED:
        return default
    if len(values) != 1:
        raise ValueError(f"has a {what} with {len(values)} values of {name!r} instead of one")
    if not isinstance(values[0], kind) or isinstance(values[0], bool):
        raise ValueError(f"has a {what} whose {name!r} is no {kind.__name__}")
    return values[0]
