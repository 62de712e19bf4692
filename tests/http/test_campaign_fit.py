"""A campaign's creators against what it looks for, by their last checks; and what an engagement costs."""

from __future__ import annotations

from typing import Any

import pytest

from tests.http.conftest import Client
from tests.http.looks import capture, cook
from tests.http.test_campaigns import AT, NEW

NAME = "linh.bep.vidu"


def listed_cook(client: Client) -> None:
    """Somebody with 20,000 followers who cooks, whose posts have 503 likes and comments each."""
    client.call("POST", "/api/v1/checks", cook(NAME, since=1_735_000_000))
    client.call("PUT", f"/api/v1/shortlist/{NAME}", {"price_asked": "6tr net"})


def campaign_with(client: Client, slot: dict[str, Any], **more: Any) -> str:
    at = f"{AT}/{client.call('POST', AT, NEW | more).json['campaign']['id']}"
    client.call("POST", f"{at}/slots", {"creator": NAME, **slot})
    return at


def checks(client: Client, at: str) -> dict[str, bool | None]:
    (one,) = client.call("GET", f"{at}/fit").json["creators"]
    return {check["id"]: check["ok"] for check in one["fit"]["checks"]}


@pytest.mark.parametrize(
    ("slot", "expected"),
    [
        ({"niche": "food", "price_band": "5tr-8tr"}, {"niche": True, "price": True}),
        ({"niche": "beauty", "price_band": "3tr-5tr"}, {"niche": False, "price": False}),
    ],
)
def test_a_slot_extends_the_saved_search(
    client: Client, slot: dict[str, Any], expected: dict[str, bool]
) -> None:
    """Tier and band come from the saved search, niche and price from the slot, language and rivals from the brand."""
    listed_cook(client)
    brand = NEW["brand"] | {"rivals": ["Hoa Sen"], "language": "vi"}  # type: ignore[operator] # a dict
    at = campaign_with(client, slot, search="micro", brand=brand)
    found = checks(client, at)
    asked = {"tier", "engagement", "private", "recency", "language", "niche", "price", "rival"}
    assert (asked, expected) == ({*found}, {name: found[name] for name in expected})


def test_without_a_saved_search_only_the_campaign_asks(client: Client) -> None:
    """And nobody who was never checked is judged."""
    listed_cook(client)
    at = campaign_with(client, {"niche": "food", "backups": ["chua.xem"]})
    assert {"private", "language", "niche"} == {*checks(client, at)}


def test_what_no_check_told_fails_nobody(client: Client) -> None:
    """A creator who was looked at before posts were read: every point is open, none fails but the price that was asked."""
    client.call("POST", "/api/v1/checks", capture(NAME, 20_000, "77", 0, {}))
    at = campaign_with(client, {"niche": "food", "price_band": "3tr-5tr"}, search="micro")
    assert [] == [name for name, ok in checks(client, at).items() if ok is False]


def test_the_brands_words_are_looked_for_in_what_was_posted(client: Client) -> None:
    """Said in every text, or in none; with what was found."""
    listed_cook(client)
    brand = NEW["brand"] | {"words": ["cơm hộp", "trang điểm"]}  # type: ignore[operator] # a dict
    at = campaign_with(client, {}, brand=brand)
    persona = client.call("GET", f"{at}/fit").json["creators"][0]["persona"]
    assert (["cơm hộp"], ["trang điểm"]) == (persona["found"], persona["not_found"])


def test_an_engagement_is_expected_to_cost_what_the_last_check_says(client: Client) -> None:
    """6.67 million before tax for a post of a creator whose posts have 503 likes and comments."""
    listed_cook(client)
    at = campaign_with(client, {})
    slot = client.call("GET", at).json["campaign"]["slots"][0]["id"]
    client.call("POST", f"{at}/deliverables", {"slot": slot, "kind": "image", "price": "6tr net"})
    cost = client.call("GET", at).json["per_engagement"]
    expected = cost["expected"]
    assert (None, 1, 1) == (cost["reached"], expected["posts"], expected["of"])
    assert expected["low"] <= 6_666_667 / 503 <= expected["high"]


def test_who_fits_the_campaigns_search_is_proposed_first(client: Client) -> None:
    """Of the same niche and price: nothing fails, too big, never checked; a backup stays before them."""
    listed_cook(client)
    big = cook("to.qua.vidu", since=1_735_000_000)
    big["responses"][0]["body"]["data"]["user"] |= {"follower_count": 900_000, "pk": "78", "id": "78"}
    big["html"] = big["html"].replace("20,000", "900,000")
    client.call("POST", "/api/v1/checks", big)
    for name in ("to.qua.vidu", "a.chua.xem.vidu", "du.bi.vidu"):
        client.call("PUT", f"/api/v1/shortlist/{name}", {"tags": ["ẩm thực"]})
    made = client.call("POST", AT, NEW | {"search": "micro"}).json
    at = f"{AT}/{made['campaign']['id']}"
    slot = client.call("POST", f"{at}/slots", {"niche": "food", "backups": ["du.bi.vidu"]}).json
    told = client.call("GET", f"{at}/slots/{slot['campaign']['slots'][0]['id']}/proposals").json["proposals"]
    failed = {
        one["username"]: one["fit"]
        and [point["id"] for point in one["fit"]["checks"] if point["ok"] is False]
        for one in told
    }
    assert (["du.bi.vidu", NAME, "to.qua.vidu", "a.chua.xem.vidu"], None, True, None) == (
        [one["username"] for one in told],
        failed["du.bi.vidu"],
        failed[NAME] == [] and "tier" in failed["to.qua.vidu"],
        failed["a.chua.xem.vidu"],
    )
