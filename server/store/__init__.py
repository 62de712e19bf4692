"""The store: creators, their history and the shortlist, durable on this machine.

Callers use ``open_store``, the class ``server.store.store.Store`` and ``server.store.records``.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

from server.errors import BadSetting
from server.store.engine.layout import Layout

if TYPE_CHECKING:
    from server.store.store import Store
    from server.store.work import Progress

_FILE_NAME = "soi.json"
_DRIVE = re.compile(r"/*([A-Za-z]:.*)")


def open_store(
    url: str, *, port: int | None = None, read_only: bool = False, progress: Progress | None = None
) -> Store:
    """Open the store at ``url``: ``tinydb:///FOLDER``, or ``tinydb:///FILE.json``.

    ``port`` is what a second server on the same store will be told. ``read_only`` reads beside a running server and
    never writes. ``progress`` is told of a check of the whole store. Raises BadSetting, AlreadyRunning, DbNewer, DiskFull, StorageReadonly.
    """
    file = store_file(url)
    from server.store.tinydb import embedded_store  # noqa: PLC0415 - it imports this package's records

    return embedded_store(file, port=port, read_only=read_only, progress=progress)


def is_in_use(url: str) -> bool:
    """Whether a process holds the store of ``url``: a server, or a command that is at work."""
    from server.store.engine.locking import is_held  # noqa: PLC0415 - a command that needs no store loads none

    return is_held(Layout(store_file(url)))


def store_file(url: str) -> Path:
    """Where the store of ``url`` lies. Raises BadSetting, which says what to write instead.

    The path is taken as it stands, without percent decoding: folders may hold any character.
    """
    scheme, _, path = url.partition("://")
    if scheme == "postgresql+psycopg":
        raise BadSetting("database: PostgreSQL comes in a later version. Use tinydb:///PATH for now.")
    if scheme != "tinydb" or not path.startswith("/") or not path.strip("/"):
        raise BadSetting("database: write tinydb:///PATH with the path of a folder on this machine.")
    drive = _DRIVE.fullmatch(path)
    file = Path(drive[1] if drive else "/" + path.lstrip("/"))
    return file if file.suffix == ".json" else file / _FILE_NAME
