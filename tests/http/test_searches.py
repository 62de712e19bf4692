"""Saved searches over HTTP: the one that ships, what saving changes at once, and what a preview foretells."""

from __future__ import annotations

from typing import Any

import pytest
from click.testing import CliRunner

from server.cli import soi
from server.scoring.searches import SHIPPED
from tests.http.conftest import Client, profile_page

SEARCHES, PREVIEW = "/api/v1/searches", "/api/v1/searches/preview"
PAGES = ("profile_en_div.html", "profile_en_list.html", "profile_vi_div.html")
BIG: dict[str, Any] = {"id": "big", "name": "Ngôi sao", "tiers": ["mega"]}


def check(client: Client, page: str) -> Any:
    body = client.call("POST", "/api/v1/checks", {"schema": 1, "html": profile_page(page)}).json
    client.call("PUT", f"/api/v1/shortlist/{body['facts']['username']}", {})
    return body


def test_the_one_that_ships_is_active(client: Client) -> None:
    """Micro, not low, 90 days, public; nothing is saved yet."""
    found = client.call("GET", SEARCHES).json
    assert {"searches": SHIPPED.to_json()["searches"], "active": "micro", "own": False, "version": 0} == found


def test_a_saved_search_judges_from_the_next_check_on(client: Client) -> None:
    """The answer names the search and the check that fails; switched off, nothing is said of fit."""
    assert check(client, PAGES[0])["verdict"]["code"] == "promising"
    assert client.call("PUT", SEARCHES, {"searches": [BIG]}).json["active"] == "big"
    found = check(client, PAGES[0])
    assert ("not_a_fit", {"id": "big", "name": "Ngôi sao"}, False) == (
        found["verdict"]["code"],
        found["fit"]["search"],
        found["fit"]["fits"],
    )
    assert [c["id"] for c in found["fit"]["checks"] if c["ok"] is False] == ["tier"]
    client.call("PUT", SEARCHES, {"searches": [BIG], "active": None})
    off = check(client, PAGES[0])
    assert ("promising", {"fits": None, "search": None, "checks": []}) == (off["verdict"]["code"], off["fit"])
    assert client.call("DELETE", SEARCHES).json["active"] == "micro"


def test_a_preview_agrees_with_checking_again_and_changes_nothing(client: Client) -> None:
    """What was foretold for each creator is what the next check says after saving."""
    before = {(body := check(client, page))["facts"]["username"]: body["verdict"]["code"] for page in PAGES}
    found = client.call("POST", PREVIEW, {"searches": [BIG], "active": "big"}).json
    assert client.call("GET", SEARCHES).json["own"] is False
    assert (3, 3, 0) == (found["total"], found["judged"], found["pending"])
    told = before | {c["username"]: c["to"] for c in found["creators"]}
    client.call("PUT", SEARCHES, {"searches": [BIG]})
    after = {(body := check(client, page))["facts"]["username"]: body["verdict"]["code"] for page in PAGES}
    assert told == after != before


def test_an_audit_keeps_the_search(client: Client) -> None:
    """Judged again later, the creator is held against the search of then."""
    audit = client.call("GET", f"/api/v1/audits/{check(client, PAGES[0])['audit_id']}").json
    assert audit["search"] == SHIPPED.to_json()["searches"][0]


CHEAP: dict[str, Any] = {"name": "Rẻ", "price_limit": {"amount": 5_000_000, "currency": "VND"}}


def price_of(body: Any) -> Any:
    return next(check["ok"] for check in body["fit"]["checks"] if check["id"] == "price")


def test_another_asked_price_is_a_new_judgement(client: Client) -> None:
    """The same page again: an answer from memory knows neither the new price nor that it was taken back."""
    client.call("PUT", SEARCHES, {"searches": [CHEAP]})
    name = check(client, PAGES[0])["facts"]["username"]
    found = []
    for price in ("9tr", "3tr", "9tr-12tr"):
        client.call("PUT", f"/api/v1/shortlist/{name}", {"price_asked": price})
        shown = client.call("GET", f"/api/v1/creators/{name}/analysis").json["analysis"]
        found.append((price_of(check(client, PAGES[0])), price_of(shown)))
    assert [(False, False), (True, True), (False, False)] == found


