"""What ``soi doctor`` says beside the installation: settings, server, port, browsers, disk, backups, last errors."""

from __future__ import annotations

import contextlib
import errno
import http.client
import json
import socket
from collections import deque
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from server import __version__, logs
from server.cli._finding import Finding, Says
from server.errors import SoiError
from server.run.command_link import Note, read_note
from server.security.sockets import can_list, holder_of
from server.settings import FILE_NAME, Settings
from server.store import is_there, open_store
from server.systems import present_system

_SECONDS = 3
_LAST_PORT = 65_535
_ERRORS = 3
_LOG_TAIL = 64 * 2**10
"""Bytes at the end of the log in which errors are looked for."""


def findings(settings: Settings, says: Says) -> Iterator[Finding]:
    """The settings that hold, the server or its port, backups and last errors."""
    file = settings.home / FILE_NAME
    given = ", ".join(sorted(settings.given)) or says("none_set")
    yield says.finding(
        "ok", "settings", "settings" if file.exists() else "settings_no_file", file=file, given=given
    )
    yield from _server(settings, says)
    yield from _backups(settings, says)
    yield from _last_errors(settings.home, says)


def _server(settings: Settings, says: Says) -> Iterator[Finding]:
    note = read_note(settings.home)
    if note is None:
        yield _port(settings.port, says)
        return
    try:
        status = _status(note)
    except (OSError, http.client.HTTPException, ValueError, LookupError, TypeError):
        yield says.finding("miss", "server", "no_answer", "fix.no_answer", pid=note.pid, port=note.port)
        return
    yield says.finding("ok", "server", "runs", pid=note.pid, port=note.port)
    same = status["version"] == __version__
    if same:
        yield says.finding("ok", "versions", "versions", server=status["version"], command=__version__)
    else:
        yield says.finding(
            "miss", "versions", "versions", "fix.versions", server=status["version"], command=__version__
        )
    yield _browsers(status, says)


def _status(note: Note) -> dict[str, Any]:
    connection = http.client.HTTPConnection("127.0.0.1", note.port, timeout=_SECONDS)
    with contextlib.closing(connection):
        connection.request("GET", "/api/v1/status", headers={"Authorization": f"Bearer {note.token}"})
        status: dict[str, Any] = json.loads(connection.getresponse().read())
        status["version"]  # another program's JSON has none
        return status


def _port(port: int, says: Says) -> Finding:
    """Whether the port is free for a start, and what keeps it where it is not."""
    other = port + 1 if port < _LAST_PORT else port - 1
    with socket.socket(socket.AF_INET, socket.SOCK_STREAM) as probe:
        probe.settimeout(_SECONDS)
        if probe.connect_ex(("127.0.0.1", port)) == 0:
            holder = holder_of(port) if can_list() else None
            owner = says("process", name=holder[1], pid=holder[0]) if holder else says("another_program")
            return says.finding(
                "miss", "server", "port_held", "fix.port", port=port, owner=owner, other=other
            )
    with socket.socket(socket.AF_INET, socket.SOCK_STREAM) as probe:
        try:
            present_system().claim_port(probe)  # as a start does: connections of the last run hold nothing
            probe.bind(("127.0.0.1", port))
        except OSError as error:
            is_held = error.errno == errno.EADDRINUSE
            key = "port_silent" if is_held else "port_blocked"
            return says.finding("miss", "server", key, "fix.port", port=port, other=other)
    return says.finding("ok", "server", "port_free", port=port)


def _browsers(status: dict[str, Any], says: Says) -> Finding:
    """A browser that is connected and has brought no page was not allowed to read Instagram's, as far as can be seen."""
    devices = status["devices"]
    if not devices:
        return says.finding("note", "browsers", "unpaired", "fix.unpaired")
    seen = max((device["last_seen"] or "" for device in devices), default="")[:10] or says("never")
    if not status["stats"]["creators"]:
        return says.finding("note", "browsers", "no_page_yet", "fix.permission", n=len(devices), seen=seen)
    return says.finding("ok", "browsers", "browsers", n=len(devices), seen=seen)


def _backups(settings: Settings, says: Says) -> Iterator[Finding]:
    try:
        if not is_there(settings.database_url, settings.home):
            return
        store = open_store(settings.database_url, settings.home, read_only=True)
    except SoiError:
        return  # the finding on the store says so
    try:
        stats = store.stats()
    finally:
        store.close()
    kept = stats.backups
    if not kept:
        yield says.finding(
            "note" if stats.entries else "ok", "backups", "no_backups", "fix.backup" if stats.entries else ""
        )
        return
    with contextlib.suppress(OSError):
        made = datetime.fromtimestamp(Path(kept[0]).stat().st_mtime, UTC)
        yield says.finding("ok", "backups", "backups", n=len(kept), made=f"{made:%Y-%m-%d %H:%M} UTC")


def _last_errors(home: Path, says: Says) -> Iterator[Finding]:
    for line in _errors(home / "logs" / logs.FILE_NAME):
        told = " ".join(str(line[name]) for name in ("event", "type", "place") if name in line)
        yield says.given("ok", "last_error", f"{str(line.get('time', ''))[:19]} {told}")


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
