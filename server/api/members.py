"""The members of a team: invited by a link of one use, given a role, removed."""

from __future__ import annotations

from flask import Blueprint, Response
from msgspec.structs import replace

from server.api.context import answer, client, read_body, services
from server.errors import Inconsistent, Unauthorized
from server.fields.kinds import Body
from server.security import tokens
from server.security.policy import policy
from server.store.member_records import Member
from server.store.rules.members import INVITATION_TIME, NAMED

blueprint = Blueprint("members", __name__)

_NEW = Body({name: replace(field, required=True) for name, field in NAMED.items()})
_CHANGE = Body(NAMED)


@blueprint.get("/members")
@policy(gives={200: "MembersAnswer"})
def members() -> Response:
    """Everybody, and who of them the sender is; nobody where one person works alone."""
    mine = client().member
    return answer({"members": services().store.members.all(), "me": mine.id if mine else None})


@blueprint.post("/members")
@policy(access="person", body=_NEW, gives={201: "Invitation"})
def invite() -> Response:
    """Somebody new, with a link that opens one session. The first one is who asks, and an owner."""
    body, store = read_body(), services().store
    if not store.members.all():
        if not client().may_connect:
            raise Unauthorized("Only the command line, or a tab that Soi itself opened, may do this.")
        if body["role"] != "owner":
            raise Inconsistent("role: the first member is an owner.")
    code = tokens.new_code()
    member = store.members.add(tokens.new_id(), body["name"].strip(), body["role"], tokens.digest(code))
    return _invitation(member, code)


@blueprint.post("/members/<member_id>/invitations")
@policy(access="person", gives={201: "Invitation"})
def invite_again(member_id: str) -> Response:
    """Another link, for another computer or where the first one was lost."""
    code = tokens.new_code()
    return _invitation(services().store.members.invite(member_id, tokens.digest(code)), code)


@blueprint.patch("/members/<member_id>")
@policy(access="person", body=_CHANGE, gives={200: "Member"})
def change(member_id: str) -> Response:
    """Another name or role, at once for all their browsers and scripts."""
    body = read_body()
    name = body.get("name", "").strip() or None
    return answer(services().store.members.change(member_id, name, body.get("role")))


@blueprint.delete("/members/<member_id>")
@policy(access="person", gives={204: None})
def remove(member_id: str) -> Response:
    """Somebody leaves: their tabs, browsers and scripts are refused from now on. What they did stays."""
    services().store.members.remove(member_id)
    return Response(status=204)


def _invitation(member: Member, code: str) -> Response:
    url = f"{services().page_url}/#code={code}"
    seconds = int(INVITATION_TIME.total_seconds())
    return answer({"member": member, "code": code, "url": url, "expires_in": seconds}, 201)
