"""Articles for measuring extraction: made-up news prose of about 2 kB, never the same twice."""

from __future__ import annotations

from random import Random

from bench.cast import PATTERNS, name_of
from evidence.ids import text_hash
from evidence.model import Document
from evidence.vocabulary import ActorKind

SENTENCES = (
    "The {state} denied on {day} that it had supplied drones to the {group}.",
    "“We have nothing to do with these attacks,” a spokesman for the {ministry} said.",
    "According to the {outlet}, the {group} fired {count} rockets at a base near {place}.",
    "The {ministry} confirmed that {count} people were hurt, but it questioned the account.",
    "“There is no evidence for this claim,” he added. “It is simply wrong.”",
    "Several reports suggest that the {group} is funded by the {state}.",
    "The road to {place} was closed for {count} days after heavy rain.",
    "It warned that the {group} “will pay a price” for the strike on {place}.",
    "Satellite images show {count} trucks at a depot outside {place}.",
    "The talks had been planned for {day}, after two earlier rounds in the capital.",
    "Officials of the {state} have accused the {group} of attacking convoys since {day}.",
    "Prices in {place} rose by {count} percent over the year, and shops closed early.",
)

DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday")

PARAGRAPHS = 6
SENTENCES_EACH = 4


def composed_article(number: int) -> str:
    """An article of six paragraphs; the same number gives the same article."""
    random = Random(number)  # noqa: S311  # data for measuring, no secret
    topic = number % 50 * 10
    paragraphs = [
        " ".join(_sentence(random, topic) for _ in range(SENTENCES_EACH)) for _ in range(PARAGRAPHS)
    ]
    return "\n\n".join(paragraphs)


def composed_document(number: int) -> Document:
    """The article as a document."""
    text = composed_article(number)
    return Document(id=f"article-{number}", title="Report", text=text, sha256=text_hash(text))


def long_document(articles: int) -> Document:
    """So many articles as one document."""
    text = "\n\n".join(composed_article(number) for number in range(articles))
    return Document(id="long", title="Long report", text=text, sha256=text_hash(text))


def _sentence(random: Random, topic: int) -> str:
    return random.choice(SENTENCES).format(
        state=PATTERNS[ActorKind.STATE].format(name_of(topic + random.randrange(3))),
        ministry=PATTERNS[ActorKind.ORGANISATION].format(name_of(topic + random.randrange(3))),
        group=PATTERNS[ActorKind.ARMED_GROUP].format(name_of(topic + random.randrange(3))),
        outlet=PATTERNS[ActorKind.OUTLET].format(name_of(topic)),
        place=f"{name_of(random.randrange(26))}ville",
        day=random.choice(DAYS),
        count=random.randrange(2, 90),
    )
