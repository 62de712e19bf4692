"""The shortlist as a workbook. Text is written as strings, never as formula or link."""

from __future__ import annotations

import io
from collections.abc import Iterable
from typing import Any

import xlsxwriter

from server.exports.cells import printable
from server.exports.columns import COLUMNS, Cell, Kind
from server.messages import table
from server.store.records import Entry

MEDIA_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
_MAX_CELL = 32_767
"""Characters in one cell (Excel's own limit)."""
_FORMATS: dict[Kind, str] = {"text": "@", "number": "#,##0", "percent": "0.00", "time": "@"}
_OPTIONS = {
    "in_memory": True,
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
}


def write(entries: Iterable[Entry], language: str) -> bytes:
    """The whole file. ``language`` is that of the headings and of the words for status, tier and verdict."""
    file = io.BytesIO()
    with xlsxwriter.Workbook(file, _OPTIONS) as book:
        sheet = book.add_worksheet(table(language)["column.sheet"])
        last_row = _fill(book, sheet, entries, language)
        sheet.freeze_panes(1, 1)
        sheet.autofilter(0, 0, last_row, len(COLUMNS) - 1)
    return file.getvalue()


def _fill(book: Any, sheet: Any, entries: Iterable[Entry], language: str) -> int:
    """Write all rows; gives the number of the last one."""
    bold = book.add_format({"bold": True, "bottom": 1})
    formats = {
        kind: book.add_format({"num_format": code, "valign": "top"}) for kind, code in _FORMATS.items()
    }
    for number, column in enumerate(COLUMNS):
        sheet.set_column(number, number, column.width)
        sheet.write_string(0, number, column.heading(language), bold)
    row = 0
    for row, entry in enumerate(entries, start=1):
        for number, column in enumerate(COLUMNS):
            _write(sheet, row, number, column.value(entry, language), formats[column.kind])
    return row


def _write(sheet: Any, row: int, number: int, value: Cell, form: Any) -> None:
    if isinstance(value, str):
        sheet.write_string(row, number, printable(value)[:_MAX_CELL], form)
    elif value is not None:
        sheet.write_number(row, number, value, form)
