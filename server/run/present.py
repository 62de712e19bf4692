"""The server that runs already: finding it, opening its page, stopping it, and starting one in the background."""

from __future__ import annotations

import http.client
import os
import subprocess
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

from server.errors import NoAnswer, NotStarted
from server.run import entrance
from server.run.autostart import background_start
from server.run.command_link import CommandFailed, Note, Reply, over_http, read_note, remove_note
from server.settings import Settings
from server.store import is_in_use
from server.systems import present_system

_START_SECONDS = 60
"""A start on a slow disk with a large store; a process that ends before is not waited for."""
_STOP_SECONDS = 20
_PROBE_SECONDS = 3
_PAUSE = 0.1
_TROUBLE = "start-failed.txt"
_PROGRAM = Path(__file__).resolve().parents[2]
"""Where the start looks for ``server`` first: the folder that the caller happens to be in may hold one too."""


def find(settings: Settings) -> Note | None:
    """The note of a server that holds the store of this data folder. One left behind by a crash does not count."""
    note = read_note(settings.home)
    return note if note is not None and is_in_use(settings.database_url, settings.home) else None


def open_page(settings: Settings, note: Note, page: str = "") -> str:
    """Open a page of the running server in the browser, signed in; its plain address. Raises NoAnswer."""
    address: str = _asked(note, "/api/v1/sessions/codes").json()["url"]
    root, _, code = address.partition("#")
    plain = root + page
    entrance.open_browser_now(settings.home, f"{plain}#{code}", plain)
    return plain


def page_address(note: Note) -> str:
    """Where its page lives, without a code. Raises NoAnswer."""
    answer: dict[str, str] = _asked(note, "/api/v1/sessions/codes").json()
    return answer["url"].partition("#")[0]


def stop(settings: Settings, note: Note) -> None:
    """Have it end cleanly, and wait until the store is free. Raises NoAnswer."""
    _asked(note, "/api/v1/stop")
    if not _until(lambda: not is_in_use(settings.database_url, settings.home), _STOP_SECONDS):
        raise _no_answer(note)


def start(settings: Settings) -> Note:
    """Start a server that outlives this process, and wait until it answers. Raises NotStarted with what it said."""
    settings.home.mkdir(mode=0o700, parents=True, exist_ok=True)
    remove_note(settings)  # of a crash: while the new process takes its lock, nobody must try the lock
    begin = background_start()
    with _trouble_file(settings.home) as said:
        process = subprocess.Popen(  # noqa: S603 - this installation's own program
            begin.command,
            env={**_own_environment(), **begin.environment},
            cwd=_PROGRAM,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=said,
            **present_system().apart(),
        )
        ready = _until(lambda: _answers(settings) or process.poll() is not None, _START_SECONDS)
        said.seek(0)
        words = said.read().decode("utf-8", "replace").strip()
    note = find(settings)
    if note is None or not ready:
        raise NotStarted(words.splitlines()[-1].removeprefix("soi: ") if words else None)
    process.returncode = 0  # it goes on without us; Popen would warn
    return note


def _own_environment() -> dict[str, str]:
    """What the caller has set for a Python of its own would bring other packages in."""
    return {name: value for name, value in os.environ.items() if name not in ("PYTHONPATH", "PYTHONHOME")}


def _answers(settings: Settings) -> bool:
    note = find(settings)
    if note is None:
        return False
    try:
        over_http(note, _PROBE_SECONDS)("GET", "/api/v1/sessions/current")
    except (OSError, http.client.HTTPException, CommandFailed):
        return False
    return True


def _asked(note: Note, path: str) -> Reply:
    try:
        return over_http(note)("POST", path)
    except (OSError, http.client.HTTPException) as error:
        raise _no_answer(note) from error


def _no_answer(note: Note) -> NoAnswer:
    return NoAnswer(
        f"Soi (process {note.pid}, port {note.port}) does not answer. End that process, then start Soi again."
    )


def _until(holds: Callable[[], bool], seconds: float) -> bool:
    deadline = time.monotonic() + seconds
    while not holds():
        if time.monotonic() > deadline:
            return False
        time.sleep(_PAUSE)
    return True


@contextmanager
def _trouble_file(home: Path) -> Iterator[IO[bytes]]:
    """What the new process says of its own failure (0600)."""
    file = home / _TROUBLE
    file.unlink(missing_ok=True)
    descriptor = os.open(file, os.O_RDWR | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(descriptor, "r+b") as said:
        yield said
