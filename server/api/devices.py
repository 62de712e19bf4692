"""Paired clients and scripts' tokens: listed and revoked by a person."""

from __future__ import annotations

from flask import Blueprint, Response

from server.api.context import answer, client, read_body, services
from server.errors import NotFound
from server.fields.kinds import Body, TextField
from server.security.policy import policy
from server.services.devices import create_token, shown

blueprint = Blueprint("devices", __name__)


@blueprint.get("/devices")
@policy(access="person", gives={200: "DevicesAnswer"})
def all_devices() -> Response:
    """Who is connected, without any secret; to who is no owner only what is their own."""
    devices = filter(client().owns, services().store.devices.all())
    return answer({"devices": [shown(device) for device in devices]})


@blueprint.delete("/devices/current")
@policy(gives={204: None})
def revoke_own() -> Response:
    """Disconnect the sender itself: what a browser does that is told to forget its connection."""
    device = client().device
    if device is None or not services().store.devices.remove(device.client_id):
        raise NotFound
    return Response(status=204)


@blueprint.delete("/devices/<client_id>")
@policy(access="person", gives={204: None})
def revoke(client_id: str) -> Response:
    """Disconnect a client: its token is refused from now on."""
    devices = services().store.devices
    device = devices.get(client_id)
    if device is None or not client().owns(device) or not devices.remove(client_id):
        raise NotFound
    return Response(status=204)


@blueprint.post("/tokens")
@policy(
    access="connector", body=Body({"name": TextField(60, minimum=1, required=True)}), gives={201: "TokenMade"}
)
def create() -> Response:
    """A bearer token for a script; shown once."""
    mine = client().member
    return answer(create_token(services().store, read_body()["name"], mine.id if mine else None), 201)
