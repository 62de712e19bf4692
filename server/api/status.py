"""The state that the Soi page shows: connected clients, the store's trouble, sizes."""

from __future__ import annotations

import time

from flask import Blueprint, Response
from msgspec.structs import asdict

from server import __version__
from server.api.context import answer, client, services
from server.security.network import LEDGER
from server.security.policy import policy
from server.services.devices import shown
from server.store import database_elsewhere
from server.store.records import Device
from server.web import assets

blueprint = Blueprint("status", __name__)

_LIVE_SECONDS = 120


@blueprint.get("/status")
@policy(access="person", gives={200: "ServerStatus"})
def status() -> Response:
    """Everything that the connect page needs in one answer."""
    store = services().store
    return answer(
        {
            "version": __version__,
            "shell": assets.version(),
            "devices": [
                _with_life(device)
                for device in filter(client().owns, store.devices.all())
                if device.kind == "browser"
            ],
            "notice": store.notice(),
            "stats": _public_stats(),
            "network": LEDGER.to_json(),
            "role": member.role if (member := client().member) else None,
            "database_host": database_elsewhere(services().settings.database_url),
        }
    )


@blueprint.delete("/status/notice")
@policy(access="person", gives={204: None})
def dismiss_notice() -> Response:
    """The person has seen the store's notice."""
    services().store.dismiss_notice()
    return Response(status=204)


def _with_life(device: Device) -> dict[str, object]:
    heard = services().activity.get(device.client_id)
    live = heard is not None and time.monotonic() - heard < _LIVE_SECONDS
    return shown(device) | {"live": live}


def _public_stats() -> dict[str, object]:
    stats = services().store.stats()
    return asdict(stats) | {"backups": len(stats.backups)}
