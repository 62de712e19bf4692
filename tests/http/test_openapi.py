"""The OpenAPI document and docs/protocol.md say what the routes are; docs/settings.md says what the settings are."""

from __future__ import annotations

import json
import re
from contextlib import nullcontext
from pathlib import Path
from typing import Any

import pytest

from server.api.openapi import document
from server.security.policy import policy_of
from tests.http.conftest import Client
from tests.http.held import hold

ROOT = Path(__file__).resolve().parents[2]
METHODS = {"GET", "POST", "PUT", "PATCH", "DELETE"}


def routes(client: Client) -> set[tuple[str, str]]:
    """Method and address of every route of the API, with {name} for its arguments."""
    return {
        (method, re.sub(r"<(?:\w+:)?(\w+)>", r"{\1}", rule.rule))
        for rule in client.app.url_map.iter_rules()
        if rule.rule.startswith("/api/")
        for method in (rule.methods or set()) & METHODS
    }


def test_the_document_has_every_route_and_no_other(client: Client) -> None:
    """It is served without a token, and made from the routes."""
    served = client.call("GET", "/api/v1/openapi.json", Authorization="").json
    assert served["openapi"] == "3.1.0"
    documented = {(method.upper(), path) for path, item in served["paths"].items() for method in item}
    assert documented == routes(client)


def test_every_operation_says_what_it_does_and_who_may(client: Client) -> None:
    """A summary, answers, and the token wherever the route is not public."""
    for path, item in document(client.app)["paths"].items():
        for method, operation in item.items():
            assert operation["summary"].endswith("."), path
            assert operation["responses"].keys() - {"4XX", "5XX"}, path
            refused = client.call(method.upper(), path.replace("{", "").replace("}", ""), Authorization="")
            assert (refused.status_code == 401) is bool(operation["security"]) or path.endswith("/claim")


def test_every_view_has_a_policy_of_its_own(client: Client) -> None:
    """A forgotten decorator would mean the default, unseen."""
    bare = [name for name, view in client.app.view_functions.items() if not hasattr(view, "soi_policy")]
    assert bare == []
    assert policy_of(None).access == "client"


def test_the_protocol_names_every_route(client: Client) -> None:
    """A route that nobody wrote about is not finished."""
    text = (ROOT / "docs" / "protocol.md").read_text("utf-8").replace("`", "")
    written = {(method, path.replace("{pairing_id}", "{id}")) for method, path in routes(client)}
    missing = [f"{m} {p}" for m, p in sorted(written) if f"{m} {p.translate(_ANGLES)}" not in text]
    assert missing == []


_ANGLES = str.maketrans("{}", "<>")


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ({"sequence": 1, "reset": False, "changes": [], "shared": False}, []),
        ({"sequence": 1, "reset": False, "changes": [], "shared": False, "more": 1}, ["unknown"]),
        ({"sequence": 1, "reset": False, "changes": []}, ["missing"]),
        ({"sequence": "1", "reset": False, "changes": [], "shared": False}, ["type"]),
        (
            {
                "sequence": 1,
                "reset": False,
                "changes": [{"sequence": 2, "kind": "other", "username": None}],
                "shared": True,
            },
            ["word"],
        ),
    ],
)
def test_an_answer_is_held_against_its_schema(body: dict[str, Any], expected: list[str]) -> None:
    """What is unknown, missing or of another type is no answer; the whole suite asks through this."""
    with pytest.raises(AssertionError) if expected else nullcontext():
        hold("GET", "/api/v1/changes?since=0", 200, json.dumps(body).encode())


def test_what_nobody_has_described_is_no_answer() -> None:
    """A status without a schema, and an address without an operation that succeeds."""
    for target, status in (("/api/v1/changes", 201), ("/api/v1/nothing", 200)):
        with pytest.raises(AssertionError):
            hold("GET", target, status, b"{}")
