"""Documents of one transaction to read, and the writing of what changed. Each method is at most one statement."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from sqlalchemy import (
    ARRAY,
    BigInteger,
    ColumnElement,
    Connection,
    Table,
    Text,
    and_,
    any_,
    bindparam,
    func,
    literal,
    or_,
    select,
    text,
)
from sqlalchemy.dialects import postgresql, sqlite

from server import own_json
from server.store.engine.frames import storable
from server.store.engine.memory import Indexes, Op
from server.store.sql_engine.statement import found_rows
from server.store.sql_engine.tables import DOCUMENTS, FOUND, LAST_IDS, METADATA
from server.store.work import Doc, Tables


class SqlView:
    """What a transaction sees. Nobody else changes it meanwhile, so what was read once is not asked for again."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._documents: dict[str, dict[int, Doc | None]] = {}
        self._found: dict[tuple[str, str], dict[str, list[int]]] = {}
        self._last_ids: dict[str, int] | None = None

    def get(self, table: str, doc_id: int) -> Doc | None:
        return self.get_many(table, [doc_id]).get(doc_id)

    def get_many(self, table: str, doc_ids: Iterable[int]) -> dict[int, Doc]:
        asked = list(doc_ids)
        known = self._documents.setdefault(table, {})
        if unknown := [doc_id for doc_id in asked if doc_id not in known and doc_id > 0]:
            query = select(DOCUMENTS.c.id, DOCUMENTS.c.body).where(
                DOCUMENTS.c.collection == table, among(self._connection, DOCUMENTS.c.id, unknown)
            )
            known.update(dict.fromkeys(unknown))
            known.update((doc_id, own_json.loads(body)) for doc_id, body in self._connection.execute(query))
        found = ((doc_id, known.get(doc_id)) for doc_id in asked)
        return {doc_id: document for doc_id, document in found if document is not None}

    def find(self, table: str, index: str, value: Any) -> list[int]:
        return self.find_many(table, index, [value])[value]

    def find_many(self, table: str, index: str, values: Iterable[Any]) -> dict[Any, list[int]]:
        asked = {value: _text(value) for value in values}
        known = self._found.setdefault((table, index), {})
        if unknown := [text for text in asked.values() if text not in known]:
            query = (
                select(FOUND.c.value, FOUND.c.id)
                .where(
                    FOUND.c.collection == table,
                    FOUND.c.name == index,
                    among(self._connection, FOUND.c.value, unknown),
                )
                .order_by(FOUND.c.id)
            )
            known.update((text, []) for text in unknown)
            for text, doc_id in self._connection.execute(query):
                known[text].append(doc_id)
        return {value: list(known[text]) for value, text in asked.items()}

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
        if self._last_ids is None:
            self._last_ids = last_ids(self._connection)
        return self._last_ids.get(table, 0)


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


def size(connection: Connection) -> int:
    """Bytes on the database's disk."""
    if connection.dialect.name == "postgresql":
        names = ", ".join(f"pg_total_relation_size('{name}')" for name in METADATA.tables)
        query = f"SELECT (SELECT sum(n) FROM unnest(ARRAY[{names}]) AS n)"  # noqa: S608 - names of our own tables
    else:
        query = "SELECT page_count * page_size FROM pragma_page_count(), pragma_page_size()"
    return int(connection.scalar(text(query)) or 0)


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
    """Make the changes in SQLite, in at most five statements, however many collections they are of.

    Raises BadField for what JSON cannot hold.
    """
    changed = {(name, doc_id): document for name, doc_id, document in ops}
    put = {key: document for key, document in changed.items() if document is not None}
    rows = [
        {"collection": name, "id": doc_id, "body": storable(document).decode()}
        for (name, doc_id), document in put.items()
    ]
    _delete(connection, FOUND, (key for key in changed if key[0] in indexes))
    _delete(connection, DOCUMENTS, changed.keys() - put.keys())
    if rows:
        _upsert(connection, DOCUMENTS, rows, "body")
        note_ids(connection, dict(sorted(put)))
    columns = [column.name for column in FOUND.columns]
    if found := [dict(zip(columns, row, strict=True)) for row in found_rows(put, indexes)]:
        connection.execute(FOUND.insert(), found)


def _delete(connection: Connection, table: Table, keys: Iterable[tuple[str, int]]) -> None:
    by_collection: dict[str, list[int]] = {}
    for name, doc_id in sorted(keys):
        by_collection.setdefault(name, []).append(doc_id)
    if by_collection:
        here = (
            and_(table.c.collection == name, among(connection, table.c.id, ids))
            for name, ids in by_collection.items()
        )
        connection.execute(table.delete().where(or_(*here)))


def note_ids(connection: Connection, given: Mapping[str, int]) -> None:
    """Never give an id up to these again."""
    if given:
        _upsert(
            connection, LAST_IDS, [{"collection": name, "id": last} for name, last in given.items()], "id"
        )


def _upsert(connection: Connection, table: Table, rows: list[dict[str, Any]], column: str) -> None:
    """``column`` gets its new value; a number only where that is higher."""
    is_postgresql = connection.dialect.name == "postgresql"
    insert = postgresql.insert(table) if is_postgresql else sqlite.insert(table)
    keys = [key.name for key in table.primary_key]
    new: ColumnElement[Any] = insert.excluded[column]
    if isinstance(table.c[column].type, BigInteger):
        new = (func.greatest if is_postgresql else func.max)(table.c[column], new)
    statement = insert.on_conflict_do_update(index_elements=keys, set_={column: new})
    connection.execute(statement.values({name: bindparam(name) for name in rows[0]}), rows)


def _text(value: Any) -> str:
    return own_json.dumps(value).decode()
