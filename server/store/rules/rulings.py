"""What the marketer said of signs; it lies in the creator's document."""

from __future__ import annotations

from server.store.changes import told
from server.store.documents import CREATORS, time_text
from server.store.records import Ruling
from server.store.resource import Resource
from server.store.rules.creators import document_of, known, settle
from server.store.work import UnitOfWork


class Rulings(Resource):
    """``store.rulings``."""

    def set(self, username: str, signal: str, ruling: str, note: str = "") -> Ruling:
        """Keep a ruling, the last one of a signal (whose creator becomes known by it)."""
        kept = Ruling(signal, ruling, self._now(), note)
        self._write(lambda work: _set(work, username, kept), lambda _: told("ruling", username))
        return kept

    def remove(self, username: str, signal: str) -> None:
        """Take a ruling back; nothing happens if there is none. Raises NotFound for an unknown creator."""
        self._write(lambda work: _remove(work, username, signal), lambda _: told("ruling", username))


def _set(work: UnitOfWork, username: str, ruling: Ruling) -> None:
    creator = settle(work, username, None, ruling.at)
    document = document_of(work, creator)
    row = [ruling.ruling, time_text(ruling.at), ruling.note]
    work.put(CREATORS, creator, document | {"rulings": document.get("rulings", {}) | {ruling.signal: row}})


def _remove(work: UnitOfWork, username: str, signal: str) -> None:
    creator = known(work, username)
    document = document_of(work, creator)
    rulings = {name: row for name, row in document.get("rulings", {}).items() if name != signal}
    work.put(CREATORS, creator, document | {"rulings": rulings})
