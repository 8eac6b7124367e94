"""Attributions by verb in a parse: "the minister denied that ...", "..., she said"."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from attribution.extract.english.cues import Cue, cue_lexicon
from attribution.extract.parsed.trees import Mention, Word, children, subtree

_AROUND_VERB = ("aux", "auxpass", "neg", "prt")
_RELATIVE = frozenset("who which that".split())


def verb_mentions(sentence: Word) -> Iterator[Mention]:
    """Yield the attributions by verb of a sentence (a `spacy.tokens.Span`)."""
    for verb in sentence:
        found = _cue_of(verb) if verb.pos_ in {"VERB", "AUX"} else None
        if found is None:
            continue
        cue, particle = found
        source, content = _source_of(verb), _content_of(verb, cue, particle)
        if source and content:
            words = [verb, *children(verb, *_AROUND_VERB), *([particle] if particle else [])]
            inside = {word.i for word in (*words, *source)}
            content = tuple(word for word in content if word.i not in inside)
            yield Mention(source, tuple(words), content, cue.weight)


def _cue_of(verb: Word) -> tuple[Cue, Word | None] | None:
    """The cue that a verb is, alone or with a particle or preposition: "call for"."""
    for child in children(verb, "prt", "prep"):
        cue = _verbs().get(f"{verb.lemma_.lower()} {child.lower_}")
        if cue is not None:
            return cue, child
    cue = _verbs().get(verb.lemma_.lower())
    return None if cue is None else (cue, None)


@cache
def _verbs() -> dict[str, Cue]:
    return {cue.phrase: cue for cue in cue_lexicon().cues if cue.kind == "verb"}


def _source_of(verb: Word) -> tuple[Word, ...]:
    """Who speaks: the subject, of a passive the agent, else that of the verb it goes with."""
    subject = next(children(verb, "nsubj"), None)
    if subject is not None:
        if verb.dep_ == "relcl" and subject.lower_ in _RELATIVE:
            return subtree(verb.head, verb)
        return subtree(subject)
    agent = next(children(verb, "agent"), None)
    if agent is not None:
        return tuple(word for noun in children(agent, "pobj") for word in subtree(noun))
    if next(children(verb, "nsubjpass"), None) is not None:
        return ()
    if verb.dep_ == "acl":
        return subtree(verb.head, verb)
    return _source_of(verb.head) if verb.dep_ in {"conj", "xcomp", "advcl"} else ()


def _content_of(verb: Word, cue: Cue, particle: Word | None) -> tuple[Word, ...]:
    """What is said: a clause, an infinitive or an object, as the cue takes them."""
    if particle is not None:
        return tuple(w for noun in children(particle, "pobj", "pcomp") for w in subtree(noun))
    takes = cue.takes
    for kind, labels in (
        ("clause", ("ccomp", "parataxis")),
        ("infinitive", ("xcomp",)),
        ("object", ("dobj", "pobj")),
    ):
        found = [word for child in children(verb, *labels) for word in subtree(child)]
        if kind in takes and found:
            return tuple(found)
    # "It was over, she said, for good": the verb of saying hangs on what is said.
    if verb.dep_ == "parataxis" and "clause" in takes:
        return subtree(verb.head, verb)
    return ()
