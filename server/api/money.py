"""What a text says as a price: the pages echo it before anything is saved, and ask where it may mean something else."""

from __future__ import annotations

from flask import Blueprint, Response

from server.api.context import answer, read_body, services
from server.fields.creators import Username
from server.fields.kinds import Body, ChoiceField, TextField
from server.fields.prices import told
from server.money import CURRENCIES, MAX_TEXT, read
from server.security.policy import policy
from server.services.asked_prices import beside_the_list

blueprint = Blueprint("money", __name__)

ASKING = Body(
    {
        "text": TextField(MAX_TEXT, required=True),
        "currency": ChoiceField(tuple(CURRENCIES)),
        "username": Username(),
    }
)


@blueprint.post("/money")
@policy(body=ASKING, gives={200: "PriceRead"})
def money() -> Response:
    """Read a price as it was typed; with a creator's name a price far below the price list is doubted too."""
    body = read_body()
    usual = body.get("currency") or services().current_settings().currency
    reading = read(body["text"], usual)
    if "username" in body:
        reading = beside_the_list(reading, body["username"], services().store)
    return answer(told(reading))
