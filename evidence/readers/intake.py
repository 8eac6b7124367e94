"""What came of taking documents in."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from pydantic import ValidationError

from evidence.errors import ClaimtrailError
from evidence.findings import Finding
from evidence.ids import content_id, slug
from evidence.model import Actor, Derivation, Document, Kept, Making
from evidence.vocabulary import ActorKind, DerivationKind


@dataclass(frozen=True)
class Intake:
    """What came of reading some files.

    Attributes:
        documents: One for each text that could be read.
        actors: The publishers that the documents name, and the agencies that they credit.
        derivations: Attachments from their mails, reports from the agencies that they credit.
        kept: Objects of other formats that were found in documents.
        findings: One for each input that could not be read, and why.
    """

    documents: tuple[Document, ...] = ()
    actors: tuple[Actor, ...] = ()
    derivations: tuple[Derivation, ...] = ()
    kept: tuple[Kept, ...] = ()
    findings: tuple[Finding, ...] = ()

    @classmethod
    def of(cls, parts: Iterable[Intake]) -> Intake:
        """Put several intakes together; actors that share an id are one."""
        gathered = list(parts)
        actors = {a.id: a for part in gathered for a in part.actors}
        kept = {k.id: k for part in gathered for k in part.kept}
        return cls(
            tuple(d for part in gathered for d in part.documents),
            tuple(actors.values()),
            tuple(d for part in gathered for d in part.derivations),
            tuple(kept.values()),
            tuple(f for part in gathered for f in part.findings),
        )

    def renamed(self, ids: Mapping[str, str]) -> Intake:
        """The same intake with other ids for its documents, where `ids` gives one."""
        actors = {actor.id for actor in self.actors}
        documents = (d.model_copy(update={"id": ids.get(d.id, d.id)}) for d in self.documents)
        derivations = (
            between(
                ids.get(d.what, d.what),
                d.rests_on if d.rests_on in actors else ids.get(d.rests_on, d.rests_on),
                d,
            )
            for d in self.derivations
        )
        return replace(self, documents=tuple(documents), derivations=tuple(derivations))

    def retrieved_on(self, date: str | None) -> Intake:
        """The same intake, each document captured on `date` unless it says when itself.

        Raises:
            ClaimtrailError: If that is not a date.
        """
        if date is None:
            return self
        try:
            captured = [
                d if d.retrieved else Document.model_validate({**dict(d), "retrieved": date})
                for d in self.documents
            ]
        except ValidationError as error:
            raise ClaimtrailError(
                f"{date!r} is not a date", hint="write it as in 2021-07-04"
            ) from error
        return replace(self, documents=tuple(captured))


def publisher_actor(name: str) -> Actor:
    """The actor that stands for a publisher of this name."""
    return Actor(id=slug(name), name=name, kind=ActorKind.OUTLET)


def derivation(
    what: str, rests_on: str, note: str, kind: DerivationKind = DerivationKind.DERIVES
) -> Derivation:
    """A derivation that readers found, named by its content; the note says by which words."""
    return Derivation(
        id=content_id("d", what, rests_on, kind),
        what=what,
        rests_on=rests_on,
        kind=kind,
        note=note,
        made=Making(extractor="readers", version="1"),
    )


def between(what: str, rests_on: str, like: Derivation) -> Derivation:
    """A derivation like another, between these two records."""
    name = content_id("d", what, rests_on, like.kind)
    return like.model_copy(update={"id": name, "what": what, "rests_on": rests_on})
