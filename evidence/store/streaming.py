"""Rows of a query one after the other, a few of them in memory."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from sqlalchemy import Connection, Select


def streamed(connection: Connection, query: Select[Any], fetched: int) -> Iterator[Any]:
    """Yield the rows of a query, fetched so many at a time; to stop early leaves nothing open."""
    with connection.execute(query, execution_options={"yield_per": fetched}) as rows:
        yield from rows
