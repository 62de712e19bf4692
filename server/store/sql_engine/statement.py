"""A whole write as one statement of PostgreSQL: on another machine each statement is a wait.

The write takes its turn by the number of the write before it. Where that is another by now, nothing of it happens.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from sqlalchemy import Connection

from server import own_json
from server.store.engine.frames import storable
from server.store.engine.memory import Indexes, Op
from server.store.work import Told

_MOST = 7_900
"""Bytes; PostgreSQL refuses notices of 8,000. A longer one says only that all may be new."""
# No row of an index is deleted and inserted: the parts of one statement do not see each other.
WRITE = """
WITH turn AS (
  UPDATE soi_about SET value = value + 1
  WHERE name = 'sequence' AND value = coalesce(%(after)s::bigint, value) AND (%(after)s::bigint IS NULL OR NOT EXISTS (
    SELECT FROM soi_about WHERE name = 'filling' OR (name = 'schema' AND value > %(schema)s::bigint)))
  RETURNING value
), changed AS (
  SELECT turn.value AS sequence, k.collection, k.id, k.body
  FROM turn, unnest(%(collections)s::text[], %(ids)s::bigint[], %(bodies)s::text[]) AS k (collection, id, body)
), found AS (
  SELECT k.* FROM turn, unnest(%(found_in)s::text[], %(found_by)s::text[], %(found_under)s::text[],
    %(found_ids)s::bigint[]) AS k (collection, name, value, id)
), noted AS (
  INSERT INTO soi_changed (collection, id, sequence) SELECT collection, id, sequence FROM changed
  ON CONFLICT (collection, id) DO UPDATE SET sequence = excluded.sequence
), put AS (
  INSERT INTO soi_documents (collection, id, body) SELECT collection, id, body FROM changed WHERE body IS NOT NULL
  ON CONFLICT (collection, id) DO UPDATE SET body = excluded.body
), gone AS (
  DELETE FROM soi_documents d USING changed k
  WHERE k.body IS NULL AND d.collection = k.collection AND d.id = k.id
), unfound AS (
  DELETE FROM soi_found f USING changed k
  WHERE f.collection = k.collection AND f.id = k.id AND NOT EXISTS (SELECT FROM found n
    WHERE n.collection = f.collection AND n.name = f.name AND n.value = f.value AND n.id = f.id)
), newly_found AS (
  INSERT INTO soi_found (collection, name, value, id) SELECT collection, name, value, id FROM found
  ON CONFLICT DO NOTHING
), given AS (
  INSERT INTO soi_last_ids (collection, id)
  SELECT collection, max(id) FROM changed WHERE body IS NOT NULL GROUP BY collection
  ON CONFLICT (collection) DO UPDATE SET id = greatest(soi_last_ids.id, excluded.id)
), signed AS (
  INSERT INTO soi_servers (name, sequence) SELECT %(by)s, value FROM turn
  ON CONFLICT (name) DO UPDATE SET sequence = excluded.sequence
)
SELECT value, pg_notify('soi_' || md5(current_schema()), %(notice)s || value || '}') FROM turn
"""


def write(connection: Connection, values: Mapping[str, Any]) -> int | None:
    """Make the changes and tell other servers of them; gives the number of this write, None where nothing was done."""
    number: int | None = connection.exec_driver_sql(WRITE, dict(values)).scalar()
    return number


def values_of(
    ops: Iterable[Op],
    indexes: Indexes,
    *,
    by: str,
    told: Iterable[Told] | None,
    after: int | None,
    schema: int,
) -> dict[str, Any]:
    """What ``WRITE`` is given.

    ``after``: the write that the changes stand on; nothing is done where that was another one, where a newer Soi has changed
    the ``schema``, or where a store is being moved in. Without it the caller holds the writers' lock and has looked. Raises
    BadField for what JSON cannot hold.
    """
    changed = {(name, doc_id): document for name, doc_id, document in ops}
    keys = sorted(changed)
    bodies = [None if changed[key] is None else storable(changed[key]).decode() for key in keys]
    found = found_rows({key: doc for key, doc in changed.items() if doc is not None}, indexes)
    values: dict[str, Any] = {
        "after": after,
        "schema": schema,
        "by": by,
        "notice": _notice(by, told),
        "collections": [name for name, _ in keys],
        "ids": [doc_id for _, doc_id in keys],
        "bodies": bodies,
    }
    columns = ("found_in", "found_by", "found_under", "found_ids")
    return values | {column: [row[place] for row in found] for place, column in enumerate(columns)}


def found_rows(
    put: Mapping[tuple[str, int], dict[str, Any]], indexes: Indexes
) -> list[tuple[str, str, str, int]]:
    """Collection, index, value and id of all that the documents are found by."""
    found = {
        (name, index, own_json.dumps(value).decode(), doc_id)
        for (name, doc_id), document in put.items()
        for index, values_of in indexes.get(name, {}).items()
        for value in values_of(document)
    }
    return sorted(found)


def _notice(by: str, told: Iterable[Told] | None) -> str:
    """An object of JSON up to its last value, which is the number of the write."""
    words = [
        own_json.dumps({"by": by, "told": one}).decode()
        for one in (None if told is None else list(told), None)
    ]
    fitting = words[0] if len(words[0].encode()) <= _MOST else words[1]
    return fitting.removesuffix("}") + ', "at": '
