"""Who is asking: the device, session or command line behind a bearer token."""

from __future__ import annotations

from typing import Literal

from msgspec import Struct
from msgspec.structs import replace

from server.errors import Unauthorized
from server.security import tokens
from server.security.codes import Grant
from server.security.sessions import Sessions
from server.store.member_records import Member, Role
from server.store.records import Device
from server.store.store import Store

ClientKind = Literal["browser", "script", "session", "command"]


class Client(Struct, frozen=True):
    """The sender of a request."""

    kind: ClientKind
    device: Device | None = None
    opened_by: str | None = None
    """The device whose code opened this session; None for a session of `soi serve`, and for all other kinds."""
    member: Member | None = None
    """Whose it is; None where one person works alone, and for the command line, whose person owns the data folder."""

    @property
    def is_person(self) -> bool:
        """Whether this is the Soi tab or this machine's command line."""
        return self.kind in ("session", "command")

    @property
    def may_connect(self) -> bool:
        """Whether it may let others in. What a device has opened may not: a device never makes another one."""
        return self.is_person and self.opened_by is None

    def may(self, role: Role) -> bool:
        """Whether this client is of at least this role."""
        return self.member is None or self.member.may(role)

    def owns(self, device: Device) -> bool:
        """Whether it may see and cut a connection: its own member's, or as an owner any."""
        return self.member is None or self.member.role == "owner" or device.member == self.member.id


class Clients:
    """Finds the client of a token, and the origins of paired extensions."""

    def __init__(
        self, store: Store, sessions: Sessions, command_token: str, *, needs_members: bool = False
    ) -> None:
        """``command_token`` is known only to who can read the data folder: this machine's command line.
        ``needs_members``: others reach this server, so nobody but that is let in who is no member."""
        self._needs_members = needs_members
        self._store = store
        self._sessions = sessions
        self._command_digest = tokens.digest(command_token)

    def identify(self, authorization: str | None) -> Client:
        """The client of an Authorization header. Raises Unauthorized, with the same words whatever is wrong."""
        return self._with_member(*self._identify(authorization))

    def _identify(self, authorization: str | None) -> tuple[Client, str | None]:
        """The client, and the id of the member whom it says to be of."""
        scheme, _, token = (authorization or "").partition(" ")
        if scheme.lower() != "bearer" or not token:
            raise Unauthorized
        hashed = tokens.digest(token.strip())
        if tokens.same(hashed, self._command_digest):
            return Client("command"), None
        grant = self._sessions.grant(hashed)
        if grant is not None:
            return self._session(grant)
        device = self._store.devices.by_token(hashed)
        if device is None or not tokens.same(device.token_sha256, hashed):
            raise Unauthorized
        self._store.devices.touch(device.client_id)
        return Client("script" if device.kind == "script" else "browser", device), device.member

    def _with_member(self, client: Client, member_id: str | None) -> Client:
        """With whose it is, as the members are now. Raises Unauthorized for who is none any more.

        The code of the terminal is read by whoever keeps the server: the session it opens is the first owner's.
        """
        members = self._store.members.all()
        if client.kind == "command" or not (members or self._needs_members):
            return client
        of_terminal = client.kind == "session" and client.opened_by is None and member_id is None
        for member in members:
            if member.id == member_id or (of_terminal and member.role == "owner"):
                return replace(client, member=member)
        raise Unauthorized

    def knows(self, authorization: str | None) -> bool:
        """Whether a token is one of ours; unlike ``identify`` it notes nothing and never waits for the disk."""
        scheme, _, token = (authorization or "").partition(" ")
        hashed = tokens.digest(token.strip())
        if scheme.lower() != "bearer" or not token:
            return False
        if tokens.same(hashed, self._command_digest) or self._sessions.grant(hashed) is not None:
            return True
        return self._store.devices.by_token(hashed) is not None

    def _session(self, grant: Grant) -> tuple[Client, str | None]:
        """A session that a device's code opened ends when the device is disconnected, and is whose the device is."""
        if grant.client_id is None:
            return Client("session"), grant.member
        device = self._store.devices.get(grant.client_id)
        if device is None:
            raise Unauthorized
        return Client("session", opened_by=grant.client_id), device.member

    def is_paired_origin(self, origin: str) -> bool:
        return any(device.origin == origin for device in self._store.devices.all())
