"""Connecting a client: PKCE on its side, a person's click on this one. The sequence stands in docs/protocol.md."""

from __future__ import annotations

from flask import Blueprint, Response, request

from server.api.context import answer, client, read_body, services
from server.errors import BadField
from server.fields.kinds import Body, ChoiceField, FlagField, TextField
from server.security import tokens
from server.security.pairing import PAIRING_SECONDS, Pairing
from server.security.policy import policy
from server.services.devices import connect

blueprint = Blueprint("pairings", __name__)

START = Body(
    {
        "name": TextField(60, minimum=1, required=True),
        "challenge": TextField(43, required=True),
        "challenge_method": ChoiceField(("S256",), required=True),
        "language": ChoiceField(("en", "vi")),
    }
)


@blueprint.post("/pairings")
@policy(access="public", any_extension=True, body=START, gives={201: "PairingStarted"})
def start() -> Response:
    """Ask to be connected; a person must allow it within ten minutes."""
    body = read_body()
    if not tokens.is_challenge(body["challenge"]):
        raise BadField("challenge: base64url of a SHA-256 without padding is needed.")
    origin = request.headers.get("Origin")
    pairing = services().pairings.start(body["name"], body["challenge"], origin, body.get("language"))
    services().terminal_code.renew()
    return answer(
        {
            "id": pairing.id,
            "code": pairing.code,
            "approve_url": f"{services().page_url}/pair/{pairing.id}",
            "expires_in": PAIRING_SECONDS,
        },
        201,
    )


@blueprint.get("/pairings")
@policy(access="person", gives={200: "WaitingPairings"})
def waiting() -> Response:
    """Requests that wait for a person."""
    return answer({"pairings": [_shown(pairing) for pairing in services().pairings.waiting()]})


@blueprint.post("/pairings/<pairing_id>/decision")
@policy(access="connector", body=Body({"allow": FlagField(required=True)}), gives={200: "PairingDecided"})
def decide(pairing_id: str) -> Response:
    """Allow or deny a request."""
    mine = client().member
    member = mine.id if mine else None
    return answer(
        {"state": services().pairings.decide(pairing_id, allow=read_body()["allow"], member=member)}
    )


@blueprint.post("/pairings/<pairing_id>/claim")
@policy(
    access="public",
    any_extension=True,
    body=Body({"verifier": TextField(128, required=True)}),
    gives={200: "PairingClaimed", 202: "PairingPending"},
)
def claim(pairing_id: str) -> Response:
    """Fetch the token, once, after the request was allowed."""
    pairing = services().pairings.claim(pairing_id, read_body()["verifier"])
    if pairing is None:
        return answer({"state": "pending"}, 202)
    device, token = connect(services().store, pairing.name, "browser", pairing.origin, pairing.member)
    return answer({"client_id": device.client_id, "token": token, "proof_key": device.proof_key})


def _shown(pairing: Pairing) -> dict[str, object]:
    return {
        "id": pairing.id,
        "name": pairing.name,
        "code": pairing.code,
        "origin": pairing.origin,
        "expires_in": services().pairings.seconds_left(pairing),
    }
