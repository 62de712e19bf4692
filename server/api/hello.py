"""Is this Soi, and the Soi that this client was paired with?"""

from __future__ import annotations

from flask import Blueprint, Response, request

from server import __version__
from server.api.context import answer, services
from server.security.policy import policy
from server.security.tokens import hello_proof

API_VERSION = 1

blueprint = Blueprint("hello", __name__)


@blueprint.get("/hello")
@policy(access="public", any_extension=True, query=("client", "nonce"), gives={200: "Hello"})
def hello() -> Response:
    """Name and version; for a paired client also the proof that this server knows its key."""
    body = {"app": "soi", "version": __version__, "api": API_VERSION}
    client_id, nonce = request.args.get("client", ""), request.args.get("nonce", "")
    device = services().store.devices.get(client_id) if client_id else None
    if device is not None:
        proof = hello_proof(device.proof_key, _address(), client_id, nonce)
        body |= {"proof": proof} if proof else {}
    return answer(body)


def _address() -> str:
    """By which name the client has called this server: a proof is good for no other one."""
    public = services().settings.public_host
    return public if public is not None and request.host == public else services().address
