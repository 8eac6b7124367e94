"""One cluster of a MISP galaxy: its names, references, and what it is tied to."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from evidence.formats.cited import address_name, cited_document
from evidence.ids import slug
from evidence.model import Document
from evidence.vocabulary import ActorKind, Certainty

_LIKELIHOOD = "estimative-language:likelihood-probability="
_ORIGIN = "origin:"
_REFERENCES = ("refs", "official-refs")
_TAKEN = {
    *_REFERENCES,
    "attribution-confidence",
    "cfr-suspected-state-sponsor",
    "country",
    "name-attribution",
    "synonyms",
}


@dataclass(frozen=True)
class Cluster:
    """One cluster.

    Attributes:
        data: As the galaxy holds it.
        id: Its UUID, or a slug of its name where it has none of its own.
        kind: What the clusters of its galaxy are.
    """

    data: dict[str, Any]
    id: str
    kind: ActorKind | None

    @property
    def name(self) -> str:
        """What it is called."""
        return str(self.data["value"])

    @property
    def meta(self) -> dict[str, Any]:
        """Its further properties."""
        meta = self.data.get("meta")
        return meta if isinstance(meta, dict) else {}

    def texts(self, *names: str) -> tuple[str, ...]:
        """The text in these further properties, each once; a single text counts as a list."""
        values = (self.meta.get(name, ()) for name in names)
        lists = (value if isinstance(value, list) else (value,) for value in values)
        return tuple(dict.fromkeys(t for each in lists for t in each if isinstance(t, str) and t))

    @cached_property
    def documents(self) -> tuple[Document, ...]:
        """Its references."""
        return tuple(
            cited_document("misp", address_name(url), url=url) for url in self.texts(*_REFERENCES)
        )

    @property
    def confidence(self) -> float | None:
        """Confidence in who stands behind it, which MISP writes as text from "0" to "100".

        Raises:
            ValueError: If it is no such number.
        """
        value = self.meta.get("attribution-confidence")
        if value in (None, ""):
            return None
        try:
            number = float(value)
        except (TypeError, ValueError):
            raise ValueError(f"has attribution-confidence {value!r}, which is no number") from None
        if not 0 <= number <= 100:
            raise ValueError(f"has attribution-confidence {value!r}, not one from 0 to 100")
        return number / 100

    @property
    def namings(self) -> Iterator[tuple[str, str, str | None]]:
        """Who gave it which name: the name, the id of who named it, and their name if known."""
        named: set[str] = set()
        for pair in self.texts("name-attribution"):
            name, _, producer = pair.rpartition(":")
            named.add(name)
            yield name, producer, None
        for key, value in self.meta.items():
            name = key.removeprefix(_ORIGIN)
            if key.startswith(_ORIGIN) and isinstance(value, str) and value and name not in named:
                yield name, slug(value), value

    @property
    def related(self) -> Iterator[tuple[str, str, Certainty | None]]:
        """What else it is tied to: how, the id of the other, and how likely that is."""
        listed = self.data.get("related")
        for each in listed if isinstance(listed, list) else ():
            if isinstance(each, dict) and each.get("dest-uuid"):
                does = str(each.get("type") or "related-to").replace("-", " ")
                yield does, str(each["dest-uuid"]), _certainty(each.get("tags"))

    def named_elsewhere(self, names: Mapping[str, str]) -> Iterator[str]:
        """The ids of other clusters that it refers to and its own file does not hold."""
        for _, producer, words in self.namings:
            if words is None and producer not in names:
                yield producer
        for _, other, _ in self.related:
            if other not in names:
                yield other


def _certainty(tags: object) -> Certainty | None:
    for tag in tags if isinstance(tags, list) else ():
        if isinstance(tag, str) and tag.startswith(_LIKELIHOOD):
            words = tag.removeprefix(_LIKELIHOOD).strip('"').replace("-", " ")
            return next((c for c in Certainty if c.value == words), None)
    return None


def lost_properties(cluster: Cluster) -> Iterator[str]:
    """Names of the further properties that are not taken over."""
    for name in cluster.meta:
        if name not in _TAKEN and not name.startswith(_ORIGIN):
            yield name
