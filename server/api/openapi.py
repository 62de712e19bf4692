"""The OpenAPI document: made from the route table and the policies, so that it cannot lag behind."""

from __future__ import annotations

import inspect
import re
from typing import Any

from flask import Blueprint, Flask, Response, current_app
from werkzeug.routing import Rule

from server import __version__
from server.api.context import answer
from server.errors import SoiError
from server.schemas.fields import Body
from server.security.policy import JSON, Policy, policy, policy_of
from server.settings import RULES, schema

blueprint = Blueprint("openapi", __name__)

_METHODS = ("GET", "POST", "PUT", "PATCH", "DELETE")


@blueprint.get("/openapi.json")
@policy(access="public")
def openapi() -> Response:
    """This document."""
    return answer(document(current_app))


def document(app: Flask) -> dict[str, Any]:
    """OpenAPI 3.1 of every route under /api/."""
    paths: dict[str, dict[str, Any]] = {}
    for rule in app.url_map.iter_rules():
        if rule.rule.startswith("/api/"):
            path = re.sub(r"<(?:\w+:)?(\w+)>", r"{\1}", rule.rule)
            for method in sorted((rule.methods or set()) & set(_METHODS)):
                paths.setdefault(path, {})[method.lower()] = _operation(app, rule)
    return {
        "openapi": "3.1.0",
        "info": {
            "title": "Soi",
            "version": __version__,
            "description": "The local API. See docs/protocol.md.",
        },
        "paths": dict(sorted(paths.items())),
        "components": {
            "schemas": {"Error": _ERROR},
            "securitySchemes": {"token": {"type": "http", "scheme": "bearer"}},
        },
    }


_ERROR = {
    "type": "object",
    "required": ["error"],
    "properties": {
        "error": {
            "type": "object",
            "required": ["code", "message"],
            "properties": {
                "code": {
                    "enum": sorted({error.code for error in SoiError.__subclasses__()} | {SoiError.code})
                },
                "message": {"type": "string"},
            },
        }
    },
}


def _operation(app: Flask, rule: Rule) -> dict[str, Any]:
    view = app.view_functions[rule.endpoint]
    demands = policy_of(view)
    operation: dict[str, Any] = {
        "operationId": rule.endpoint.replace(".", "_"),
        "summary": (inspect.getdoc(view) or "").split("\n", 1)[0],
        "security": [] if demands.access == "public" else [{"token": []}],
        "parameters": [_path_parameter(name) for name in sorted(rule.arguments)]
        + [{"name": name, "in": "query", "schema": {"type": "string"}} for name in demands.query],
        "responses": {str(status): {"description": _DESCRIPTIONS[status]} for status in demands.answers}
        | {"default": {"description": "An error.", "content": _json({"$ref": "#/components/schemas/Error"})}},
    }
    if demands.body is not None or demands.media != (JSON,):
        operation["requestBody"] = {"required": True, "content": _content(demands)}
    return operation


_DESCRIPTIONS = {
    200: "Done.",
    201: "Created.",
    202: "Not decided yet.",
    204: "Done; nothing to say.",
    422: "Done; the page is no profile.",
}


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
