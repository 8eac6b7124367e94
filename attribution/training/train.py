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
from attribution.training.rows import Example, examples
from attribution.training.vocabulary import base_folder, read_vocabulary, trim
from evidence.errors import ClaimtrailError, MissingExtraError

try:
    import torch

    from attribution.training.averaging import averaged
    from attribution.training.batches import Batch, collate, plan
    from attribution.training.export import export
    from attribution.training.fit import Settings, fit
    from attribution.training.inputs import measured
    from attribution.training.network import HALF, LayerSize, Network
    from attribution.training.pruning import pruned
    from attribution.training.teaching import Teaching, teach
except ImportError as error:
    raise MissingExtraError("training a detector", "train") from error

VOCABULARY_SIZE = 24_000
NARROW = (LayerSize(10, 896),) * HALF + (LayerSize(9, 768),) * HALF
"""What is kept of each layer: less of the upper half, which reads most windows several times."""

_SAMPLE = 125  # articles on which it is measured what the steps of a network are given
_SAMPLE_PIECES = 2048  # in a batch of them
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
    teachings: Sequence[Teaching] = (),
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
            model comes of their mean. None given: one network with the defaults.
        teachings: How the narrow network that is kept learns from that mean; it is the mean of
            as many. None given: the defaults, once for each of the settings, with its seed.
        held_out: Number of articles, drawn by the first seed, that calibrate the model and are not
            trained on; at least 2.
        version: Name of the model, kept in it and in what it finds.
        report: Takes the step and a line of progress, every 50 steps.

    Raises:
        MissingExtraError: If the base model of the extra ``train`` is not installed.
        ClaimtrailError: If there are too few articles, or two of one name.
    """
    chosen = settings or (Settings(),)
    taught = teachings or [Teaching(seed=each.seed) for each in chosen]
    _check_ids(articles)
    if not 2 <= held_out < len(articles):
        raise ClaimtrailError(
            f"cannot hold out {held_out} of {len(articles)} articles",
            hint="annotate more articles, or hold out fewer, but at least 2",
        )
    seen, unseen = split(articles, held_out, chosen[0].seed)
    vocabulary = trim(read_vocabulary(base_folder() / "vocab.txt"), seen, VOCABULARY_SIZE)
    lessons = Lessons.of(seen, vocabulary)
    wide = fit_network(lessons, chosen, report)
    narrow = narrowed(wide, lessons, taught, report)
    origin = {
        "articles": len(seen),
        "held_out": len(unseen),
        "digest": digest(articles),
        "settings": [asdict(each) for each in chosen],
        "teachings": [asdict(each) for each in taught],
    }
    return write_model(narrow, lessons, unseen, folder, version, origin)


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


@dataclass(frozen=True, slots=True)
class Lessons:
    """Articles as networks read them.

    Args:
        vocabulary: The word pieces.
        articles: The examples of each article.
    """

    vocabulary: list[str]
    articles: list[list[Example]]

    @classmethod
    def of(cls, articles: Sequence[Article], vocabulary: list[str]) -> Lessons:
        """Cut articles into examples."""
        return cls(vocabulary, examples(articles, WordPiece(vocabulary)))

    @property
    def borders(self) -> tuple[int, int]:
        """Rows of the pieces that open and close a window."""
        return self.vocabulary.index(START), self.vocabulary.index(END)

    def sample(self) -> list[Batch]:
        """Return batches of the same articles each time, enough to measure a network on."""
        chance = random.Random("sample")  # noqa: S311 - no secret hangs on it
        drawn = chance.sample(self.articles, min(_SAMPLE, len(self.articles)))
        windows = [example for article in drawn for example in article]
        return [collate(each, *self.borders) for each in plan(windows, _SAMPLE_PIECES, chance)]


def fit_network(
    lessons: Lessons,
    settings: Sequence[Settings],
    report: Callable[[int, str], None] = lambda step, line: None,
) -> Network:
    """Train networks from the base encoder, one for each of the settings, and average them."""
    folder = base_folder()
    rows = {piece: row for row, piece in enumerate(read_vocabulary(folder / "vocab.txt"))}
    torch.manual_seed(settings[0].seed)
    network = Network(len(lessons.vocabulary))
    network.load_base(folder / "model.safetensors", [rows[piece] for piece in lessons.vocabulary])
    networks = [copy.deepcopy(network) for _ in settings]
    for each, chosen in zip(networks, settings, strict=True):
        fit(each, lessons.articles, lessons.borders, chosen, report)
    return averaged(networks)


def narrowed(
    wide: Network,
    lessons: Lessons,
    teachings: Sequence[Teaching],
    report: Callable[[int, str], None] = lambda step, line: None,
) -> Network:
    """Make a network faster: cut out what the rest can stand in for, and teach the rest."""
    narrow = pruned(wide, NARROW, measured(wide, lessons.sample()))
    networks = [copy.deepcopy(narrow) for _ in teachings]
    for each, teaching in zip(networks, teachings, strict=True):
        teach(each, wide, lessons.articles, lessons.borders, teaching, report)
    return averaged(networks)


def write_model(
    network: Network,
    lessons: Lessons,
    held_out: Sequence[Article],
    folder: Path,
    version: str,
    origin: dict[str, object],
) -> TrainingReport:
    """Export a network, calibrate it on held-out articles and describe it in ``model.json``."""
    folder.mkdir(parents=True, exist_ok=True)
    export(network, measured(network, lessons.sample()), folder)
    pieces = "\n".join(lessons.vocabulary) + "\n"
    (folder / "vocabulary.txt").write_text(pieces, encoding="utf-8")
    describe(folder, version, _START, origin)
    calibration = calibrate(Model(folder), held_out)
    origin = origin | {"calibration_error": round(calibration.error, 4)}
    describe(folder, version, calibration.decisions, origin)
    articles = origin["articles"]
    return TrainingReport(folder, version, int(str(articles)), len(held_out), calibration)
