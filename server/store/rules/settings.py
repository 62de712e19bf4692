"""The user's settings: one JSON document with a version."""

from __future__ import annotations

from typing import Any

from msgspec import Struct

from server.errors import Conflict
from server.store import judging
from server.store.changes import told
from server.store.collection import Collection
from server.store.documents import ONLY, SETTINGS
from server.store.resource import Resource
from server.store.work import UnitOfWork, View

COLLECTIONS = (Collection(SETTINGS, judging.settings),)


class VersionedJson(Struct, frozen=True):
    """A JSON document of the user, such as the settings, with its version (0: never saved)."""

    value: dict[str, Any]
    version: int


class SavedSettings(Resource):
    """``store.settings``."""

    def get(self) -> VersionedJson:
        """The saved document; an empty one of version 0 before the first save."""
        return self._read(saved_settings)

    def save(self, value: dict[str, Any], expected_version: int | None = None) -> VersionedJson:
        """Replace it. Raises Conflict."""
        return self._write(lambda work: _save(work, value, expected_version), lambda _: told("settings"))


def saved_settings(view: View) -> VersionedJson:
    """The document as it is; see ``SavedSettings.get``."""
    document = view.get(SETTINGS, ONLY)
    return VersionedJson(document["value"], document["version"]) if document else VersionedJson({}, 0)


def _save(work: UnitOfWork, value: dict[str, Any], expected_version: int | None) -> VersionedJson:
    present = saved_settings(work)
    if expected_version not in (None, present.version):
        raise Conflict
    work.put(SETTINGS, ONLY, {"value": value, "version": present.version + 1})
    return VersionedJson(value, present.version + 1)


def keep_table(work: UnitOfWork, name: str, table: Any, expected_version: int) -> None:
    """One of the user's own tables, or none, beside the others. Raises Conflict."""
    kept = {other: value for other, value in saved_settings(work).value.items() if other != name}
    _save(work, kept if table is None else kept | {name: table}, expected_version)
