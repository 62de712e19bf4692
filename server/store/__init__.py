"""The store: creators, their history and the shortlist, durable on this machine.

Callers use ``open_store``, the class ``server.store.store.Store`` and ``server.store.records``.
"""

from __future__ import annotations

import hashlib
import re
from pathlib import Path
from typing import TYPE_CHECKING

from server.errors import BadSetting
from server.store.engine.layout import Layout

if TYPE_CHECKING:
    from server.store.store import Store
    from server.store.work import Progress

_FILE_NAMES = {"tinydb": "soi.json", "sqlite": "soi.sqlite"}
"""In the folder of a URL that names no file."""
_POSTGRESQL = "postgresql+psycopg"
_THIS_MACHINE = ("localhost", "127.0.0.1", "::1")
_DRIVE = re.compile(r"/*([A-Za-z]:.*)")


def open_store(
    url: str,
    home: Path | None = None,
    *,
    port: int | None = None,
    read_only: bool = False,
    progress: Progress | None = None,
    filling: bool = False,
) -> Store:
    """Open the store at ``url``: ``tinydb:///FOLDER`` or ``tinydb:///FILE.json``, ``sqlite:///FILE``, or
    ``postgresql+psycopg://USER@HOST/DATABASE``, whose backups and lock lie in the data folder ``home``.

    ``port`` is what a second server on the same store will be told. ``read_only`` reads beside a running server and
    never writes. ``progress`` is told of a check of the whole store. ``filling``: for a move into it, also where an
    earlier one was stopped. Raises BadSetting, AlreadyRunning, DbNewer, DiskFull, StorageReadonly; Busy where a
    database is away; HalfMoved.
    """
    layout = layout_of(url, home)
    if _scheme(url) == "tinydb":
        from server.store.tinydb import embedded_store  # noqa: PLC0415 - it imports this package's records

        return embedded_store(layout.snapshot, port=port, read_only=read_only, progress=progress)
    try:
        from server.store import sql  # noqa: PLC0415 - an extra: most machines have no SQLAlchemy
    except ModuleNotFoundError as error:
        words = "database: this one needs more packages: pip install 'soi[postgres]'."
        raise BadSetting(words) from error
    if _scheme(url) == "sqlite":
        return sql.sqlite_store(
            layout.snapshot, port=port, read_only=read_only, progress=progress, filling=filling
        )
    return sql.postgresql_store(
        url, layout, port=port, read_only=read_only, progress=progress, filling=filling
    )


def database_hosts(url: str) -> frozenset[str]:
    """Names of the machines on which the database of ``url`` is; none where it is a file here."""
    if _scheme(url) != _POSTGRESQL:
        return frozenset()
    from sqlalchemy import make_url  # noqa: PLC0415 - an extra: most machines have no SQLAlchemy

    parts = make_url(url)
    asked = parts.query.get("host", ())
    named = (asked,) if isinstance(asked, str) else asked
    hosts = {one.partition(":")[0] for text in named for one in text.split(",")}
    return frozenset(hosts | {parts.host} if parts.host else hosts)


def database_elsewhere(url: str) -> str | None:
    """The name of another machine on which the database of ``url`` is; None where everything is on this one."""
    away = (host for host in database_hosts(url) if host not in _THIS_MACHINE and not host.startswith("/"))
    return min(away, default=None)


def is_in_use(url: str, home: Path | None = None) -> bool:
    """Whether a process holds the store of ``url``: a server, or a command that is at work."""
    from server.store.engine.locking import is_held  # noqa: PLC0415 - a command that needs no store loads none

    return is_held(layout_of(url, home))


def is_there(url: str, home: Path | None = None) -> bool:
    """Whether there is a store to read; of a database on another machine that is seen when it is opened."""
    return _scheme(url) == _POSTGRESQL or layout_of(url, home).snapshot.exists()


def layout_of(url: str, home: Path | None = None) -> Layout:
    """Where the files of the store of ``url`` lie. Raises BadSetting, which says what to write instead.

    A path is taken as it stands, without percent decoding: folders may hold any character.
    """
    scheme, _, path = url.partition("://")
    if scheme == _POSTGRESQL and home is not None:
        place = hashlib.sha256(_without_user(path).encode()).hexdigest()[:8]
        return Layout(home / f"soi-postgresql-{place}.json")
    if scheme not in _FILE_NAMES or not path.startswith("/") or not path.strip("/"):
        raise BadSetting(
            "database: write tinydb:///PATH or sqlite:///PATH with a path on this machine, "
            "or postgresql+psycopg://USER@HOST/DATABASE."
        )
    drive = _DRIVE.fullmatch(path)
    file = Path(drive[1] if drive else "/" + path.lstrip("/"))
    is_file = file.suffix == ".json" if scheme == "tinydb" else file.suffix in (".sqlite", ".sqlite3", ".db")
    return Layout(file if is_file else file / _FILE_NAMES[scheme])


def _scheme(url: str) -> str:
    return url.partition("://")[0]


def _without_user(place: str) -> str:
    """Host and database: another password leads to the same backups."""
    return place.rpartition("@")[2]
