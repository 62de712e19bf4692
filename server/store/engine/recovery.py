"""Opening: what do the files on the disk say, and is anything damaged? Only looks; changes nothing.

A killed process leaves whole frames, and at most one begun frame at the journal's end that nobody was told about.
Everything else is damage from outside. What can be verified is kept in either case.
"""

from __future__ import annotations

import re
import time
from collections.abc import Mapping
from pathlib import Path

from msgspec import Struct, field
from msgspec.structs import replace

from server.errors import DbNewer
from server.store.engine import acked, journal, snapshot
from server.store.engine.acked import Acked
from server.store.engine.files import FileSystem
from server.store.engine.journal import JournalContent
from server.store.engine.layout import Layout
from server.store.engine.snapshot import UNKNOWN_SCHEMA, Snapshot
from server.store.work import Tables

_LOOKS, _PAUSE = 5, 0.05
"""How often, and after how many seconds, a reader beside a server looks again."""
_BACKUP_SEQUENCE = re.compile(r"\.([0-9]{12})\.")


class Found(Struct, frozen=True):
    """The state on the disk."""

    schema: int
    generation: int
    sequence: int
    tables: Tables
    journal_size: int | None = None
    """Where the journal goes on; None: a new snapshot and journal are needed."""
    snapshot_size: int = 0
    damaged: tuple[Path, ...] = ()
    lost: bool = False
    """Acknowledged writes may be missing from ``tables``."""
    missing: int = 0
    """Documents of the snapshot that could not be read, as far as it can tell."""
    last_ids: Mapping[str, int] = field(default_factory=dict)
    """The highest id ever given, by table, as far as the files tell."""


def look(files: FileSystem, layout: Layout, schema: int) -> Found:
    """Read snapshot and journal. Raises DbNewer before anything else, OSError if they cannot be read at all."""
    whole = _read(files, layout.snapshot)
    tail = _read(files, layout.journal)
    if whole is None and tail is None:
        return Found(schema, 0, _sequence_of_backups(files, layout), {})
    base = snapshot.read(whole) if isinstance(whole, bytes) else None
    written = journal.read(tail) if isinstance(tail, bytes) else None
    if max(base.schema if base else 0, written.schema if written else 0) > schema:
        raise DbNewer
    damaged = []
    if whole is not None and (base is None or not base.intact):
        damaged.append(layout.snapshot)
    if tail is not None and (written is None or not written.intact):
        damaged.append(layout.journal)
    noted = acked.read(files, layout.acked)
    if not damaged and base is not None and written is not None:
        found = _join(base, written, noted, layout)
    elif not damaged and base is not None and _is_first(base, noted):
        found = Found(base.schema, base.generation, base.sequence, base.tables)
    else:
        found = _salvage(base, written, tuple(damaged), schema, _sequence_of_backups(files, layout))
    return replace(found, last_ids=_last_ids(base, written))


def set_all_aside(found: Found, files: FileSystem, layout: Layout) -> Found:
    """The same state, to be begun anew: the files are readable and yet no whole, and are kept as they are."""
    names = files.names(layout.folder)
    damaged = tuple(file for file in (layout.snapshot, layout.journal) if file.name in names)
    return replace(found, damaged=damaged, lost=True, journal_size=None)


def _last_ids(base: Snapshot | None, written: JournalContent | None) -> Mapping[str, int]:
    told = [source.last_ids for source in (base, written) if source is not None]
    tables = {table for ids in told for table in ids}
    return {table: max(ids.get(table, 0) for ids in told) for table in tables}


def look_beside(files: FileSystem, layout: Layout, schema: int) -> Found:
    """As ``look``, while another process writes: what seems damaged may only have been changed between two reads."""
    found = look(files, layout, schema)
    for _ in range(_LOOKS):
        if not found.lost:
            break
        time.sleep(_PAUSE)
        found = look(files, layout, schema)
    return found


def _join(base: Snapshot, written: JournalContent, noted: Acked | None, layout: Layout) -> Found:
    """Two intact files: do they belong together, and do they reach the last acknowledged write?"""
    after = [write for write in written.writes if write.sequence > base.sequence]
    last = after[-1].sequence if after else base.sequence
    if written.generation < base.generation and not after:  # stopped between a snapshot and its new journal
        return Found(base.schema, base.generation, base.sequence, base.tables)
    follows = written.generation == base.generation and last == base.sequence + len(after)
    complete = noted is None or noted.generation != base.generation or noted.sequence <= last
    if follows and complete:
        tables = _apply(base.tables, written)
        size = written.good_size
        return Found(base.schema, base.generation, last, tables, journal_size=size, snapshot_size=base.size)
    damaged = (layout.journal,) if follows else (layout.snapshot, layout.journal)
    return _salvage(base, written, damaged, base.schema, last)


def _is_first(base: Snapshot, noted: Acked | None) -> bool:
    """A snapshot alone: stopped before the very first journal was there, unless something was acknowledged."""
    written_to = noted is not None and noted.generation == base.generation and noted.sequence > base.sequence
    return base.generation == 1 and not written_to


def _salvage(
    base: Snapshot | None, written: JournalContent | None, damaged: tuple[Path, ...], schema: int, least: int
) -> Found:
    """Keep what verifies: good documents of the snapshot, then good writes of the journal in their order."""
    tables = base.tables if base else {}
    sequence = max(base.sequence if base else 0, least)
    generation = base.generation if base else 0
    if written is not None:
        tables = _apply(tables, written, after=base.sequence if base else 0)
        sequence = max([sequence, *(write.sequence for write in written.writes)])
        generation = max(generation, written.generation)
    schemas = [source.schema for source in (base, written) if source is not None]
    known = max([found for found in schemas if found != UNKNOWN_SCHEMA], default=schema)
    missing = base.missing if base else 0
    return Found(known, generation, sequence, tables, damaged=damaged, lost=True, missing=missing)


def _apply(tables: Tables, written: JournalContent, after: int = -1) -> Tables:
    for write in written.writes:
        if write.sequence <= after:
            continue
        for table, doc_id, document in write.ops:
            if document is None:
                tables.get(table, {}).pop(str(doc_id), None)
            else:
                tables.setdefault(table, {})[str(doc_id)] = document
    return tables


def _read(files: FileSystem, file: Path) -> bytes | Path | None:
    """The bytes; the path itself where a folder lies in its place; None if there is nothing."""
    try:
        return files.read(file)
    except FileNotFoundError:
        return None
    except IsADirectoryError:
        return file


def _sequence_of_backups(files: FileSystem, layout: Layout) -> int:
    """A new store numbers on from its backups, so that the newest backup stays the one with the highest number."""
    names = [n for n in files.names(layout.backups) if n.startswith(layout.snapshot.name)]
    found = [_BACKUP_SEQUENCE.search(name) for name in names]
    return max([int(match[1]) for match in found if match], default=0)
