"""The store's own trouble: one document of this machine, put there by the database (tinydb.py)."""

from __future__ import annotations

from server.store import judging
from server.store.collection import Collection
from server.store.documents import NOTICES, ONLY, notice_document, notice_of
from server.store.reports import Notice
from server.store.work import UnitOfWork, View

COLLECTIONS = (Collection(NOTICES, judging.notice, is_local=True),)


def noticed(view: View) -> Notice | None:
    """What was met and is not dismissed yet."""
    document = view.get(NOTICES, ONLY)
    return notice_of(document) if document else None


def note(work: UnitOfWork, notice: Notice) -> None:
    """Show it until it is dismissed."""
    work.put(NOTICES, ONLY, notice_document(notice))


def dismiss(work: UnitOfWork) -> None:
    """The user has seen it."""
    work.delete(NOTICES, ONLY)
