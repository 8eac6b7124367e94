"""Neighbouring paragraphs joined to long windows.

News is written in short paragraphs and other texts are not. A network that has seen only short
windows takes sources and contents from sentences away when it reads a long one.
"""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence

from attribution.extract.trained.windows import MAXIMUM_PIECES, join
from attribution.training.rows import Example, Roles

_FEWEST_PIECES = 96


def partly_joined(
    articles: Sequence[Sequence[Example]], share: float, chance: random.Random
) -> list[Example]:
    """Join the neighbouring windows of some articles, drawn by lot.

    Args:
        articles: The examples of each article, in text order.
        share: Share of articles whose windows are joined, 0 to 1.
        chance: Draws the articles, and for each long window how many pieces it may have.

    Returns:
        The examples of all articles; those that were joined are new ones.
    """
    made: list[Example] = []
    for article in articles:
        if chance.random() < share:
            made += (joined(group) for group in _groups(article, chance))
        else:
            made += article
    return made


def _groups(article: Sequence[Example], chance: random.Random) -> Iterator[list[Example]]:
    """Split an article into stretches of neighbours, of at most a drawn number of pieces each."""
    group: list[Example] = []
    room = 0
    for example in article:
        size = len(example.window)
        if group and size > room:
            yield group
            group = []
        if not group:
            room = chance.randint(_FEWEST_PIECES, MAXIMUM_PIECES)
        group.append(example)
        room -= size
    if group:
        yield group


def joined(neighbours: Sequence[Example]) -> Example:
    """Make one example of neighbours, with all that is known of them.

    Args:
        neighbours: At least one; together no longer than the encoder reads.
    """
    window = neighbours[0].window
    made = Example(window, [], [], [])
    for example in neighbours:
        first = 0 if example is neighbours[0] else len(window.starts)
        window = window if example is neighbours[0] else join(window, example.window)
        made.attributions += (_moved(roles, first) for roles in example.attributions)
        made.lexicon += (first + word for word in example.lexicon)
        made.negatives += (tuple(first + word for word in run) for run in example.negatives)
    made.window = window
    return made


def _moved(roles: Roles, first: int) -> Roles:
    source, cue, content = (
        tuple(first + word for word in words) for words in (roles.source, roles.cue, roles.content)
    )
    return Roles(source, cue, content)
