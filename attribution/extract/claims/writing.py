"""Claims: what an attribution, a stated relation or a thing shown puts forward."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from attribution.extract.actors.cast import Cast
from attribution.extract.claims.antecedents import with_antecedent
from attribution.extract.claims.charges import Charge, read_charge, within
from attribution.extract.claims.ellipsis import is_refused, omission
from attribution.extract.claims.showing import Shown
from attribution.extract.claims.texts import ClaimText, claim_text
from attribution.extract.detection import Detection, Span
from attribution.extract.english.lemmas import forms_of
from attribution.extract.english.morphology import possessive
from attribution.extract.english.predicate_phrases import (
    INVOLVEMENTS,
    PHRASES,
    PHRASES_FOR_KIND,
    SEVERAL,
    THING_LINKS,
)
from attribution.extract.relations.finding import StatedRelation
from attribution.extract.stances.denial import charged, find_denial, taken_as_false
from attribution.extract.stances.support import find_support
from attribution.extract.text.token_ranges import lower_words, tokens_in
from attribution.extract.text.tokens import TokenizedText
from evidence.ids import content_id
from evidence.model import Actor, Claim, Making
from evidence.vocabulary import ActorKind, Stance

_MAIN_SHARE = 0.4
"""What share of a claim's words a relation must cover to be what the claim says."""

_SHORT_ING = 4
"""Letters; "king" and "ring" are no verbs."""

_CONTEXT = 64
"""Code points on either side."""

_ABOUT_SPEAKER = frozenset({Stance.DENIES, Stance.INTENDS, Stance.CONFIRMS})
"""With these, content without a subject is about the speaker: "denied any role"."""

_ANSWERING = frozenset({Stance.DENIES, Stance.CONFIRMS, Stance.QUESTIONS, Stance.RELAYS})
"""With these, "reports that ships sank" is about the ships, and not about the reports."""

_REPEATING = frozenset(forms_of("repeat reiterate renew restate cite echo dispute".split()))
"""After these as well."""


def claim_of(
    tokenized: TokenizedText,
    detection: Detection,
    cast: Cast,
    *,
    stance: Stance,
    by: Sequence[str] = (),
    relations: Iterable[StatedRelation] = (),
    made: Making | None = None,
) -> Claim:
    """Write down the claim of an attribution; of a denial, the claim that is denied.

    Args:
        tokenized: The document's text.
        detection: The attribution, with content.
        cast: Who is meant by the mentions in it.
        stance: Of the source; with "denies" the claim is what is denied.
        by: Ids of the sources, whom "denied any role" is about.
        relations: What the document states about its actors, see `find_relations`.
        made: How the claim came about.

    Raises:
        ValueError: If the detection has no content.
    """
    if not detection.content:
        raise ValueError("a detection without content puts no claim forward")
    spans = claimed(tokenized, detection, stance)
    speakers = [cast.actors[each] for each in by if each in cast.actors]
    known = _known_to(speakers[0], cast, spans) if len(speakers) == 1 else {}
    charge = read_charge(tokenized, spans, cast) if stance is Stance.DENIES else None
    if charge is not None:
        written = _charged(tokenized.text, charge, cast, known)
        return _claim(tokenized, spans, written, main_relation(relations, spans), made)
    omitted, words = with_antecedent(tokenized, detection, spans, cast) or (
        omission(tokenized, detection, spans, cast),
        spans,
    )
    written = claim_text(tokenized.text, words, cast, known, omitted)
    if stance in _ABOUT_SPEAKER and speakers:
        name = " and ".join((_principal(each, cast) or each).name for each in speakers)
        refused = stance is Stance.INTENDS and is_refused(tokenized, detection)
        text = f"[{name} not] {written.text}" if refused else about(written.text, name)
        written = ClaimText(text, written.complete)
    return _claim(tokenized, spans, written, main_relation(relations, spans), made)


def claim_shown(
    tokenized: TokenizedText,
    shown: Shown,
    cast: Cast,
    *,
    relations: Iterable[StatedRelation] = (),
    made: Making | None = None,
) -> Claim:
    """Write down the claim that something shown bears on."""
    spans = (shown.content,)
    written = claim_text(tokenized.text, spans, cast)
    return _claim(tokenized, spans, written, main_relation(relations, spans), made)


def claim_stated(relation: StatedRelation, cast: Cast, *, made: Making | None = None) -> Claim:
    """Write down what a text states of two actors, in the same words for the same relation.

    Since the words are the same wherever it is stated, so is the id.

    Raises:
        KeyError: If an actor of the relation is not in the cast.
    """
    text = relation_text(relation, cast)
    return Claim(
        id=content_id("c", text.casefold()),
        text=text,
        subject=relation.subject,
        predicate=None if relation.negated else relation.predicate,
        object=relation.object,
        what=relation.what,
        made=made,
    )


def relation_text(relation: StatedRelation, cast: Cast) -> str:
    """A relation as a sentence: "Iran supplies Hezbollah with drones"."""
    subject, other = cast.actors[relation.subject], cast.actors[relation.object]
    several = subject.kind is ActorKind.UNNAMED and subject.name.endswith("s")
    words = (SEVERAL if several else PHRASES).get(relation.predicate, (relation.predicate,) * 3)
    verb = words[1 if relation.negated else 2 if relation.hedged else 0]
    link = THING_LINKS.get(relation.predicate)
    thing = f" {link} {relation.what}" if relation.what and link else ""
    return f"{subject.name} {verb} {other.name}{thing}"


