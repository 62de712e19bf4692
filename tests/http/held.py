"""Every answer that this suite gets, held against the OpenAPI document: what it says is what comes."""

from __future__ import annotations

import json
import tempfile
from functools import cache
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

import jsonschema_rs
from flask import Flask
from werkzeug.exceptions import HTTPException

from server.api.openapi import document
from server.app import create_app
from server.schemas import REF
from server.settings import Settings
from server.store import open_store

METHODS = ("GET", "POST", "PUT", "PATCH", "DELETE")
API = "/api/"


def hold(method: str, target: str, status: int, body: bytes) -> None:
    """Raises AssertionError for an answer of the API that its schema does not know; other pages are not described."""
    path = unquote(urlsplit(target).path)
    if method not in METHODS or not path.startswith(API):
        return
    response = _response(method, path, status)
    content = response.get("content")
    if content is None:
        assert body == b"", f"{method} {path}: {status} should say nothing"
    elif "application/json" in content:
        _hold_json(f"{method} {path} {status}", body, content["application/json"]["schema"])


def _hold_json(what: str, body: bytes, schema: dict[str, Any]) -> None:
    assert b'+00:00"' not in body, f"{what}: a time is written with a Z wherever Soi answers"
    errors = [
        f"{'/'.join(map(str, error.instance_path))}: {error.message[:300]}"
        for error in _validator(json.dumps(schema)).iter_errors(json.loads(body))
    ]
    assert errors == [], f"{what}: {errors}"


def _response(method: str, path: str, status: int) -> dict[str, Any]:
    """What the document says of the answer; a refusal of what is no operation is a refusal like every other."""
    operation = _operation(method, path)
    if operation is None:
        assert status >= 400, f"{method} {path} succeeds and is not in the document"
        return {"content": {"application/json": {"schema": {"$ref": f"{REF}Refusal"}}}}
    responses = operation["responses"]
    found = responses.get(str(status), responses.get(f"{status // 100}XX"))
    assert found is not None, f"{method} {path}: nobody has said what {status} answers"
    return found  # type: ignore[no-any-return] # a part of a JSON document


def _operation(method: str, path: str) -> dict[str, Any] | None:
    app, described = _described()
    try:
        rule, _ = app.url_map.bind("127.0.0.1").match(path, method, return_rule=True)
    except HTTPException:
        return None
    name = f"{rule.endpoint.replace('.', '_')}"
    operations = [one for item in described["paths"].values() for one in item.values()]
    same = [one for one in operations if one["operationId"] == name]
    return same[0] if same else None


@cache
def _validator(schema: str) -> Any:
    _, described = _described()
    return jsonschema_rs.Draft202012Validator(json.loads(schema) | {"components": described["components"]})


@cache
def _described() -> tuple[Flask, dict[str, Any]]:
    """An application that only tells its routes and its document."""
    with tempfile.TemporaryDirectory() as folder:
        settings = Settings(home=Path(folder))
        store = open_store(settings.database_url)
        app = create_app(settings, store)
        store.close()
        return app, document(app)
