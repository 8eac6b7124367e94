from __future__ import annotations

import random
import subprocess
import sys
from pathlib import Path

import pytest

from attribution.extract.detection import Detection
from attribution.extract.trained.wordpiece import END, PADDING, START, UNKNOWN, WordPiece
from attribution.training.articles import Article, digest
from attribution.training.brat import read_annotations, read_collection
from attribution.training.rows import Roles, examples, rows
from attribution.training.vocabulary import trim

CHANCE = random.Random(1)  # noqa: S311 - no secret hangs on it
TEXT = "Ana said it was over.\nThe end came soon.\n"
SAID = Detection(source=((0, 3),), cue=((4, 8),), content=((9, 20),))
STANDOFF = """T1\tSource 0 3\tAna
T2\tCue 4 8\tsaid
T3\tContent 9 11;12 20\tit was over
T4\tAttribution 4 8\tsaid
E1\tAttribution:T4 Source:T1 Cue:T2 Content:T3
"""


@pytest.fixture
def wordpiece() -> WordPiece:
    plain = "ana said it was over the end came soon . she".split()
    return WordPiece([PADDING, UNKNOWN, START, END, *plain])


class TestBrat:
    def test_reads_roles_with_several_spans(self) -> None:
        (found,) = read_annotations(STANDOFF)
        assert found == Detection(((0, 3),), ((4, 8),), ((9, 11), (12, 20)))

    def test_survives_raw_newlines_inside_an_annotation(self) -> None:
        broken = STANDOFF.replace("it was over", "it was\nover\nT9 \tno annotation\n\n")
        assert read_annotations(broken) == read_annotations(STANDOFF)

    def test_joins_numbered_roles(self) -> None:
        more = STANDOFF.replace("Content:T3", "Content:T3 Source2:T5") + "T5\tSource 21 24\tThe\n"
        assert read_annotations(more)[0].source == ((0, 3), (21, 24))

    def test_leaves_out_what_has_no_cue_and_what_leads_nowhere(self) -> None:
        assert read_annotations("T1\tSource 0 3\tAna\nE1\tAttribution:T7 Source:T1\n") == ()
        assert read_annotations("E1\tAttribution:T7 Cue:T9\n") == ()
        assert read_annotations("") == ()

    def test_reads_a_collection(self, tmp_path: Path) -> None:
        for name in ("text", "attributions"):
            (tmp_path / name).mkdir()
        for name in ("b", "a", "unannotated"):
            (tmp_path / "text" / f"{name}.txt").write_bytes(b"Ana said\r\nit.")
        (tmp_path / "attributions" / "a_0a1b.ann").write_text(STANDOFF, encoding="utf-8")
        (tmp_path / "attributions" / "a_9fff.ann").write_text("", encoding="utf-8")
        (tmp_path / "attributions" / "b_0a1b.ann").write_text("", encoding="utf-8")
        found = read_collection(tmp_path)
        assert [(a.id, len(a.attributions)) for a in found] == [("a", 1), ("b", 0)]
        assert found[0].text == "Ana said\r\nit."


