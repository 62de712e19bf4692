"""What ``soi doctor`` says beside the installation: settings, server, port, browsers, disk, backups, last errors."""

from __future__ import annotations

import contextlib
import http.client
import json
import shutil
import socket
from collections import deque
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from server import __version__, logs
from server.errors import BadSetting, SoiError
from server.run.command_link import Note, read_note
from server.security.sockets import can_list, holder_of
from server.settings import FILE_NAME, Settings, default_home, load_settings
from server.store import open_store, store_file

Line = tuple[str, bool, str, str]
"""Name, whether it is well, what was found, and the line that mends it."""

_SECONDS = 3
_LEAST_FREE = 200 * 2**20
_ERRORS = 3
_LOG_TAIL = 64 * 2**10
"""Bytes at the end of the log in which errors are looked for."""


def running_lines() -> Iterator[Line]:
    """All findings; where the settings cannot be read, that is the only one."""
    try:
        settings = load_settings()
    except BadSetting as error:
        yield "settings", False, error.detail, f"edit {default_home() / FILE_NAME}, or the SOI_ variables"
        return
    file = settings.home / FILE_NAME
    given = ", ".join(sorted(settings.given)) or "none set"
    yield "settings", True, f"{file if file.exists() else f'no {FILE_NAME}'}; given: {given}", ""
    yield from _server(settings)
    yield _disk(settings.home)
    yield from _backups(settings)
    yield from _last_errors(settings.home)


def _server(settings: Settings) -> Iterator[Line]:
    note = read_note(settings.home)
    if note is None:
        yield _port(settings.port)
        return
    try:
        status = _status(note)
    except (OSError, http.client.HTTPException, ValueError):
        yield (
            "server",
            False,
            f"process {note.pid} does not answer on port {note.port}",
            "end that process, then: soi serve",
        )
        return
    yield "server", True, f"runs as process {note.pid} on port {note.port}", ""
    same = status["version"] == __version__
    yield (
        "versions",
        same,
        f"server {status['version']}, command {__version__}",
        "stop Soi and start it again",
    )
    yield _browsers(status["devices"])


def _status(note: Note) -> dict[str, Any]:
    connection = http.client.HTTPConnection("127.0.0.1", note.port, timeout=_SECONDS)
    with contextlib.closing(connection):
        connection.request("GET", "/api/v1/status", headers={"Authorization": f"Bearer {note.token}"})
        status: dict[str, Any] = json.loads(connection.getresponse().read())
        status["version"]  # another program's JSON has none
        return status


def _port(port: int) -> Line:
    """Whether the port is free for a start, and whose it is where it is not."""
    with socket.socket(socket.AF_INET, socket.SOCK_STREAM) as probe:
        probe.settimeout(_SECONDS)
        if probe.connect_ex(("127.0.0.1", port)) != 0:
            return "server", True, f"does not run; port {port} is free. Start it with: soi serve", ""
    holder = holder_of(port) if can_list() else None
    owner = f"{holder[1]} (process {holder[0]})" if holder else "another program"
    return (
        "server",
        False,
        f"port {port} is held by {owner}, not by Soi on this data folder",
        f"stop that program, or: soi serve --port {port + 1 if port < 65_535 else port - 1}",
    )


def _browsers(devices: list[dict[str, Any]]) -> Line:
    if not devices:
        return "browsers", True, "none is connected yet: open the Soi page and choose Connect", ""
    seen = max((device["last_seen"] or "" for device in devices), default="")[:10] or "never"
    return "browsers", True, f"{len(devices)} connected, last heard of: {seen}", ""


def _disk(home: Path) -> Line:
    existing = next(path for path in (home, *home.parents) if path.exists())
    free = shutil.disk_usage(existing).free
    return (
        "disk",
        free >= _LEAST_FREE,
        f"{free / 2**20:,.0f} MB free beside the data",
        "free some space: a save needs it",
    )


def _backups(settings: Settings) -> Iterator[Line]:
    try:
        if not store_file(settings.database_url).exists():
            return
        store = open_store(settings.database_url, read_only=True)
    except SoiError:
        return  # the finding on the store says so
    try:
        kept = store.stats().backups
    finally:
        store.close()
    if not kept:
        yield "backups", True, "none yet. Make one of your own with: soi backup FILE", ""
        return
    with contextlib.suppress(OSError):
        made = datetime.fromtimestamp(Path(kept[0]).stat().st_mtime, UTC)
        yield "backups", True, f"{len(kept)}, the newest of {made:%Y-%m-%d %H:%M} UTC", ""


def _last_errors(home: Path) -> Iterator[Line]:
    for line in _errors(home / "logs" / logs.FILE_NAME):
        told = " ".join(str(line[name]) for name in ("event", "type", "place") if name in line)
        yield "last error", True, f"{str(line.get('time', ''))[:19]} {told}", ""


def _errors(file: Path) -> list[dict[str, Any]]:
    """The last lines of the log that are errors, oldest first; no line of it names anybody."""
    found: deque[dict[str, Any]] = deque(maxlen=_ERRORS)
    with contextlib.suppress(OSError), file.open("rb") as log:
        log.seek(max(0, file.stat().st_size - _LOG_TAIL))
        for text in log:
            with contextlib.suppress(ValueError):
                line = json.loads(text)
                if isinstance(line, dict) and line.get("level") == "error":
                    found.append(line)
    return list(found)
