"""Train a detector from annotated articles: the whole way in one function."""

from __future__ import annotations

import copy
import random
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

from attribution.extract.trained.description import Decisions, describe
from attribution.extract.trained.model import Model
from attribution.extract.trained.wordpiece import END, START, WordPiece
from attribution.training.articles import Article, digest
from attribution.training.calibrate import Calibration, calibrate
from attribution.training.rows import examples
from attribution.training.vocabulary import base_folder, read_vocabulary, trim
from evidence.errors import ClaimtrailError, MissingExtraError

try:
    import torch

    from attribution.training.averaging import averaged
    from attribution.training.export import export
    from attribution.training.fit import Settings, fit
    from attribution.training.network import Network
except ImportError as error:
    raise MissingExtraError("training a detector", "train") from error

VOCABULARY_SIZE = 24_000
# Chosen on held-out training articles; the confidence is fitted for them.
_START = Decisions(gate=0.35, candidate=0.45, threshold=0.5, switch_cost=0.5, weights=(0.0,) * 5)


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
    settings: Sequence[Settings] = (),
    held_out: int = 50,
    version: str = "local",
    report: Callable[[int, str], None] = lambda step, line: None,
) -> TrainingReport:
    """Train a detector and write it to a folder.

    Args:
        articles: Annotated articles, from :func:`attribution.training.brat.read_collection` or
            from anywhere else.
        folder: Where the model goes; made if need be, files in it are replaced.
        settings: Epochs, seed and rates of each network that is trained; all begin alike, and the
            model is their mean. None given: one network with the defaults.
        held_out: Number of articles, drawn by the first seed, that calibrate the model and are not
            trained on; at least 2.
        version: Name of the model, kept in it and in what it finds.
        report: Takes the step and a line of progress, every 50 steps.

    Raises:
        MissingExtraError: If the base model of the extra ``train`` is not installed.
        ClaimtrailError: If there are too few articles, or two of one name.
    """
    chosen = settings or (Settings(),)
    _check_ids(articles)
    if not 2 <= held_out < len(articles):
        raise ClaimtrailError(
            f"cannot hold out {held_out} of {len(articles)} articles",
            hint="annotate more articles, or hold out fewer, but at least 2",
        )
    seen, unseen = split(articles, held_out, chosen[0].seed)
    network, vocabulary = fit_network(seen, chosen, report)
    origin = {
        "articles": len(seen),
        "held_out": len(unseen),
        "digest": digest(articles),
        "settings": [asdict(each) for each in chosen],
    }
    return write_model(network, vocabulary, unseen, folder, version, origin)


def _check_ids(articles: Sequence[Article]) -> None:
    twice = [name for name, times in Counter(a.id for a in articles).items() if times > 1]
    if twice:
        raise ClaimtrailError(
            f"two articles are called {twice[0]}", hint="give one of them another name"
        )


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
    settings: Sequence[Settings],
    report: Callable[[int, str], None] = lambda step, line: None,
) -> tuple[Network, list[str]]:
    """Train networks from the base encoder, one for each of the settings, and average them.

    Returns:
        The network and its vocabulary.
    """
    folder = base_folder()
    base = read_vocabulary(folder / "vocab.txt")
    vocabulary = trim(base, articles, VOCABULARY_SIZE)
    wordpiece = WordPiece(vocabulary)
    rows = {piece: row for row, piece in enumerate(base)}
    torch.manual_seed(settings[0].seed)
    network = Network(len(vocabulary))
    network.load_base(folder / "model.safetensors", [rows[piece] for piece in vocabulary])
    borders = wordpiece.rows[START], wordpiece.rows[END]
    networks = [copy.deepcopy(network) for _ in settings]
    for each, chosen in zip(networks, settings, strict=True):
        fit(each, examples(articles, wordpiece), borders, chosen, report)
    return averaged(networks), vocabulary


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
    describe(folder, version, _START, origin)
    calibration = calibrate(Model(folder), held_out)
    origin = origin | {"calibration_error": round(calibration.error, 4)}
    describe(folder, version, calibration.decisions, origin)
    articles = origin["articles"]
    return TrainingReport(folder, version, int(str(articles)), len(held_out), calibration)
