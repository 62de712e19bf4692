"""Reports: what a client sees and what the team sees, sums that add up only what is the same, no part unasked."""

from __future__ import annotations

import json
from typing import Any

import pytest

from tests.http.conftest import Client

REPORTS = "/api/v1/reports"
SECRET = "chỉ nội bộ"


@pytest.fixture
def client(client: Client) -> Client:
    """Four on the list, each with something internal in every field."""
    prices = {"a.vidu": "2tr5", "b.vidu": "3-4tr", "c.vidu": "$100", "d.vidu": "liên hệ"}
    for name, price in prices.items():
        body = {
            "note": SECRET,
            "tags": [SECRET],
            "owner": SECRET,
            "price_asked": {"text": price},
            "contacts": {"emails": [f"{name}@noibo.example"], "address": SECRET},
            "extra": {SECRET: SECRET},
            "dates": {SECRET: "2026-12-05"},
        }
        assert client.call("PUT", f"/api/v1/shortlist/{name}", body).status_code == 201
    return client


def report(client: Client, **order: Any) -> Any:
    return client.call("POST", REPORTS, {"names": ["b.vidu", "a.vidu", "c.vidu", "d.vidu", "nobody"]} | order)


def test_a_client_is_shown_nothing_internal(client: Client) -> None:
    """Notes, tags, who is in charge, contacts, own fields: none of it is in the answer, so no page can draw it."""
    found = report(client, audience="client").json
    assert [row["username"] for row in found["creators"]] == ["b.vidu", "a.vidu", "c.vidu", "d.vidu"]
    assert [SECRET in json.dumps(found, ensure_ascii=False), "noibo" in json.dumps(found)] == [False, False]
    assert found["missing"] == ["nobody"]


@pytest.mark.parametrize("part", ["notes", "contacts", "own_fields"])
def test_an_internal_part_for_a_client_is_refused(client: Client, part: str) -> None:
    """It is said, rather than left out of a report that somebody believes to hold it."""
    assert report(client, audience="client", parts=[part]).status_code == 422


def test_the_team_is_shown_all_of_it(client: Client) -> None:
    """Everything that the entry keeps."""
    row = report(client, audience="team").json["creators"][0]
    assert (row["note"], row["tags"], row["owner"], row["contacts"]["address"], row["extra"]) == (
        SECRET,
        [SECRET],
        SECRET,
        SECRET,
        {SECRET: SECRET},
    )


def test_only_what_is_the_same_is_added_up(client: Client) -> None:
    """A sum a currency, with both ends of ranges; a price without an amount is counted, not taken for 0."""
    found = report(client, audience="client", parts=["prices"]).json["prices"]
    assert (
        [(s["currency"], s["of"], s["low"], s["high"]) for s in found["sums"]],
        found["without_amount"],
    ) == (
        [("VND", 2, 5_500_000, 6_500_000), ("USD", 1, 100, 100)],
        1,
    )


def test_net_and_gross_are_not_added_up_and_an_open_end_stays_open(client: Client) -> None:
    """ "From 3 million" leaves the sum without an upper end."""
    for name, price in (("a.vidu", "từ 3tr"), ("b.vidu", "2tr"), ("c.vidu", "5tr net")):
        client.call("PUT", f"/api/v1/shortlist/{name}", {"price_asked": {"text": price}})
    sums = report(client, audience="team", parts=["prices"]).json["prices"]["sums"]
    assert sorted((s["net"] or False, s["of"], s["low"], s["high"]) for s in sums) == [
        (False, 2, 5_000_000, None),
        (True, 1, 5_000_000, 5_000_000),
    ]


def test_a_part_that_was_not_chosen_is_not_there(client: Client) -> None:
    """Neither in a row nor beside them; the order is that of the parts, not of the choice."""
    found = report(client, audience="team", parts=["status", "overview"]).json
    assert (found["parts"], "prices" in found, found["overview"]["creators"]) == (
        ["overview", "status"],
        False,
        4,
    )
    assert sorted(found["creators"][0].keys() & {"note", "price_asked", "status", "verdict"}) == ["status"]


def test_what_nobody_has_checked_is_null_and_counted(client: Client) -> None:
    """Unknown followers are no zero in the sum."""
    found = report(client, audience="client").json
    assert (found["overview"]["followers"], found["overview"]["unchecked"]) == (None, 4)
    assert [row["engagement_rate"] for row in found["creators"]] == [None] * 4
