"""Cases of several people: read for a merge or a comparison, and put in one place."""

from __future__ import annotations

from pathlib import Path

from attribution.case_input import STANDARD, case_at, is_store, put_case, text_at
from evidence.atomic import write_atomically
from evidence.case import Case
from evidence.casefile import attach_texts, format_of, read_case_text, update_case_text
from evidence.errors import ClaimtrailError
from evidence.formats import Content, guess_format, import_content
from evidence.merging import Merged, merge


def merged_case(ours: str, theirs: str, base: str | None, kept_at: str | None) -> Merged:
    """Merge two cases as the command line names them.

    Args:
        ours: The case whose version is kept where both conflict.
        theirs: The other case.
        base: The case that both were made from; None where there is none. An empty file is none:
            version control gives one where both sides added the case.
        kept_at: Where the case is kept, where the files have names that do not tell.

    Raises:
        ClaimtrailError: If one of them cannot be read as a case.
    """
    known = base is not None and (kept_at is None or bool(text_at(base).strip()))
    old = _version(base, kept_at) if base is not None and known else None
    names = (ours, theirs) if kept_at is None else (f"our {kept_at}", f"their {kept_at}")
    return merge(_version(ours, kept_at), _version(theirs, kept_at), base=old, names=names)


def _version(name: str, kept_at: str | None) -> Case:
    if kept_at is None:
        return case_at(name)
    path = Path(kept_at)
    return attach_texts(read_case_text(text_at(name), format_of(path).name, source=name), path)


def put_merged(
    case: Case, out: str, format_name: str, *, ours: str, kept_at: str | None, force: bool
) -> None:
    """Write a merged case; where it takes the place of `ours`, the comments of that are kept.

    Raises:
        ClaimtrailError: If `out` holds another case and may not be replaced.
    """
    if kept_at is not None:
        write_atomically(Path(out), update_case_text(case, Path(kept_at), text_at(ours)))
    else:
        known = case if out == ours and out != STANDARD else None
        put_case(case, out, format_name, known=known, force=force)


def compared_case(name: str, kept_at: str | None = None) -> Case:
    """The case `name`, or what a file of another format holds.

    Args:
        name: As the command line names it.
        kept_at: Where the case is kept, where the file has a name that does not tell.

    Raises:
        ClaimtrailError: If it is neither; the message says what is wrong with it.
    """
    path = Path(name)
    if kept_at is not None:
        return _version(name, kept_at)
    if name == STANDARD or is_store(name) or not path.is_file():
        return case_at(name)
    content = Content(path.name, path.read_bytes())
    if guess_format(content) is None:
        return case_at(name)
    imported = import_content(content)
    if not imported.records:
        raise ClaimtrailError(f"{name}: {'; '.join(f.message for f in imported.findings)}")
    return Case.of(imported.records, title=imported.title, description=imported.description)
