"""The user's own price list, in place of the published ones in its currency."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

from flask import Blueprint, Response

from server.api.context import answer, read_body, services
from server.api.settings import expected_version
from server.fields.kinds import AmountField, Body, ChoiceField, RowsField
from server.fields.prices import Sum
from server.scoring.own import MOST_FOLLOWERS, MOST_RANGES, PRICES, own_of, own_prices
from server.scoring.prices import load_prices
from server.scoring.searches import CURRENCIES
from server.security.policy import policy
from server.services.own_tables import in_numbers, replace_table

blueprint = Blueprint("prices", __name__)

_RANGE = Body(
    {name: AmountField(MOST_FOLLOWERS, required=True) for name in ("from", "to")}
    | {name: Sum(required=True) for name in ("low", "high")}
)
LISTS = Body(
    {
        "lists": RowsField(
            Body(
                {
                    "currency": ChoiceField(CURRENCIES, required=True),
                    "ranges": RowsField(_RANGE, most=MOST_RANGES, required=True),
                }
            ),
            most=len(CURRENCIES),
            required=True,
        )
    }
)


@blueprint.get("/settings/prices")
@policy(access="person", gives={200: "PricesAnswer"})
def get_prices() -> Response:
    """The user's own lists, if there are any, and the published tables."""
    return _answer()


@blueprint.put("/settings/prices")
@policy(access="person", body=LISTS, gives={200: "PricesAnswer"})
def put_prices() -> Response:
    """Replace the own lists; each stands in place of all published lists in its currency."""
    lists = [in_numbers(entry) for entry in read_body()["lists"]]
    year = datetime.now(UTC).year
    own_prices(lists, year)
    _save({"lists": lists, "year": year})
    return _answer()


@blueprint.delete("/settings/prices")
@policy(access="person", gives={200: "PricesAnswer"})
def delete_prices() -> Response:
    """Back to the published lists."""
    _save(None)
    return _answer()


def _save(own: dict[str, Any] | None) -> None:
    store = services().store
    replace_table(store, PRICES, own, expected_version(store.settings.get().version))


def _answer() -> Response:
    saved = services().store.settings.get()
    own = saved.value.get(PRICES) if own_of(saved.value).prices else None
    body = {"own": own and own["lists"], "published": load_prices(), "version": saved.version}
    response = answer(body)
    response.headers["ETag"] = f'"{saved.version}"'
    return response
