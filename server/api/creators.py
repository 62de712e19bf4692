"""What is known of one creator: rulings on signs, history, and erasing all of it."""

from __future__ import annotations

from flask import Blueprint, Response

from server.api.context import answer, read_body, services
from server.errors import BadUsername
from server.messages import text
from server.schemas.creator_fields import shortlist_username
from server.security.policy import policy
from server.services.growth import history_of
from server.services.near_names import nobody
from server.store.values import RULING, SIGNAL

blueprint = Blueprint("creators", __name__)


@blueprint.get("/creators/<creator:username>")
@policy()
def creator(username: str) -> Response:
    """The creator with entry, kept visits and rulings."""
    state = services().store.creators.find(_known_name(username))
    if state is None:
        raise nobody(username, services().store)
    return answer(
        {
            "creator": state.creator,
            "shortlist": state.entry,
            "history": history_of(state),
            "visits": state.visits,
            "rulings": state.rulings,
            "outcome": state.outcome,
        }
    )


@blueprint.put("/creators/<creator:username>/rulings/<signal>")
@policy(body=RULING)
def put_ruling(username: str, signal: str) -> Response:
    """Rule on one sign of one creator; the ruling stays for later checks."""
    body = read_body()
    name, signal = shortlist_username(username), str(SIGNAL.read("signal", signal))
    return answer(services().store.rulings.set(name, signal, body["ruling"], body.get("note", "")))


@blueprint.delete("/creators/<creator:username>/rulings/<signal>")
@policy(answers=(204,))
def delete_ruling(username: str, signal: str) -> Response:
    """Take a ruling back."""
    services().store.rulings.remove(shortlist_username(username), signal)
    return Response(status=204)


@blueprint.delete("/creators/<creator:username>")
@policy()
def erase(username: str) -> Response:
    """Erase a creator everywhere in the data folder; says what it cannot reach. 404 where nothing was known."""
    services().checker.forget()  # a check that is under way is not kept
    erased = services().store.erase(_known_name(username))
    services().checker.forget()
    services().threshold_preview.forget()
    services().own_rates.forget()
    if not (erased.usernames or erased.backups):
        raise nobody(username, services().store, {"still_in": erased.still_in})
    return answer({"erased": erased, "note": text("api.erase_note").to_json()})


def _known_name(username: str) -> str:
    """The clean name; also one that no field takes any more, where an older Soi has kept it. Raises BadUsername."""
    try:
        return shortlist_username(username)
    except BadUsername:
        kept = username.removeprefix("@").lower()
        if services().store.creators.find(kept) is None:
            raise
        return kept
