"""Documents of one transaction to read, and the writing of what changed. Each method is one statement."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from sqlalchemy import (
    ARRAY,
    BigInteger,
    ColumnElement,
    Connection,
    Text,
    any_,
    bindparam,
    func,
    literal,
    select,
)
from sqlalchemy.dialects import postgresql, sqlite

from server import own_json
from server.store.engine.frames import storable
from server.store.engine.memory import Indexes, Op
from server.store.sql_engine.tables import DOCUMENTS, FOUND, LAST_IDS
from server.store.work import Doc, Tables


class SqlView:
    """What a transaction sees."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def get(self, table: str, doc_id: int) -> Doc | None:
        return self.get_many(table, [doc_id]).get(doc_id)

    def get_many(self, table: str, doc_ids: Iterable[int]) -> dict[int, Doc]:
        asked = list(doc_ids)
        if not asked:
            return {}
        query = select(DOCUMENTS.c.id, DOCUMENTS.c.body).where(
            DOCUMENTS.c.collection == table, among(self._connection, DOCUMENTS.c.id, asked)
        )
        found = dict(self._connection.execute(query).all())
        return {doc_id: own_json.loads(found[doc_id]) for doc_id in asked if doc_id in found}

    def find(self, table: str, index: str, value: Any) -> list[int]:
        return self.find_many(table, index, [value])[value]

    def find_many(self, table: str, index: str, values: Iterable[Any]) -> dict[Any, list[int]]:
        asked = list(values)
        found: dict[str, list[int]] = {_text(value): [] for value in asked}
        if found:
            query = (
                select(FOUND.c.value, FOUND.c.id)
                .where(
                    FOUND.c.collection == table,
                    FOUND.c.name == index,
                    among(self._connection, FOUND.c.value, list(found)),
                )
                .order_by(FOUND.c.id)
            )
            for text, doc_id in self._connection.execute(query):
                found[text].append(doc_id)
        return {value: found[_text(value)] for value in asked}

    def newest(self, table: str, limit: int | None = None, offset: int = 0) -> list[int]:
        query = select(DOCUMENTS.c.id).where(DOCUMENTS.c.collection == table).order_by(DOCUMENTS.c.id.desc())
        if limit is not None:
            query = query.limit(limit)
        elif offset:
            query = query.limit(2**62)  # SQLite takes an offset only behind a limit
        return list(self._connection.scalars(query.offset(offset) if offset else query))

    def ids(self, table: str) -> list[int]:
        query = select(DOCUMENTS.c.id).where(DOCUMENTS.c.collection == table).order_by(DOCUMENTS.c.id)
        return list(self._connection.scalars(query))

    def last_id(self, table: str) -> int:
        return self._connection.scalar(select(LAST_IDS.c.id).where(LAST_IDS.c.collection == table)) or 0


def among(connection: Connection, column: ColumnElement[Any], values: list[Any]) -> ColumnElement[bool]:
    """``column`` is one of ``values``, which are one parameter however many they are."""
    if connection.dialect.name == "postgresql":
        kind = BigInteger() if isinstance(values[0], int) else Text()
        return column == any_(literal(values, ARRAY(kind)))
    listed = func.json_each(own_json.dumps(values).decode()).table_valued("value")
    return column.in_(select(listed.c.value))


def all_tables(connection: Connection) -> Tables:
    """Every document."""
    tables: Tables = {}
    query = select(DOCUMENTS.c.collection, DOCUMENTS.c.id, DOCUMENTS.c.body)
    for name, doc_id, body in connection.execute(query.order_by(DOCUMENTS.c.collection, DOCUMENTS.c.id)):
        tables.setdefault(name, {})[str(doc_id)] = own_json.loads(body)
    return tables


def all_ids(connection: Connection) -> list[tuple[str, int]]:
    """Collection and id of every document."""
    return [
        (name, doc_id) for name, doc_id in connection.execute(select(DOCUMENTS.c.collection, DOCUMENTS.c.id))
    ]


def counts(connection: Connection) -> dict[str, int]:
    """How many documents each collection has."""
    query = select(DOCUMENTS.c.collection, func.count()).group_by(DOCUMENTS.c.collection)
    return dict(connection.execute(query).all())


def last_ids(connection: Connection) -> dict[str, int]:
    """The highest id given so far, by collection."""
    return dict(connection.execute(select(LAST_IDS.c.collection, LAST_IDS.c.id)).all())


def differences(before: Tables, after: Tables) -> list[Op]:
    """What leads from one to the other."""
    ops: list[Op] = []
    for name in {*before, *after}:
        old, new = before.get(name, {}), after.get(name, {})
        ops += [(name, int(doc_id), None) for doc_id in old if doc_id not in new]
        ops += [
            (name, int(doc_id), document) for doc_id, document in new.items() if old.get(doc_id) != document
        ]
    return ops


def write(connection: Connection, ops: Iterable[Op], indexes: Indexes) -> None:
    """Make the changes. Raises BadField for what JSON cannot hold."""
    by_table: dict[str, dict[int, Doc | None]] = {}
    for name, doc_id, document in ops:
        by_table.setdefault(name, {})[doc_id] = document
    for name, changed in by_table.items():
        _write_table(connection, name, changed, indexes.get(name, {}))


def _write_table(
    connection: Connection, name: str, changed: Mapping[int, Doc | None], indexes: Mapping[str, Any]
) -> None:
    """One collection, in at most five statements."""
    put = {doc_id: document for doc_id, document in changed.items() if document is not None}
    removed = [doc_id for doc_id, document in changed.items() if document is None]
    rows = [
        {"collection": name, "id": doc_id, "body": storable(document).decode()}
        for doc_id, document in put.items()
    ]
    found = {
        (index, _text(value), doc_id)
        for index, values_of in indexes.items()
        for doc_id, document in put.items()
        for value in values_of(document)
    }
    if indexes:
        here = among(connection, FOUND.c.id, list(changed))
        connection.execute(FOUND.delete().where(FOUND.c.collection == name, here))
    if removed:
        here = among(connection, DOCUMENTS.c.id, removed)
        connection.execute(DOCUMENTS.delete().where(DOCUMENTS.c.collection == name, here))
    if rows:
        _upsert(connection, DOCUMENTS, rows, "body")
        note_ids(connection, {name: max(put)})
    if found:
        found_rows = [
            {"collection": name, "name": index, "value": value, "id": doc_id}
            for index, value, doc_id in sorted(found)
        ]
        connection.execute(FOUND.insert(), found_rows)


def note_ids(connection: Connection, given: Mapping[str, int]) -> None:
    """Never give an id up to these again."""
    known = last_ids(connection)
    rows = [{"collection": name, "id": last} for name, last in given.items() if last > known.get(name, 0)]
    if rows:
        _upsert(connection, LAST_IDS, rows, "id")


def _upsert(connection: Connection, table: Any, rows: list[dict[str, Any]], column: str) -> None:
    is_postgresql = connection.dialect.name == "postgresql"
    insert = postgresql.insert(table) if is_postgresql else sqlite.insert(table)
    keys = [key.name for key in table.primary_key]
    statement = insert.on_conflict_do_update(index_elements=keys, set_={column: insert.excluded[column]})
    connection.execute(statement.values({name: bindparam(name) for name in rows[0]}), rows)


def _text(value: Any) -> str:
    return own_json.dumps(value).decode()
