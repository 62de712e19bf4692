"""The shortlist as a workbook. Text is written as strings, never as formula; a user name leads to the creator's page."""

from __future__ import annotations

import io
from datetime import date, datetime
from typing import Any

import xlsxwriter

from server.exports.cells import printable
from server.exports.columns import CellValue, ColumnKind
from server.exports.own_columns import MARK
from server.exports.tables import WrittenTable
from server.handles import page_address

_MAX_CELL = 32_767
"""Characters in one cell (Excel's own limit)."""
_MOST_LINKS = 65_000
"""Excel opens no sheet with more than 65,530."""
_A4 = 9
_DAYS = {"en": "yyyy-mm-dd", "vi": "dd/mm/yyyy"}
_OPTIONS = {
    "in_memory": True,
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
}


def write_file(table: WrittenTable) -> bytes:
    """The whole file."""
    file = io.BytesIO()
    with xlsxwriter.Workbook(file, _OPTIONS) as book:
        if table.is_list:
            book.set_properties({"keywords": MARK})
        sheet = book.add_worksheet(table.title)
        last_row = _fill(book, sheet, table)
        sheet.freeze_panes(1, 1)
        sheet.autofilter(0, 0, last_row, len(table.columns) - 1)
        _for_print(sheet)
    return file.getvalue()


def _for_print(sheet: Any) -> None:
    """Across one page, as many down as it takes, the headings on each."""
    sheet.set_landscape()
    sheet.set_paper(_A4)
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(0)
    sheet.set_footer("&L&A&R&P/&N")


def _fill(book: Any, sheet: Any, table: WrittenTable) -> int:
    """Write all rows; gives the number of the last one."""
    bold = book.add_format({"bold": True, "bottom": 1, "text_wrap": True, "valign": "top"})
    link = book.add_format({"num_format": "@", "valign": "top", "underline": 1, "font_color": "#0563C1"})
    formats = _formats(book, table.language)
    for number, column in enumerate(table.columns):
        sheet.set_column(number, number, column.width)
        sheet.write_string(0, number, printable(column.heading(table.language)), bold)
    forms = [formats[column.kind] for column in table.columns]
    names = next((place for place, column in enumerate(table.columns) if column.key == "username"), None)
    row = 0
    for row, cells in enumerate(table.rows(), start=1):
        for number, (form, cell) in enumerate(zip(forms, cells, strict=True)):
            if cell is None:
                continue  # most cells of a list, where nobody has looked yet
            address = _address(cell) if number == names and row < _MOST_LINKS else None
            if address:
                sheet.write_url(row, number, address, link, cell)
            else:
                _write(sheet, row, number, cell, form)
    return row


def _formats(book: Any, language: str) -> dict[ColumnKind, Any]:
    day = _DAYS[language]
    codes: dict[ColumnKind, str] = {"text": "@", "number": "#,##0.##", "percent": "0.00", "day": day}
    codes |= {"whole": "#,##0", "time": f"{day} hh:mm:ss"}
    return {kind: book.add_format({"num_format": code, "valign": "top"}) for kind, code in codes.items()}


def _address(cell: CellValue) -> str | None:
    return page_address(cell) if isinstance(cell, str) else None


def _write(sheet: Any, row: int, number: int, value: CellValue, form: Any) -> None:
    if isinstance(value, str):
        if value:
            sheet.write_string(row, number, printable(value)[:_MAX_CELL], form)
    elif isinstance(value, date):  # a datetime too
        at = value if isinstance(value, datetime) else datetime(value.year, value.month, value.day)
        sheet.write_datetime(row, number, at, form)
    elif value is not None:
        sheet.write_number(row, number, value, form)
