"""Who and what was taken out for good, as numbers alone: by them each server clears the backups of its own data folder.

A number of a creator is given once, so it means nobody else later. A restore brings another numbering: what was taken out
after one says nothing of a backup from before it, which may have somebody else under that number.
"""

from __future__ import annotations

from collections.abc import Iterable
from itertools import takewhile

from msgspec import Struct
from sqlalchemy import Connection, select

from server.store.documents import CREATORS
from server.store.engine.memory import Op
from server.store.sql_engine.tables import GONE
from server.store.work import Cause


class TakenOut(Struct, frozen=True):
    """What one write took out."""

    sequence: int
    cause: Cause
    creator: int
    """0 where it was everybody."""


def note(connection: Connection, sequence: int | None, cause: Cause, ops: Iterable[Op]) -> None:
    """Written with the change itself, of which ``ops`` is; nothing where it has no number."""
    erased = sorted(doc_id for name, doc_id, document in ops if name == CREATORS and document is None)
    ids = erased if cause == "erased" else [0]
    if sequence is not None and ids:
        rows = [{"sequence": sequence, "cause": cause, "creator": creator} for creator in ids]
        connection.execute(GONE.insert(), rows)


def noted(connection: Connection) -> tuple[TakenOut, ...]:
    """All of it, oldest first."""
    query = select(GONE.c.sequence, GONE.c.cause, GONE.c.creator).order_by(GONE.c.sequence, GONE.c.creator)
    return tuple(TakenOut(*row) for row in connection.execute(query))


def out_of(gone: Iterable[TakenOut], sequence: int) -> frozenset[int] | None:
    """Whom a backup of write ``sequence`` must not hold any more; None: there is to be no such backup."""
    later = [one for one in gone if one.sequence > sequence]
    if any(one.cause == "wiped" for one in later):
        return None
    same_numbers = takewhile(lambda one: one.cause != "replaced", later)
    return frozenset(one.creator for one in same_numbers)
