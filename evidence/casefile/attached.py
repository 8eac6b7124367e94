"""Documents whose text is kept in a file beside the case file."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import TypeVar

from evidence.case import Case
from evidence.errors import CaseFileError
from evidence.model import Document, Record
from evidence.readers import IsolatedReader, read_file

R = TypeVar("R", bound=Record)

_BESIDE = "keep the files beside the case file, or where you are if it comes from standard input"


def attach_texts(case: Case, path: Path) -> Case:
    """Fill in the text of each document that has a `file` and no `text`.

    Args:
        case: The case as written.
        path: The case file; documents' files are relative to its folder and must lie inside it.

    Raises:
        CaseFileError: Naming every file that is missing, outside the folder or unreadable.
    """
    documents = {d.id: d for d in with_texts(case.documents.values(), path)}
    return replace(case, documents=documents)


def with_texts(records: Iterable[R], path: Path) -> Iterator[R]:
    """The records one by one, each document that has a `file` and no `text` with its text.

    Raises:
        CaseFileError: At the end, naming every file that is missing, outside the folder of the case
            file `path`, or unreadable.
    """
    problems: list[str] = []
    with IsolatedReader() as isolated:
        for record in records:
            if isinstance(record, Document) and record.file is not None and record.text is None:
                try:
                    text = _text_in(record.file, path, isolated)
                except ValueError as error:
                    problems.append(f"documents.{record.id}.file: {error}")
                else:
                    yield record.model_copy(update={"text": text})
            else:
                yield record
    if problems:
        raise CaseFileError(path, problems, hint=_BESIDE)


def keeps_text_apart(document: Document, path: Path) -> bool:
    """Whether the document's `file`, beside the case file `path`, holds exactly its text."""
    if document.file is None or document.text is None:
        return False
    try:
        return _text_in(document.file, path) == document.text
    except ValueError:
        return False


def _text_in(file: str, path: Path, isolated: IsolatedReader | None = None) -> str:
    folder = path.parent.resolve()
    place = (folder / file).resolve()
    if not place.is_relative_to(folder):
        raise ValueError(f"{file!r} lies outside the folder of the case file")
    intake = read_file(place, isolated=isolated)
    if not intake.documents:
        raise ValueError("; ".join(f.message for f in intake.findings))
    return intake.documents[0].text or ""
