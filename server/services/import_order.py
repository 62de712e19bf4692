"""What a request for an import asks for."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

from msgspec import Struct, field

from server.sheet_import.choices import Corrections, ImportChoice
from server.store.records import Status

UnclearAnswer = Literal["text", "likely", "written"]
"""What to keep of a price that may mean something else: its words, the likeliest meaning, or the number as it stands."""


class Order(Struct, frozen=True):
    """What a request asks for."""

    dry_run: bool = True
    unclear: UnclearAnswer = "text"
    choice: ImportChoice = field(default_factory=ImportChoice)
    tag: str = ""
    """Put on every creator of the import."""
    corrections: Corrections = field(default_factory=dict)
    """Cells that a person has put right."""
    statuses: Mapping[str, Status] = field(default_factory=dict)
    """What the sheet's own words for the status count as; each stays as the creator's stage."""