def test_only_the_amount_goes_into_an_audit_and_only_where_there_is_a_limit(client: Client) -> None:
    """Audit files are passed on: what the user wrote beside the price stays in the list."""
    name = check(client, PAGES[0])["facts"]["username"]
    client.call("PUT", f"/api/v1/shortlist/{name}", {"price_asked": "3tr (chị Hoa giới thiệu)"})
    kept = []
    for search in (CHEAP, BIG):
        client.call("PUT", SEARCHES, {"searches": [search]})
        audit = client.call("GET", f"/api/v1/audits/{check(client, PAGES[0])['audit_id']}")
        assert "Hoa" not in audit.data.decode()
        kept.append(audit.json["price_asked"])
    amount = {"low": 3_000_000, "high": 3_000_000, "currency": "VND", "text": "", "net": None}
    assert [amount, None] == kept


@pytest.mark.parametrize(("limit", "price"), [(5_000_000, "3tr"), (10**9, "2 tỷ"), (1, "barter")])
def test_a_preview_holds_the_price_that_is_asked_now(client: Client, limit: int, price: str) -> None:
    """Also one that was written down after the last check; what was foretold is what the next check says."""
    search = CHEAP | {"price_limit": {"amount": limit, "currency": "VND"}}
    name = check(client, PAGES[0])["facts"]["username"]
    client.call("PUT", f"/api/v1/shortlist/{name}", {"price_asked": price})
    foretold = client.call("POST", PREVIEW, {"searches": [search]}).json["creators"]
    client.call("PUT", SEARCHES, {"searches": [search]})
    after = check(client, PAGES[0])["verdict"]["code"]
    expected = "promising" if price == "3tr" else "not_a_fit"
    assert (expected, expected) == (after, foretold[0]["to"] if foretold else "promising")


@pytest.mark.parametrize(
    ("body", "code"),
    [
        ({"searches": [{"name": ""}]}, "bad_field"),
        ({"searches": [BIG, BIG]}, "inconsistent"),
        ({"searches": [BIG], "active": "other"}, "inconsistent"),
        ({"searches": [BIG | {"tiers": ["giant"]}]}, "bad_setting"),
        ({"searches": [BIG | {"id": "Big One"}]}, "bad_setting"),
        ({"searches": [BIG | {"newest_days": 0}]}, "bad_number"),
        ({"searches": [BIG | {"price_limit": {"amount": 5}}]}, "bad_field"),
        ({"searches": [BIG | {"mine": 1}]}, "unknown_field"),
        ({"searches": [BIG] * 31}, "too_many"),
    ],
)
def test_a_search_that_cannot_be_is_refused_and_changes_nothing(client: Client, body: Any, code: str) -> None:
    """Saving and trying out say the same."""
    for method, path in (("PUT", SEARCHES), ("POST", PREVIEW)):
        refused = client.call(method, path, body)
        assert (422, code) == (refused.status_code, refused.json["error"]["code"])
    assert client.call("GET", SEARCHES).json["own"] is False


def test_an_id_is_made_from_the_name(client: Client) -> None:
    """Whoever adds a search need not think of one; Vietnamese letters lose their marks."""
    assert (
        client.call("PUT", SEARCHES, {"searches": [{"name": "Mẹ & bé Đà Nẵng"}]}).json["active"]
        == "me-be-da-nang"
    )


def test_two_tabs_do_not_overwrite_each_other(client: Client) -> None:
    """One version for all settings."""
    version = client.call("GET", SEARCHES).json["version"]
    client.call("PUT", SEARCHES, {"searches": [BIG]})
    assert client.call("PUT", SEARCHES, {"searches": []}, If_Match=f'"{version}"').status_code == 412


def test_soi_check_is_held_against_a_named_search() -> None:
    """Without a store no search is active; the one that ships can be named, an unknown one is a usage error."""
    page = "tests/fixtures/pages/profile_vi_div.html"
    off, named, unknown = (
        CliRunner().invoke(soi, ["check", page, "--json", *more])
        for more in ([], ["--search", "Micro"], ["--search", "nobody"])
    )
    assert [0, 0, 2] == [run.exit_code for run in (off, named, unknown)]
    assert ('"fits":null', True) == (
        '"fits":null' if '"fits":null' in off.stdout else off.stdout,
        '"id":"micro"' in named.stdout,
    )
