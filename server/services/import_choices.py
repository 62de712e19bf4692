"""What a person has said of the columns of a kind of sheet, remembered for the next one with the same headings."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from server.services.own_tables import replace_table
from server.sheet_import.choices import ImportChoice
from server.sheet_import.columns import MEANINGS
from server.sheet_import.reading import SheetTable
from server.store.store import Store

IMPORT_CHOICES = "import_choices"
"""Its name among the tables in the settings."""
_MOST = 50
"""Kinds of sheets; the one that was used longest ago gives way."""

Meanings = Mapping[str, str]
"""By letters of a column."""


def remembered(store: Store) -> dict[str, Meanings]:
    """Meanings by signature of the headings; what this version does not know is left out."""
    kept = store.settings.get().value.get(IMPORT_CHOICES)
    rows = kept.items() if isinstance(kept, dict) else ()
    return {signature: _known(meanings) for signature, meanings in rows if isinstance(meanings, dict)}


def remember(store: Store, tables: list[SheetTable], choice: ImportChoice) -> None:
    """Keep what was given by sheet for sheets that were taken; an empty choice forgets."""
    before = store.settings.get()
    choices: dict[str, Any] = dict(remembered(store))
    for table in tables:
        given = choice.given(table.grid.name)
        if table.signature and table.is_read and given is not None:
            choices.pop(table.signature, None)
            if given:
                choices[table.signature] = dict(given)
    kept = dict(list(choices.items())[-_MOST:])
    if kept != before.value.get(IMPORT_CHOICES, {}):
        replace_table(store, IMPORT_CHOICES, kept or None, before.version)


def _known(meanings: Mapping[str, Any]) -> Meanings:
    return {letters: meaning for letters, meaning in meanings.items() if meaning in MEANINGS}
