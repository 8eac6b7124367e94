"""How well an extractor finds attributions, on PolNeAR dev. Run as a script to print the tables.

    PYTHONPATH=tests python tests/evaluation/detection_figures.py [EXTRACTOR [MODEL]]

The figures come from the evaluator beside the data, so that every extractor is measured alike.
"""

from __future__ import annotations

import importlib.util
import sys
from collections import Counter, defaultdict
from dataclasses import dataclass
from types import ModuleType
from typing import Any

from shared_data import SHARED

from attribution.extract import Detector, detector_named
from attribution.extract.detection import Detection

ARTICLES = SHARED / "data" / "polnear"
ROLES = ("source", "cue", "content")


@dataclass(frozen=True)
class Figures:
    """What was found, against what people marked.

    Attributes:
        scores: Precision, recall and F1 by name of the measure.
        roles: How many words of each marked role (or none) got which role.
        fates: What became of the marked attributions.
    """

    scores: dict[str, tuple[float, float, float]]
    roles: Counter[tuple[str, str]]
    fates: Counter[str]

    def f1(self, name: str) -> float:
        """F1 of a measure, as a percentage."""
        return 100 * self.scores[name][2]

    def __str__(self) -> str:
        rows = [
            f"{name:24} {100 * p:6.1f} {100 * r:6.1f} {100 * f:6.1f}"
            for name, (p, r, f) in sorted(self.scores.items())
        ]
        kinds = (*ROLES, "none")
        table = [
            f"{gold:12}" + "".join(f"{self.roles[gold, found]:>9,}" for found in kinds)
            for gold in kinds
        ]
        fates = [f"{count:6} {fate}" for fate, count in self.fates.most_common()]
        head = "marked as \\ found as" + "".join(f"{kind:>9}" for kind in kinds)
        return "\n".join([*rows, "", head, *table, "", *fates])


def evaluator() -> ModuleType:
    """The evaluator of the shared data, which is no package."""
    path = SHARED / "tools" / "evaluate_attributions.py"
    spec = importlib.util.spec_from_file_location(path.stem, path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def measure(detector: Detector) -> Figures:
    """Measure a detector on PolNeAR dev."""
    tool = evaluator()
    counts: dict[str, Any] = defaultdict(lambda: [0, 0, 0])
    roles: Counter[tuple[str, str]] = Counter()
    fates: Counter[str] = Counter()
    for name, gold in sorted(tool.load_gold(str(ARTICLES), "dev").items()):
        text = tool.read_text(str(ARTICLES), "dev", name)
        found = [_spans(each) for each in detector.detect(text)]
        tool.score_article(counts, text, found, gold)
        tokens = tool.Tok(text)
        told, marked = (
            [{role: tokens.words(each[role]) for role in ROLES} for each in every]
            for every in (found, gold)
        )
        roles.update(_role_pairs(told, marked))
        fates.update(_fate(tool, each, told) for each in marked)
    return Figures({name: tool.prf(count) for name, count in counts.items()}, roles, fates)


def _spans(detection: Detection) -> dict[str, list[list[int]]]:
    return {role: [list(span) for span in getattr(detection, role)] for role in ROLES}


def _role_pairs(found: list[Any], gold: list[Any]) -> Counter[tuple[str, str]]:
    """The roles of each word as marked and as found; a cue counts before a source or content."""
    pairs: Counter[tuple[str, str]] = Counter()
    marked, told = _roles(gold), _roles(found)
    for word in marked.keys() | told.keys():
        pairs[marked.get(word, "none"), told.get(word, "none")] += 1
    return pairs


def _roles(attributions: list[Any]) -> dict[int, str]:
    return {
        word: role
        for role in ("content", "source", "cue")
        for attribution in attributions
        for word in attribution[role]
    }


def _fate(tool: ModuleType, gold: Any, found: list[Any]) -> str:
    """What became of one marked attribution."""
    near = [each for each in found if each["cue"] & gold["cue"]]
    if not near:
        return "cue not found"
    best = max(near, key=lambda each: sum(tool.dice(each[r], gold[r]) for r in ROLES))
    if all(best[role] == gold[role] for role in ROLES):
        return "found, every word"
    wrong = [role for role in ("source", "content") if tool.dice(best[role], gold[role]) < 0.5]
    return f"found, but another {' and '.join(wrong)}" if wrong else "found, other words at an end"


def main(name: str = "trained", model: str | None = None) -> None:
    """Print the figures of one extractor."""
    sys.stdout.write(f"{measure(detector_named(name, model=model))}\n")


if __name__ == "__main__":
    main(*sys.argv[1:])
