"""The ledger of an import: what became of each object of a file, and what got lost on the way."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable

from pydantic import JsonValue, ValidationError

from evidence.findings import Finding, Place, Severity
from evidence.formats.format import Counts, Imported
from evidence.ids import content_id
from evidence.model import Kept, Record

REFUSED = "IMP002"
LOST = "IMP003"
CLASH = "IMP004"
MENDED = "IMP005"
LEADS_NOWHERE = "IMP006"
FORBIDDEN = "IMP007"

NAMED = 5
"""How many ids a finding names that stands for many; it says how many there are."""


class Ledger:
    """Gathers records and keeps account of every object; `close` strikes the balance.

    Call exactly one of `map`, `keep` and `refuse` for each object of the file, and `lose` for each
    property of a mapped object that has no counterpart.

    Args:
        format_name: Name of the format, written into kept records.
        file: The file's name, for findings.
    """

    def __init__(self, format_name: str, file: str) -> None:
        self._format = format_name
        self._file = file
        self._records: dict[tuple[type[Record], str], Record] = {}
        self._findings: list[Finding] = []
        self._grouped: dict[tuple[str, str, str], list[str]] = {}
        self._tally: Counter[str] = Counter()

    def map(self, records: Iterable[Record]) -> None:
        """One object became these records; equal records fuse."""
        self._tally["mapped"] += 1
        self.add(records)

    def take(self, which: str, records: Iterable[Record]) -> bool:
        """One object becomes the records that are made of it, or is refused where that fails.

        Args:
            which: The object, as in "objects[3]" or its id.
            records: Made while they are iterated; what is wrong is raised as ValueError, whose
                message continues "X ", KeyError or TypeError.

        Returns:
            Whether it was mapped.
        """
        try:
            made = list(records)
        except ValidationError as error:
            wrong = (
                f"{'.'.join(map(str, e['loc'])) or 'value'}: {e['msg']}" for e in error.errors()
            )
            self.refuse(which, f"is damaged: {'; '.join(wrong)}")
        except KeyError as error:
            self.refuse(which, f"lacks {error}")
        except TypeError as error:
            self.refuse(which, f"is damaged: {error}")
        except ValueError as error:
            self.refuse(which, str(error))
        else:
            self.map(made)
            return True
        return False

    def add(self, records: Iterable[Record]) -> None:
        """Take records that stand for no object of their own, such as shared documents.

        Where a record of the same type and id says something else, the first stands and the clash
        is a finding.
        """
        for record in records:
            known = self._records.setdefault((type(record), record.id), record)
            if known != record:
                self._clash(record)

    def keep(self, kind: str, data: dict[str, JsonValue], *, id: str | None = None) -> None:  # noqa: A002
        """One object has no counterpart and is kept as it was, under its own id where it has one.

        A second object under the id of another that differs gets a content hash for id.
        """
        self._tally["kept"] += 1
        own = id if id and len(id) <= 200 else content_id("k", self._format, kind, _stable(data))
        if (Kept, own) in self._records:
            own = content_id("k", self._format, kind, _stable(data))
        self._records[Kept, own] = Kept(id=own, format=self._format, kind=kind, data=data)

    def refuse(self, which: str, why: str, hint: str = "mend it in the file") -> None:
        """One object is damaged.

        Args:
            which: The object, as in "objects[3]" or its id.
            why: What is wrong, continuing "X ".
            hint: How to mend it.
        """
        self._tally["refused"] += 1
        self.find(REFUSED, Severity.ERROR, f"{which} {why}", ids=(which,), hint=hint)

    def violate(self, which: tuple[str, ...], why: str, *, certain: bool = True) -> None:
        """Objects that are taken over say together what their specification forbids.

        Args:
            which: The objects that take part, the one to mend first.
            why: What is wrong with the first, and which rule says so, continuing "X ".
            certain: Whether it is forbidden; otherwise it is only likely to be wrong.
        """
        severity = Severity.ERROR if certain else Severity.WARNING
        hint = "mend the file, if it is yours; nothing is left out for it"
        self.find(FORBIDDEN, severity, f"{which[0]} {why}", ids=which, hint=hint)

    def lose(self, kind: str, name: str, which: str) -> None:
        """The property `name` of the object `which` is not taken over; counted by kind."""
        self._grouped.setdefault((LOST, kind, name), []).append(which)

    def mend(self, what: str, which: str) -> None:
        """Something in the object `which` was read leniently; counted by `what`."""
        self._grouped.setdefault((MENDED, "", what), []).append(which)

    def dangle(self, what: str, which: str) -> None:
        """A reference of the object `which` leads out of the file; counted by `what`."""
        self._grouped.setdefault((LEADS_NOWHERE, "", what), []).append(which)

    def find(
        self,
        code: str,
        severity: Severity,
        message: str,
        *,
        ids: tuple[str, ...] = (),
        hint: str = "",
    ) -> None:
        """Add a finding about this file."""
        self._findings.append(
            Finding(
                code=code,
                severity=severity,
                message=message,
                ids=ids,
                hint=hint,
                place=Place(file=self._file),
            )
        )

    def holds(self, kind: type[Record], record_id: str) -> bool:
        """Whether a record of this type and id has been taken."""
        return (kind, record_id) in self._records

    def close(self, read: int, *, title: str = "", description: str = "") -> Imported:
        """Strike the balance.

        Args:
            read: Objects in the file, counted before any was looked at.
            title: What the file calls the whole.
            description: What the file says of the whole.

        Raises:
            ValueError: If an object is unaccounted for.
        """
        counts = Counts(read, self._tally["mapped"], self._tally["kept"], self._tally["refused"])
        for (code, kind, name), which in self._grouped.items():
            self._find_group(code, kind, name, which)
        return Imported(
            tuple(self._records.values()), tuple(self._findings), counts, title, description
        )

    def _find_group(self, code: str, kind: str, name: str, which: list[str]) -> None:
        named = tuple(dict.fromkeys(which))[:NAMED]
        times = f"{len(which):,} time{'s' if len(which) > 1 else ''}"
        message, severity, hint = {
            LOST: (
                f"{kind}: {name!r} has no counterpart and is not taken over ({times})",
                Severity.INFO,
                "keep the original file",
            ),
            MENDED: (f"{name} ({times})", Severity.INFO, "check that this is what was meant"),
            LEADS_NOWHERE: (
                f"{name} leads out of the file ({times})",
                Severity.WARNING,
                "import the file that holds it too",
            ),
        }[code]
        self.find(code, severity, message, ids=named, hint=hint)

    def _clash(self, record: Record) -> None:
        kind = type(record).__name__.lower()
        self.find(
            CLASH,
            Severity.WARNING,
            f"the {kind} {record.id!r} is there already and says something else; the first stands",
            ids=(record.id,),
            hint="give one of the two another id",
        )


def _stable(data: dict[str, JsonValue]) -> str:
    return json.dumps(data, sort_keys=True, ensure_ascii=False)