class TestRows:
    def test_an_attribution_lands_in_the_window_of_its_cue(self, wordpiece: WordPiece) -> None:
        ((first, second),) = examples([Article("x", TEXT, (SAID,))], wordpiece)
        assert first.attributions == [Roles(source=(0,), cue=(1,), content=(2, 3, 4))]
        assert second.attributions == []

    def test_labels(self, wordpiece: WordPiece) -> None:
        ((first, _),) = examples([Article("x", TEXT, (SAID,))], wordpiece)
        assert first.flat_labels() == [1, 3, 5, 6, 6, 0]
        assert first.role_labels(first.attributions[0]) == [1, 2, 3, 3, 3, 0]

    def test_the_lexicon_is_counted_without_the_article_itself(self, wordpiece: WordPiece) -> None:
        other = "She said the end.\n"
        told = examples([Article("x", TEXT, (SAID,)), Article("y", other, ())], wordpiece)
        assert [example.lexicon for example in told[1]] == [[1]]
        alone = examples([Article("y", TEXT + other, (SAID,))], wordpiece)
        assert all(example.lexicon == [] for (example, *_) in alone)

    def test_the_nearest_candidate_claims_an_attribution(self, wordpiece: WordPiece) -> None:
        ((first, _),) = examples([Article("x", TEXT, (SAID,))], wordpiece)
        made = rows(first, [(0, 1), (4,), (5,)], CHANCE)
        assert [row.is_cue for row in made] == [True, False, False]
        assert made[0].anchor in {(1,), (0, 1)}
        assert [row.roles for row in made[1:]] == [None, None]

    def test_a_second_candidate_on_one_cue_is_no_cue(self, wordpiece: WordPiece) -> None:
        long = Detection(((0, 3),), ((4, 11),), ((12, 20),))
        ((first, _),) = examples([Article("x", TEXT, (long,))], wordpiece)
        made = rows(first, [(1,), (2,)], CHANCE)
        assert [(row.is_cue, row.roles) for row in made] == [
            (True, first.attributions[0]),
            (False, first.attributions[0]),
        ]


def test_the_digest_depends_on_texts_and_spans_but_not_on_order() -> None:
    one, two = Article("1", "a", ()), Article("2", TEXT, (SAID,))
    assert digest([one, two]) == digest([two, one])
    assert digest([one, two]) != digest([one, Article("2", TEXT, ())])


def test_trimming_keeps_what_the_articles_use_and_then_the_most_frequent() -> None:
    base = [PADDING, "[unused0]", UNKNOWN, START, END, "の", "the", "a", "said", "zebra"]
    kept = trim(base, [Article("x", "zebra の", ())], size=7)
    assert kept == [PADDING, UNKNOWN, START, END, "の", "the", "zebra"]


def test_without_the_extra_the_message_says_what_to_install() -> None:
    code = (
        "import sys; sys.modules['torch'] = None\n"
        "from evidence.errors import MissingExtraError\n"
        "try:\n    import attribution.training.train\n"
        "except MissingExtraError as error:\n    print(error.hint)\n"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert "pip install 'claimtrail[train]'" in done.stdout


@pytest.fixture(scope="module")
def folders(tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    """Two models trained alike on a toy collection."""
    for package in ("torch", "onnx", "safetensors"):
        pytest.importorskip(package, reason="the extra train is not installed")
    from attribution.training.fit import Settings
    from attribution.training.teaching import Teaching
    from attribution.training.train import train

    articles = [Article(str(n), TEXT, (SAID,)) for n in range(6)]
    made = [tmp_path_factory.mktemp(name) for name in ("one", "two")]
    for folder in made:
        settings, teachings = [Settings(epochs=2, warm_up=2)], [Teaching(steps=4, warm_up=2)]
        train(articles, folder, settings=settings, teachings=teachings, held_out=2)
    return made


class TestTraining:
    """The whole way; needs the extra ``train``."""

    def test_the_result_is_a_detector(self, folders: list[Path]) -> None:
        from attribution.extract.trained import TrainedDetector

        detector = TrainedDetector(folders[0], threshold=0.0)
        assert detector.version == "local"
        for found in detector.detect(TEXT):
            assert all(end <= len(TEXT) for _, end in found.content)

    def test_the_same_seed_gives_the_same_files(self, folders: list[Path]) -> None:
        for name in ("lower.onnx", "upper.onnx", "vocabulary.txt", "model.json"):
            assert (folders[0] / name).read_bytes() == (folders[1] / name).read_bytes()

    def test_too_few_articles_are_refused(self, tmp_path: Path) -> None:
        pytest.importorskip("torch", reason="the extra train is not installed")
        from attribution.training.train import train
        from evidence.errors import ClaimtrailError

        with pytest.raises(ClaimtrailError, match="hold out 50 of 1"):
            train([Article("x", TEXT, ())], tmp_path)
