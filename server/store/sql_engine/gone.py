"""Who and what was taken out for good, as numbers alone: by them each server clears the backups of its own data folder.

A number of a creator is given once, so it means nobody else later. A restore brings another numbering: what was taken out
after one says nothing of a backup from before it, which may have somebody else under that number.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import takewhile

from sqlalchemy import Connection, select

from server.store.sql_engine.tables import GONE
from server.store.work import Cause


@dataclass(frozen=True, slots=True)
class Gone:
    """What one write took out."""

    sequence: int
    cause: Cause
    creator: int
    """0 where it was everybody."""


def note(connection: Connection, sequence: int, cause: Cause, creators: Iterable[int]) -> None:
    """Written with the change itself."""
    ids = sorted(creators) if cause == "erased" else [0]
    if ids:
        rows = [{"sequence": sequence, "cause": cause, "creator": creator} for creator in ids]
        connection.execute(GONE.insert(), rows)


def noted(connection: Connection) -> tuple[Gone, ...]:
    """All of it, oldest first."""
    query = select(GONE.c.sequence, GONE.c.cause, GONE.c.creator).order_by(GONE.c.sequence, GONE.c.creator)
    return tuple(Gone(*row) for row in connection.execute(query))


def out_of(gone: Iterable[Gone], sequence: int) -> frozenset[int] | None:
    """Whom a backup of write ``sequence`` must not hold any more; None: there is to be no such backup."""
    later = [one for one in gone if one.sequence > sequence]
    if any(one.cause == "wiped" for one in later):
        return None
    same_numbers = takewhile(lambda one: one.cause != "replaced", later)
    return frozenset(one.creator for one in same_numbers)
