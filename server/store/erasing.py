"""Erasing one creator from a set of tables: the live ones, or those of an automatic backup.

What goes with a creator is said by each collection (collection.py): all that refers to it, unless something is left.
"""

from __future__ import annotations

from collections.abc import Mapping, Set

from msgspec import Struct, field

from server.store.collection import Collection, Identity
from server.store.documents import CREATORS
from server.store.engine.memory import Memory
from server.store.rules import collections, indexes
from server.store.rules.creators import document_of, find, handles_of, with_id
from server.store.work import Tables, View


class Removed(Struct, frozen=True):
    """Tables without the creator, and how many documents of each are no longer in them."""

    tables: Tables
    counts: Mapping[str, int] = field(default_factory=dict)


def identity(view: View, username: str) -> Identity | None:
    """Whom ``username`` means here; None if nobody is known by it."""
    creator = find(view, username)
    if creator is None:
        return None
    document = document_of(view, creator)
    return Identity(tuple(dict.fromkeys(handles_of(document))), document.get("profile_id"))


def without(tables: Tables, who: Identity) -> Removed:
    """A copy of ``tables`` without the creator and all that belongs to it; documents are shared."""
    view = Memory(indexes(), tables)
    left: Tables = {name: dict(documents) for name, documents in tables.items()}
    gone: dict[str, set[int]] = {CREATORS: set(_documents_of(view, who))}
    for creator in gone[CREATORS]:
        del left[CREATORS][str(creator)]
    for name, collection in collections().items():
        if name in left:
            gone[name] = gone.get(name, set()) | _drop(collection, left, view, gone)
            _forget(collection, left, who)
    return Removed(left, {name: len(ids) for name, ids in gone.items()})


def without_ids(ids: Set[int], tables: Tables) -> Tables:
    """``tables`` without these creators; the very tables where none of them is there."""
    for creator in ids & set(map(int, tables.get(CREATORS, {}))):
        document = tables[CREATORS].get(str(creator))
        if document is not None:  # else it was one with a creator before it
            who = Identity(tuple(dict.fromkeys(handles_of(document))), document.get("profile_id"))
            tables = without(tables, who).tables
    return tables


def _documents_of(view: View, who: Identity) -> list[int]:
    """By id where both sides know one; else by the handle, current before former."""
    found = list(with_id(view, who.usernames[0], who.profile_id)) if who.profile_id is not None else []
    for username in who.usernames:
        creator = find(view, username, who.profile_id)
        if creator is not None and creator not in found:
            found.append(creator)
    return found


def _drop(collection: Collection, left: Tables, view: View, gone: Mapping[str, Set[int]]) -> set[int]:
    """Leave out, or replace by what stays of them, the documents that refer to what is gone."""
    documents, dropped = left[collection.name], set()
    for index, target in collection.references.items():
        ids = gone.get(target, set())
        for doc_id in {i for of_one in view.find_many(collection.name, index, ids).values() for i in of_one}:
            if str(doc_id) not in documents:
                continue
            rest = collection.left(documents[str(doc_id)], index, ids)
            if rest is None:
                del documents[str(doc_id)]
                dropped.add(doc_id)
            else:
                documents[str(doc_id)] = rest
    return dropped


def _forget(collection: Collection, left: Tables, who: Identity) -> None:
    """Others may name the creator."""
    if collection.forget is None:
        return
    documents = left[collection.name]
    for doc_id, document in documents.items():
        documents[doc_id] = collection.forget(document, who)