def about(text: str, name: str) -> str:
    """Say of whom a text without a subject speaks: "any role in it" of Iran is "[Iran’s] role".

    Args:
        text: The text of a claim that its source makes about itself.
        name: The name of the source.
    """
    words = text.split(maxsplit=2)
    first = words[0].lower() if words else ""
    if first in ("any", "all", "having") and len(words) > 1:
        rest = text.split(maxsplit=1)[1]
        return f"[{name}] having {rest}" if first == "having" else about(rest, name)
    if first in INVOLVEMENTS:
        return f"[{possessive(name)}] {text}"
    if first == "to" or (first.endswith("ing") and len(first) > _SHORT_ING):
        return f"[{name}] {text}"
    return text


def _charged(text: str, charge: Charge, cast: Cast, known: Mapping[str, str]) -> ClaimText:
    """Say of a charge that whoever is charged had a part: "[Iran’s] role in the raid"."""
    act = claim_text(text, charge.act, cast, known)
    name = cast.actors[charge.actor].name
    return ClaimText(f"[{possessive(name)}] role in {act.text}", act.complete)


def _principal(speaker: Actor, cast: Cast) -> Actor | None:
    """For whom unnamed people speak: Iran, where "Iran’s representatives" do."""
    if speaker.kind is not ActorKind.UNNAMED or len(speaker.speaks_for) != 1:
        return None
    return cast.actors.get(speaker.speaks_for[0])


def _known_to(speaker: Actor, cast: Cast, spans: Sequence[Span]) -> Mapping[str, str]:
    """Whom a speaker means by "the country" and the like: its own, or the one it speaks for.

    Where the words name another of that kind they may mean that one, so that nobody is known.
    """
    sides = [speaker, *(cast.actors[i] for i in speaker.speaks_for if i in cast.actors)]
    named = {m.actor for span in spans for m in cast.mentions_in(*span) if m.actor in cast.actors}
    return {
        phrase: actor.id
        for actor in reversed(sides)
        if actor.kind is not None and not _others_of_kind(actor, named, cast)
        for phrase in PHRASES_FOR_KIND.get(actor.kind, ())
    }


def _others_of_kind(actor: Actor, named: Iterable[str | None], cast: Cast) -> bool:
    return any(cast.actors[i].kind is actor.kind for i in named if i is not None and i != actor.id)


def main_relation(
    relations: Iterable[StatedRelation], spans: Sequence[Span]
) -> StatedRelation | None:
    """Choose the relation that some words mainly state, or None where they say something else.

    Args:
        relations: What the document states.
        spans: The words of a claim, in order of position.

    Returns:
        The relation inside the words that covers most of them, if that is not too little.
    """
    inside = [r for r in relations if any(s <= r.start and r.end <= e for s, e in spans)]
    best = max(inside, key=lambda r: (r.end - r.start, -r.start), default=None)
    if best is None:
        return None
    whole = sum(end - start for start, end in spans)
    return best if best.end - best.start >= _MAIN_SHARE * whole else None


def claimed(tokenized: TokenizedText, detection: Detection, stance: Stance) -> tuple[Span, ...]:
    """The places of what is put forward: the content, or the charge that a content calls false.

    Of "claims that it fired first" it is what they say.
    """
    spans = detection.content
    if stance is Stance.DENIES:
        content = tokens_in(tokenized, spans)
        denial = find_denial(content)
        charge = denial.charge if denial is not None else taken_as_false(content)
        spans = spans if charge is None else within(charge, spans)
    if stance in (Stance.CONFIRMS, Stance.BELIEVES):
        support = find_support(tokens_in(tokenized, spans))
        spans = spans if support is None else within(support.charge, spans)
    begin = None
    if stance in _ANSWERING or not _REPEATING.isdisjoint(_cue_of(tokenized, detection)):
        begin = charged(tokens_in(tokenized, spans))
    return spans if begin is None else within((begin, spans[-1][1]), spans)


def _cue_of(tokenized: TokenizedText, detection: Detection) -> list[str]:
    return lower_words(tokens_in(tokenized, detection.cue))


def _claim(
    tokenized: TokenizedText,
    spans: Sequence[Span],
    written: ClaimText,
    main: StatedRelation | None,
    made: Making | None,
) -> Claim:
    text = written.text or tokenized.text[spans[0][0] : spans[-1][1]]
    around = "" if written.complete else _around(tokenized.text, spans)
    stated = main is not None and not main.negated
    return Claim(
        id=content_id("c", text.casefold(), around),
        text=text,
        subject=main.subject if main is not None else None,
        predicate=main.predicate if main is not None and stated else None,
        object=main.object if main is not None else None,
        what=main.what if main is not None else None,
        made=made,
    )


def _around(text: str, spans: Sequence[Span]) -> str:
    """The neighbourhood that tells equal words with an unknown "he" apart."""
    return text[max(0, spans[0][0] - _CONTEXT) : spans[-1][1] + _CONTEXT]
