"""The tables in memory, in TinyDB's shape, with indexes; and a changeset that is not in them yet."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from server.store.collection import Index
from server.store.work import Doc, Tables, Told, View

Op = tuple[str, int, Doc | None]
"""Table, document id, and the whole new document; None removes it."""
LastIds = Mapping[str, int]
"""The highest id ever given in a table. No id is given twice, also when its document is gone or could not be read."""
Indexes = Mapping[str, Mapping[str, Index]]
"""Indexes by table and name."""


def newest_of(ids: list[int], limit: int | None, offset: int) -> list[int]:
    """The highest ids first, or ``limit`` of them after ``offset``.

    Sorted whole: ids come oldest first but for a few, which costs a sort next to nothing and a heap the most.
    """
    return sorted(ids, reverse=True)[offset : None if limit is None else offset + limit]


class Memory:
    """All documents, as they lie on the disk."""

    def __init__(
        self, indexes: Indexes, tables: Tables | None = None, last_ids: LastIds | None = None
    ) -> None:
        self._indexes = indexes
        self._found: dict[tuple[str, str], dict[Any, dict[int, None]]] = {}
        self._last_ids: dict[str, int] = dict(last_ids or {})
        self.tables: Tables = {}
        for table, documents in (tables or {}).items():
            for doc_id, document in documents.items():
                self._put(table, int(doc_id), document)

    def get(self, table: str, doc_id: int) -> Doc | None:
        return self.tables.get(table, {}).get(str(doc_id))

    def find(self, table: str, index: str, value: Any) -> list[int]:
        return sorted(self._found.get((table, index), {}).get(value, ()))

    def get_many(self, table: str, doc_ids: Iterable[int]) -> dict[int, Doc]:
        documents = self.tables.get(table, {})
        found = ((doc_id, documents.get(str(doc_id))) for doc_id in doc_ids)
        return {doc_id: document for doc_id, document in found if document is not None}

    def find_many(self, table: str, index: str, values: Iterable[Any]) -> dict[Any, list[int]]:
        by_value = self._found.get((table, index), {})
        return {value: sorted(by_value.get(value, ())) for value in values}

    def newest(self, table: str, limit: int | None = None, offset: int = 0) -> list[int]:
        if offset >= len(self.tables.get(table, ())):
            return []  # every check asks for the audits beyond those that are kept, and mostly there are none
        return newest_of(self.ids(table), limit, offset)

    def last_id(self, table: str) -> int:
        return self._last_ids.get(table, 0)

    def note_ids(self, last_ids: LastIds) -> None:
        """Never give an id up to these, which were given elsewhere."""
        for table, last in last_ids.items():
            self._last_ids[table] = max(last, self._last_ids.get(table, 0))

    def last_ids(self) -> LastIds:
        """Of every table, to be kept with it."""
        return dict(self._last_ids)

    def skip_ids(self, number: int) -> None:
        """Never give the next ``number`` ids of any table: rows that cannot be read any more may have had them."""
        tables = {*self._indexes, *self._last_ids}
        self._last_ids = {table: self.last_id(table) + number for table in tables}

    def ids(self, table: str) -> list[int]:
        return list(map(int, self.tables.get(table, ())))

    def apply(self, ops: Iterable[Op]) -> None:
        """Take changes over; the documents become the memory's own."""
        for table, doc_id, document in ops:
            self._forget(table, doc_id)
            if document is not None:
                self._put(table, doc_id, document)
            else:
                self.tables.get(table, {}).pop(str(doc_id), None)

    def _put(self, table: str, doc_id: int, document: Doc) -> None:
        self.tables.setdefault(table, {})[str(doc_id)] = document
        self._last_ids[table] = max(doc_id, self._last_ids.get(table, 0))
        for index, values_of in self._indexes.get(table, {}).items():
            by_value = self._found.setdefault((table, index), {})
            for value in values_of(document):
                by_value.setdefault(value, {})[doc_id] = None

    def _forget(self, table: str, doc_id: int) -> None:
        document = self.get(table, doc_id)
        if document is None:
            return
        for index, values_of in self._indexes.get(table, {}).items():
            by_value = self._found[table, index]
            for value in values_of(document):
                by_value[value].pop(doc_id, None)
                if not by_value[value]:
                    del by_value[value]


