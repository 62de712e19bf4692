"""Saved searches: what the marketer looks for, which of them is active, and what another one would change on the list."""

from __future__ import annotations

from typing import Any

from flask import Blueprint, Response
from msgspec.structs import replace

from server.api.context import answer, read_body, resources, services
from server.api.settings import expected_version
from server.fields.kinds import (
    AmountField,
    Body,
    ChoiceField,
    FlagField,
    NullableField,
    RowsField,
    TagsField,
    TextField,
    WholeField,
)
from server.metrics.tiers import TIERS
from server.scoring.own import own_of
from server.scoring.searches import (
    BANDS,
    CURRENCIES,
    MOST_AMOUNT,
    MOST_DAYS,
    MOST_NAME,
    MOST_SEARCHES,
    MOST_WORD,
    MOST_WORDS,
    SEARCHES,
    read_searches,
    searches_of,
)
from server.security.policy import policy
from server.services.own_tables import replace_table

blueprint = Blueprint("searches", __name__)


class Limit:
    """``{"amount", "currency"}``: the most that one post may cost."""

    required = False
    _body = Body(
        {
            "amount": AmountField(MOST_AMOUNT, required=True),
            "currency": ChoiceField(CURRENCIES, required=True),
        }
    )

    def read(self, name: str, value: Any) -> dict[str, Any]:
        return RowsField(self._body, most=1).read(name, [value])[0]

    def schema(self) -> dict[str, Any]:
        return self._body.schema()


_WORDS = TagsField(most=MOST_WORDS, longest=MOST_WORD)
SEARCH = Body(
    {
        "id": TextField(40, minimum=1),
        "name": TextField(MOST_NAME, minimum=1, required=True),
        "tiers": TagsField(most=len(TIERS)),
        "least_band": NullableField(ChoiceField(BANDS)),
        "newest_days": NullableField(WholeField(MOST_DAYS, minimum=1)),
        "price_limit": NullableField(Limit()),
        "public": FlagField(),
        "languages": _WORDS,
        "niches": _WORDS,
        "rivals": _WORDS,
        "rival_days": NullableField(WholeField(MOST_DAYS, minimum=1)),
    }
)
BODY = Body(
    {
        "searches": RowsField(SEARCH, most=MOST_SEARCHES, least=0, required=True),
        "active": TextField(40, nullable=True),
    }
)


@blueprint.get("/searches")
@policy(gives={200: "SearchesAnswer"})
def get_searches() -> Response:
    """All saved searches and the active one; as shipped where none is saved."""
    return _answer()


@blueprint.put("/searches")
@policy(body=BODY, gives={200: "SearchesAnswer"})
def put_searches() -> Response:
    """Replace all of them and judge by the active one from now on; ``active`` null switches the search off."""
    _save(read_searches(read_body()).to_json())
    return _answer()


@blueprint.delete("/searches")
@policy(gives={200: "SearchesAnswer"})
def delete_searches() -> Response:
    """Back to the one that ships."""
    _save(None)
    return _answer()


@blueprint.post("/searches/preview")
@policy(body=BODY, gives={200: "Preview"})
def preview() -> Response:
    """What these would change on the present list; nothing is changed. Ask again while ``pending`` is not 0."""
    present = own_of(services().store.settings.get().value)
    wanted = replace(present, search=read_searches(read_body()).chosen)
    return answer(resources().threshold_preview.preview(wanted, present))


def _save(own: dict[str, Any] | None) -> None:
    store = services().store
    replace_table(store, SEARCHES, own, expected_version(store.settings.get().version))


def _answer() -> Response:
    saved = services().store.settings.get()
    shown = searches_of(saved.value.get(SEARCHES)).to_json()
    response = answer(shown | {"own": SEARCHES in saved.value, "version": saved.version})
    response.headers["ETag"] = f'"{saved.version}"'
    return response
