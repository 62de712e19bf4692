"""Erasing one creator from a set of tables: the live ones, or those of an automatic backup."""

from __future__ import annotations

from dataclasses import dataclass, replace

from server.store.creators import document_of, find, handles_of
from server.store.documents import AUDITS, CREATORS, EVIDENCE, INDEXES, LISTED, VISITS
from server.store.memory import Memory
from server.store.work import Tables, View


@dataclass(frozen=True, slots=True)
class Identity:
    """By what a creator is known."""

    usernames: tuple[str, ...]
    """Every handle, current one first."""
    profile_id: str | None = None

    def mentioned_in(self, data: bytes) -> bool:
        """Whether a file's bytes hold a handle or the id."""
        words = [*self.usernames, *([self.profile_id] if self.profile_id else [])]
        return any(word.encode() in data for word in words)


@dataclass(frozen=True, slots=True)
class Removed:
    """Tables without the creator, and what is no longer in them."""

    tables: Tables
    creators: int = 0
    visits: int = 0
    audits: int = 0


def identity(view: View, username: str) -> Identity | None:
    """Whom ``username`` means here; None if nobody is known by it."""
    creator = find(view, username)
    if creator is None:
        return None
    document = document_of(view, creator)
    return Identity(tuple(dict.fromkeys(handles_of(document))), document.get("profile_id"))


def without(tables: Tables, who: Identity) -> Removed:
    """A copy of ``tables`` without the creator, entry, history, rulings, undo and audits; documents are shared."""
    view = Memory(INDEXES, tables)
    gone = set(_documents_of(view, who))
    result = Removed({name: dict(documents) for name, documents in tables.items()}, creators=len(gone))
    for creator in gone:
        result.tables[CREATORS].pop(str(creator))
        entry = document_of(view, creator).get("entry")
        if entry is not None:
            result.tables[LISTED].pop(str(entry["order"]), None)
        visits, audits = (view.find(table, "creator", creator) for table in (VISITS, AUDITS))
        _drop(result.tables, VISITS, visits)
        _drop(result.tables, AUDITS, audits)
        _drop(result.tables, EVIDENCE, view.find(EVIDENCE, "creator", creator))
        result = replace(result, visits=result.visits + len(visits), audits=result.audits + len(audits))
    _forget_handles(result.tables, who)
    return result


def _documents_of(view: View, who: Identity) -> list[int]:
    """By id where both sides know one; else by the handle, current before former."""
    if who.profile_id is not None and (known := view.find(CREATORS, "profile_id", who.profile_id)):
        found = list(known)
    else:
        found = []
    for username in who.usernames:
        creator = find(view, username, who.profile_id)
        if creator is not None and creator not in found:
            found.append(creator)
    return found


def _drop(tables: Tables, table: str, ids: list[int]) -> None:
    for doc_id in ids:
        tables[table].pop(str(doc_id))


def _forget_handles(tables: Tables, who: Identity) -> None:
    """Others who once had one of the handles keep everything but the handle."""
    documents = tables.get(CREATORS, {})
    for doc_id, document in documents.items():
        former = document.get("former", [])
        kept = [row for row in former if row[0] not in who.usernames]
        if len(kept) != len(former):
            documents[doc_id] = document | {"former": kept}
