"""What an import has to say of a cell or a row: where it stands, what stands there, and why, in both languages."""

from __future__ import annotations

from typing import Any, Literal

from msgspec import Struct

from server.messages import table

RemarkCode = Literal[
    "no_name", "no_page", "unknown_platform", "bad_name", "unknown_status", "no_date", "two_dates", "no_phone", "no_email",
    "too_long", "many_names", "many_tags", "bad_number", "unreadable",
]  # fmt: skip
_SHOWN = 200
"""Characters of a value that are shown."""


class CellPlace(Struct, frozen=True):
    """A cell, or a whole row where ``column`` is ""."""

    sheet: str
    row: int
    column: str = ""
    heading: str = ""

    def to_json(self) -> dict[str, Any]:
        return {"sheet": self.sheet, "row": self.row, "column": self.column, "heading": self.heading}


class Remark(Struct, frozen=True):
    """One thing that is said."""

    place: CellPlace
    code: RemarkCode
    value: str = ""

    def to_json(self) -> dict[str, Any]:
        value = self.value[:_SHOWN]
        reason = {
            language: table(language)[f"import.reason.{self.code}"].format(value=value)
            for language in ("en", "vi")
        }
        return self.place.to_json() | {"code": self.code, "value": value, "text": value, "reason": reason}
