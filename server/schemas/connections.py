"""Hello, pairing, sessions, devices, and the state of the server."""

from __future__ import annotations

from datetime import datetime
from typing import Any, Literal

from msgspec import UNSET, Struct, UnsetType

from server.store.member_records import Member, Role
from server.store.records import DeviceKind
from server.store.reports import Notice


class Hello(Struct, frozen=True, kw_only=True):
    """``proof`` only for a paired client with a nonce."""

    app: Literal["soi"]
    version: str
    api: int
    proof: str | UnsetType = UNSET


class PairingStarted(Struct, frozen=True, kw_only=True):
    id: str
    code: str
    approve_url: str
    expires_in: int


class WaitingPairing(Struct, frozen=True, kw_only=True):
    id: str
    name: str
    code: str
    origin: str | None
    expires_in: int


class WaitingPairings(Struct, frozen=True, kw_only=True):
    pairings: tuple[WaitingPairing, ...]


class PairingDecided(Struct, frozen=True, kw_only=True):
    state: Literal["allowed", "denied"]


class PairingPending(Struct, frozen=True, kw_only=True):
    state: Literal["pending"]


class PairingClaimed(Struct, frozen=True, kw_only=True):
    client_id: str
    token: str
    proof_key: str


class SessionOpened(Struct, frozen=True, kw_only=True):
    token: str
    expires_in: int


class SessionState(Struct, frozen=True, kw_only=True):
    """``member``: None where one person works alone."""

    state: Literal["open"]
    member: Member | None
    may: tuple[str, ...] | None
    """Routes that the member's role may call, as ``PUT /shortlist/<username>``; None: all."""


class SessionCode(Struct, frozen=True, kw_only=True):
    code: str
    url: str
    expires_in: int


class MembersAnswer(Struct, frozen=True, kw_only=True):
    members: tuple[Member, ...]
    me: str | None
    """The id of who asks."""


class Invitation(Struct, frozen=True, kw_only=True):
    """A link of one use; its code is told this once."""

    member: Member
    code: str
    url: str
    expires_in: int


class ShownDevice(Struct, frozen=True, kw_only=True):
    """A paired client without its secrets."""

    client_id: str
    name: str
    kind: DeviceKind
    origin: str | None
    created_at: datetime
    last_seen: datetime | None
    member: str | None
    """The id of whose it is."""


class DevicesAnswer(Struct, frozen=True, kw_only=True):
    devices: tuple[ShownDevice, ...]


class TokenMade(Struct, frozen=True, kw_only=True):
    name: str
    client_id: str
    token: str


class LiveDevice(ShownDevice, frozen=True, kw_only=True):
    live: bool


class PublicStats(Struct, frozen=True, kw_only=True):
    """Sizes; of the backups only their number."""

    creators: int
    entries: int
    visits: int
    audits: int
    devices: int
    sequence: int
    bytes_on_disk: int
    backups: int
    writable: bool


class NetworkLedger(Struct, frozen=True, kw_only=True):
    guarded: bool
    outbound_refused: int


class ServerStatus(Struct, frozen=True, kw_only=True):
    version: str
    shell: str
    devices: tuple[LiveDevice, ...]
    notice: Notice | None
    stats: PublicStats
    network: NetworkLedger
    role: Role | None
    """Of who asks; what it may do is told by their session. None where one person works alone."""
    database_host: str | None
    """The other machine on which the database is."""


class OpenApi(Struct, frozen=True, kw_only=True):
    """The OpenAPI document, which describes itself."""

    openapi: str
    info: dict[str, Any]
    paths: dict[str, Any]
    components: dict[str, Any]
