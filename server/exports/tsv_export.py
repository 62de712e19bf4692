"""The shortlist as text for pasting into a sheet: Excel, Google Sheets and LibreOffice part pasted text by tabs."""

from __future__ import annotations

import csv
import io

from server.exports.tables import ExportTable
from server.exports.written import written

MEDIA_TYPE = "text/tab-separated-values; charset=utf-8"


def write(table: ExportTable) -> bytes:
    """The whole text; only cells with tabs, quotes or line ends in them are quoted."""
    file = io.StringIO(newline="")
    rows = csv.writer(file, delimiter="\t", lineterminator="\r\n")
    rows.writerow([written(heading, table.language) for heading in table.headings()])
    for row in table.rows():
        rows.writerow([written(cell, table.language) for cell in row])
    return file.getvalue().encode()
