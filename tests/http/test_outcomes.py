"""How working with creators went: recorded beside what Soi had said, and summed up without touching a weight."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

import pytest

from server.samples.intervals import wilson_share
from server.services.outcomes import NEEDED, summarize
from server.store.records import Outcome
from tests.http.conftest import Client
from tests.http.looks import NAME, look

OUTCOME = f"/api/v1/creators/{NAME}/outcome"
NOW = datetime(2026, 11, 20, tzinfo=UTC)


def recorded(verdict: str | None, worth_it: bool | None, n: int = 1) -> list[Outcome]:
    return [Outcome(f"a{i}", NOW, NOW, worth_it=worth_it, verdict=verdict) for i in range(n)]


def test_an_outcome_is_recorded_merged_and_taken_back(client: Client) -> None:
    """Named fields change, others stay, null means unknown again."""
    look(client)
    sales = {"amount": 12_500_000, "currency": "VND"}
    first = client.call(
        "PUT", OUTCOME, {"clicks": 310, "codes": 12, "sales": sales, "quality": 4, "note": "đúng hẹn"}
    )
    assert first.status_code == 200
    second = client.call("PUT", OUTCOME, {"worth_it": True, "clicks": None}).json
    assert (second["worth_it"], second["clicks"], second["codes"], second["sales"], second["quality"]) == (
        True, None, 12, sales, 4,
    )  # fmt: skip
    assert client.call("GET", OUTCOME).json == second
    assert client.call("GET", f"/api/v1/creators/{NAME}").json["outcome"] == second
    assert client.call("DELETE", OUTCOME).status_code == 204
    assert client.call("GET", OUTCOME).status_code == 404


def test_it_keeps_what_soi_had_said_before(client: Client) -> None:
    """A later check, and a later change of the outcome, do not rewrite the forecast."""
    body = look(client)
    client.call("PUT", OUTCOME, {"worth_it": False})
    look(client, day=9, followers=90_000)
    after = client.call("PUT", OUTCOME, {"clicks": 3}).json
    assert (after["verdict"], after["model_version"]) == (body["verdict"]["code"], body["model_version"])
    assert after["suspicion"]["value"] == body["suspicion"]["score"]


@pytest.mark.parametrize(
    ("body", "code"),
    [
        ({"quality": 6}, "bad_number"),
        ({"quality": 0}, "bad_number"),
        ({"clicks": 1.5}, "bad_number"),
        ({"clicks": "12"}, "bad_number"),
        ({"clicks": -1}, "bad_number"),
        ({"sales": 100}, "bad_field"),
        ({"sales": {"amount": 1}}, "bad_field"),
        ({"sales": {"amount": 1, "currency": "XXX"}}, "bad_field"),
        ({"sales": "1-2tr"}, "bad_field"),
        ({"sales": {"text": "barter"}}, "bad_field"),
        ({"sales": "1.500"}, "unclear_price"),
        ({"worth_it": "yes"}, "bad_field"),
        ({"verdict": "contact"}, "unknown_field"),
        ({"note": "x" * 2_001}, "too_long"),
    ],
)
def test_a_bad_outcome_is_refused_and_nothing_is_kept(
    client: Client, body: dict[str, Any], code: str
) -> None:
    """The forecast cannot be written by a client either."""
    look(client)
    assert client.call("PUT", OUTCOME, body).json["error"]["code"] == code
    assert client.call("GET", OUTCOME).status_code == 404


def test_an_outcome_needs_a_creator_that_was_seen(client: Client) -> None:
    """Without a check there is no verdict to hold it against."""
    assert client.call("PUT", OUTCOME, {"worth_it": True}).status_code == 404


def test_the_summary_waits_for_enough_outcomes() -> None:
    """One below the limit gives counts and no rate; undecided ones and those without a verdict do not count."""
    few = (
        recorded("contact", True, NEEDED - 1)
        + recorded("contact", None, 9)
        + recorded("not_enough_data", True, 9)
    )
    found = summarize(few)
    assert (found["enough"], found["n"], found["recorded"], found["all"]["rate"]) == (
        False,
        NEEDED - 1,
        NEEDED + 17,
        None,
    )


def test_the_summary_counts_a_hit_where_the_verdict_came_true() -> None:
    """Contact and worth it, risky and not worth it; Wilson's interval for each verdict and all."""
    found = summarize(
        recorded("contact", True, 12)
        + recorded("contact", False, 3)
        + recorded("risky", False, 4)
        + recorded("risky", True, 1)
    )
    contact, risky, everything = found["verdicts"]["contact"], found["verdicts"]["risky"], found["all"]
    assert [(r["hits"], r["n"]) for r in (contact, risky, everything)] == [(12, 15), (4, 5), (16, 20)]
    expected = wilson_share(16, 20)
    assert expected is not None
    assert (found["enough"], everything["rate"]) == (True, expected.to_json())
    assert found["verdicts"]["look_closer"] == {"hits": 0, "n": 0, "rate": None}


def test_rejected_creators_are_counted_apart_with_their_reasons(client: Client) -> None:
    """Nobody knows how it would have gone."""
    look(client)
    for name, reason in (("lan.vidu", "Giá cao"), ("hoa.vidu", "giá cao "), (NAME, "không hợp")):
        client.call("PUT", f"/api/v1/shortlist/{name}", {"status": "rejected", "reject_reason": reason})
    found = client.call("GET", "/api/v1/outcomes/summary").json
    assert found["rejected"] == {
        "n": 3,
        "by_verdict": {"not_enough_data": 1},
        "by_reason": {"giá cao": 2, "không hợp": 1},
    }
    assert (found["n"], found["needed"]) == (0, 20)


def test_an_erase_takes_the_outcome_along(client: Client) -> None:
    """Everywhere means outcomes too."""
    look(client)
    client.call("PUT", OUTCOME, {"worth_it": True})
    client.call("DELETE", f"/api/v1/creators/{NAME}")
    assert client.call("GET", "/api/v1/outcomes").json == {"outcomes": []}


def test_what_is_due_is_named(client: Client) -> None:
    """The post is out and nothing is recorded: the latest change first, at most twelve by name, all of them counted."""
    for number in range(14):
        client.call("PUT", f"/api/v1/shortlist/lan.{number}", {"status": "paid" if number % 2 else "posted"})
    client.call("PUT", "/api/v1/shortlist/minh.vidu", {"status": "agreed"})
    client.call("PUT", "/api/v1/creators/lan.13/outcome", {"clicks": 3})
    due = client.call("GET", "/api/v1/outcomes/summary").json["due"]
    assert due == {"n": 13, "usernames": [f"lan.{number}" for number in range(12, 0, -1)]}
