"""The price sheets of the shared cases: every creator is taken, and no price becomes another number."""

from __future__ import annotations

import csv
from pathlib import Path
from typing import Any

import pytest

from tests.http.conftest import Client

pytestmark = pytest.mark.corpus
IMPORTS = "/api/v1/shortlist/imports?dry_run=false"


@pytest.fixture
def cases(corpus: Path) -> Path:
    return corpus.parent / "cases"


def taken(client: Client, file: Path) -> tuple[dict[str, Any], dict[str, Any]]:
    """The listing of an import, and the asked prices by the words in their cells."""
    data = file.read_bytes()
    listing = client.call("POST", IMPORTS, data, Content_Type="application/octet-stream").json
    entries = client.call("GET", "/api/v1/shortlist").json["entries"]
    return listing, {entry["username"]: entry["price_asked"] for entry in entries}


def test_all_creators_of_the_sheet_are_taken(client: Client, cases: Path) -> None:
    """21 ways to write a price: ranges with both ends, words as words, nothing for a mark of nothing."""
    listing, prices = taken(client, cases / "prices-vi.csv")
    text = (cases / "prices-vi.csv").read_text("utf-8-sig")
    rows = {row["Username"]: row["Giá"] for row in csv.DictReader(text.splitlines())}
    lows = {rows[name]: price and price["low"] for name, price in prices.items()}
    numbers = {"2tr5": 2.5e6, "500K/post": 5e5, "1-2tr": 1e6, "$49.99": 49.99, "2.000k": 2e6, "1tỷ2": 1.2e9}
    assert (listing["bad"], listing["asked"], len(prices)) == ([], [], 21)
    assert {text: lows[text] for text in numbers} == numbers
    assert {text: lows[text] for text in ("barter", "-", "N/A", "liên hệ")} == dict.fromkeys(
        ("barter", "-", "N/A", "liên hệ")
    )


def test_an_implausible_price_is_asked_about(client: Client, cases: Path) -> None:
    """1.500, 900 and 1500 beside đồng: thousands are offered, and until then no number is kept."""
    listing, prices = taken(client, cases / "price-implausible.csv")
    offered = [[other["low"] for other in asked["others"]] for asked in listing["asked"]]
    assert offered == [[1_500_000], [900_000], [1_500_000]]
    assert {price["low"] for price in prices.values()} == {None}


def test_cents_are_kept(client: Client, cases: Path) -> None:
    """A workbook with dollars: 49.99 and 120.5."""
    listing, prices = taken(client, cases / "price-usd-cents.xlsx")
    lows = {price["low"] for price in prices.values() if price}
    assert (listing["bad"], len(prices), {49.99, 120.5} <= lows) == ([], 3, True)
