"""What the class of a resource stands on: the database, the changes that are told, and the clock."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import datetime
from typing import TypeVar

from msgspec import Struct

from server.store.changes import ChangeLog
from server.store.work import Database, Plan, Told, UnitOfWork, View

T = TypeVar("T")


class Access(Struct, frozen=True):
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

    def _write(self, plan: Plan[T], tell: Callable[[T], Iterable[Told]] = lambda _: ()) -> T:
        """Commit, and tell what changed, by ``tell`` of the result: other servers learn it with the commit."""

        def telling(work: UnitOfWork) -> T:
            result = plan(work)
            work.tell(tell(result))
            return result

        result = self._access.database.run(telling)
        self._access.changes.note(tell(result))
        return result

    def _now(self) -> datetime:
        return self._access.now()