class Changeset:
    """Changes on top of a view, which they leave alone; reads see them. Changesets can stand on changesets."""

    def __init__(self, below: View, indexes: Indexes) -> None:
        self._below = below
        self._indexes = indexes
        self._changed: dict[tuple[str, int], Doc | None] = {}
        self.told: list[Told] = []
        """What other servers are told of the changes."""
        self._found: dict[tuple[str, str, Any], dict[int, None]] = {}
        self._last_ids: dict[str, int] = {}

    def get(self, table: str, doc_id: int) -> Doc | None:
        if (table, doc_id) in self._changed:
            return self._changed[table, doc_id]
        return self._below.get(table, doc_id)

    def find(self, table: str, index: str, value: Any) -> list[int]:
        return self._found_on(table, index, value, self._below.find(table, index, value))

    def _found_on(self, table: str, index: str, value: Any, ids: list[int]) -> list[int]:
        """What is found, where ``ids`` are found below."""
        changed = self._found.get((table, index, value))
        below = [i for i in ids if (table, i) not in self._changed] if ids else ids
        if not changed:
            return below
        return sorted(below + [i for i in changed if self._has(table, i, index, value)])

    def get_many(self, table: str, doc_ids: Iterable[int]) -> dict[int, Doc]:
        asked = list(doc_ids)
        below = self._below.get_many(table, [i for i in asked if (table, i) not in self._changed])
        found = ((i, self._changed.get((table, i), below.get(i))) for i in asked)
        return {doc_id: document for doc_id, document in found if document is not None}

    def find_many(self, table: str, index: str, values: Iterable[Any]) -> dict[Any, list[int]]:
        below = self._below.find_many(table, index, values)
        return {value: self._found_on(table, index, value, ids) for value, ids in below.items()}

    def newest(self, table: str, limit: int | None = None, offset: int = 0) -> list[int]:
        changed = [doc_id for name, doc_id in self._changed if name == table]
        if not changed:
            return self._below.newest(table, limit, offset)
        present = [doc_id for doc_id in changed if self._changed[table, doc_id] is not None]
        passed = max(0, offset - len(present))  # that many are newer than all of the answer, whatever changed
        most = None if limit is None else limit + len(changed) + len(present)
        found = self._below.newest(table, most, passed)
        newer = [doc_id for doc_id in changed if not found or doc_id > found[0]] if passed else []
        gone = len(self._below.get_many(table, newer))
        passed += sum(1 for doc_id in newer if doc_id in present) - gone
        rest = {*found, *present}.difference(newer, set(changed).difference(present))
        return newest_of(list(rest), limit, offset - passed)

    def last_id(self, table: str) -> int:
        return max(self._last_ids.get(table, 0), self._below.last_id(table))

    def ids(self, table: str) -> list[int]:
        ids = dict.fromkeys(self._below.ids(table))
        for (changed_table, doc_id), document in self._changed.items():
            if changed_table == table and document is not None:
                ids[doc_id] = None
            elif changed_table == table:
                ids.pop(doc_id, None)
        return list(ids)

    def put(self, table: str, doc_id: int, document: Doc) -> None:
        """Set a whole document, which must not be changed afterwards."""
        self._changed[table, doc_id] = document
        self._last_ids[table] = max(doc_id, self._last_ids.get(table, 0))
        for index, values_of in self._indexes.get(table, {}).items():
            for value in values_of(document):
                self._found.setdefault((table, index, value), {})[doc_id] = None

    def insert(self, table: str, document: Doc) -> int:
        """Add a document under a new id, which is returned."""
        doc_id = self.last_id(table) + 1
        self.put(table, doc_id, document)
        return doc_id

    def delete(self, table: str, doc_id: int) -> None:
        """Remove a document if it is there."""
        if self.get(table, doc_id) is not None:
            self._changed[table, doc_id] = None

    def tell(self, changes: Iterable[Told]) -> None:
        """What other servers are told of it."""
        self.told += changes

    def ops(self) -> Iterator[Op]:
        """What changed, in order."""
        for (table, doc_id), document in self._changed.items():
            yield table, doc_id, document

    def child(self) -> Changeset:
        """An empty changeset on top of this one, to be taken over or dropped. Mostly it is the only one of its group:
        where nothing has changed here, it stands on what this one stands on, and its reads go through one layer less."""
        return Changeset(self if self._changed else self._below, self._indexes)

    def take(self, other: Changeset) -> None:
        """Take over the changes of a changeset that stands on this one, and what is told of them."""
        self.told += other.told
        if not self._changed:
            self._changed, self._found, self._last_ids = other._changed, other._found, other._last_ids
            return
        for table, doc_id, document in other.ops():
            if document is None:
                self._changed[table, doc_id] = None
            else:
                self.put(table, doc_id, document)

    def _has(self, table: str, doc_id: int, index: str, value: Any) -> bool:
        document = self._changed.get((table, doc_id))
        return document is not None and value in self._indexes[table][index](document)
