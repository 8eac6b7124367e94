"""Reads a folder and tells what came of each file, how long it took, and how much memory.

Run as a program: the memory is that of this process and of those that it started.
"""

from __future__ import annotations

import json
import resource
import sys
import time
from itertools import pairwise
from pathlib import Path

from evidence.readers import Limits, read_documents


def measured(folder: Path, seconds: float) -> dict[str, object]:
    """Read the files of a folder in one go.

    Returns:
        For each file the time it took, how many documents it gave, and its findings; the greatest
        memory in bytes of this process, and of any that it started.
    """
    starts: list[tuple[str, float]] = []
    intake = read_documents(
        [str(folder)],
        limits=Limits(seconds=seconds),
        progress=lambda name: starts.append((str(name), time.monotonic())),
    )
    starts.append(("", time.monotonic()))
    files = {
        Path(name).name: {
            "seconds": stop - start,
            "documents": sum(
                d.filename == Path(name).name or name in str(d.captured) for d in intake.documents
            ),
            "findings": [
                f"{f.code} {f.message}"
                for f in intake.findings
                if f.place is not None and f.place.file.startswith(name)
            ],
        }
        for (name, start), (_, stop) in pairwise(starts)
    }
    peaks = (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)
    return {"files": files, "memory": [resource.getrusage(p).ru_maxrss * 1024 for p in peaks]}


if __name__ == "__main__":
    print(json.dumps(measured(Path(sys.argv[1]), float(sys.argv[2]))))
