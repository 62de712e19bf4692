"""The shortlist as CSV (RFC 4180): UTF-8 with BOM for Excel, every field quoted.

Excel parts the cells by the list separator of Windows, which is a semicolon wherever the decimal sign is a comma.
"""

from __future__ import annotations

import csv
import io

from server.exports.tables import ExportTable
from server.exports.written import written

MEDIA_TYPE = "text/csv; charset=utf-8"
_SEPARATORS = {"en": ",", "vi": ";"}


def write(table: ExportTable) -> bytes:
    """The whole file."""
    file = io.StringIO(newline="")
    rows = csv.writer(
        file, delimiter=_SEPARATORS[table.language], quoting=csv.QUOTE_ALL, lineterminator="\r\n"
    )
    rows.writerow([written(heading, table.language) for heading in table.headings()])
    for row in table.rows():
        rows.writerow(["" if cell is None else written(cell, table.language) for cell in row])
    return file.getvalue().encode("utf-8-sig")
