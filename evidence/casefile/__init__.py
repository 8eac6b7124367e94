"""Case files: a case as YAML, JSON or JSON Lines, without loss and in a stable order."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from evidence.atomic import open_atomically, write_atomically
from evidence.case import SECTIONS, Case
from evidence.casefile import jsontext, written, yamltext
from evidence.casefile.attached import attach_texts, keeps_text_apart, with_texts
from evidence.casefile.jsontext import RecordStream
from evidence.casefile.schema import case_schema
from evidence.errors import CaseFileError, ClaimtrailError
from evidence.findings import Place
from evidence.model import Record
from evidence.readers.decoding import decode
from evidence.trees import Path as TreePath
from evidence.trees import Problems, Tree
from evidence.yaml_reading import Positions, parse

__all__ = [
    "CASE_FORMATS",
    "CaseFormat",
    "RecordStream",
    "attach_texts",
    "case_schema",
    "dump_case",
    "dump_pieces",
    "format_of",
    "guess_format",
    "read_case",
    "read_case_text",
    "record_places",
    "stream_case",
    "update_case",
    "update_case_text",
    "write_case",
]


@dataclass(frozen=True)
class CaseFormat:
    """One way to write a case.

    Attributes:
        name: What users call it.
        suffixes: File name endings that mean it.
        load: Text to case; raises `Problems`.
        dump: Case, and which documents' texts to write, to text in one or more pieces.
    """

    name: str
    suffixes: tuple[str, ...]
    load: Callable[[str], Case]
    dump: Callable[[Case, Callable[[str], bool]], Iterable[str]]


def _load_yaml(text: str) -> Case:
    tree, positions = parse(text)
    try:
        return written.to_case(tree)
    except Problems as error:
        raise Problems(
            [((*_line_of(path, positions), *path), message) for path, message in error.problems]
        ) from None


def _line_of(path: TreePath, positions: Positions) -> TreePath:
    """The line of the innermost value on the way to `path` that stands in the file."""
    for length in range(len(path), -1, -1):
        if path[:length] in positions:
            return (f"line {positions[path[:length]][0]}",)
    return ()


CASE_FORMATS: list[CaseFormat] = [
    CaseFormat(
        "yaml",
        (".yaml", ".yml"),
        _load_yaml,
        lambda case, keep: [yamltext.dump(written.to_written(case, keep_text=keep))],
    ),
    CaseFormat(
        "json",
        (".json",),
        lambda text: written.to_case(jsontext.parse(text)),
        lambda case, keep: [jsontext.dump(written.to_written(case, keep_text=keep))],
    ),
    CaseFormat(
        "jsonl",
        (".jsonl",),
        lambda text: jsontext.from_lines(text.split("\n")),
        lambda case, _: jsontext.to_lines(case),
    ),
]
"""The formats, in the order in which help texts list them."""


def format_of(path: Path) -> CaseFormat:
    """The format that a file name asks for.

    Raises:
        ClaimtrailError: If its ending is that of no format.
    """
    for case_format in CASE_FORMATS:
        if path.suffix.lower() in case_format.suffixes:
            return case_format
    endings = ", ".join(s for f in CASE_FORMATS for s in f.suffixes)
    raise ClaimtrailError(
        f"{path}: no case file ends in {path.suffix!r}", hint=f"use one of {endings}"
    )


def named_format(name: str) -> CaseFormat:
    """The format of this name, such as "yaml".

    Raises:
        ClaimtrailError: If there is none.
    """
    for case_format in CASE_FORMATS:
        if case_format.name == name:
            return case_format
    names = ", ".join(f.name for f in CASE_FORMATS)
    raise ClaimtrailError(f"unknown case format {name!r}", hint=f"choose one of {names}")


def guess_format(text: str) -> str:
    """The name of the format that a text is in, by how it begins."""
    first = text.lstrip("\ufeff \t\r\n").split("\n", 1)[0].rstrip()
    if not first.startswith("{"):
        return "yaml"
    return "jsonl" if first.endswith("}") and len(first) > 2 else "json"


def read_case_text(text: str, name: str, *, source: Path | str = "<text>") -> Case:
    """Read a case from a text in the format `name`; documents' files are not looked up.

    Raises:
        CaseFileError: With every problem and its place.
    """
    try:
        return named_format(name).load(text)
    except Problems as error:
        raise _as_case_file_error(source, error) from None


def _as_case_file_error(source: Path | str, error: Problems) -> CaseFileError:
    lines = [": ".join([*_dotted(path), message]) for path, message in error.problems]
    return CaseFileError(source, lines, hint="`claimtrail schema` prints what a case file may hold")


def _dotted(path: TreePath) -> list[str]:
    line = [str(p) for p in path[:1] if str(p).startswith("line ")]
    rest = ".".join(str(p) for p in path[len(line) :])
    return [*line, *([rest] if rest else [])]


def read_case(path: Path) -> Case:
    """Read a case file, and the texts of documents that are kept in files beside it.

    Raises:
        CaseFileError: If it cannot be read, with every problem and its place.
    """
    case_format = format_of(path)
    text = _text_of(path)
    case = read_case_text(text, case_format.name, source=path)
    return attach_texts(case, path)


def stream_case(path: Path) -> RecordStream:
    """Read a case file record by record; of formats other than JSON Lines, the whole file first.

    Raises:
        CaseFileError: If it cannot be read; the records raise it at their end, with every problem.
    """
    if format_of(path).name != "jsonl":
        case = read_case(path)
        return RecordStream(case.title, case.description, case.records())
    stream = jsontext.stream_lines(_lines_of(path))
    return replace(stream, records=with_texts(_explained(stream.records, path), path))


def _lines_of(path: Path) -> Iterator[str]:
    try:
        with path.open(encoding="utf-8-sig", newline="\n") as lines:
            yield from lines
    except OSError as error:
        raise _unreadable(path, error) from error
    except UnicodeDecodeError as error:
        raise _not_utf8(path, error) from error


def _explained(records: Iterator[Record], path: Path) -> Iterator[Record]:
    try:
        yield from records
    except Problems as error:
        raise _as_case_file_error(path, error) from None


def _text_of(path: Path) -> str:
    try:
        return decode(path.read_bytes())
    except OSError as error:
        raise _unreadable(path, error) from error
    except UnicodeDecodeError as error:
        raise _not_utf8(path, error) from error


def _unreadable(path: Path, error: OSError) -> CaseFileError:
    problem = f"cannot be read: {error.strerror}"
    return CaseFileError(path, [problem], hint="check the name and your rights")


def _not_utf8(path: Path, error: UnicodeDecodeError) -> CaseFileError:
    problem = f"is not UTF-8: {error.reason} at byte {error.start}"
    return CaseFileError(path, [problem], hint="save it as UTF-8")


def dump_case(case: Case, name: str) -> str:
    """Write a case, with the texts of all its documents, in the format `name`."""
    return "".join(dump_pieces(case, name))


def dump_pieces(case: Case, name: str) -> Iterable[str]:
    """What `dump_case` writes in pieces: of JSON Lines, line by line."""
    return named_format(name).dump(case, lambda _: True)


def write_case(case: Case, path: Path) -> None:
    """Write a case file, whole or not at all, in the format that its name asks for.

    The text of a document whose `file` holds exactly that text is left in that file.
    """
    pieces = format_of(path).dump(case, _keeping(case, path))
    with open_atomically(path) as stream:
        stream.writelines(piece.encode("utf-8") for piece in pieces)


def update_case(case: Case, path: Path) -> None:
    """Make the file at `path` hold `case`, keeping the comments and layout of a YAML file."""
    write_atomically(path, update_case_text(case, path, _text_of(path)))


def update_case_text(case: Case, path: Path, text: str) -> str:
    """The `text` of a case file at `path`, changed to hold `case`; comments of YAML are kept."""
    if format_of(path).name != "yaml":
        return "".join(format_of(path).dump(case, _keeping(case, path)))
    return yamltext.update(text, written.to_written(case, keep_text=_keeping(case, path)))


def _keeping(case: Case, path: Path) -> Callable[[str], bool]:
    apart = {d.id for d in case.documents.values() if keeps_text_apart(d, path)}
    return lambda document_id: document_id not in apart


def record_places(path: Path) -> dict[str, Place]:
    """Where each record stands in a YAML case file, by id; other formats give no places.

    Of records of several types that share an id, the first in the order of sections counts.
    """
    if format_of(path).name != "yaml":
        return {}
    tree, positions = parse(_text_of(path))
    case = written.to_case(tree)
    places = [positions[where] for _, _, where in written.expand(tree)]
    ids = [record.id for record in _in_written_order(tree, case)]
    known: dict[str, Place] = {}
    for record_id, (line, column) in zip(ids, places, strict=True):
        known.setdefault(record_id, Place(file=str(path), line=line, column=column))
    return known


def _in_written_order(tree: Tree, case: Case) -> list[Record]:
    iterators = {kind: iter(getattr(case, name).values()) for name, kind in SECTIONS.items()}
    return [next(iterators[kind]) for kind, _, _ in written.expand(tree)]
