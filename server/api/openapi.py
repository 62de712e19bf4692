"""The OpenAPI document: made from the route table and the policies, so that it cannot lag behind."""

from __future__ import annotations

import inspect
import re
from typing import Any, TypeGuard

from flask import Blueprint, Flask, Response, current_app
from werkzeug.routing import Rule

from server import __version__
from server.api.context import answer
from server.errors import SoiError
from server.fields.kinds import Body
from server.schemas import REF, components, name_of
from server.security.policy import JSON, Gives, Policy, policy, policy_of
from server.settings import RULES, schema

blueprint = Blueprint("openapi", __name__)

_METHODS = ("GET", "POST", "PUT", "PATCH", "DELETE")


@blueprint.get("/openapi.json")
@policy(access="public", gives={200: "OpenApi"})
def openapi() -> Response:
    """This document."""
    return answer(document(current_app))


def document(app: Flask) -> dict[str, Any]:
    """OpenAPI 3.1 of every route under /api/."""
    paths: dict[str, dict[str, Any]] = {}
    named: set[str | type] = {"Refusal"}
    for rule in app.url_map.iter_rules():
        if rule.rule.startswith("/api/"):
            path = re.sub(r"<(?:\w+:)?(\w+)>", r"{\1}", rule.rule)
            for method in sorted((rule.methods or set()) & set(_METHODS)):
                paths.setdefault(path, {})[method.lower()] = _operation(app, rule)
                named |= records_of(policy_of(app.view_functions[rule.endpoint]))
    return {
        "openapi": "3.1.0",
        "info": {
            "title": "Soi",
            "version": __version__,
            "description": "The local API. See docs/protocol.md.",
        },
        "paths": dict(sorted(paths.items())),
        "components": {
            "schemas": _schemas(named),
            "securitySchemes": {"token": {"type": "http", "scheme": "bearer"}},
        },
    }


def _operation(app: Flask, rule: Rule) -> dict[str, Any]:
    view = app.view_functions[rule.endpoint]
    demands = policy_of(view)
    if not demands.gives:
        raise LookupError(f"{rule.rule}: its policy does not say what it gives.")
    operation: dict[str, Any] = {
        "operationId": rule.endpoint.replace(".", "_"),
        "summary": (inspect.getdoc(view) or "").split("\n", 1)[0],
        "security": [] if demands.access == "public" else [{"token": []}],
        "parameters": [_path_parameter(name) for name in sorted(rule.arguments)]
        + [{"name": name, "in": "query", "schema": {"type": "string"}} for name in demands.query],
        "responses": {str(status): _response(status, gives) for status, gives in demands.gives.items()}
        | {status: _response(status, ("Refusal",)) for status in _REFUSED},
    }
    if demands.body is not None or demands.media != (JSON,):
        operation["requestBody"] = {"required": True, "content": _content(demands)}
    return operation


_DESCRIPTIONS: dict[int | str, str] = {
    200: "Done.",
    201: "Created.",
    202: "Not decided yet.",
    204: "Done; nothing to say.",
    412: "Somebody else was first.",
    422: "Refused, or the page is no profile.",
}
_REFUSED = ("4XX", "5XX")


def _is_file(gives: str | type) -> TypeGuard[str]:
    """Whether it is a media type and no record."""
    return isinstance(gives, str) and "/" in gives


def records_of(demands: Policy) -> set[str | type]:
    """The records that a view answers with."""
    return {one for gives in demands.gives.values() for one in gives if not _is_file(one)}


def _response(status: int | str, gives: Gives) -> dict[str, Any]:
    """One answer: a record, one of several, a file, or nothing to say."""
    response: dict[str, Any] = {"description": _DESCRIPTIONS.get(status, "An error.")}
    references = [{"$ref": f"{REF}{name_of(one)}"} for one in gives if not _is_file(one)]
    files: dict[str, Any] = {media: {} for media in gives if _is_file(media)}
    if references:
        response["content"] = _json(references[0] if len(references) == 1 else {"anyOf": references})
    elif files:
        response["content"] = files
    return response


def _schemas(named: set[str | type]) -> dict[str, Any]:
    """The records, and the codes that an error may have."""
    found = components(sorted(named, key=name_of))
    codes = sorted({error.code for error in SoiError.__subclasses__()} | {SoiError.code})
    found["Failure"]["properties"]["code"] = {"enum": codes}
    return found


def _path_parameter(name: str) -> dict[str, Any]:
    return {"name": name, "in": "path", "required": True, "schema": {"type": "string"}}


def _content(demands: Policy) -> dict[str, Any]:
    if demands.media != (JSON,):
        return {media: {} for media in demands.media}
    if isinstance(demands.body, Body):
        return _json(demands.body.schema())
    return _json(_settings_schema() if demands.body == "Settings" else _CAPTURE)


def _json(of: dict[str, Any]) -> dict[str, Any]:
    return {JSON: {"schema": of}}


def _settings_schema() -> dict[str, Any]:
    editable = {name: schema(name) for name, rule in RULES.items() if rule.editable}
    return {"type": "object", "additionalProperties": False, "properties": editable}


_CAPTURE: dict[str, Any] = {
    "type": "object",
    "additionalProperties": False,
    "required": ["html"],
    "properties": {
        "schema": {"const": 1},
        "url": {"type": ["string", "null"], "format": "uri"},
        "captured_at": {"type": ["string", "null"], "format": "date-time"},
        "navigation": {"enum": ["load", "spa"]},
        "html": {"type": "string"},
        "responses": {"type": "array", "maxItems": 60, "items": {"type": "object"}},
        "samples": {"type": "object"},
    },
}
