"""What a reader is, and what it gives."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace

from pydantic import ValidationError

from evidence.errors import ClaimtrailError
from evidence.findings import Finding
from evidence.ids import slug
from evidence.model import Actor, Document
from evidence.vocabulary import ActorKind


@dataclass(frozen=True)
class Intake:
    """What came of reading some files.

    Attributes:
        documents: One for each text that could be read.
        actors: The publishers that the documents name.
        findings: One for each input that could not be read, and why.
    """

    documents: tuple[Document, ...] = ()
    actors: tuple[Actor, ...] = ()
    findings: tuple[Finding, ...] = ()

    @classmethod
    def of(cls, parts: Iterable[Intake]) -> Intake:
        """Put several intakes together; publishers that share an id are one."""
        gathered = list(parts)
        actors = {a.id: a for part in gathered for a in part.actors}
        return cls(
            tuple(d for part in gathered for d in part.documents),
            tuple(actors.values()),
            tuple(f for part in gathered for f in part.findings),
        )

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


@dataclass(frozen=True)
class Reading:
    """The text of a file and what the file says of itself.

    Attributes:
        text: The words.
        fields: Fields of `Document` that the file states, such as its title.
        publisher: The publisher's name, where the file states it.
    """

    text: str
    fields: dict[str, object]
    publisher: str | None = None


@dataclass(frozen=True)
class Reader:
    """Turns the decoded text of one kind of file into a reading.

    Attributes:
        name: Of the format, for messages.
        media_type: Of the files it reads.
        suffixes: Their endings, in lower case.
        read: The work; raises ValueError, with the place, where a file is damaged.
    """

    name: str
    media_type: str
    suffixes: tuple[str, ...]
    read: Callable[[str], Reading]


def publisher_actor(name: str) -> Actor:
    """The actor that stands for a publisher of this name."""
    return Actor(id=slug(name), name=name, kind=ActorKind.OUTLET)
