"""Training a model from the command line, and telling how good it is."""

from __future__ import annotations

from pathlib import Path

from attribution import console
from evidence.errors import ClaimtrailError, MissingExtraError


def trained_on(annotations: str, out: Path, epochs: float, seed: int) -> str:
    """Train a model and tell how it does on the articles that it has not seen.

    Args:
        annotations: Folder with articles in brat stand-off format.
        out: Folder for the model.
        epochs: How often each article is seen.
        seed: Fixes every random choice.

    Raises:
        MissingExtraError: If the extra "train" is not installed.
        ClaimtrailError: If the annotations cannot be read.
    """
    try:
        from attribution.training.brat import read_collection
        from attribution.training.fit import Settings
        from attribution.training.train import train
    except ModuleNotFoundError as error:
        raise MissingExtraError("training an extractor", "train") from error
    try:
        articles = read_collection(Path(annotations))
    except OSError as error:
        raise ClaimtrailError(
            f"{annotations}: cannot be read: {error.strerror}",
            hint="name a folder with the folders text and attributions",
        ) from error
    settings = Settings(epochs=epochs, seed=seed)
    made = train(articles, out, settings=settings, report=lambda _, line: console.say(line))
    figures = made.calibration
    return (
        f"{out}: trained on {made.articles} articles; on {made.held_out} others precision "
        f"{figures.precision:.2f}, recall {figures.recall:.2f}, F1 {figures.f1:.2f}, "
        f"calibration error {figures.error:.3f}\n"
    )
