"""A MISP galaxy to records, each cluster accounted for."""

from __future__ import annotations

from collections.abc import Iterator

from pydantic import JsonValue

from evidence.formats.content import Content
from evidence.formats.format import Imported
from evidence.formats.ledger import Ledger
from evidence.formats.misp.clusters import Cluster, lost_properties
from evidence.formats.misp.records import cluster_records, unknown_states
from evidence.ids import slug
from evidence.model import Actor
from evidence.vocabulary import ActorKind

ACTOR_GALAXIES: dict[str, ActorKind | None] = {
    "threat-actor": None,
    "microsoft-activity-group": None,
    "mitre-intrusion-set": None,
    "producer": ActorKind.ORGANISATION,
    "backdoor": ActorKind.PRODUCT,
    "banker": ActorKind.PRODUCT,
    "botnet": ActorKind.PRODUCT,
    "malpedia": ActorKind.PRODUCT,
    "mitre-malware": ActorKind.PRODUCT,
    "mitre-tool": ActorKind.PRODUCT,
    "ransomware": ActorKind.PRODUCT,
    "rat": ActorKind.PRODUCT,
    "stealer": ActorKind.PRODUCT,
    "tool": ActorKind.PRODUCT,
}
"""Types of galaxy whose clusters are actors, and of which kind; clusters of others are kept."""


def is_galaxy(content: Content) -> bool:
    """Whether a content is a galaxy of clusters."""
    value = content.json_or_none
    return (
        isinstance(value, dict)
        and isinstance(value.get("values"), list)
        and isinstance(value.get("type"), str)
        and "uuid" in value
    )


def read(content: Content) -> Imported:
    """Read the clusters of a galaxy.

    Raises:
        ValueError: If it is no galaxy.
    """
    galaxy = content.json
    if not isinstance(galaxy, dict) or not isinstance(galaxy.get("values"), list):
        raise ValueError("has no list 'values' of clusters")
    values = galaxy["values"]
    assert isinstance(values, list)  # noqa: S101 - narrows for the type checker
    kind = str(galaxy.get("type"))
    names = dict(_names(values))
    ledger = Ledger("misp", content.name)
    for index, value in enumerate(values):
        if not isinstance(value, dict) or not isinstance(value.get("value"), str):
            ledger.refuse(f"values[{index}]", "is no cluster: it lacks a value")
        elif kind not in ACTOR_GALAXIES:
            ledger.keep(kind, value, id=str(value.get("uuid") or "") or None)
        else:
            cluster_id = _own_id(value, ledger)
            _account(Cluster(value, cluster_id, ACTOR_GALAXIES[kind]), names, ledger)
    title, description = (str(galaxy.get(key) or "") for key in ("name", "description"))
    return ledger.close(len(values), title=title, description=description)


def _own_id(value: dict[str, JsonValue], ledger: Ledger) -> str:
    """The UUID of a cluster; some galaxies give several clusters the same, as a placeholder."""
    uuid, name = str(value.get("uuid") or ""), slug(str(value["value"]))
    if uuid and not ledger.holds(Actor, uuid):
        return uuid
    if uuid:
        ledger.mend(f"the id {uuid!r} belongs to another cluster; it is known by its name", name)
    return name


def _names(values: list[JsonValue]) -> Iterator[tuple[str, str]]:
    for value in values:
        if isinstance(value, dict) and isinstance(value.get("uuid"), str):
            yield str(value["uuid"]), str(value.get("value"))


def _account(cluster: Cluster, names: dict[str, str], ledger: Ledger) -> None:
    if not ledger.take(cluster.id, cluster_records(cluster, names)):
        return
    for words in unknown_states(cluster):
        ledger.mend(f"{words!r} is read as no country", cluster.id)
    for name in lost_properties(cluster):
        ledger.lose("cluster", name, cluster.id)
    for other in cluster.named_elsewhere(names):
        ledger.dangle("a reference to another galaxy", other)
