"""Sessions of the Soi tab: a one-use code becomes a token that lives in sessionStorage."""

from __future__ import annotations

from flask import Blueprint, Response, request

from server.api.context import answer, client, read_body, services
from server.errors import NotFound, Unauthorized
from server.fields.kinds import Body, TextField
from server.security.codes import FRAGMENT_SECONDS, Grant
from server.security.policy import policy
from server.security.roles import granted
from server.security.sessions import SESSION_SECONDS
from server.security.tokens import digest

blueprint = Blueprint("sessions", __name__)


@blueprint.post("/sessions")
@policy(access="public", body=Body({"code": TextField(100, required=True)}), gives={201: "SessionOpened"})
def open_session() -> Response:
    """Exchange a one-use code, from the address or from the terminal, for a session."""
    code = read_body()["code"]
    grant = services().fragment_codes.spend(code) or _invited(code) or _grant_of_terminal(code)
    return answer({"token": services().sessions.open(grant), "expires_in": SESSION_SECONDS}, 201)


def _invited(code: str) -> Grant | None:
    """What the link of a member opens."""
    member = services().store.members.join(digest(code))
    return Grant(member=member.id) if member else None


def _grant_of_terminal(code: str) -> Grant:
    if request.host == services().settings.public_host:  # eight letters are for who sits at this machine
        services().strangers.note(request.remote_addr or "")
        raise Unauthorized("This link was used, or is too old. An owner can make another one.")
    if not services().terminal_code.spend(code):
        services().terminal_code.renew()  # printed once in ten minutes at most
        raise Unauthorized("This code is wrong, used or too old. The terminal shows the current one.")
    return Grant()


@blueprint.get("/sessions/current")
@policy(access="person", gives={200: "SessionState"})
def current_session() -> Response:
    """Whether the session still holds, whose it is, and which routes their role may call."""
    member = client().member
    return answer({"state": "open", "member": member, "may": granted(member.role) if member else None})


@blueprint.delete("/sessions/current")
@policy(access="person", gives={204: None})
def close_session() -> Response:
    """Sign this tab, and those that it has vouched for, out. 404 for the command line."""
    _, _, token = request.headers.get("Authorization", "").partition(" ")
    if not services().sessions.close(digest(token.strip())):
        raise NotFound("This is no session.")
    return Response(status=204)


@blueprint.post("/sessions/codes")
@policy(gives={201: "SessionCode"})
def issue_code() -> Response:
    """A one-use code with which a paired browser opens the Soi tab; what it opens ends with that browser's pairing."""
    sender = client()
    if sender.kind == "script":
        raise Unauthorized("A script's token opens no Soi tab.")
    device = sender.device.client_id if sender.device else sender.opened_by
    member = sender.member.id if sender.member else None
    code = services().fragment_codes.issue(Grant(device, member))
    body = {"code": code, "url": f"{services().page_url}/#code={code}", "expires_in": FRAGMENT_SECONDS}
    return answer(body, 201)
