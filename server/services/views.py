"""Saved views of the list: filters, order and columns under a name. They lie in the settings, and so in every backup."""

from __future__ import annotations

from typing import Any

from server.errors import Inconsistent, SoiError
from server.fields.kinds import (
    Body,
    FlagField,
    FreeField,
    NullableField,
    ObjectField,
    RowsField,
    TagsField,
    TextField,
)
from server.security.tokens import new_id

VIEWS = "views"
"""Their name among the tables in the settings."""
MOST_VIEWS, MOST_FILTERS = 100, 4_000
_WORD = TextField(60, minimum=1, required=True)
VIEW = Body(
    {
        "id": TextField(40, minimum=1),
        "name": _WORD,
        "filters": FreeField(MOST_FILTERS, required=True),
        "sort": NullableField(ObjectField(Body({"by": _WORD, "descending": FlagField(required=True)}))),
        "columns": NullableField(TagsField(most=200, longest=200)),
        "is_default": FlagField(),
    }
)
BODY = Body({"views": RowsField(VIEW, most=MOST_VIEWS, least=0, required=True)})


def read_views(rows: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Views as they are kept, in their order; one without an id gets one. Raises Inconsistent for a name given twice, or two
    that the list begins with."""
    views = [_view(row) for row in rows]
    if sum(view["is_default"] for view in views) > 1:
        raise Inconsistent("Only one view can be the first one.")
    for part in ("id", "name"):
        if len({view[part].casefold() for view in views}) < len(views):
            raise Inconsistent("Two views have the same name.")
    return views


def views_of(saved: Any) -> list[dict[str, Any]]:
    """Those of the saved settings that this version can read."""
    try:
        return read_views(BODY.read({"views": saved or []})["views"])
    except SoiError:
        return []


def _view(row: dict[str, Any]) -> dict[str, Any]:
    columns = row.get("columns")
    return {
        "id": row.get("id") or new_id(),
        "name": row["name"].strip(),
        "filters": row["filters"],
        "sort": row.get("sort"),
        "columns": None if columns is None else list(columns),
        "is_default": row.get("is_default", False),
    }
