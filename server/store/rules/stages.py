"""The list of stages, in the settings; entries follow where one is renamed or means another status."""

from __future__ import annotations

from server.errors import Inconsistent
from server.store.changes import told
from server.store.list_records import Actor, Deed
from server.store.records import EntryChanges
from server.store.resource import Resource
from server.store.rules import activity
from server.store.rules.entries import listed
from server.store.rules.entry_parts import merged, put
from server.store.rules.settings import keep_table, saved_settings
from server.store.stages import STAGES, Following, Stage, folded, stage_named, stages_of
from server.store.work import UnitOfWork


class Stages(Resource):
    """``store.stages``."""

    def all(self) -> tuple[Stage, ...]:
        """In the order of the user; as shipped where none are saved."""
        return stages_of(self._read(saved_settings).value.get(STAGES))

    def save(
        self, stages: tuple[Stage, ...] | None, follow: Following, expected_version: int, by: Actor
    ) -> None:
        """Replace them, None: as shipped. Entries at a stage that is called otherwise now, means another status or gave
        way to another go along, as one step that can be undone. Raises Conflict, Inconsistent."""
        deed = Deed("bulk", by, self._now())
        self._write(
            lambda work: _save(work, stages, follow, expected_version, deed),
            lambda moved: (*told("settings"), *(told("entry") if moved else ())),
        )


def _save(
    work: UnitOfWork,
    stages: tuple[Stage, ...] | None,
    follow: Following,
    expected_version: int,
    deed: Deed,
) -> int:
    before = stages_of(saved_settings(work).value.get(STAGES))
    table = None if stages is None else [{"name": stage.name, "status": stage.status} for stage in stages]
    keep_table(work, STAGES, table, expected_version)
    moves = _moves(before, stages or stages_of(None), follow)
    saved = []
    for creator, document in listed(work).items():
        old = document["entry"]
        stage = moves.get(folded(old.get("stage", "")))
        if stage is not None:
            changes: EntryChanges = {"stage": stage.name, "status": stage.status}
            new = merged(old, changes, deed.at)
            if new != old:
                saved.append((creator, put(work, creator, new, deed.at)))
    if saved:
        activity.note(work, deed, saved, {"fields": ["stage"]})
    return len(saved)


def _moves(before: tuple[Stage, ...], after: tuple[Stage, ...], follow: Following) -> dict[str, Stage]:
    """Where the entries of a stage go: the old word, folded -> the stage that it is now, if that differs."""
    moves = {}
    for stage in after:
        old = stage_named(before, follow.was.get(stage.name, stage.name))
        if old is not None and (old.name, old.status) != (stage.name, stage.status):
            moves[folded(old.name)] = stage
    for name, to in follow.moved.items():
        target = stage_named(after, to)
        if target is None or stage_named(after, name) is not None:
            raise Inconsistent("Entries move from a stage that goes away to one that stays.")
        moves[folded(name)] = target
    return moves
