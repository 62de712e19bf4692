"""A list that is exported, erased and imported again is the same list: own stage, contacts, and other platforms too."""

from __future__ import annotations

from typing import Any

import pytest

from tests.http.conftest import Client

IMPORTS = "/api/v1/shortlist/imports?dry_run=false"
KEPT = (
    "username",
    "platform",
    "status",
    "stage",
    "tags",
    "note",
    "owner",
    "contacts",
    "price_asked",
    "full_name",
)
ENTRIES: dict[str, dict[str, Any]] = {
    "lan.vidu": {
        "status": "agreed",
        "stage": "chờ duyệt lần 2",
        "full_name": "Nguyễn Lan",
        "tags": ["làm đẹp", "a;b"],
        "contacts": {
            "emails": ["lan@vidu.example"],
            "phones": ["0912345678", "+6591234567"],
            "zalo": ["0912345678"],
        },
    },
    "tiktok:mai.vidu": {"note": "=1+1", "owner": "@Hoa", "contacts": {"address": "12 Lê Lợi, Huế"}},
}


def entries(client: Client) -> dict[str, dict[str, Any]]:
    found = client.call("GET", "/api/v1/shortlist").json["entries"]
    return {entry["username"]: {name: entry[name] for name in KEPT} for entry in found}


@pytest.mark.parametrize("kind", ["csv?lang=vi", "csv?lang=en", "xlsx?lang=vi", "xlsx?lang=en"])
def test_an_export_comes_back_as_it_was(client: Client, kind: str) -> None:
    """Nothing is left out, asked or kept as text on the way."""
    for name, body in ENTRIES.items():
        assert client.call("PUT", f"/api/v1/shortlist/{name}", body).status_code == 201
    before = entries(client)
    exported = client.call("GET", f"/api/v1/shortlist.{kind}").data
    for name in ENTRIES:
        client.call("DELETE", f"/api/v1/creators/{name}")
    listing = client.call("POST", IMPORTS, exported, Content_Type="application/octet-stream").json
    said = {name: listing[name] for name in ("left_out", "kept_as_text", "asked", "differing")}
    assert (entries(client), said) == (before, {name: [] for name in said})
