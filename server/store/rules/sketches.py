"""The sketches of creators' commenters; each lies in the creator's document, put there by a check."""

from __future__ import annotations

from server.store.documents import CREATORS, address_of, sketch_of
from server.store.records import Sketch
from server.store.resource import Resource
from server.store.rules.creators import with_part
from server.store.work import UnitOfWork


class Sketches(Resource):
    """``store.sketches``."""

    def under(self, key_id: str) -> tuple[tuple[str, Sketch], ...]:
        """Handle and commenters' sketch of every creator that has one under this key."""
        documents = self._read(lambda view: with_part(view, "sketch")).values()
        found = ((address_of(document), sketch_of(document)) for document in documents)
        return tuple(
            (name, sketch) for name, sketch in found if sketch is not None and sketch.key_id == key_id
        )

    def drop(self, spared_key: str | None = None) -> int:
        """Remove the sketches of every other key, without a trace; returns how many."""
        dropped = self._write(lambda work: _drop(work, spared_key))
        if dropped:
            self._access.database.compact()
        return dropped


def _drop(work: UnitOfWork, spared_key: str | None) -> int:
    dropped = {i: doc for i, doc in with_part(work, "sketch").items() if doc["sketch"][0] != spared_key}
    for doc_id, document in dropped.items():
        work.put(CREATORS, doc_id, {name: part for name, part in document.items() if name != "sketch"})
    return len(dropped)
