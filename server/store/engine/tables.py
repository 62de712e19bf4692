"""TinyDB's table over the journal: a write costs one frame, a look-up one index access, however large the table is."""

from __future__ import annotations

import copy
from collections.abc import Callable, ItemsView, Iterator, Mapping, MutableMapping
from typing import Any, cast

from tinydb import TinyDB
from tinydb.storages import Storage
from tinydb.table import Document, Table

from server.store.engine.storage import JournalStorage
from server.store.work import Doc, UnitOfWork


class JournalTable(Table):
    """A table whose updates go to the journal one document at a time.

    Documents that are read are the store's own: nested lists and objects must not be changed in place.
    """

    _storage: JournalStorage
    _given_id = 0

    def __init__(self, storage: Storage, name: str, cache_size: int = 0, persist_empty: bool = False) -> None:
        """No query cache unless asked for: a cached answer would miss writes that go past this object."""
        super().__init__(storage, name, cache_size, persist_empty)

    def by(self, index: str, value: Any) -> list[Document]:
        """Documents that an index has under ``value``, oldest first."""
        with self._storage.reading() as memory:
            ids = memory.find(self.name, index, value)
            return [Document(memory.tables[self.name][str(doc_id)], doc_id) for doc_id in ids]

    def _get_next_id(self) -> int:
        with self._storage.reading() as memory:
            self._given_id = max(self._given_id, memory.last_id(self.name)) + 1
        return self._given_id

    def _read_table(self) -> dict[str, Mapping[str, Any]]:
        return cast("dict[str, Mapping[str, Any]]", _Documents(self.name, self._storage))

    def _update_table(self, updater: Callable[[dict[int, Mapping[str, Any]]], None]) -> None:
        def plan(changeset: UnitOfWork) -> None:
            draft = _Draft(self.name, changeset)
            updater(cast("dict[int, Mapping[str, Any]]", draft))
            draft.flush()

        self._storage.run(plan)


class JournalDB(TinyDB):
    """TinyDB with these tables."""

    table_class = JournalTable


class _Documents(Mapping[str, Doc]):
    """What TinyDB takes for the table's dict when it reads: one look-up, or a copy to walk through."""

    def __init__(self, table: str, storage: JournalStorage) -> None:
        self._table = table
        self._storage = storage

    def __getitem__(self, doc_id: str) -> Doc:
        with self._storage.reading() as memory:
            return memory.tables[self._table][doc_id]

    def __iter__(self) -> Iterator[str]:
        with self._storage.reading() as memory:
            return iter(list(memory.tables.get(self._table, ())))

    def __len__(self) -> int:
        with self._storage.reading() as memory:
            return len(memory.tables.get(self._table, ()))

    def items(self) -> ItemsView[str, Doc]:
        with self._storage.reading() as memory:
            return dict(memory.tables.get(self._table, {})).items()


class _Draft(MutableMapping[int, Doc]):
    """What an updater of TinyDB takes for the table's dict: hands out copies and notes which documents changed.

    TinyDB changes documents in place, so a document that was handed out is compared at the end.
    """

    def __init__(self, table: str, changeset: UnitOfWork) -> None:
        self._table = table
        self._changeset = changeset
        self._handed_out: dict[int, Doc] = {}

    def __getitem__(self, doc_id: int) -> Doc:
        if doc_id not in self._handed_out:
            document = self._changeset.get(self._table, doc_id)
            if document is None:
                raise KeyError(doc_id)
            self._handed_out[doc_id] = copy.deepcopy(document)
        return self._handed_out[doc_id]

    def __setitem__(self, doc_id: int, document: Doc) -> None:
        self._handed_out.pop(doc_id, None)
        self._changeset.put(self._table, doc_id, copy.deepcopy(document))

    def __delitem__(self, doc_id: int) -> None:
        self._handed_out.pop(doc_id, None)
        self._changeset.delete(self._table, doc_id)

    def __iter__(self) -> Iterator[int]:
        return iter(self._changeset.ids(self._table))

    def __len__(self) -> int:
        return len(self._changeset.ids(self._table))

    def __contains__(self, doc_id: object) -> bool:
        return isinstance(doc_id, int) and self._changeset.get(self._table, doc_id) is not None

    def clear(self) -> None:
        for doc_id in list(self):
            del self[doc_id]

    def flush(self) -> None:
        for doc_id, document in self._handed_out.items():
            if document != self._changeset.get(self._table, doc_id):
                self._changeset.put(self._table, doc_id, document)
