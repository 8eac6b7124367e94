"""What one document holds, as records."""

from __future__ import annotations

from dataclasses import dataclass, field

from evidence.model import Actor, Attribution, Bearing, Claim, Document, Evidence, Relation


@dataclass(frozen=True)
class Found:
    """The records of one document, by id; ids of actors are its own, not yet those of a case.

    Attributes:
        document: The document.
        actors: Who is named in it.
        claims: What is put forward, in order of first mention.
        attributions: Who says so.
        evidence: What is shown.
        bearings: What the evidence bears on.
        relations: What actors do to each other, with the claims that say so.
    """

    document: Document
    actors: dict[str, Actor] = field(default_factory=dict)
    claims: dict[str, Claim] = field(default_factory=dict)
    attributions: dict[str, Attribution] = field(default_factory=dict)
    evidence: dict[str, Evidence] = field(default_factory=dict)
    bearings: dict[str, Bearing] = field(default_factory=dict)
    relations: dict[str, Relation] = field(default_factory=dict)
