"""A creator is (platform, handle, numeric id): "tiktok:NAME" in one field becomes the platform and the handle."""

from __future__ import annotations

from typing import Any

from server.store.work import Doc, Tables


def migrate(tables: Tables) -> Tables:
    """Every creator; a document that is none of a creator stays as it is, for the check of the whole to find."""
    creators = {doc_id: _creator(document) for doc_id, document in tables.get("creators", {}).items()}
    return {**tables, "creators": creators}


def _creator(document: Doc) -> Doc:
    username = document.get("username")
    if not isinstance(username, str):
        return document
    kept = {name: value for name, value in document.items() if name != "username"}
    platform, _, _ = username.rpartition(":")
    if isinstance(former := document.get("former"), list):
        kept["former"] = [_former(row) for row in former]
    return {"platform": platform or "instagram", "handle": _bare(username)} | kept


def _former(row: Any) -> Any:
    return [_bare(row[0]), *row[1:]] if isinstance(row, list) and row and isinstance(row[0], str) else row


def _bare(username: str) -> str:
    return username.rpartition(":")[2]
