"""What a resource says of the documents it keeps. Databases, the check of the whole, backups and erasing read it.

Each file of ``rules/`` that keeps documents of its own has ``COLLECTIONS``; the folder is listed (rules/__init__.py).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from collections.abc import Set as AbstractSet
from typing import Any

from msgspec import Struct, field

from server.handles import name_on_platform
from server.store.work import Doc, Tables

Index = Callable[[Doc], Iterable[Any]]
"""The values under which a document is found."""


class Identity(Struct, frozen=True):
    """By what a creator is known."""

    usernames: tuple[str, ...]
    """Every user name, current one first."""
    profile_id: str | None = None

    def mentioned_in(self, data: bytes) -> bool:
        """Whether a file's bytes hold a handle or the id."""
        words = [*map(name_on_platform, self.usernames), *([self.profile_id] if self.profile_id else [])]
        return any(word.encode() in data for word in words)


def gone(_document: Doc, _index: str, _ids: AbstractSet[int]) -> Doc | None:
    """A document that says nothing without what it refers to."""
    return None


def by_creator(document: Doc) -> list[int]:
    """The index of documents that belong to one creator."""
    return [document["creator"]]


def of_another(document: Doc, _old: int, new: int) -> Doc:
    """A document of a creator who turned out to be creator ``new``."""
    return document | {"creator": new}


class Collection(Struct, frozen=True):
    """Documents of one kind, by id."""

    name: str
    judge: Callable[[Doc], None]
    """Raises (see judging.BROKEN) for a document that this Soi does not write."""
    indexes: Mapping[str, Index] = field(default_factory=dict)
    references: Mapping[str, str] = field(default_factory=dict)
    """Index -> the collection that its values are ids of."""
    unique: tuple[str, ...] = ()
    """Indexes that have a value once; of two documents the later one is right."""
    is_local: bool = False
    """It belongs to this machine: a backup leaves it out, and restoring one neither adds nor drops anything."""
    left: Callable[[Doc, str, AbstractSet[int]], Doc | None] = gone
    """(document, index, ids) -> what stays of it when the ids that the index has are gone; None: nothing."""
    of_another: Callable[[Doc, int, int], Doc] = of_another
    """(document, old, new) -> the same, of a creator that has another id."""
    forget: Callable[[Doc, Identity], Doc] | None = None
    """What stays of a document that may name a creator who is erased."""
    mend: Callable[[Tables], None] | None = None
    """Puts right what rows say of rows of other collections. May replace documents, and whole collections, in the
    tables that it is given; changes none in place."""
    holds: Callable[[Tables], bool] = lambda _: True
    """The cheap part of that, at every start."""
