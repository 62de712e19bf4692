"""The user's settings: one JSON document with a version."""

from __future__ import annotations

from typing import Any

from server.errors import Conflict
from server.store.documents import SETTINGS
from server.store.embedded import ONLY
from server.store.records import VersionedJson
from server.store.work import View, Work


def settings(view: View) -> VersionedJson:
    """The saved document; an empty one of version 0 before the first save."""
    document = view.get(SETTINGS, ONLY)
    return VersionedJson(document["value"], document["version"]) if document else VersionedJson({}, 0)


def save(work: Work, value: dict[str, Any], expected_version: int | None) -> VersionedJson:
    """Replace it. Raises Conflict."""
    present = settings(work)
    if expected_version not in (None, present.version):
        raise Conflict
    work.put(SETTINGS, ONLY, {"value": value, "version": present.version + 1})
    return VersionedJson(value, present.version + 1)
