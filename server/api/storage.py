"""Backup and restore, for this machine's command line only: they name files of its user."""

from __future__ import annotations

from pathlib import Path

from flask import Blueprint, Response

from server.api.context import answer, read_body, services
from server.api.fields import Body, Text
from server.api.settings import retention
from server.errors import BadField
from server.security.policy import policy

blueprint = Blueprint("storage", __name__)

FILE = Body({"file": Text(4_096, minimum=1, required=True)})


@blueprint.post("/storage/backup")
@policy(access="command", body=FILE, answers=(201,))
def backup() -> Response:
    """Write everything but the connected clients to a new file."""
    services().store.backup(_path(read_body()["file"]))
    return answer({"state": "written"}, 201)


@blueprint.post("/storage/restore")
@policy(access="command", body=FILE)
def restore() -> Response:
    """Replace the store's content by a backup; what was there is backed up first."""
    services().store.restore(_path(read_body()["file"]))
    services().store.set_retention(retention(services().current_settings()))
    services().checker.forget()
    return answer({"state": "restored", "entries": services().store.stats().entries})


def _path(text: str) -> Path:
    path = Path(text)
    if not path.is_absolute():
        raise BadField("file: an absolute path is needed.")
    return path
