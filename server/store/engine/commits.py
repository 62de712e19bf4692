"""Group commit: writers that wait for the disk together share one write to it."""

from __future__ import annotations

import threading
from collections import deque
from collections.abc import Callable, Iterator
from typing import Any, Generic, TypeVar, cast

from server.errors import Busy
from server.store.engine.memory import Changeset
from server.store.work import Plan

T = TypeVar("T")


class _Waiting(Generic[T]):
    """One writer and its outcome."""

    def __init__(self, plan: Plan[T]) -> None:
        self.plan = plan
        self.finished = False
        self.result: T | None = None
        self.error: BaseException | None = None


class GroupCommit:
    """Runs plans one after the other, each seeing the ones before it, and commits those that waited together."""

    def __init__(
        self,
        begin: Callable[[], Changeset],
        check: Callable[[Changeset], bytes],
        commit: Callable[[Changeset, bytes | None], None],
        lock: threading.Lock | None = None,
    ) -> None:
        """``begin`` gives an empty changeset on the present state; ``commit`` returns when a changeset is durable.

        ``check`` gives a changeset as it is written, and raises for one that cannot be stored, so that it fails alone
        and not with its group; ``commit`` gets what it gave for a changeset that has no others beside it. ``lock``: of
        another one that changes the same state.
        """
        self._begin = begin
        self._check = check
        self._commit = commit
        self._queue: deque[_Waiting[Any]] = deque()
        self.lock = lock or threading.Lock()
        """Held while the state changes on the disk; also by whoever rewrites all of it."""

    def run(self, plan: Plan[T]) -> T:
        """Return the plan's result when its changes are durable."""
        mine = _Waiting(plan)
        self._queue.append(mine)
        with self.lock:
            if not mine.finished:  # else the writer before has committed it along with its own
                self._commit_queue()
        if mine.error is not None:
            raise mine.error
        return cast("T", mine.result)

    def _commit_queue(self) -> None:
        group: list[_Waiting[Any]] = []
        try:
            changeset = self._begin()
            written: list[bytes] = []
            for waiting in self._waiting():
                group.append(waiting)
                written += self._plan(waiting, changeset)
            self._commit(changeset, written[0] if len(written) == 1 else None)
        except BaseException as error:
            group = group or [*self._waiting()]  # nobody's turn came
            _fail(group, error if isinstance(error, Exception) else Busy())
            if not isinstance(error, Exception):
                raise
        finally:
            for waiting in group:
                waiting.finished = True

    def _waiting(self) -> Iterator[_Waiting[Any]]:
        while self._queue:
            yield self._queue.popleft()

    def _plan(self, waiting: _Waiting[Any], changeset: Changeset) -> tuple[bytes, ...]:
        """What the plan changed, as it is written; nothing where it failed."""
        own = changeset.child()
        try:
            waiting.result = waiting.plan(own)
            written = self._check(own)
        except Exception as error:  # noqa: BLE001 - carried to the thread that waits for it
            waiting.error = error
            return ()
        changeset.take(own)
        return (written,)


def _fail(group: list[_Waiting[Any]], error: Exception) -> None:
    for waiting in group:
        waiting.error = waiting.error or error
