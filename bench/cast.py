"""Names for generated cases: plainly made up, from the NATO spelling alphabet."""

from __future__ import annotations

from evidence.model import Actor
from evidence.vocabulary import ActorKind

# fmt: off
WORDS = (
    "Alfa", "Bravo", "Charlie", "Delta", "Echo", "Foxtrot", "Golf", "Hotel", "India",
    "Juliett", "Kilo", "Lima", "Mike", "November", "Oscar", "Papa", "Quebec", "Romeo",
    "Sierra", "Tango", "Uniform", "Victor", "Whiskey", "Xray", "Yankee", "Zulu",
)
# fmt: on

PATTERNS: dict[ActorKind, str] = {
    ActorKind.STATE: "{} Republic",
    ActorKind.ORGANISATION: "{} Ministry",
    ActorKind.PERSON: "{} Envoy",
    ActorKind.ARMED_GROUP: "{} Front",
    ActorKind.OUTLET: "{} Herald",
}


def name_of(number: int) -> str:
    """A name for a number: "Alfa", ..., "Zulu", "Bravo Alfa", "Bravo Bravo" ..."""
    words = [WORDS[number % len(WORDS)]]
    while number := number // len(WORDS):
        words.append(WORDS[number % len(WORDS)])
    return " ".join(reversed(words))


def generated_actor(kind: ActorKind, number: int) -> Actor:
    """An actor of a kind, with an id and a name that no other number has."""
    return Actor(
        id=f"{kind.value.replace(' ', '-')}-{number}",
        name=PATTERNS[kind].format(name_of(number)),
        kind=kind,
        reliability=None if number % 3 else "ABCDE"[number % 5],
    )
