"""Read articles with attributions in brat stand-off format.

The layout is that of PolNeAR: ``text/NAME.txt`` beside ``attributions/NAME_xxxx.ann``, where
``xxxx`` names the annotator. Text-bound annotations (``T``) give spans, events (``E``) join
``Source``, ``Cue`` and ``Content`` to one attribution (https://brat.nlplab.org/standoff.html).
"""

from __future__ import annotations

import re
from collections import defaultdict
from pathlib import Path

from attribution.extract.detection import Detection, Span
from attribution.training.articles import Article

# An annotation line may hold raw newlines of the text it quotes: what does not look like the start
# of an annotation belongs to a quoted text and is passed over.
_SPANS = re.compile(r"(T\d+)\t\w+ (\d+ \d+(?:;\d+ \d+)*)(?:\t|$)")
_EVENT = re.compile(r"E\d+\tAttribution:T\d+(.*)$")
_ROLE = re.compile(r"(Source|Cue|Content)\d*:(T\d+)")
_ANNOTATOR = re.compile(r"_[0-9a-f]{4}$")


def read_collection(folder: Path) -> list[Article]:
    """Read every annotated article of a collection, in order of name.

    Where several people annotated one article, the alphabetically first file counts. Articles
    that nobody annotated are left out: their silence does not mean that they hold nothing.

    Args:
        folder: Holds ``text`` and ``attributions``.

    Raises:
        FileNotFoundError: If one of the two folders is missing.
    """
    files: dict[str, Path] = {}
    for path in sorted((folder / "attributions").iterdir()):
        if path.suffix == ".ann":
            files.setdefault(_ANNOTATOR.sub("", path.stem), path)
    return [
        Article(text.stem, _read(text), read_annotations(_read(files[text.stem])))
        for text in sorted((folder / "text").iterdir())
        if text.suffix == ".txt" and text.stem in files
    ]


def read_annotations(standoff: str) -> tuple[Detection, ...]:
    """Read the attributions of one ``.ann`` file; those without a cue are left out.

    A role named twice (``Source``, ``Source2``) becomes one span set.
    """
    spans: dict[str, list[Span]] = {}
    events: list[str] = []
    for line in standoff.split("\n"):
        if match := _SPANS.match(line):
            spans[match[1]] = [_span(pair) for pair in match[2].split(";")]
        elif match := _EVENT.match(line):
            events.append(match[1])
    attributions = [_attribution(event, spans) for event in events]
    return tuple(each for each in attributions if each.cue)


def _attribution(event: str, spans: dict[str, list[Span]]) -> Detection:
    roles: dict[str, list[Span]] = defaultdict(list)
    for role, name in _ROLE.findall(event):
        roles[role] += spans.get(name, [])
    source, cue, content = (tuple(sorted(roles[r])) for r in ("Source", "Cue", "Content"))
    return Detection(source, cue, content)


def _span(pair: str) -> Span:
    start, end = pair.split(" ")
    return int(start), int(end)


def _read(path: Path) -> str:
    # Without translation of line ends: offsets count carriage returns.
    with path.open(encoding="utf-8", newline="") as file:
        return file.read()
