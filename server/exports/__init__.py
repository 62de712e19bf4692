"""The shortlist as files for a spreadsheet, and back.

Each file NAME_export.py of this folder is one format, with ``MEDIA_TYPE`` and ``write`` in it; nothing is registered.
"""

from __future__ import annotations

import pkgutil
from collections.abc import Callable
from importlib import import_module
from typing import TYPE_CHECKING

from msgspec import Struct

if TYPE_CHECKING:
    from server.exports.tables import ExportTable

_EXPORT = "_export"


class ExportFormat(Struct, frozen=True):
    """A kind of file that the list can be written as."""

    media_type: str
    write: Callable[[ExportTable], bytes]
    """The table -> the whole file."""


def export_endings() -> tuple[str, ...]:
    """The endings of the formats' files, e.g. "csv"; nothing is loaded for it."""
    names = (found.name for found in pkgutil.iter_modules(__path__))
    return tuple(sorted(name.removesuffix(_EXPORT) for name in names if name.endswith(_EXPORT)))


def export_format(ending: str) -> ExportFormat:
    """The format of ``ending``. A start asks for all of them; a slow library behind one is loaded when it writes."""
    module = import_module(f"{__name__}.{ending}{_EXPORT}")
    return ExportFormat(module.MEDIA_TYPE, module.write)
