"""Columns that are ticked off as things go on: "Đã nhắn", "Đã gửi", "Đã đăng", each with a cross or nothing."""

from __future__ import annotations

from collections.abc import Sequence

from server.sheet_import import statuses
from server.sheet_import.cell_kinds import TICKED
from server.sheet_import.columns import EXPORT, SheetColumn
from server.sheet_import.headings import EXTRA
from server.sheet_import.row_values import Values
from server.store.records import STATUSES

_LEAST = 0.6
"""Share of a column's cells that are ticks: a total may stand below them."""


def take(values: Values, columns: Sequence[SheetColumn], cells: Sequence[str]) -> None:
    """The furthest of the ticked ones is the status, where the row says none that is further; a rejection stays."""
    ticked = [(STATUSES.index(status), c) for c in columns if (status := _ticked(c, cells)) is not None]
    said = values.changes.get("status")
    if not ticked or said == "rejected":
        return
    rank, column = max(ticked, key=lambda each: each[0])
    if said is None or rank > STATUSES.index(said):
        values.changes["status"] = STATUSES[rank]
        values.changes["stage"] = column.heading.strip(" ?:")


def _ticked(column: SheetColumn, cells: Sequence[str]) -> str | None:
    """The status that the column's heading means, where the row is ticked there."""
    if column.meaning != EXTRA or column.by in (EXPORT, "person") or column.kinds["tick"] < _LEAST:
        return None
    if column.place >= len(cells) or cells[column.place].strip().casefold() not in TICKED:
        return None
    status = statuses.status_of(column.heading)
    return status if status not in ("found", "rejected") else None
