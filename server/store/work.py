"""What the rules of the store need of a database: documents in collections, found by id or index, changed as one unit.

Every class of ``rules/`` is written once against these protocols. A database (tinydb.py, sql.py) brings a
``View``, a ``UnitOfWork`` and a ``Database``; it knows the collections (collection.py) and no rule.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from contextlib import AbstractContextManager
from pathlib import Path
from typing import Any, Literal, Protocol, TypeVar

from msgspec import Struct

from server.store.reports import Backup, Erased, Notice, Restored, Stats, Wiped

T = TypeVar("T")
Doc = dict[str, Any]
Tables = dict[str, dict[str, Doc]]
"""Documents by collection and by id; ids are texts there, as TinyDB has them."""

ChangeKind = Literal[
    "entry", "check", "ruling", "outcome", "erased", "settings", "devices", "campaign", "members"
]
Told = tuple[ChangeKind, str | None]
"""Of what kind a change is, and of whom."""

Cause = Literal["erased", "replaced", "wiped"]
"""Why all documents are written anew."""
Progress = Callable[[int, int], None]
"""Told how many of how many documents are done, now and then."""
FIRST_SCHEMA = 1


class StoreContent(Struct, frozen=True):
    """All that a store keeps."""

    sequence: int
    """The number of a write; all up to it are in ``tables``."""
    tables: Tables
    last_ids: Mapping[str, int]
    """The highest id ever given, by collection."""
    is_whole: bool = True
    """Whether it passed the check of the whole."""


class View(Protocol):
    """Documents to read. All of one view are of one moment. A document is not to be changed."""

    def get(self, table: str, doc_id: int) -> Doc | None:
        """One document."""

    def get_many(self, table: str, doc_ids: Iterable[int]) -> dict[int, Doc]:
        """Those of the documents that are there, in the order that was asked for; one call to the database."""

    def find(self, table: str, index: str, value: Any) -> list[int]:
        """Ids of the documents that an index has under ``value``, oldest first."""

    def find_many(self, table: str, index: str, values: Iterable[Any]) -> dict[Any, list[int]]:
        """``find`` for every value, also for those with nothing under them; one call to the database."""

    def newest(self, table: str, limit: int | None = None, offset: int = 0) -> list[int]:
        """Ids, newest first: all, or ``limit`` of them after ``offset``."""

    def ids(self, table: str) -> list[int]:
        """All ids, oldest first."""

    def last_id(self, table: str) -> int:
        """The highest id given so far; 0 before the first."""


class UnitOfWork(View, Protocol):
    """Documents to read and change; the changes become durable together or not at all, and reads see them."""

    def put(self, table: str, doc_id: int, document: Doc) -> None:
        """Set a whole document, which must not be changed afterwards."""

    def insert(self, table: str, document: Doc) -> int:
        """Add a document under a new id, which is returned. No id is given twice, whatever became of its document."""

    def delete(self, table: str, doc_id: int) -> None:
        """Remove a document if it is there."""

    def tell(self, changes: Iterable[Told]) -> None:
        """What other servers are told of it, once it is durable."""


Plan = Callable[[UnitOfWork], T]
"""Reads the present state and puts its changes into the unit; whatever it raises reaches its caller alone.

It touches nothing but the unit: a database may drop what a plan did and run it again on a newer state.
"""


class Database(Protocol):
    """One store's database. Every call may come from any thread; any write may raise DiskFull, StorageReadonly or
    Busy, and then changed nothing; a write that returned is on the disk."""

    def reading(self) -> AbstractContextManager[View]:
        """A view, unchanged as long as the block lasts."""

    def run(self, plan: Plan[T]) -> T:
        """Commit what ``plan`` does and return its result when that is durable; all of it or nothing."""

    def try_out(self, plan: Plan[T]) -> T:
        """The result that ``run`` would give, or what it would raise for the plan; nothing changes."""

    def follow(self, heard: Callable[[Iterable[Told] | None], None]) -> None:
        """From now on ``heard`` is called, in a thread, with what other servers change; with None where some of it may
        have been missed. Where it is called again nothing happens."""

    def compact(self) -> None:
        """Leave no trace of what was removed or replaced."""

    def erase(self, username: str) -> Erased:
        """Remove a creator everywhere, Soi's own backups included (``Store.erase``)."""

    def backup(self, file: Path) -> None:
        """``Store.backup``."""

    def backups_kept(self) -> tuple[Backup, ...]:
        """``Store.backups``."""

    def keep_backup(self) -> tuple[Backup, bool]:
        """``Store.keep_backup``."""

    def backup_file(self, backup_id: str) -> bytes:
        """``Store.backup_file``."""

    def restore(self, source: Path | str | bytes) -> Restored:
        """``Store.restore``."""

    def tables_of(self, source: Path | str | bytes) -> Tables:
        """What a backup holds, whole and of today's schema. Nothing is changed."""

    def content(self) -> StoreContent:
        """Everything that is kept, this machine's own tables included, and whether it is whole."""

    def still(self) -> AbstractContextManager[object]:
        """Nobody writes, here or on another server, as long as the block lasts; reading goes on."""

    def fill(self, content: StoreContent, progress: Progress | None = None) -> None:
        """Put ``content`` into an empty database; a call that was stopped on the way is taken up by the next one."""

    def wipe(self, *, keep_devices: bool) -> Wiped:
        """``Store.wipe``."""

    def notice(self) -> Notice | None:
        """``Store.notice``."""

    def dismiss_notice(self) -> None:
        """``Store.dismiss_notice``."""

    def loose(self) -> Mapping[str, int]:
        """``Store.loose``."""

    def stats(self) -> Stats:
        """``Store.stats``."""

    def close(self) -> None:
        """Give everything back."""


def many(view: View, table: str, doc_ids: Sequence[int]) -> list[Doc]:
    """The documents that are there, in the order of their ids."""
    return list(view.get_many(table, doc_ids).values())
