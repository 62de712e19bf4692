"""What the class of a resource stands on: the database, the changes that are told, and the clock."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import TypeVar

from server.store.changes import ChangeKind, ChangeLog
from server.store.work import Database, Plan, View

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Access:
    """Shared by the resources of one store."""

    database: Database
    changes: ChangeLog
    now: Callable[[], datetime]


class Resource:
    """The base of every class of ``rules/``. Its methods may be called from any thread."""

    def __init__(self, access: Access) -> None:
        self._access = access

    def _read(self, look: Callable[[View], T]) -> T:
        with self._access.database.reading() as view:
            return look(view)

    def _write(self, plan: Plan[T]) -> T:
        return self._access.database.run(plan)

    def _now(self) -> datetime:
        return self._access.now()

    def _note(self, kind: ChangeKind, *usernames: str) -> None:
        self._access.changes.note(kind, *usernames)
