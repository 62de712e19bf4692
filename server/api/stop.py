"""Ending the server: for this machine's command line alone."""

from __future__ import annotations

from flask import Blueprint, Response

from server.api.context import services
from server.security.policy import policy

blueprint = Blueprint("stop", __name__)


@blueprint.post("/stop")
@policy(access="command", gives={204: None})
def stop() -> Response:
    """End cleanly, soon after this answer. Signals differ from system to system; this is the same on all of them."""
    services().stop()
    return Response(status=204)
