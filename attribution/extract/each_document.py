"""One step of extraction for each of many documents, in this process or in several."""

from __future__ import annotations

import pickle
from collections.abc import Callable, Iterator, Sequence
from functools import lru_cache
from typing import TypeVar

from attribution.extract.detection import Detector
from evidence.model import Document

_T = TypeVar("_T")
Step = Callable[[Document, Detector], _T]


def each_document(
    step: Step[_T],
    documents: Sequence[Document],
    detector: Detector,
    *,
    jobs: int = 1,
    progress: Callable[[Document], object] = lambda _: None,
) -> Iterator[_T]:
    """Do one step for each document.

    Several processes are run by joblib, so that a back end registered there (Dask, Ray) takes the
    work to other machines: ``with joblib.parallel_config(backend="dask"): ...``.

    Args:
        step: A function of a module, so that other processes find it.
        documents: Any number.
        detector: Sent to each process once; must be picklable where there are several.
        jobs: Number of processes; 1 stays in this one.
        progress: Called with each document when it is its turn.

    Yields:
        The results in the order of the documents; they do not depend on `jobs`.
    """
    if jobs == 1 or len(documents) < 2:
        for document in documents:
            progress(document)
            yield step(document, detector)
        return
    for document, result in zip(documents, _apart(step, documents, detector, jobs), strict=True):
        progress(document)
        yield result


def _apart(
    step: Step[_T], documents: Sequence[Document], detector: Detector, jobs: int
) -> Iterator[_T]:
    # Imported here: only who asks for several processes waits for it.
    from joblib import Parallel, delayed

    packed = pickle.dumps(detector)
    tasks = (delayed(_there)(step, document, packed) for document in documents)
    results: Iterator[_T] = Parallel(n_jobs=jobs, return_as="generator")(tasks)
    return results


def _there(step: Step[_T], document: Document, packed: bytes) -> _T:
    return step(document, _unpacked(packed))


@lru_cache(maxsize=1)
def _unpacked(packed: bytes) -> Detector:
    """The detector of this process: it is made, and its model loaded, once and not per document."""
    detector: Detector = pickle.loads(packed)  # noqa: S301 - packed by the process that asks
    return detector
