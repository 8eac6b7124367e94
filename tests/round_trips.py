"""Cases written in a format and read again, alike for every format."""

from __future__ import annotations

from evidence.case import Case
from evidence.formats.content import Content
from evidence.formats.format import Format, Imported


def as_case(imported: Imported) -> Case:
    """The case that was read."""
    return Case.of(imported.records, title=imported.title, description=imported.description)


def written(form: Format, case: Case) -> bytes:
    """A case in a format that loses nothing of it."""
    assert form.write is not None
    exported = form.write(case)
    assert exported.findings == ()
    return exported.data


def read(form: Format, data: bytes) -> Imported:
    """What a file of a format holds."""
    assert form.read is not None
    return form.read(_file(form, data))


def is_recognised(form: Format, case: Case) -> bool:
    """Whether a case in a format is told to be in it."""
    return form.recognises(_file(form, written(form, case)))


def _file(form: Format, data: bytes) -> Content:
    return Content(f"case{form.suffixes[0]}", data)


def assert_comes_back(form: Format, case: Case) -> None:
    """See that a case comes back equal, and without a finding, and is written the same again."""
    data = written(form, case)
    imported = read(form, data)
    assert imported.findings == ()
    assert as_case(imported) == case
    assert written(form, as_case(imported)) == data
