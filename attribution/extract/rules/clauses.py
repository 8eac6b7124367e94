"""Attributions by verb: "the agency said that ...", "...,” said the agency"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from attribution.extract.english.morphology import EVIDENCE, SHOWING
from attribution.extract.rules.bounds import cuts
from attribution.extract.rules.contents import contents
from attribution.extract.rules.mention import Attribution, Link, Mention
from attribution.extract.rules.phrases import MAX_PHRASE
from attribution.extract.rules.reading import Range, Reading
from attribution.extract.rules.sources import attach, subject_before
from attribution.extract.rules.verbs import cue_verbs
from attribution.extract.rules.withholding import is_withholding
from attribution.extract.text.tagging import Tag

SHOWN = 0.5
"""How likely "proves" attributes where its subject is evidence."""

RELIABILITY = {
    Link.SUBJECT: 1.0,
    Link.INVERTED: 1.0,
    Link.SHARED: 0.8,
    Link.PARTICIPIAL: 0.65,
    Link.RELATIVE: 0.65,
    Link.AGENT: 0.6,
    Link.INFINITIVE: 0.35,
}
"""How well each link holds, against a plain subject: shares measured like the cue weights."""


def verb_attributions(reading: Reading, number: int, threshold: float) -> Iterator[Attribution]:
    """Yield the attributions by verb of one statement.

    Args:
        reading: The text.
        number: Index of the statement.
        threshold: Cues less reliable than this neither attribute nor end another's content.

    Yields:
        Attributions in order of their cues.
    """
    statement = reading.statements[number]
    mentions = _mentions(reading, statement, threshold)
    ends = cuts(reading, mentions, statement[1])
    floors = _floors(mentions, statement[0])
    for mention, cut, floor in zip(mentions, ends, floors, strict=True):
        content = contents(reading, number, mention, cut, floor)
        if content:
            yield Attribution(
                source=(mention.source,),
                cue=((mention.group.first, mention.group.stop),),
                content=content,
                by=mention.group.form.cue,
                confidence=_confidence(reading, mention),
            )


def _confidence(reading: Reading, mention: Mention) -> float:
    """How often such a cue, tied to its source in such a way, attributes."""
    cue = mention.group.form.cue
    shown = cue.phrase in SHOWING and not EVIDENCE.isdisjoint(reading.words[slice(*mention.source)])
    return round(max(cue.weight, SHOWN * shown) * RELIABILITY[mention.link], 2)


def _mentions(reading: Reading, statement: Range, threshold: float) -> list[Mention]:
    """Attach each cue verb to its source, the earlier ones lending theirs to the later."""
    found: list[Mention] = []
    groups = list(cue_verbs(reading, statement))
    subject = _first_subject(reading, statement[0], groups[0].first) if groups else None
    for group in groups:
        if is_withholding(reading, group):
            continue
        mention = attach(reading, statement, group, subject)
        if mention is None or _is_within(mention) or _is_governed(reading, found, mention):
            continue
        if mention.link in (Link.SUBJECT, Link.INVERTED):
            subject = mention.source
        if _confidence(reading, mention) >= threshold:
            found.append(mention)
    return found


def _first_subject(reading: Reading, floor: int, stop: int) -> Range | None:
    """The subject of the first finite verb between two places: the main one, as a rule."""
    for at in range(floor, min(stop, floor + MAX_PHRASE)):
        if reading.tags[at] in (Tag.VERB, Tag.AUXILIARY) and reading.quote_at[at] < 0:
            subject = subject_before(reading, floor, at)
            if subject is not None:
                return subject
    return None


def _is_within(mention: Mention) -> bool:
    """Whether a cue is a part of its source: "calling" in "those calling for it said so"."""
    return mention.source[0] < mention.group.stop and mention.group.first < mention.source[1]


def _is_governed(reading: Reading, found: Sequence[Mention], mention: Mention) -> bool:
    """Whether an infinitive only completes a cue: "declined to say", "wants to ask"."""
    if mention.link is not Link.INFINITIVE or not found:
        return False
    governor = found[-1].group
    return governor.stop == mention.group.first - 1


def _floors(mentions: Sequence[Mention], first: int) -> list[int]:
    """For each mention, where content before it may begin: after the cue before it."""
    floors = [first]
    for mention in mentions[:-1]:
        floors.append(max(mention.group.stop, mention.source[1]))
    return floors[: len(mentions)]
