"""Who is asking: the device, session or command line behind a bearer token."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from server.errors import Unauthorized
from server.security import tokens
from server.security.sessions import Sessions
from server.store.records import Device
from server.store.repository import Repository

ClientKind = Literal["browser", "script", "session", "command"]


@dataclass(frozen=True, slots=True)
class Client:
    """The sender of a request."""

    kind: ClientKind
    device: Device | None = None

    @property
    def is_person(self) -> bool:
        """Whether this is the Soi tab or this machine's command line: these may connect others."""
        return self.kind in ("session", "command")


class Clients:
    """Finds the client of a token, and the origins of paired extensions."""

    def __init__(self, store: Repository, sessions: Sessions, command_token: str) -> None:
        """``command_token`` is known only to who can read the data folder: this machine's command line."""
        self._store = store
        self._sessions = sessions
        self._command_digest = tokens.digest(command_token)

    def identify(self, authorization: str | None) -> Client:
        """The client of an Authorization header. Raises Unauthorized, with the same words whatever is wrong."""
        scheme, _, token = (authorization or "").partition(" ")
        if scheme.lower() != "bearer" or not token:
            raise Unauthorized
        hashed = tokens.digest(token.strip())
        if tokens.same(hashed, self._command_digest):
            return Client("command")
        if self._sessions.is_open(hashed):
            return Client("session")
        device = self._store.device_by_token(hashed)
        if device is None or not tokens.same(device.token_sha256, hashed):
            raise Unauthorized
        self._store.touch_device(device.client_id)
        return Client("script" if device.kind == "script" else "browser", device)

    def is_paired_origin(self, origin: str) -> bool:
        return any(device.origin == origin for device in self._store.devices())
