"""Documents whose text is kept in a file beside the case file."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from evidence.case import Case
from evidence.errors import CaseFileError
from evidence.model import Document
from evidence.readers import read_file


def attach_texts(case: Case, path: Path) -> Case:
    """Fill in the text of each document that has a `file` and no `text`.

    Args:
        case: The case as written.
        path: The case file; documents' files are relative to its folder and must lie inside it.

    Raises:
        CaseFileError: Naming every file that is missing, outside the folder or unreadable.
    """
    problems: list[str] = []
    documents = dict(case.documents)
    for document in case.documents.values():
        if document.file is None or document.text is not None:
            continue
        try:
            text = _text_in(document.file, path)
        except ValueError as error:
            problems.append(f"documents.{document.id}.file: {error}")
            continue
        documents[document.id] = document.model_copy(update={"text": text})
    if problems:
        raise CaseFileError(path, problems, hint="keep the files beside the case file")
    return replace(case, documents=documents)


def keeps_text_apart(document: Document, path: Path) -> bool:
    """Whether the document's `file`, beside the case file `path`, holds exactly its text."""
    if document.file is None or document.text is None:
        return False
    try:
        return _text_in(document.file, path) == document.text
    except ValueError:
        return False


def _text_in(file: str, path: Path) -> str:
    folder = path.parent.resolve()
    place = (folder / file).resolve()
    if not place.is_relative_to(folder):
        raise ValueError(f"{file!r} lies outside the folder of the case file")
    intake = read_file(place)
    if not intake.documents:
        raise ValueError("; ".join(f.message for f in intake.findings))
    return intake.documents[0].text or ""
