"""What the rules of the store need of a database: documents in tables, found by id or index, changed as one unit.

The rules (creators.py, shortlist.py, history.py, erasing.py) are written against these two protocols, so that a store
on another database brings only its own ``Work`` and transactions.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Protocol

Doc = dict[str, Any]
Tables = dict[str, dict[str, Doc]]
"""Documents by table and by id; ids are texts there, as TinyDB has them."""

Progress = Callable[[int, int], None]
"""Told how many of how many documents are done, now and then."""


class View(Protocol):
    """Documents to read."""

    def get(self, table: str, doc_id: int) -> Doc | None:
        """One document, not to be changed."""

    def find(self, table: str, index: str, value: Any) -> list[int]:
        """Ids of the documents that an index has under ``value``, oldest first."""

    def last_id(self, table: str) -> int:
        """The highest id given so far; 0 before the first."""

    def ids(self, table: str) -> list[int]:
        """All ids, oldest first."""


class Work(View, Protocol):
    """Documents to read and change; the changes become durable together or not at all."""

    def put(self, table: str, doc_id: int, document: Doc) -> None:
        """Set a whole document, which must not be changed afterwards."""

    def insert(self, table: str, document: Doc) -> int:
        """Add a document under a new id, which is returned."""

    def delete(self, table: str, doc_id: int) -> None:
        """Remove a document if it is there."""
