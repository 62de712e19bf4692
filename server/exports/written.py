"""A cell as text for files that are nothing but text: numbers, days and times as the language's spreadsheet reads them."""

from __future__ import annotations

from datetime import date, datetime

from server.exports.cells import guard, printable
from server.exports.columns import CellValue

_DAYS = {"en": "%Y-%m-%d", "vi": "%d/%m/%Y"}
_DECIMAL = {"en": ".", "vi": ","}


def written(value: CellValue, language: str) -> str:
    """The text of a cell; "" for nothing. A text that would be calculated is guarded."""
    if value is None:
        return ""
    if isinstance(value, str):
        return guard(printable(value))
    if isinstance(value, datetime):
        return value.strftime(f"{_DAYS[language]} %H:%M:%S")
    if isinstance(value, date):
        return value.strftime(_DAYS[language])
    if float(value).is_integer():
        return str(int(value))
    return repr(round(float(value), 4)).replace(".", _DECIMAL[language])
