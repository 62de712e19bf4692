"""The ways in which Instagram's web app asks for an answer and gets it. A test chooses one by ``Knobs.way``."""

from __future__ import annotations

import gzip
import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from flask import Response

Json = dict[str, Any]
PIECE = 4
"""Edges that come with the first document of a stream."""


@dataclass(frozen=True, slots=True)
class Way:
    """How the page asks (see static/app.js), and how the body comes back."""

    ask: str
    body: str = "plain"
    root: str = "xdt"
    """"xig": the roots and operations of a logged-out page of 2026."""
    is_preloaded: bool = False
    """The first profile's answers stand in its document."""


WAYS = {
    "xhr": Way("xhr text"),
    "xhr behind a guard": Way("xhr text", "guard"),
    "xhr with a form": Way("xhr form"),
    "xhr as JSON": Way("xhr json"),
    "xhr as bytes, deferred parts": Way("xhr arraybuffer", "lines"),
    "xhr as a blob, streamed edges": Way("xhr blob", "edges"),
    "fetch, gzip": Way("fetch header", "gzip"),
    "fetch named in its body, deferred parts": Way("fetch text", "lines"),
    "fetch with a form, streamed edges": Way("fetch form", "edges"),
    "fetch of a Request": Way("request header"),
    "fetch of a Request named only in its body": Way("request text", "guard"),
    "preloaded in the document": Way("xhr text", is_preloaded=True),
    "roots of 2026": Way("fetch text", root="xig"),
    "roots of 2026, streamed": Way("fetch header", "edges", root="xig"),
}


def respond(answer: Json, body: str) -> Response:
    """The answer as it goes over the wire."""
    write: dict[str, Callable[[Json], Iterator[Json]]] = {"lines": _deferred, "edges": _streamed}
    pieces = write[body](answer) if body in write else iter([answer])
    text = ("for (;;);" if body == "guard" else "") + "\n".join(json.dumps(piece) for piece in pieces)
    if body != "gzip":
        return Response(text, mimetype="text/javascript")
    packed = Response(gzip.compress(text.encode()), mimetype="application/json")
    packed.headers["Content-Encoding"] = "gzip"
    return packed


def _deferred(answer: Json) -> Iterator[Json]:
    """A first document without the fields of its first root, and those as a part that comes later."""
    data = answer["data"] or {}
    root = next((name for name, value in data.items() if isinstance(value, dict)), None)
    if root is None:
        yield answer
        return
    yield answer | {"data": data | {root: {}}, "extensions": {"is_final": False}}
    yield {"label": "Query$defer$Root", "path": [root], "data": data[root], "extensions": {"is_final": True}}


def _streamed(answer: Json) -> Iterator[Json]:
    """A first document with a few edges; each of the rest is a part of its own."""
    path = _path_of_edges(answer.get("data"))
    if path is None:
        yield answer
        return
    whole = json.loads(json.dumps(answer))
    place = whole["data"]
    for key in path:
        place = place[key]
    rest = place["edges"][PIECE:]
    del place["edges"][PIECE:]
    yield whole
    for index, edge in enumerate(rest, PIECE):
        yield {"label": "Posts$stream$edges", "path": [*path, "edges", index], "data": edge}


def _path_of_edges(value: Any) -> list[str] | None:
    if not isinstance(value, dict):
        return None
    if isinstance(value.get("edges"), list):
        return []
    found = ((key, _path_of_edges(inner)) for key, inner in value.items())
    return next(([key, *path] for key, path in found if path is not None), None)


def logged_out(answer: Json) -> Json:
    """A profile or timeline under the roots of 2026: posts stand in the creator's object, without owner and code."""
    data = answer["data"] or {}
    if "user" in data:
        return {"data": {"xig_user_by_igid_v2": {"user_dict": data["user"]}, "viewer": data["viewer"]}}
    connection: Json = data.get("xdt_api__v1__feed__user_timeline_graphql_connection") or {}
    if not connection:
        return answer
    first = connection["edges"][0]["node"]["user"]["pk"] if connection["edges"] else None
    posts = connection | {"edges": [{"node": _bare(edge["node"])} for edge in connection["edges"]]}
    return {"data": {"xig_user_by_username": {"pk": first, "polaris_ordered_timeline_connection": posts}}}


def _bare(node: Json) -> Json:
    left_out = ("user", "owner", "code", "like_and_view_counts_disabled", "coauthor_producers")
    kind = {1: "Image", 2: "Video", 8: "Carousel"}[node["media_type"]]
    kept = {name: value for name, value in node.items() if name not in left_out}
    return kept | {"media_type": str(node["media_type"]), "__typename": f"XIGPolaris{kind}Media"}
