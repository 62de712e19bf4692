"""JSON that Soi writes, and reads back: answers, audits, store. What others send goes through ``strict_json``.

msgspec writes records field by field, times in UTC as ``2026-11-23T02:58:54Z``, NaN as null.
"""

from __future__ import annotations

from typing import Any

import msgspec


def dumps(value: Any) -> bytes:
    """``value`` as JSON on one line. Raises ValueError for what JSON cannot hold: half a character, an unknown type."""
    try:
        return msgspec.json.encode(value)
    except (TypeError, RecursionError, OverflowError) as error:
        raise ValueError("a value that JSON cannot hold") from error


def loads(data: bytes | memoryview | str) -> Any:
    """Any JSON. Raises ValueError for anything else; of two equal keys the last one counts."""
    try:
        return msgspec.json.decode(data)
    except RecursionError as error:
        raise ValueError("JSON that is nested too deeply") from error


def plain(record: Any) -> Any:
    """``record`` as the dicts, lists and texts that a reader of its JSON sees."""
    return loads(dumps(record))


def record_of(value: Any, kind: Any) -> Any:
    """The record that was written as ``value`` (plain JSON). A field that ``kind`` does not have is passed over.

    Raises ValueError where a field is missing or of another type.
    """
    return msgspec.convert(value, kind)
