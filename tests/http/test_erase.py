"""Erasing says what was found: nobody of that name is no success, and every name that one route takes, all take."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from server.capture import is_username
from server.services.near_names import near
from tests.http.conftest import Client

PAGES = Path(__file__).resolve().parents[1] / "fixtures" / "pages"


def names(client: Client) -> list[str]:
    return [entry["username"] for entry in client.call("GET", "/api/v1/shortlist").json["entries"]]


def test_nobody_of_that_name_is_404_with_near_names(client: Client) -> None:
    """minh_an is not minh.an: nobody is removed, and the one that was perhaps meant is named."""
    client.call("PUT", "/api/v1/shortlist/minh.an", {})
    client.call("PUT", "/api/v1/shortlist/hoa.vidu", {})
    answer = client.call("DELETE", "/api/v1/creators/minh_an")
    error = answer.json["error"]
    assert (answer.status_code, error["code"], error["details"]["near"]) == (404, "not_found", ["minh.an"])
    assert sorted(names(client)) == ["hoa.vidu", "minh.an"]


@pytest.mark.parametrize(
    ("name", "known", "found"),
    [
        ("minh_an", ["hoa", "minh.an", "minhan"], ["minh.an", "minhan"]),
        ("@Lan.Anh1", ["lan.anh", "bao"], ["lan.anh"]),
        ("zzz", ["lan.anh"], []),
    ],
)
def test_near_names_differ_by_a_letter_or_a_dot(name: str, known: list[str], found: list[str]) -> None:
    """Those that differ by dots and underscores alone stand first; others are not guessed at."""
    assert near(name, known) == found


@pytest.mark.parametrize("name", ["con", "aux", "nul", "com1", "prn.vidu"])
def test_a_name_that_one_route_takes_all_take(client: Client, name: str) -> None:
    """Checked, saved, ruled on, imported, read and erased: @con is a person like any other."""
    html = (PAGES / "profile_vi_div.html").read_text("utf-8").replace("linhdan.vidu", name)
    checked = client.call("POST", "/api/v1/checks", {"schema": 1, "html": html})
    routes: list[Any] = [
        ("PUT", f"/api/v1/shortlist/{name}", {"note": "x"}),
        ("PUT", "/api/v1/shortlist", {"username": f"@{name}"}),
        ("GET", f"/api/v1/shortlist/{name}", None),
        ("GET", f"/api/v1/creators/{name}", None),
        ("PUT", f"/api/v1/creators/{name}/rulings/rate_high", {"ruling": "innocent"}),
        ("PUT", f"/api/v1/creators/{name}/outcome", {"worth_it": True}),
        ("DELETE", f"/api/v1/creators/{name}", None),
    ]
    answers = [client.call(method, path, body).status_code for method, path, body in routes]
    assert (checked.json["facts"]["username"], answers) == (name, [201, 200, 200, 200, 200, 200, 200])
    assert client.call("GET", f"/api/v1/creators/{name}").status_code == 404


@pytest.mark.parametrize("name", ["..", ".", "...", "explore"])
def test_what_is_no_name_is_none_for_a_page_either(client: Client, name: str) -> None:
    """Dots alone and Instagram's own addresses name nobody, whichever route they come by."""
    html = (PAGES / "profile_vi_div.html").read_text("utf-8").replace("linhdan.vidu", name)
    client.call("POST", "/api/v1/checks", {"schema": 1, "html": html})
    saved = client.call("PUT", "/api/v1/shortlist", {"username": name})
    assert (is_username(name), saved.status_code, client.call("GET", "/api/v1/checks").json["checks"]) == (
        False,
        422,
        [],
    )
