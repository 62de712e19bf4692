"""The shortlist as CSV (RFC 4180): UTF-8 with BOM for Excel, every field quoted."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable

from server.exports.cells import guard, printable
from server.exports.columns import COLUMNS, Cell
from server.store.records import Entry

MEDIA_TYPE = "text/csv; charset=utf-8"


def write(entries: Iterable[Entry], language: str) -> bytes:
    """The whole file. ``language`` is that of the headings and of the words for status, tier and verdict."""
    file = io.StringIO(newline="")
    rows = csv.writer(file, quoting=csv.QUOTE_ALL, lineterminator="\r\n")
    rows.writerow([column.heading(language) for column in COLUMNS])
    for entry in entries:
        rows.writerow([_cell(column.value(entry, language)) for column in COLUMNS])
    return file.getvalue().encode("utf-8-sig")


def _cell(value: Cell) -> str:
    if value is None:
        return ""
    if isinstance(value, str):
        return guard(printable(value))
    return str(int(value)) if float(value).is_integer() else repr(round(float(value), 4))
