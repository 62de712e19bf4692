"""Whether tables from elsewhere can be taken over: every document has to be one that this version reads.

Checksums tell a damaged backup, not one that was made by hand or by something else. Taken over unread, one broken
document would make a page of the list fail for as long as it is there.
"""

from __future__ import annotations

import zlib
from base64 import b64decode
from collections.abc import Callable

import orjson

from server.errors import BadFile
from server.store.documents import (
    AUDITS,
    CREATORS,
    INDEXES,
    LISTED,
    SETTINGS,
    VISITS,
    sketch_of,
    state_of,
    time_of,
)
from server.store.memory import Memory
from server.store.work import Doc, Tables, View

TABLES = (CREATORS, LISTED, VISITS, AUDITS, SETTINGS)
_HIGHEST_ID = 2**53
_MOST_AUDIT = 4 * 2**20
"""Bytes of one audit, unpacked."""


def readable(tables: Tables) -> Tables:
    """The tables that a backup may hold, each document read once. Raises BadFile."""
    known = {name: tables[name] for name in TABLES if name in tables}
    try:
        _read(known)
    except (ArithmeticError, AssertionError, AttributeError, LookupError, TypeError, ValueError) as error:
        raise BadFile("The backup holds what this Soi cannot read; nothing was restored.") from error
    return known


def _read(tables: Tables) -> None:
    ids = (int(doc_id) for documents in tables.values() for doc_id in documents)
    if not all(0 < doc_id < _HIGHEST_ID for doc_id in ids):
        raise ValueError("an id out of range")
    view = Memory(INDEXES, tables)
    for table, check in _CHECKS.items():
        for doc_id in view.ids(table):
            check(view, doc_id, view.get(table, doc_id) or {})


def _check_creator(view: View, creator: int, document: Doc) -> None:
    """Also what no page shows: a broken undo would keep the store from opening."""
    state_of(view, creator)
    sketch_of(document)
    undo, standing = document.get("undo"), document.get("standing")
    if undo is not None:
        time_of(undo["at"])
    if standing is not None:
        _audit_id, _values = standing
    if not isinstance(document.get("entry_version", 0), int):
        raise TypeError("a version that is no number")


def _check_place(view: View, place: int, document: Doc) -> None:
    """Entry and list name each other."""
    entry = _creator(view, document)["entry"]
    if entry["order"] != place:
        raise ValueError("an entry that stands elsewhere")


def _creator(view: View, document: Doc) -> Doc:
    found = view.get(CREATORS, document["creator"])
    if found is None:
        raise LookupError("a creator that is not there")
    return found


def _check_visit(view: View, _: int, visit: Doc) -> None:
    _creator(view, visit)


def _check_settings(_view: View, _: int, settings: Doc) -> None:
    if not (isinstance(settings["value"], dict) and isinstance(settings["version"], int)):
        raise TypeError("settings of another shape")


def _check_audit(view: View, _: int, audit: Doc) -> None:
    _creator(view, audit)
    unpacker = zlib.decompressobj()
    try:
        unpacked = unpacker.decompress(b64decode(audit["packed"]), _MOST_AUDIT)
    except zlib.error as error:
        raise ValueError("an audit that is damaged") from error
    if not unpacker.eof:
        raise ValueError("an audit that is cut off, or far too large")
    if not isinstance(orjson.loads(unpacked), dict):
        raise TypeError("an audit that is no object")


_CHECKS: dict[str, Callable[[View, int, Doc], None]] = {
    CREATORS: _check_creator,
    LISTED: _check_place,
    VISITS: _check_visit,
    AUDITS: _check_audit,
    SETTINGS: _check_settings,
}
