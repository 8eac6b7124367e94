"""Bringing the tables of a case from the version of an earlier claimtrail to that of this one."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from sqlalchemy import Connection, select, update

from evidence.store.database import Database
from evidence.store.schema import ABOUT, SCHEMA_VERSION

Step = Callable[[Connection], None]

STEPS: Mapping[int, Step] = {}
"""For each version of the tables, what brings them to the next one.

A step changes tables and never records, so that the hashes in the log hold.
"""


def migrate(database: Database) -> None:
    """Take every step from the version of the tables to this one, in one transaction."""
    with database.writing() as connection:
        version = connection.execute(select(ABOUT.c.version)).scalar_one()
        while version < SCHEMA_VERSION:
            STEPS[version](connection)
            version += 1
        connection.execute(update(ABOUT).values(version=version))
