"""Cases in databases as the command line uses them: opened for a command, asked in part, copied."""

from __future__ import annotations

import getpass
from collections.abc import Sequence
from pathlib import Path

import click

from attribution.audit import RULES, AuditConfig, audit
from attribution.overwriting import there_already
from evidence.case import SECTIONS, Case
from evidence.casefile import RecordStream, stream_case
from evidence.findings import Finding
from evidence.lookup import record_meant
from evidence.model import Record
from evidence.store import Author, Store, open_store
from graphs.build import build


def opened(location: str, *, create: bool = False) -> Store:
    """Open a store that is closed when the command has ended.

    Raises:
        ClaimtrailError: If there is no case, or it cannot be opened.
    """
    store = open_store(location, create=create)
    context = click.get_current_context(silent=True)
    if context is not None:
        context.call_on_close(store.close)
    return store


def part_about(location: str, words: str) -> tuple[Case, Record, list[Finding]]:
    """The record of a store that a person means, with all there is to say about it.

    Returns:
        The part of the case around the record, the record, and what an audit finds in that part by
        the rules that look at one claim at a time.

    Raises:
        UnknownIdError: If there is no such record, or there are several.
    """
    store = opened(location)
    record = record_meant(store.case(), words)
    part = store.about(record)
    of_cases = tuple(rule.code for rule in RULES if rule.checks("of_case"))
    return part, record, audit(part, build(part), AuditConfig(ignore=of_cases))


def part_affected(location: str, words: Sequence[str]) -> tuple[Case, list[Record], int]:
    """The part of a store that may change if the records that a person means are withdrawn.

    Returns:
        The part, the records, and how many claims the whole case has.

    Raises:
        UnknownIdError: If there is no such record, or there are several.
    """
    store = opened(location)
    case = store.case()
    records = [record_meant(case, each) for each in words]
    return store.affected_by(records), records, len(case.claims)


def put_stored(case: Case, location: str, *, known: Case | None, force: bool) -> None:
    """Write a case into a store; never over another case without being told to.

    Args:
        case: The case.
        location: Where the store is; it is made where there is none.
        known: The case that the store held and that `case` comes from; None where it is new.
        force: Whether another case may be replaced.

    Raises:
        ClaimtrailError: If the store holds another case that may not be replaced.
    """
    store = opened(location, create=True)
    if known is not None and _holds_all(case, known) and case.description == known.description:
        store.add(case.records(), title=case.title, author=author())
    elif store.case() != case:
        if known is None and not force and _is_used(store):
            raise there_already(store.name)
        store.replace(
            case.records(), title=case.title, description=case.description, author=author()
        )


def copy_case(source: str, out: str, *, from_store: bool, force: bool) -> None:
    """Copy a case into a store record by record, so that it need not fit into memory.

    Only JSON Lines files and stores are read that way; of other files the whole case is in memory.

    Raises:
        ClaimtrailError: If `source` is no case, or `out` holds another that may not be replaced.
    """
    store = opened(out, create=True)
    if not force and _is_used(store):
        if store.holds(_streamed(source, from_store).records):
            return
        raise there_already(store.name)
    new = _streamed(source, from_store)
    store.replace(new.records, title=new.title, description=new.description, author=author())


def _streamed(source: str, from_store: bool) -> RecordStream:
    if not from_store:
        return stream_case(Path(source))
    case = opened(source).case()
    return RecordStream(case.title, case.description, case.records())


def author() -> Author:
    """The command that runs, and the name by which its user is logged in."""
    context = click.get_current_context(silent=True)
    command = f"claimtrail {context.info_name}" if context is not None else None
    return Author(command, _user())


def _user() -> str | None:
    try:
        return getpass.getuser()
    except (KeyError, OSError):
        return None  # a user without a name, as in some containers


def _holds_all(case: Case, known: Case) -> bool:
    return all(
        record_id in getattr(case, section)
        for section in SECTIONS
        for record_id in getattr(known, section)
    )


def _is_used(store: Store) -> bool:
    return any(True for _ in store.log())
