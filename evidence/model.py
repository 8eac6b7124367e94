"""Every record type of a case.

Records are frozen. "Cannot be judged" is `None`, never zero and never a default. The names of the
fields are the keys that people write in case files.
"""

from __future__ import annotations

from typing import Annotated, Any, Self

from pydantic import (
    AliasChoices,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    JsonValue,
    model_validator,
)
from pydantic_core import from_json

from evidence.dates import IsoDate
from evidence.vocabulary import (
    ActorKind,
    BearingKind,
    Certainty,
    DerivationKind,
    EvidenceKind,
    Form,
    Stance,
)

Id = Annotated[str, Field(min_length=1, max_length=200)]
Sha256 = Annotated[str, Field(pattern=r"^[0-9a-f]{64}$")]
Probability = Annotated[float, Field(ge=0, le=1)]

CONTEXT_LENGTH = 32
"""How many code points of prefix and suffix a passage keeps."""


class _Frozen(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid", populate_by_name=True)


class Passage(_Frozen):
    """The exact place of some words in a document (W3C TextQuote and TextPosition selectors).

    Attributes:
        exact: The words themselves; they are authoritative.
        prefix: The words just before, which tell equal quotes apart.
        suffix: The words just after.
        start: First code point of `exact` in the document's text; a hint, not an authority.
        end: One past the last code point.
    """

    exact: str = Field(min_length=1)
    prefix: str = ""
    suffix: str = ""
    start: int | None = Field(default=None, ge=0)
    end: int | None = None

    @model_validator(mode="before")
    @classmethod
    def _from_words(cls, value: Any) -> Any:
        return {"exact": value} if isinstance(value, str) else value

    @model_validator(mode="after")
    def _position_fits_quote(self) -> Self:
        if (self.start is None) != (self.end is None):
            raise ValueError("give both start and end, or neither")
        if self.start is not None and self.end != self.start + len(self.exact):
            raise ValueError(
                f"start {self.start} and end {self.end} do not span the "
                f"{len(self.exact)} characters of the quote"
            )
        return self

    @classmethod
    def at(cls, text: str, start: int, end: int) -> Passage:
        """The passage `text[start:end]` (code points) with its context.

        Raises:
            ValueError: If that is no stretch of the text with words in it.
        """
        if not 0 <= start < end <= len(text):
            raise ValueError(f"there are no words from {start} to {end} of {len(text)} characters")
        return cls.model_construct(
            _PLACED,
            exact=text[start:end],
            prefix=text[max(0, start - CONTEXT_LENGTH) : start],
            suffix=text[end : end + CONTEXT_LENGTH],
            start=start,
            end=end,
        )


_PLACED = set(Passage.model_fields)
"""The fields of a passage cut from a text; one set for all, as a set is larger than the passage."""


def _as_list(value: Any) -> Any:
    """Let a person write one passage where a list is meant."""
    return [value] if isinstance(value, str | dict | Passage) else value


Passages = Annotated[
    tuple[Passage, ...],
    BeforeValidator(_as_list, json_schema_input_type=str | Passage | list[str | Passage]),
]
Names = Annotated[
    tuple[str, ...], BeforeValidator(_as_list, json_schema_input_type=str | list[str])
]


class Making(_Frozen):
    """How a record came about: by an extractor of a version, or by a person."""

    extractor: str | None = None
    version: str | None = None
    person: str | None = None

    @model_validator(mode="after")
    def _one_maker(self) -> Self:
        if (self.extractor is None) == (self.person is None):
            raise ValueError("name either an extractor or a person")
        return self


class Record(_Frozen):
    """What every record has.

    Attributes:
        id: Unique among the records of its type.
        made: How it came about; None: by hand.
        note: A free note.
        retracted: Why or when whoever made it took it back, in words; None: it stands.
    """

    id: Id
    made: Making | None = None
    note: str | None = None
    retracted: Annotated[str, Field(min_length=1)] | None = None


class Document(Record):
    """A captured text.

    Attributes:
        title: Its heading.
        publisher: Id of the actor that published it.
        authors: Names as given in the document.
        published: When it was published, as precisely as is known.
        retrieved: When it was captured.
        captured: How it was captured, in words: "file", "fetched".
        url: Where it was captured from.
        archived: Where an independent copy is kept.
        language: BCP 47 tag.
        media_type: Type of the captured bytes.
        filename: Name of the captured file, without its folder.
        file: The file that keeps the text, relative to the case file and inside its folder.
        raw_sha256: Hash of the captured bytes.
        sha256: Hash of `text` as UTF-8.
        original: True where it reports first hand, False where it repeats others, None: unknown.
        pages: First code point of each page, where it has pages.
        text: The words that passages point into.
    """

    title: str | None = None
    publisher: Id | None = None
    authors: Names = ()
    published: IsoDate | None = None
    retrieved: IsoDate | None = None
    captured: str | None = None
    url: str | None = None
    archived: str | None = None
    language: str | None = None
    media_type: str | None = None
    filename: str | None = None
    file: str | None = None
    raw_sha256: Sha256 | None = None
    sha256: Sha256 | None = None
    original: bool | None = None
    pages: tuple[Annotated[int, Field(ge=0)], ...] = ()
    text: str | None = None


class Actor(Record):
    """Who acts or speaks.

    Attributes:
        name: The name to show.
        kind: What it is; None where unknown.
        aliases: Other names of the same actor.
        speaks_for: Ids of the actors on whose behalf it speaks.
        party_to: Sides or actor ids whose interest it shares.
        reliability: Admiralty grade A to E; None: cannot be judged (F).
    """

    name: str = Field(min_length=1)
    kind: ActorKind | None = None
    aliases: Names = ()
    speaks_for: Names = ()
    party_to: Names = ()
    reliability: Annotated[str, Field(pattern="^[A-E]$")] | None = None


class Claim(Record):
    """A proposition that somebody put forward.

    Attributes:
        text: The proposition, readable by itself.
        subject: Id of the actor it is about.
        predicate: What it says of the subject.
        object: Id of the other actor.
        what: What is supplied, said, done, in words.
        when: When that which it says happened, or is to happen.
        confidence: Of whoever keeps the case, that the claim is true; None: not judged.
    """

    text: str = Field(min_length=1)
    subject: Id | None = None
    predicate: str | None = None
    object: Id | None = None
    what: str | None = None
    when: IsoDate | None = None
    confidence: Probability | None = None


class Attribution(Record):
    """Who puts forward which claim, in which passage, with which stance.

    Where the document speaks for itself, `form` is "own voice", `by` its author or publisher (None
    where nobody is named) and there is no source and no cue.

    Attributes:
        claim: Id of the claim.
        by: Id of the actor who speaks; None where nobody could be named.
        stance: How the speaker stands towards the claim.
        document: Id of the document that says so (`in` in case files).
        source: The words that name the speaker.
        cue: The words that say that somebody speaks ("denied", "as per").
        content: The words that are attributed (`quote` for short).
        form: Whether the words are quoted.
        within: Id of the attribution that this one is reported by.
        when: When it was said; None: not known, or as the document was published.
        certainty: How likely the speaker's words say it is; None: they do not say.
        confidence: Of the maker, that this attribution is right; None: not judged.
        joined: Why these words were taken to put forward this claim, where words differ.
    """

    claim: Id
    by: Id | None = None
    stance: Stance
    document: Id | None = Field(default=None, alias="in")
    source: Passages = ()
    cue: Passages = ()
    content: Passages = Field(default=(), validation_alias=AliasChoices("content", "quote"))
    form: Form | None = None
    within: Id | None = None
    when: IsoDate | None = None
    certainty: Certainty | None = None
    confidence: Probability | None = None
    joined: str | None = None

    @property
    def passages(self) -> tuple[Passage, ...]:
        """Every passage of the attribution: source, cue, content."""
        return self.source + self.cue + self.content


class Evidence(Record):
    """Something shown that bears on a claim.

    Attributes:
        kind: What is shown; None where unknown.
        text: What it is, in words.
        document: Id of the document that shows it (`in` in case files).
        content: The words of the document that describe it (`quote` for short).
        credibility: Admiralty grade 1 to 5; None: cannot be judged (6).
    """

    kind: EvidenceKind | None = None
    text: str = Field(min_length=1)
    document: Id | None = Field(default=None, alias="in")
    content: Passages = Field(default=(), validation_alias=AliasChoices("content", "quote"))
    credibility: Annotated[int, Field(ge=1, le=5)] | None = None


class Bearing(Record):
    """Evidence or a claim supports, contradicts or undercuts a claim, attribution or bearing.

    Attributes:
        source: Id of the evidence or claim that bears (`evidence` may be written instead).
        target: Id of what it bears on.
        kind: How it bears.
        document: Id of the document that says so (`in` in case files).
        content: The words that say so (`quote` for short).
    """

    source: Id = Field(validation_alias=AliasChoices("source", "evidence"))
    target: Id
    kind: BearingKind
    document: Id | None = Field(default=None, alias="in")
    content: Passages = Field(default=(), validation_alias=AliasChoices("content", "quote"))


class Relation(Record):
    """What one actor does to another, derived from claims.

    Attributes:
        who: Id of the acting actor.
        does: A predicate of `evidence.vocabulary.PREDICATES`, or another word.
        to: Id of the actor acted on.
        what: The thing supplied, demanded and so on, in words.
        claims: Ids of the claims that say so.
    """

    who: Id
    does: str = Field(min_length=1)
    to: Id
    what: str | None = None
    claims: Names = Field(default=(), validation_alias=AliasChoices("claims", "claim"))


class Derivation(Record):
    """One document, evidence or attribution rests on another.

    Attributes:
        what: Id of the record that rests on the other.
        rests_on: Id of the record (or actor) it was taken from.
        kind: How.
    """

    what: Id
    rests_on: Id
    kind: DerivationKind = DerivationKind.DERIVES


class Waiver(Record):
    """A finding of the audit that somebody accepts, and why.

    Attributes:
        rule: Code of the rule, or the beginning of several codes ("SRC").
        record: Id of the record that it is waived for; None: the whole case.
        reason: Why the finding is accepted.
        author: Who accepts it.
        expires: The last day on which the waiver holds; None: it never ends.
    """

    rule: str = Field(min_length=1)
    record: Id | None = None
    reason: str = Field(min_length=1)
    author: str = Field(min_length=1)
    expires: IsoDate | None = None


def _from_json(value: Any) -> Any:
    return from_json(value) if isinstance(value, str) else value


class Kept(Record):
    """An object of another format that has no counterpart here, kept as it was.

    Attributes:
        format: Name of the format.
        kind: What the format calls such an object.
        data: The object itself; a case file holds it as a JSON text, so that numbers stay exact.
    """

    format: str = Field(min_length=1)
    kind: str = Field(min_length=1)
    data: Annotated[dict[str, JsonValue], BeforeValidator(_from_json, json_schema_input_type=str)]
