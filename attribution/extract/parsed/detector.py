"""The detector that reads a spaCy parse: text in, attributions out."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property
from itertools import chain
from typing import Any

from attribution.extract.detection import Detection, Span
from attribution.extract.parsed.phrases import noun_mentions, preposition_mentions
from attribution.extract.parsed.trees import Mention, spans_of
from attribution.extract.parsed.verbs import verb_mentions
from attribution.extract.text.stretches import stretches
from evidence.errors import ClaimtrailError, MissingExtraError

_LANGUAGE = "en_"


class ParsedDetector:
    """Finds attributions in the dependency parse of an English spaCy pipeline.

    Args:
        pipeline: Name or folder of the pipeline; None takes the first installed English one by
            name.

    Raises:
        MissingExtraError: If spaCy is not installed.
        ClaimtrailError: If there is no such pipeline, or none at all.
    """

    name = "spacy"
    univocal = False

    def __init__(self, pipeline: str | None = None) -> None:
        self._pipeline = pipeline or _installed()

    def __getstate__(self) -> dict[str, object]:
        """Leave the loaded pipeline out: another process loads its own."""
        return {name: value for name, value in self.__dict__.items() if name != "_parse"}

    @cached_property
    def _parse(self) -> Any:
        spacy = _spacy()
        try:
            return spacy.load(self._pipeline)
        except OSError as error:
            raise ClaimtrailError(
                f"spaCy has no pipeline {self._pipeline!r}",
                hint=f"run: python -m spacy download {self._pipeline}",
            ) from error

    @property
    def version(self) -> str:
        """Name and version of the pipeline: another one may find other attributions."""
        return f"{self._parse.meta['name']} {self._parse.meta['version']}"

    def detect(self, text: str) -> list[Detection]:
        """Find the attributions of a text.

        Args:
            text: English text of any length; it is parsed line by line.

        Returns:
            Detections in order of the position of their first span; the confidence is how often
            the cue attributes in general.

        Raises:
            ClaimtrailError: If the pipeline does not parse.
        """
        found = set(self._detect(text))
        return sorted(found, key=lambda d: (min(d.source + d.cue + d.content), d.cue, d.content))

    def _detect(self, text: str) -> Iterator[Detection]:
        lines = [(text[start:end], start) for start, end in stretches(text)]
        for parse, offset in self._parse.pipe(lines, as_tuples=True):
            if not parse.has_annotation("DEP"):
                raise ClaimtrailError(
                    f"the spaCy pipeline {self._pipeline!r} does not parse",
                    hint="name one with a parser, such as en_core_web_sm, with --model",
                )
            for sentence in parse.sents:
                yield from _detections(sentence, offset)


def _detections(sentence: Any, offset: int) -> Iterator[Detection]:
    for mention in chain(
        verb_mentions(sentence), preposition_mentions(sentence), noun_mentions(sentence)
    ):
        source, cue, content = _places(mention, offset)
        if source and cue and content:
            yield Detection(source, cue, content, mention.weight)


def _places(mention: Mention, offset: int) -> tuple[tuple[Span, ...], ...]:
    return tuple(
        spans_of(words, offset) for words in (mention.source, mention.cue, mention.content)
    )


def _spacy() -> Any:
    try:
        import spacy
    except ModuleNotFoundError as error:
        raise MissingExtraError("the extractor 'spacy'", "spacy") from error
    return spacy


def _installed() -> str:
    """The first English pipeline that is installed, by name."""
    found = sorted(
        name for name in _spacy().util.get_installed_models() if name.startswith(_LANGUAGE)
    )
    if not found:
        raise ClaimtrailError(
            "no English spaCy pipeline is installed",
            hint="run: python -m spacy download en_core_web_sm",
        )
    return str(found[0])
