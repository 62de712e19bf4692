"""Paired clients and scripts' tokens: listed and revoked by a person."""

from __future__ import annotations

import secrets
from datetime import UTC, datetime

from flask import Blueprint, Response

from server.api.context import answer, client, read_body, services
from server.errors import Duplicate, NotFound
from server.schemas.fields import Body, TextField
from server.security import tokens
from server.security.policy import policy
from server.store.records import Device
from server.store.store import Store

blueprint = Blueprint("devices", __name__)


@blueprint.get("/devices")
@policy(access="person")
def all_devices() -> Response:
    """Who is connected, without any secret."""
    return answer({"devices": [shown(device) for device in services().store.devices.all()]})


@blueprint.delete("/devices/current")
@policy(answers=(204,))
def revoke_own() -> Response:
    """Disconnect the sender itself: what a browser does that is told to forget its connection."""
    device = client().device
    if device is None or not services().store.devices.remove(device.client_id):
        raise NotFound
    return Response(status=204)


@blueprint.delete("/devices/<client_id>")
@policy(access="person", answers=(204,))
def revoke(client_id: str) -> Response:
    """Disconnect a client: its token is refused from now on."""
    if not services().store.devices.remove(client_id):
        raise NotFound
    return Response(status=204)


@blueprint.post("/tokens")
@policy(access="connector", body=Body({"name": TextField(60, minimum=1, required=True)}), answers=(201,))
def create() -> Response:
    """A bearer token for a script; shown once."""
    return answer(create_token(services().store, read_body()["name"]), 201)


def create_token(store: Store, name: str) -> dict[str, str]:
    """Keep a script's token under ``name``; gives it in clear, this once. Raises Duplicate."""
    if any(device.name == name and device.kind == "script" for device in store.devices.all()):
        raise Duplicate("There is a token of this name already. Revoke it, or choose another name.")
    token = tokens.new_token()
    device = Device(
        client_id=tokens.new_id(),
        name=name,
        kind="script",
        token_sha256=tokens.digest(token),
        proof_key=secrets.token_urlsafe(32),
        created_at=datetime.now(UTC),
    )
    store.devices.add(device)
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
    }
