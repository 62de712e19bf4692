"""A whole store in one file of frames: a header, the documents in chunks, and an end that proves it is whole.

Backups have the same form.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import islice
from typing import Any

from msgspec import Struct, field

from server.store.engine import frames
from server.store.work import FIRST_SCHEMA, Tables

FORMAT = "soi-store"
MOST_OF_A_HEADER = 4_096
"""Bytes in which the first frame of a file certainly ends."""
_DOCUMENTS_A_FRAME = 100
UNKNOWN_SCHEMA = 0
"""Of a file whose header cannot be read while documents in it can."""
HIGHEST_ID = 2**53
"""Ids stay below: beyond, other programs cannot tell two of them apart."""


class Snapshot(Struct, frozen=True):
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
    last_ids: Mapping[str, int] = field(default_factory=dict)
    """The highest id ever given, by table."""
    is_whole: bool = True
    """Said at the start of a backup: its tables passed the check of the whole when it was made."""
    missing: int = 0
    """Documents that the file says it holds and that could not be read, as far as it can tell."""


def write(snapshot: Snapshot) -> Iterator[bytes]:
    """The file's bytes in pieces."""
    header: dict[str, Any] = {
        "format": FORMAT,
        "schema": snapshot.schema,
        "generation": snapshot.generation,
        "sequence": snapshot.sequence,
        "last_ids": dict(snapshot.last_ids),
    }
    if snapshot.entries is not None:
        header["entries"] = snapshot.entries
    if not snapshot.is_whole:
        header["whole"] = False
    yield frames.encode(header)
    documents = _documents(snapshot.tables)
    count = 0
    while chunk := list(islice(documents, _DOCUMENTS_A_FRAME)):
        count += len(chunk)
        yield frames.encode(chunk)
    yield frames.encode({"end": True, "documents": count})


def read(data: bytes) -> Snapshot | None:
    """The snapshot in ``data``; None if it is no snapshot at all (nothing in it can be read)."""
    scan = frames.scan(data)
    values = scan.all_values
    header = values[0] if values and _is_header(values[0]) else None
    if header is None and scan.values:
        return None
    rows = [row for value in values if isinstance(value, list) for row in value]
    tables, count = _tables(rows)
    if header is None and count == 0:
        return None
    promised = _promised(values[-1])
    whole = header is not None and scan.good_size == len(data) and promised == count == len(rows)
    numbers = header or {"schema": UNKNOWN_SCHEMA, "generation": 0, "sequence": 0}
    return Snapshot(
        schema=numbers["schema"],
        generation=numbers["generation"],
        sequence=numbers["sequence"],
        tables=tables,
        intact=whole,
        size=len(data),
        last_ids=last_ids_of(numbers),
        is_whole=says_whole(numbers),
        missing=max(0, (promised or 0) - count),
    )


def _promised(end: Any) -> int | None:
    """How many documents the last frame says there are; None where it is no end."""
    count = end.get("documents") if isinstance(end, dict) else None
    return count if end == {"end": True, "documents": count} and type(count) is int else None


def _is_header(value: Any) -> bool:
    return (
        isinstance(value, dict)
        and value.get("format") == FORMAT
        and has_schema(value)
        and all(type(value.get(name)) is int and value[name] >= 0 for name in ("generation", "sequence"))
    )


def last_ids_of(header: Mapping[str, Any]) -> Mapping[str, int]:
    """The highest ids that a header tells; none where it is of a Soi that did not keep them."""
    told = header.get("last_ids")
    known = told.items() if isinstance(told, dict) else ()
    return {table: number for table, number in known if type(number) is int and 0 < number < HIGHEST_ID}


def has_schema(header: dict[str, Any]) -> bool:
    """Whether a header says of which schema the file is: 0, -1, true or a text was never one."""
    schema = header.get("schema")
    return type(schema) is int and schema >= FIRST_SCHEMA


def head_of(data: bytes) -> Mapping[str, Any]:
    """The header at the start of ``data``; nothing where there is none."""
    scan = frames.scan(data[: data.find(b"\n") + 1])
    header = scan.values[0] if scan.values else None
    return header if isinstance(header, dict) else {}


def says_whole(head: Mapping[str, Any]) -> bool:
    """Whether a header says that the tables passed the check of the whole; one of an older Soi does not say no."""
    return head.get("whole") is not False


def entries_of(head: Mapping[str, Any]) -> int | None:
    """What a header says of the entries; None where it does not say."""
    entries = head.get("entries")
    return entries if type(entries) is int else None


def _documents(tables: Tables) -> Iterator[list[Any]]:
    for table, documents in tables.items():
        for doc_id, document in documents.items():
            yield [table, int(doc_id), document]


def _tables(rows: list[Any]) -> tuple[Tables, int]:
    """The documents by table, and how many of the rows are one: another shape was never written here."""
    tables: Tables = {}
    for row in rows:
        match row:
            case [str(table), int(doc_id), dict(document)]:
                tables.setdefault(table, {})[str(doc_id)] = document
    return tables, sum(len(documents) for documents in tables.values())
