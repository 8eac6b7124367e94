"""From the form of a verb or noun back to the form in a dictionary."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from attribution.extract.english.verbs import Form, inflections


def forms_of(lemmas: Iterable[str]) -> Mapping[str, tuple[tuple[str, Form], ...]]:
    """Return every form of some verbs with the lemmas and forms that it may be.

    Args:
        lemmas: Verbs in their base form.

    Returns:
        By form in lower case, for example "struck" to strike as past and as participle.
    """
    table: dict[str, list[tuple[str, Form]]] = {}
    for lemma in lemmas:
        for word, form in inflections(lemma):
            readings = table.setdefault(word, [])
            if (lemma, form) not in readings:
                readings.append((lemma, form))
    return {word: tuple(readings) for word, readings in table.items()}
