"""A whole store in one file of frames: a header, the documents in chunks, and an end that proves it is whole.

Backups have the same form.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import islice
from typing import Any

from server.store import frames
from server.store.migrations import FIRST_SCHEMA
from server.store.work import Tables

FORMAT = "soi-store"
MOST_OF_A_HEADER = 4_096
"""Bytes in which the first frame of a file certainly ends."""
_DOCUMENTS_A_FRAME = 100


@dataclass(frozen=True, slots=True)
class Snapshot:
    """What a snapshot file holds."""

    schema: int
    generation: int
    """Rises with every snapshot; a journal names the one that it follows."""
    sequence: int
    """The number of the last write that is in it."""
    tables: Tables
    intact: bool = True
    """False: bytes are missing, changed or too many; ``tables`` is what could still be verified."""
    size: int = 0
    """Bytes of the file it was read from."""
    entries: int | None = None
    """Entries of the list, said at the start of a backup so that a list of backups need not read all of each."""


def write(snapshot: Snapshot) -> Iterator[bytes]:
    """The file's bytes in pieces."""
    header = {
        "format": FORMAT,
        "schema": snapshot.schema,
        "generation": snapshot.generation,
        "sequence": snapshot.sequence,
    } | ({} if snapshot.entries is None else {"entries": snapshot.entries})
    yield frames.encode(header)
    documents = _documents(snapshot.tables)
    count = 0
    while chunk := list(islice(documents, _DOCUMENTS_A_FRAME)):
        count += len(chunk)
        yield frames.encode(chunk)
    yield frames.encode({"end": True, "documents": count})


def read(data: bytes) -> Snapshot | None:
    """The snapshot in ``data``; None if it is no snapshot at all (its header cannot be read)."""
    scan = frames.scan(data)
    header = scan.values[0] if scan.values else None
    if not (isinstance(header, dict) and header.get("format") == FORMAT and has_schema(header)):
        return None
    tables = _tables(value for value in scan.all_values if isinstance(value, list))
    count = sum(len(documents) for documents in tables.values())
    whole = scan.good_size == len(data) and scan.values[-1] == {"end": True, "documents": count}
    return Snapshot(header["schema"], header["generation"], header["sequence"], tables, whole, len(data))


def has_schema(header: dict[str, Any]) -> bool:
    """Whether a header says of which schema the file is: 0, -1, true or a text was never one."""
    schema = header.get("schema")
    return type(schema) is int and schema >= FIRST_SCHEMA


def entries_of(data: bytes) -> int | None:
    """What the header at the start of ``data`` says of the entries; None where it does not say."""
    scan = frames.scan(data[: data.find(b"\n") + 1])
    header = scan.values[0] if scan.values else None
    entries = header.get("entries") if isinstance(header, dict) else None
    return entries if isinstance(entries, int) else None


def _documents(tables: Tables) -> Iterator[list[Any]]:
    for table, documents in tables.items():
        for doc_id, document in documents.items():
            yield [table, int(doc_id), document]


def _tables(chunks: Iterable[list[Any]]) -> Tables:
    tables: Tables = {}
    for chunk in chunks:
        for table, doc_id, document in chunk:
            tables.setdefault(table, {})[str(doc_id)] = document
    return tables
