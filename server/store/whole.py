"""One check of a whole store: every document reads, every reference leads somewhere, nobody is there twice.

The same check stands behind a salvage, before a backup that pushes an older one out, and before a restore. What does
not belong to the whole is left out by ``judge``; the files that it was read from stay as they were. What a document
may hold and lead to is said by its collection (collection.py).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping

from msgspec import Struct

from server.errors import BadFile
from server.store.collection import Collection
from server.store.judging import BROKEN, is_whole
from server.store.rules import collections, local_tables
from server.store.work import Doc, Progress, Tables

_HIGHEST_ID = 2**53
_EVERY = 1_000


class JudgedTables(Struct, frozen=True):
    """What of some tables can stand, and what cannot."""

    tables: Tables
    """The good documents; places of the list that were missing are made again."""
    loose: Mapping[str, int]
    """How many documents of a table were left out; of the list also the places that had to be made again."""


def judge(tables: Tables, progress: Progress | None = None) -> JudgedTables:
    """Read every document once, what is referred to first. ``tables`` stay as they are."""
    tell = _Teller(progress, sum(len(documents) for documents in tables.values()))
    good: Tables = {}
    for name, collection in collections().items():
        if name in tables:
            readable = _without_twins(collection, _readable(collection, tables[name], tell))
            good[name] = _attached(collection, readable, good)
    loose = Counter({name: _missed(tables[name], good.get(name, {})) for name in tables})
    for name, collection in collections().items():
        if collection.mend is not None:
            collection.mend(good)
            loose[name] = _missed(tables.get(name, {}), good.get(name, {}))
    return JudgedTables(good, +loose)


def kept_tables() -> tuple[str, ...]:
    """What a backup may hold."""
    return tuple(name for name in collections() if name not in local_tables())


def check_backup(tables: Tables, progress: Progress | None = None) -> Tables:
    """The tables that a backup may hold, if they are whole. Raises BadFile."""
    known = {name: tables[name] for name in kept_tables() if name in tables}
    if judge(known, progress).loose:
        raise BadFile("The backup holds what this Soi cannot read; nothing was restored.")
    return known


def is_whole_store(tables: Tables) -> bool:
    """Whether a backup of these tables could be restored."""
    local = local_tables()
    return not judge({name: rows for name, rows in tables.items() if name not in local}).loose


def references_hold(tables: Tables) -> bool:
    """The cheap part, at every start: whether rows lead to creators, entries and places to each other, and whether
    the start itself can read what it reads."""
    try:
        for documents in tables.values():
            set(map(int, documents))  # as the start reads ids
        return all(_holds(collection, tables) for collection in collections().values())
    except BROKEN:
        return False


def _holds(collection: Collection, tables: Tables) -> bool:
    documents = tables.get(collection.name, {}).values()
    for index, values_of in collection.indexes.items():
        values = {value for document in documents for value in values_of(document)}
        target = collection.references.get(index)
        if target is not None and not values <= set(map(int, tables.get(target, ()))):
            return False
    return collection.holds(tables)


# --- one collection ------------------------------------------------------------------------------------------


class _Teller:
    """Counts documents, and tells now and then."""

    def __init__(self, progress: Progress | None, total: int) -> None:
        self._progress, self._total, self._done = progress, total, 0

    def one(self) -> None:
        self._done += 1
        if self._progress is not None and (self._done % _EVERY == 0 or self._done == self._total):
            self._progress(self._done, self._total)


def _missed(given: Mapping[str, Doc], good: Mapping[str, Doc]) -> int:
    """Documents that did not stand as they were, or had to be made."""
    return max(len(given), len(good)) - sum(
        good.get(doc_id) == document for doc_id, document in given.items()
    )


def _readable(collection: Collection, documents: Mapping[str, Doc], tell: _Teller) -> dict[str, Doc]:
    good = {}
    for doc_id, document in documents.items():
        if _is_id(doc_id) and is_whole(collection.judge, document):
            good[doc_id] = document
        tell.one()
    return good


def _is_id(text: str) -> bool:
    return text.isascii() and text.isdigit() and text[0] != "0" and int(text[:20]) < _HIGHEST_ID


def _without_twins(collection: Collection, documents: dict[str, Doc]) -> dict[str, Doc]:
    """Of two with one value the later one is kept: it was written when the other should be gone."""
    if not collection.unique:
        return documents
    kept: set[str] = set()
    taken: set[tuple[str, object]] = set()
    for doc_id in sorted(documents, key=int, reverse=True):
        document = documents[doc_id]
        names = {
            (index, value) for index in collection.unique for value in collection.indexes[index](document)
        }
        if not names & taken:
            kept.add(doc_id)
            taken |= names
    return {doc_id: document for doc_id, document in documents.items() if doc_id in kept}


def _attached(collection: Collection, documents: dict[str, Doc], good: Tables) -> dict[str, Doc]:
    """What stays of the documents where what they refer to is not among the good ones."""
    for index, target in collection.references.items():
        there = {int(doc_id) for doc_id in good.get(target, ())}
        kept = {}
        for doc_id, document in documents.items():
            missing = frozenset(collection.indexes[index](document)) - there
            left = collection.left(document, index, missing) if missing else document
            if left is not None:
                kept[doc_id] = left
        documents = kept
    return documents
