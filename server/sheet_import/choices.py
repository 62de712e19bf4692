"""What a person says of a sheet before it is read. Nothing that reads one is loaded for it."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec import Struct, field

from server.messages import Language

EVERY_SHEET = "*"
"""No sheet can be called so."""
Corrections = Mapping[str, Mapping[int, Mapping[str, str]]]
"""Texts by sheet, row as the spreadsheet counts, and letters of the column."""


class ImportChoice(Struct, frozen=True):
    """What a person has chosen: which sheets (None: all visible ones), and meanings by sheet and letters of a column."""

    sheets: frozenset[str] | None = None
    meanings: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    remembered: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    """Meanings by signature of the headings, for sheets of which ``meanings`` says nothing."""
    language: Language = "vi"
    """In which a column without a heading is called; its cells are kept under that name."""

    def given(self, sheet: str) -> Mapping[str, str] | None:
        """What was said of a sheet, by its name or of every sheet."""
        return self.meanings.get(sheet, self.meanings.get(EVERY_SHEET))
