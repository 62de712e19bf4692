"""The answer of an import: what is taken and how it was read, what is not and why; nothing is lost without a word."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from server.exports.grids import Book
from server.exports.price_cells import PRICE
from server.fields.prices import told
from server.handles import platform_of
from server.money import words
from server.services.import_rows import Differing, Taken, loses_reason
from server.sheet_import.reading import SheetTable, ignored
from server.sheet_import.row_values import Values
from server.store.records import ImportRow, Saved
from server.times import iso

MAX_PREVIEW = 200
"""Creators whose values are shown before they are saved."""

Onto = tuple[ImportRow, list[Differing]]


def answered(
    book: Book,
    tables: Sequence[SheetTable],
    single: Sequence[Taken],
    onto: Sequence[Onto],
    results: Sequence[Saved],
    *,
    dry_run: bool,
) -> dict[str, Any]:
    """All of it, sheet by sheet and row by row."""
    lines = [
        (saved.created, _line(taken.values, saved.entry.username))
        for taken, saved in zip(single, results, strict=True)
    ]
    left_out = [remark.to_json() for table in tables for remark in table.left_out]
    return {
        "dry_run": dry_run,
        "rows": sum(len(table.people) + len(table.left_out) for table in tables),
        "new": [line for created, line in lines if created],
        "duplicates": [line for created, line in lines if not created],
        "saved": [
            {"username": saved.entry.username, "version": saved.entry.version}
            for saved in results
            if saved.changed and not dry_run
        ],
        "repeated": [_line(later, taken.row.username) for taken in single for later, _ in taken.later],
        "left_out": left_out,
        "bad": [{"row": out["row"], "code": out["code"], "message": out["reason"]["en"]} for out in left_out],
        "differing": _differing(single, onto),
        "dropped": [
            _line(taken.values, taken.row.username) | {"field": "reject_reason"}
            for taken, (row, _) in zip(single, onto, strict=True)
            if loses_reason(row)
        ],
        **_said(tables, single),
        "passed_over": [row for table in tables for row in table.passed_over if row["kind"] != "blank"],
        "sheets": [table.to_json() for table in tables],
        "mapping": [
            column.to_json(table.grid.name)
            for table in tables
            if table.is_read or table.is_asked
            for column in table.columns
        ],
        "preview": [
            _preview(taken, row) for taken, (row, _) in zip(single[:MAX_PREVIEW], onto, strict=False)
        ],
        "encoding": book.encoding,
        "separator": book.separator,
        "ignored_columns": list(
            dict.fromkeys(heading for table in tables if table.is_read for heading in ignored(table))
        ),
    }


def _line(values: Values, username: str) -> dict[str, Any]:
    return {"sheet": values.sheet, "row": values.row, "username": username}


def _differing(single: Sequence[Taken], onto: Sequence[Onto]) -> list[dict[str, Any]]:
    """Values that are not taken, because an earlier row or the list has another one."""
    found = []
    for taken, (_, present) in zip(single, onto, strict=True):
        rows = [(later, differing) for later, differing in taken.later]
        for values, differing in (*rows, (taken.values, present)):
            where = "list" if differing is present else "file"
            found += [
                _line(values, taken.row.username) | {"kept_from": where} | each.to_json()
                for each in differing
            ]
    return found


def _said(tables: Sequence[SheetTable], single: Sequence[Taken]) -> dict[str, Any]:
    """Cells of which only the words are kept or that are worth a look, and prices of which a person is asked."""
    kept: list[dict[str, Any]] = []
    asked: list[dict[str, Any]] = []
    for table in tables:
        for person in table.people:
            kept += [remark.to_json() | {"username": person.username} for remark in person.values.remarks]
    for taken in single:
        _say_price(taken, kept, asked)
    return {"kept_as_text": kept, "asked": asked}


def _say_price(taken: Taken, kept: list[dict[str, Any]], asked: list[dict[str, Any]]) -> None:
    reading = taken.price
    line = _line(taken.values, taken.row.username) | {"column": PRICE}
    if not reading.is_clear:
        asked.append(line | {"text": reading.others[0].text} | told(reading))
    elif reading.kept_as_text and reading.price is not None:
        kept.append(line | {"text": reading.price.text})


def _preview(taken: Taken, row: ImportRow) -> dict[str, Any]:
    """A creator as it will be saved."""
    price = row.changes.get("price_asked")
    values = {
        name: value.to_json() if hasattr(value, "to_json") else value for name, value in row.changes.items()
    }
    return _line(taken.values, row.username) | {
        "platform": platform_of(row.username),
        "profile_id": row.profile_id,
        "added_at": iso(row.added_at) if row.added_at else None,
        "values": values
        | ({"price_asked": price.to_json() | {"shown": words(price).to_json()}} if price else {}),
    }
