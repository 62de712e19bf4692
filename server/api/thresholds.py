"""The marketer's own thresholds of the verdict table, and what they would change on the present list."""

from __future__ import annotations

from typing import Any

from flask import Blueprint, Response
from msgspec.structs import replace

from server.api.context import answer, read_body, resources, services
from server.api.settings import expected_version
from server.fields.kinds import AmountField, Body
from server.scoring.own import THRESHOLDS, own_of
from server.scoring.thresholds import own_thresholds, published
from server.security.policy import policy
from server.services.own_tables import replace_table

blueprint = Blueprint("thresholds", __name__)

VALUES = Body({name: AmountField(known.most, known.least) for name, known in published().items()})


@blueprint.get("/settings/thresholds")
@policy(access="person", gives={200: "ThresholdsAnswer"})
def get_thresholds() -> Response:
    """Each named threshold with its present value, the published one, and its limits."""
    return _answer()


@blueprint.put("/settings/thresholds")
@policy(access="person", body=VALUES, gives={200: "ThresholdsAnswer"})
def put_thresholds() -> Response:
    """Judge by these from now on; a threshold that the body does not name is as published."""
    _save(own_thresholds(read_body()).to_json() or None)
    return _answer()


@blueprint.delete("/settings/thresholds")
@policy(access="person", gives={200: "ThresholdsAnswer"})
def delete_thresholds() -> Response:
    """Back to the published table."""
    _save(None)
    return _answer()


@blueprint.post("/settings/thresholds/preview")
@policy(access="person", body=VALUES, gives={200: "Preview"})
def preview() -> Response:
    """What these thresholds would change on the present list; nothing is changed. Ask again while ``pending`` is not 0."""
    present = own_of(services().store.settings.get().value)
    wanted = replace(present, thresholds=own_thresholds(read_body()))
    return answer(resources().threshold_preview.preview(wanted, present))


def _save(own: dict[str, float] | None) -> None:
    store = services().store
    replace_table(store, THRESHOLDS, own, expected_version(store.settings.get().version))


def _answer() -> Response:
    saved = services().store.settings.get()
    present = own_of(saved.value).thresholds
    values = present.values
    shown: dict[str, Any] = {
        "thresholds": [
            {
                "name": known.name,
                "value": values[known.name],
                "published": known.value,
                "least": known.least,
                "most": known.most,
                "unit": known.unit,
            }
            for known in published().values()
        ],
        "own": bool(present.own),
        "model_version": resources().model_version + present.suffix,
        "version": saved.version,
    }
    response = answer(shown)
    response.headers["ETag"] = f'"{saved.version}"'
    return response
