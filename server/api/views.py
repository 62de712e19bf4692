"""Saved views of the list."""

from __future__ import annotations

from flask import Blueprint, Response

from server.api.context import answer, read_body, services
from server.api.settings import expected_version
from server.security.policy import policy
from server.services.own_tables import replace_table
from server.services.views import BODY, VIEWS, read_views, views_of

blueprint = Blueprint("views", __name__)


@blueprint.get("/views")
@policy(gives={200: "ViewsAnswer"})
def get_views() -> Response:
    """All saved views in their order; ``own`` is false until some were saved."""
    return _answer()


@blueprint.put("/views")
@policy(body=BODY, gives={200: "ViewsAnswer"})
def put_views() -> Response:
    """Replace all of them; If-Match with the version guards against a second tab."""
    store = services().store
    replace_table(
        store, VIEWS, read_views(read_body()["views"]), expected_version(store.settings.get().version)
    )
    return _answer()


def _answer() -> Response:
    saved = services().store.settings.get()
    shown = {"views": views_of(saved.value.get(VIEWS)), "own": VIEWS in saved.value}
    response = answer(shown | {"version": saved.version})
    response.headers["ETag"] = f'"{saved.version}"'
    return response
