"""What is known of one creator: rulings on signs, history, and erasing all of it."""

from __future__ import annotations

from flask import Blueprint, Response

from server.api.context import actor, answer, read_body, resources, services
from server.fields.creators import shortlist_username
from server.security.policy import policy
from server.store.values import RULING, SIGNAL

blueprint = Blueprint("creators", __name__)


@blueprint.get("/creators/<creator:username>")
@policy(gives={200: "CreatorAnswer"})
def creator(username: str) -> Response:
    """The creator with entry, kept visits and rulings."""
    return answer(resources().creators.told(username))


@blueprint.put("/creators/<creator:username>/rulings/<signal>")
@policy(body=RULING, gives={200: "Ruling"})
def put_ruling(username: str, signal: str) -> Response:
    """Rule on one sign of one creator; the ruling stays for later checks."""
    body = read_body()
    name, signal = shortlist_username(username), str(SIGNAL.read("signal", signal))
    return answer(services().store.rulings.set(name, signal, body["ruling"], body.get("note", "")))


@blueprint.delete("/creators/<creator:username>/rulings/<signal>")
@policy(gives={204: None})
def delete_ruling(username: str, signal: str) -> Response:
    """Take a ruling back."""
    services().store.rulings.remove(shortlist_username(username), signal)
    return Response(status=204)


@blueprint.delete("/creators/<creator:username>")
@policy(gives={200: "CreatorErased"})
def erase(username: str) -> Response:
    """Erase a creator everywhere in the data folder; says what it cannot reach. 404 where nothing was known."""
    services().uploads.forget()  # a backup on its way may name them
    return answer(resources().creators.erase(username, actor()))
