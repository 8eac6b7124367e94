"""Train a detector from annotated articles: the whole way in one function."""

from __future__ import annotations

import hashlib
import json
import random
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

from attribution.extract.trained.model import MODEL_FILES, Decisions, Model
from attribution.extract.trained.wordpiece import END, START, WordPiece
from attribution.training.articles import Article, digest
from attribution.training.calibrate import Calibration, calibrate
from attribution.training.rows import examples
from attribution.training.vocabulary import base_folder, read_vocabulary, trim
from evidence.errors import ClaimtrailError, MissingExtraError

try:
    import torch

    from attribution.training.export import export
    from attribution.training.fit import Settings, fit
    from attribution.training.network import Network
except ImportError as error:
    raise MissingExtraError("training a detector", "train") from error

VOCABULARY_SIZE = 24_000
# Chosen on held-out training articles; the confidence is fitted for them.
_START = Decisions(gate=0.15, candidate=0.3, threshold=0.5, switch_cost=0.5, weights=(0.0,) * 5)


@dataclass(frozen=True, slots=True)
class TrainingReport:
    """What training made, and how good it is on the articles it held out.

    Args:
        folder: The model, for ``TrainedDetector(folder)``.
        version: Version of the model.
        articles: Number of articles trained on.
        held_out: Number of articles that the confidence was fitted on.
        calibration: The figures.
    """

    folder: Path
    version: str
    articles: int
    held_out: int
    calibration: Calibration


def train(
    articles: Sequence[Article],
    folder: Path,
    *,
    settings: Settings | None = None,
    held_out: int = 50,
    version: str = "local",
    report: Callable[[int, str], None] = lambda step, line: None,
) -> TrainingReport:
    """Train a detector and write it to a folder.

    Args:
        articles: Annotated articles, from :func:`attribution.training.brat.read_collection` or
            from anywhere else.
        folder: Where the model goes; made if need be, files in it are replaced.
        settings: Epochs, seed and rates; None takes the defaults.
        held_out: Number of articles, drawn by the seed, that calibrate the model and are not
            trained on; at least 2.
        version: Name of the model, kept in it and in what it finds.
        report: Takes the step and a line of progress, every 50 steps.

    Raises:
        MissingExtraError: If the base model of the extra ``train`` is not installed.
        ClaimtrailError: If there are too few articles.
    """
    chosen = settings or Settings()
    if not 2 <= held_out < len(articles):
        raise ClaimtrailError(
            f"cannot hold out {held_out} of {len(articles)} articles",
            hint="annotate more articles, or hold out fewer, but at least 2",
        )
    seen, unseen = split(articles, held_out, chosen.seed)
    network, vocabulary = fit_network(seen, chosen, report)
    origin = {
        "articles": len(seen),
        "held_out": len(unseen),
        "digest": digest(articles),
        "settings": asdict(chosen),
    }
    return write_model(network, vocabulary, unseen, folder, version, origin)


def split(
    articles: Sequence[Article], held_out: int, seed: int
) -> tuple[list[Article], list[Article]]:
    """Draw the articles that the network never sees: (for training, held out), by id."""
    ranked = sorted(articles, key=lambda article: article.id)
    chance = random.Random(seed)  # noqa: S311 - no secret hangs on it
    drawn = {article.id for article in chance.sample(ranked, held_out)}
    return [a for a in ranked if a.id not in drawn], [a for a in ranked if a.id in drawn]


def fit_network(
    articles: Sequence[Article],
    settings: Settings,
    report: Callable[[int, str], None] = lambda step, line: None,
) -> tuple[Network, list[str]]:
    """Train a network from the base encoder.

    Returns:
        The network and its vocabulary.
    """
    folder = base_folder()
    base = read_vocabulary(folder / "vocab.txt")
    vocabulary = trim(base, articles, VOCABULARY_SIZE)
    wordpiece = WordPiece(vocabulary)
    rows = {piece: row for row, piece in enumerate(base)}
    torch.manual_seed(settings.seed)
    network = Network(len(vocabulary))
    network.load_base(folder / "model.safetensors", [rows[piece] for piece in vocabulary])
    borders = wordpiece.rows[START], wordpiece.rows[END]
    fit(network, examples(articles, wordpiece), borders, settings, report)
    return network, vocabulary


def write_model(
    network: Network,
    vocabulary: Sequence[str],
    held_out: Sequence[Article],
    folder: Path,
    version: str,
    origin: dict[str, object],
) -> TrainingReport:
    """Export a network, calibrate it on held-out articles and describe it in ``model.json``."""
    folder.mkdir(parents=True, exist_ok=True)
    export(network, folder)
    (folder / "vocabulary.txt").write_text("\n".join(vocabulary) + "\n", encoding="utf-8")
    _describe(folder, version, _START, origin)
    calibration = calibrate(Model(folder), held_out)
    origin = origin | {"calibration_error": round(calibration.error, 4)}
    _describe(folder, version, calibration.decisions, origin)
    articles = origin["articles"]
    return TrainingReport(folder, version, int(str(articles)), len(held_out), calibration)


def _describe(folder: Path, version: str, decisions: Decisions, origin: dict[str, object]) -> None:
    files = {name: hashlib.sha256((folder / name).read_bytes()).hexdigest() for name in MODEL_FILES}
    description = {
        "version": version,
        "decisions": asdict(decisions),
        "files": files,
        "training": origin,
    }
    (folder / "model.json").write_text(json.dumps(description, indent=2) + "\n", encoding="utf-8")
