"""What the rules pass along: a cue at its place, then the attribution around it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, auto

from attribution.extract.english.cues import Cue, CueForm
from attribution.extract.rules.reading import Range


class Link(Enum):
    """How a verb cue is tied to the one who speaks."""

    SUBJECT = auto()  # the agency said
    INVERTED = auto()  # ", said the agency"
    RELATIVE = auto()  # who said
    SHARED = auto()  # ... and said
    PARTICIPIAL = auto()  # ..., saying
    INFINITIVE = auto()  # used the day to say
    AGENT = auto()  # was condemned by the agency


@dataclass(frozen=True, slots=True)
class VerbGroup:
    """A cue verb with its auxiliaries, adverbs and particles.

    Attributes:
        form: The cue and the form it is in.
        first: Index of its first token, auxiliaries and adverbs included.
        head: Index of the verb itself.
        stop: Index after its last token, particles and "in a statement" included.
        passive: Whether it is in the passive voice.
    """

    form: CueForm
    first: int
    head: int
    stop: int
    passive: bool


@dataclass(frozen=True, slots=True)
class Mention:
    """A verb group with its source.

    Attributes:
        group: The verb group.
        link: How the source was found.
        source: Tokens of the source.
    """

    group: VerbGroup
    link: Link
    source: Range


@dataclass(frozen=True, slots=True)
class Attribution:
    """A complete attribution by token ranges, each role in order of position."""

    source: tuple[Range, ...]
    cue: tuple[Range, ...]
    content: tuple[Range, ...]
    by: Cue
    confidence: float
