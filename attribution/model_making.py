"""Training a model from the command line, and telling how good it is."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from attribution import console
from attribution.training.articles import Article
from attribution.training.brat import read_collection
from attribution.training.cases import case_articles
from evidence.case import Case
from evidence.errors import ClaimtrailError, MissingExtraError


def trained_on(
    folders: Sequence[str],
    cases: Sequence[Case],
    out: Path,
    epochs: Sequence[float],
    *,
    held_out: int,
    seed: int,
) -> str:
    """Train a model and tell how it does on the articles that it has not seen.

    Args:
        folders: Folders with articles in brat stand-off format.
        cases: Cases whose documents are annotated.
        out: Folder for the model.
        epochs: How often each article is seen; several train several networks, whose mean is kept.
        held_out: Number of articles that measure the model and are not trained on.
        seed: Fixes every random choice; each further network takes the next one.

    Raises:
        MissingExtraError: If the extra "train" is not installed.
        ClaimtrailError: If annotations cannot be read, or there are too few.
    """
    try:
        from attribution.training.fit import Settings
        from attribution.training.train import train
    except ModuleNotFoundError as error:
        raise MissingExtraError("training an extractor", "train") from error
    articles = [*_from_folders(folders), *_from_cases(cases)]
    settings = [Settings(epochs=each, seed=seed + row) for row, each in enumerate(epochs)]
    made = train(
        articles,
        out,
        settings=settings,
        held_out=held_out,
        report=lambda _, line: console.say(line),
    )
    figures = made.calibration
    return (
        f"{out}: trained on {made.articles} articles; on {made.held_out} others precision "
        f"{figures.precision:.2f}, recall {figures.recall:.2f}, F1 {figures.f1:.2f}, "
        f"calibration error {figures.error:.3f}\n"
    )


def _from_folders(folders: Sequence[str]) -> Iterator[Article]:
    for folder in folders:
        try:
            yield from read_collection(Path(folder))
        except OSError as error:
            raise ClaimtrailError(
                f"{folder}: cannot be read: {error.strerror}",
                hint="name a folder with the folders text and attributions",
            ) from error


def _from_cases(cases: Sequence[Case]) -> Iterator[Article]:
    for case in cases:
        found = case_articles(case)
        for attribution in found.left_out:
            console.say(f"{attribution}: left out, its words do not stand in the document")
        yield from found.articles
