"""How this machine's command line reaches the API: the running server, or the same application without a socket.

A running server holds the store's lock, so a command cannot open the store beside it. It leaves a note with a token
of its own in the data folder (0600, gone when it stops): who can read that folder can read the store as well.
"""

from __future__ import annotations

import contextlib
import http.client
import json
import os
import secrets
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from msgspec import Struct

from server import errors
from server.errors import AlreadyRunning, SoiError
from server.settings import Settings
from server.store import open_store
from server.store.work import Progress

FILE_NAME = "running.json"
_SECONDS = 120


class Reply(Struct, frozen=True):
    """An answer of the API."""

    status: int
    body: bytes

    def json(self) -> Any:
        return json.loads(self.body) if self.body else None


_MESSAGES = {
    one.code: one.message
    for one in vars(errors).values()
    if isinstance(one, type) and issubclass(one, SoiError)
}
"""The general words of each code."""


class CommandFailed(SoiError):
    """The API refused; the words are its own, and so are code and details."""

    def __init__(self, status: int, error: dict[str, Any]) -> None:
        super().__init__(error["message"], error.get("details"))
        self.status = status
        self.code = str(error["code"])  # type: ignore[misc] # of this one failure, which stands for every kind
        self.message = _MESSAGES.get(self.code, self.message)  # type: ignore[misc] # as above


Call = Callable[..., Reply]
"""``call(method, path, body=None, media="application/json")``; raises CommandFailed for an error's answer."""


class Note(Struct, frozen=True):
    """What a running server leaves for the command line."""

    pid: int
    port: int
    token: str


def leave_note(settings: Settings, token: str) -> None:
    """Write the note of this process, once it holds its port: nobody else may be handed the token."""
    remove_note(settings)
    with contextlib.suppress(OSError):
        descriptor = os.open(settings.home / FILE_NAME, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(descriptor, "w", encoding="ascii") as file:
            json.dump({"pid": os.getpid(), "port": settings.port, "token": token}, file)


def remove_note(settings: Settings) -> None:
    with contextlib.suppress(OSError):
        (settings.home / FILE_NAME).unlink()


def read_note(home: Path) -> Note | None:
    """The note of the running server, or None where there is none."""
    try:
        return Note(**json.loads((home / FILE_NAME).read_text("ascii")))
    except (OSError, ValueError, TypeError):
        return None


@contextlib.contextmanager
def link(settings: Settings, progress: Progress | None = None) -> Iterator[Call]:
    """The API for one command. ``progress`` is told of a check of the whole store, where no server runs."""
    try:
        store = open_store(settings.database_url, settings.home, progress=progress)
    except AlreadyRunning:
        note = read_note(settings.home)
        if note is None:
            raise
        yield over_http(note)
        return
    try:
        yield _in_process(settings, store)
    finally:
        store.close()


def over_http(note: Note, seconds: float = _SECONDS) -> Call:
    """The API of the running server."""

    def call(method: str, path: str, body: bytes | None = None, media: str = "application/json") -> Reply:
        connection = http.client.HTTPConnection("127.0.0.1", note.port, timeout=seconds)
        with contextlib.closing(connection):
            connection.request(method, path, body, _headers(note.token, body, media))
            response = connection.getresponse()
            return _checked(Reply(response.status, response.read()))

    return call


def _in_process(settings: Settings, store: Any) -> Call:
    from server.app import create_app  # noqa: PLC0415 - Flask is loaded only where it is needed

    token = secrets.token_urlsafe(32)
    client = create_app(settings, store, command_token=token).test_client(use_cookies=False)

    def call(method: str, path: str, body: bytes | None = None, media: str = "application/json") -> Reply:
        response = client.open(
            path,
            method=method,
            data=body,
            headers=_headers(token, body, media),
            base_url=f"http://127.0.0.1:{settings.port}",
        )
        return _checked(Reply(response.status_code, response.data))

    return call


def _headers(token: str, body: bytes | None, media: str) -> dict[str, str]:
    return {"Authorization": f"Bearer {token}"} | ({} if body is None else {"Content-Type": media})


def _checked(reply: Reply) -> Reply:
    if reply.status >= 400:
        raise CommandFailed(reply.status, reply.json()["error"])
    return reply
