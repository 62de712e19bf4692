"""Who is asking: the device, session or command line behind a bearer token."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from server.errors import Unauthorized
from server.security import tokens
from server.security.codes import Grant
from server.security.sessions import Sessions
from server.store.records import Device
from server.store.store import Store

ClientKind = Literal["browser", "script", "session", "command"]


@dataclass(frozen=True, slots=True)
class Client:
    """The sender of a request."""

    kind: ClientKind
    device: Device | None = None
    opened_by: str | None = None
    """The device whose code opened this session; None for a session of `soi serve`, and for all other kinds."""

    @property
    def is_person(self) -> bool:
        """Whether this is the Soi tab or this machine's command line."""
        return self.kind in ("session", "command")

    @property
    def may_connect(self) -> bool:
        """Whether it may let others in. What a device has opened may not: a device never makes another one."""
        return self.is_person and self.opened_by is None


class Clients:
    """Finds the client of a token, and the origins of paired extensions."""

    def __init__(self, store: Store, sessions: Sessions, command_token: str) -> None:
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
        grant = self._sessions.grant(hashed)
        if grant is not None:
            return self._session(grant)
        device = self._store.devices.by_token(hashed)
        if device is None or not tokens.same(device.token_sha256, hashed):
            raise Unauthorized
        self._store.devices.touch(device.client_id)
        return Client("script" if device.kind == "script" else "browser", device)

    def knows(self, authorization: str | None) -> bool:
        """Whether a token is one of ours; unlike ``identify`` it notes nothing and never waits for the disk."""
        scheme, _, token = (authorization or "").partition(" ")
        hashed = tokens.digest(token.strip())
        if scheme.lower() != "bearer" or not token:
            return False
        if tokens.same(hashed, self._command_digest) or self._sessions.grant(hashed) is not None:
            return True
        return self._store.devices.by_token(hashed) is not None

    def _session(self, grant: Grant) -> Client:
        """A session that a device's code opened ends when the device is disconnected."""
        if grant.client_id is not None and self._store.devices.get(grant.client_id) is None:
            raise Unauthorized
        return Client("session", opened_by=grant.client_id)

    def is_paired_origin(self, origin: str) -> bool:
        return any(device.origin == origin for device in self._store.devices.all())
