"""Hypothesis strategies for whole cases: every record type, with hostile words in every field."""

from __future__ import annotations

from hypothesis import strategies as st

from evidence.case import Case
from evidence.ids import text_hash
from evidence.model import (
    Actor,
    Attribution,
    Bearing,
    Claim,
    Derivation,
    Document,
    Evidence,
    Kept,
    Making,
    Passage,
    Record,
    Relation,
    Waiver,
)
from evidence.vocabulary import (
    PREDICATES,
    ActorKind,
    BearingKind,
    Certainty,
    DerivationKind,
    EvidenceKind,
    Form,
    Stance,
)

HOSTILE = [
    "<script>alert(1)</script>",
    "no",
    "null",
    "~",
    "1.10",
    "2021-07-04",
    "- a: b",
    "# not a comment",
    "'\"",
    "a\tb",
    "line\nbreak\n\n  indented",
    "trailing \n",
    "\r\n",
    "\u2028\u2029\x85\x00\x07",
    "\u00a0",
    "\ufeff",
    "‘single’ “double” «guillemets»",
    "مرحبا",
    "🛩️",
    "{}[],&*!|>%@`",
    ": ",
    "=",
    "<<",
]

words = st.one_of(
    st.sampled_from(HOSTILE),
    st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=24),
)
ids = st.one_of(st.sampled_from(["iran", "a", "8664.0", "no", "12", "x y"]), words)
dates = st.sampled_from(["2021", "2021-07", "2021-07-04", "2021-07-04T10:00:00Z"])
maybe_words = st.none() | words
names = st.lists(words, max_size=3).map(tuple)
makings = st.none() | st.one_of(
    st.builds(Making, extractor=words, version=maybe_words), st.builds(Making, person=words)
)


@st.composite
def passages(draw: st.DrawFn) -> Passage:
    exact = draw(words)
    start = draw(st.none() | st.integers(0, 10_000))
    return Passage(
        exact=exact,
        prefix=draw(st.just("") | words),
        suffix=draw(st.just("") | words),
        start=start,
        end=None if start is None else start + len(exact),
    )


json_values = st.recursive(
    st.none() | st.booleans() | st.integers(-9, 9) | st.floats(-9, 9) | words,
    lambda values: st.lists(values, max_size=2) | st.dictionaries(words, values, max_size=2),
    max_leaves=4,
)
roles = st.lists(passages(), max_size=2).map(tuple)
base = {"id": ids, "made": makings, "note": maybe_words, "retracted": maybe_words}


@st.composite
def documents(draw: st.DrawFn) -> Document:
    text = draw(maybe_words)
    return Document(
        id=draw(ids),
        made=draw(makings),
        retracted=draw(maybe_words),
        title=draw(maybe_words),
        publisher=draw(st.none() | ids),
        authors=draw(names),
        published=draw(st.none() | dates),
        retrieved=draw(st.none() | dates),
        captured=draw(maybe_words),
        url=draw(maybe_words),
        language=draw(st.none() | st.just("en")),
        sha256=None if text is None else text_hash(text),
        original=draw(st.none() | st.booleans()),
        pages=draw(st.lists(st.integers(0, 99), max_size=2).map(tuple)),
        text=text,
    )


records: st.SearchStrategy[Record] = st.one_of(
    documents(),
    st.builds(
        Actor,
        **base,
        name=words,
        kind=st.none() | st.sampled_from(ActorKind),
        aliases=names,
        speaks_for=st.lists(ids, max_size=2).map(tuple),
        party_to=names,
        reliability=st.none() | st.sampled_from("ABCDE"),
    ),
    st.builds(
        Claim,
        **base,
        text=words,
        subject=st.none() | ids,
        predicate=maybe_words,
        object=st.none() | ids,
        what=maybe_words,
        when=st.none() | dates,
        confidence=st.none() | st.floats(0, 1),
    ),
    st.builds(
        Attribution,
        **base,
        claim=ids,
        by=st.none() | ids,
        stance=st.sampled_from(Stance),
        document=st.none() | ids,
        source=roles,
        cue=roles,
        content=roles,
        form=st.none() | st.sampled_from(Form),
        within=st.none() | ids,
        when=st.none() | dates,
        certainty=st.none() | st.sampled_from(Certainty),
        confidence=st.none() | st.floats(0, 1),
        joined=maybe_words,
    ),
    st.builds(
        Evidence,
        **base,
        kind=st.none() | st.sampled_from(EvidenceKind),
        text=words,
        document=st.none() | ids,
        content=roles,
        credibility=st.none() | st.integers(1, 5),
    ),
    st.builds(
        Bearing,
        **base,
        source=ids,
        target=ids,
        kind=st.sampled_from(BearingKind),
        document=st.none() | ids,
        content=roles,
    ),
    st.builds(
        Relation,
        **base,
        who=ids,
        does=st.sampled_from(sorted(PREDICATES)),
        to=ids,
        what=maybe_words,
        claims=st.lists(ids, max_size=2).map(tuple),
    ),
    st.builds(Derivation, **base, what=ids, rests_on=ids, kind=st.sampled_from(DerivationKind)),
    st.builds(
        Waiver,
        **base,
        rule=words,
        record=st.none() | ids,
        reason=words,
        author=words,
        expires=st.none() | dates,
    ),
    st.builds(
        Kept,
        **base,
        format=words,
        kind=words,
        data=st.dictionaries(words, json_values, max_size=3),
    ),
)


@st.composite
def cases(draw: st.DrawFn, max_records: int = 12) -> Case:
    drawn = draw(
        st.lists(records, max_size=max_records, unique_by=lambda r: (type(r).__name__, r.id))
    )
    title, description = draw(st.just("") | words), draw(st.just("") | words)
    return Case.of(drawn, title=title, description=description)
