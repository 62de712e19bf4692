"""The shortlist as a workbook."""

from __future__ import annotations

from server.exports.tables import WrittenTable

MEDIA_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def write(table: WrittenTable) -> bytes:
    """The whole file."""
    from server.exports.xlsx_file import write_file  # noqa: PLC0415 - the route names the media type at the start, and XlsxWriter takes 60 ms

    return write_file(table)
