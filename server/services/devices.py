"""Paired clients and scripts' tokens: made and shown; the secret is given in clear once and kept as a hash."""

from __future__ import annotations

import secrets
from datetime import UTC, datetime
from typing import Literal

from server.errors import Duplicate
from server.security import tokens
from server.store.records import Device
from server.store.store import Store


def connect(
    store: Store,
    name: str,
    kind: Literal["browser", "script"],
    origin: str | None = None,
    member: str | None = None,
) -> tuple[Device, str]:
    """Keep a new client; gives it with its token in clear, this once."""
    token = tokens.new_token()
    device = Device(
        client_id=tokens.new_id(),
        name=name,
        kind=kind,
        token_sha256=tokens.digest(token),
        proof_key=secrets.token_urlsafe(32),
        created_at=datetime.now(UTC),
        origin=origin,
        member=member,
    )
    store.devices.add(device)
    return device, token


def create_token(store: Store, name: str, member: str | None = None) -> dict[str, str]:
    """Keep a script's token under ``name``; gives it in clear, this once. Raises Duplicate."""
    if any(device.name == name and device.kind == "script" for device in store.devices.all()):
        raise Duplicate("There is a token of this name already. Revoke it, or choose another name.")
    device, token = connect(store, name, "script", member=member)
    return {"name": name, "client_id": device.client_id, "token": token}


def shown(device: Device) -> dict[str, object]:
    """A device without its secrets."""
    return {
        "client_id": device.client_id,
        "name": device.name,
        "kind": device.kind,
        "origin": device.origin,
        "created_at": device.created_at,
        "last_seen": device.last_seen,
        "member": device.member,
    }
