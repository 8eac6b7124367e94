"""Cases in a database: SQLite in one file, or PostgreSQL by URL, with a log of every change."""

from __future__ import annotations

from evidence.store.changing import Author
from evidence.store.checking import UNREADABLE
from evidence.store.excerpts import Excerpt
from evidence.store.log import Deed, Entry
from evidence.store.opening import NoCaseError, open_store
from evidence.store.searching import Hit, Search
from evidence.store.store import Store
from evidence.store.unstored import search_case

__all__ = [
    "UNREADABLE",
    "Author",
    "Deed",
    "Entry",
    "Excerpt",
    "Hit",
    "NoCaseError",
    "Search",
    "Store",
    "open_store",
    "search_case",
]
