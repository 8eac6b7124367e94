"""Trails between actors for people and for programs: each hop with who says so, in which words."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import asdict

from attribution.reports.terminal import Paint, coloured, plain, printable
from evidence.model import Passage
from graphs.backing import BackedClaim, BackedRelation, Backing
from graphs.trace import Hop, Tracing, Trail


def trail_text(tracing: Tracing, *, colour: bool = False) -> str:
    """Render trails for a terminal or a text file, best first."""
    paint = coloured if colour else plain
    if not tracing.trails:
        return "no trail: no relations of the case lead from one to the other within that length\n"
    blocks = [
        "\n".join(_trail(number, trail, paint))
        for number, trail in enumerate(tracing.trails, start=1)
    ]
    if tracing.truncated:
        blocks.append("there are more trails than were asked for; raise --limit to see them")
    return "\n\n".join(blocks) + "\n"


def _trail(number: int, trail: Trail, paint: Paint) -> Iterator[str]:
    names = [trail.hops[0].tail_name, *(hop.head_name for hop in trail.hops)]
    contested = paint(", contested", "red") if trail.contested else ""
    way = paint(printable(" -> ".join(names)), "bold")
    yield f"{number}. {way} ({_behind(trail.strength, 'its weakest hop')}{contested})"
    for hop in trail.hops:
        yield from _hop(hop, paint)


def _behind(speakers: int, what: str) -> str:
    return f"{speakers} {'speaker' if speakers == 1 else 'speakers'} behind {what}"


def _hop(hop: Hop, paint: Paint) -> Iterator[str]:
    for relation in hop.relations:
        names = (hop.tail_name, hop.head_name)
        who, to = names if relation.who == hop.tail else names[::-1]
        what = f" ({relation.what})" if relation.what else ""
        stated = f"{who} {relation.predicate} {to}{what}"
        yield f"   {paint(printable(stated), 'blue')}"
        yield from _relation(relation, paint)


def _relation(relation: BackedRelation, paint: Paint) -> Iterator[str]:
    if not relation.claims:
        yield "     no claim says so"
    for claim in relation.claims:
        yield from _claim(claim, paint)


def _claim(claim: BackedClaim, paint: Paint) -> Iterator[str]:
    yield f"     claim {printable(claim.claim)}: {printable(claim.text)}"
    if not claim.backings:
        yield "       nobody says so"
    for backing in claim.backings:
        yield from _backing(backing, paint)


def _backing(backing: Backing, paint: Paint) -> Iterator[str]:
    stance = paint(backing.stance, "red" if backing.opposes else "green")
    place = paint(f"  [{printable(backing.title or 'no document')}]", "dim")
    cue = " ... ".join(passage.exact for passage in backing.cue)
    said = f" (“{printable(cue)}”)" if cue else ""
    yield f"       {printable(backing.name)} {stance}{said}{place}"
    words = " ... ".join(passage.exact for passage in backing.content)
    if words:
        yield f"         “{printable(words)}”"


def trail_json(tracing: Tracing) -> str:
    """Render trails as one JSON object with the fields of `Tracing` and all that it holds."""
    return json.dumps(asdict(tracing), default=_fields, indent=2, ensure_ascii=False) + "\n"


def _fields(passage: Passage) -> dict[str, object]:
    return passage.model_dump(mode="json")
