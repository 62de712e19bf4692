"""A whole store put into an empty database, part by part: whoever is stopped on the way goes on where it was.

While it lasts a row of ``soi_about`` says so: no server opens the database or writes to it.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

from sqlalchemy import Connection

from server.errors import MovedWrong, NotEmpty
from server.store.engine.memory import Op
from server.store.sql_engine import views
from server.store.sql_engine.storage import SqlStorage
from server.store.sql_engine.tables import ABOUT, FILLING_ROW
from server.store.sql_engine.transactions import count, locked
from server.store.work import Progress, StoreContent, Tables

_A_PART = 1_000
"""Documents of one transaction."""


def fill(
    storage: SqlStorage, content: StoreContent, local: frozenset[str], progress: Progress | None = None
) -> None:
    """Make ``content`` what the database holds. Raises NotEmpty, MovedWrong; ``local`` tables of before are no obstacle."""
    _begin(storage, local)
    total, done = sum(map(len, content.tables.values())), 0
    for name, ids in _parts(content.tables):
        with storage.writing() as connection:
            locked(connection)
            storage.write(connection, _missing(connection, content.tables, name, ids))
        done += len(ids)
        if progress is not None:
            progress(done, total)
    _end(storage, content)


def _begin(storage: SqlStorage, local: frozenset[str]) -> None:
    with storage.writing() as connection:
        if FILLING_ROW in locked(connection):
            return
        if any(name not in local for name in views.counts(connection)):
            raise NotEmpty
        connection.execute(ABOUT.insert().values(name=FILLING_ROW, value=1))
        count(connection)  # a server's write that waits here stands on a write before, and comes to nothing


def _parts(tables: Tables) -> Iterator[tuple[str, tuple[int, ...]]]:
    for name, documents in tables.items():
        rest = iter(sorted(map(int, documents)))
        while ids := tuple(islice(rest, _A_PART)):
            yield name, ids


def _missing(connection: Connection, tables: Tables, name: str, ids: tuple[int, ...]) -> list[Op]:
    """What of a part is not there yet, or is another than now."""
    there = views.SqlView(connection).get_many(name, ids)
    wanted = tables[name]
    return [(name, doc_id, wanted[str(doc_id)]) for doc_id in ids if there.get(doc_id) != wanted[str(doc_id)]]


def _end(storage: SqlStorage, content: StoreContent) -> None:
    """Drop what is not in the store any more since an earlier try, compare the whole, and open the database."""
    with storage.writing() as connection:
        locked(connection)
        there = views.all_ids(connection)
        gone: list[Op] = [
            (name, doc_id, None) for name, doc_id in there if str(doc_id) not in content.tables.get(name, {})
        ]
        storage.write(connection, gone)
        views.note_ids(connection, content.last_ids)
        if views.all_tables(connection) != content.tables:
            raise MovedWrong
        connection.execute(ABOUT.delete().where(ABOUT.c.name == FILLING_ROW))
    storage.compact()
