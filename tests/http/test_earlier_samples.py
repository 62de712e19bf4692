"""A sample that an earlier visit read: used by a later check with its date, replayed, never renewed, gone with an erase."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest

from server.audit import replay
from tests.http.conftest import Client
from tests.http.looks import NAME, T0, capture, comments, fans, followers, look

CREATOR = f"/api/v1/creators/{NAME}"


def sampled(client: Client, day: float, rows: int = 96, followed: int = 12_000) -> Any:
    """A look at ``NAME`` with that many rows of the followers dialog."""
    sent = capture(NAME, followed, "42", day, {"followers": followers(rows)})
    return client.call("POST", "/api/v1/checks", sent).json


def earlier(body: Any, name: str = "followers") -> Any:
    sample = body["samples"][name]
    return None if sample is None else sample["earlier"]


def steps(body: Any) -> dict[str, Any]:
    return {step["id"]: step for step in body["guide"]["steps"]}


def test_a_later_check_uses_it_and_says_so(client: Client) -> None:
    """Eleven days later, without opening the dialog: the figures, the date in both languages, the progress."""
    first = sampled(client, 0, rows=120)
    body = look(client, day=11)
    assert earlier(first) is None
    assert body["samples"]["followers"]["suspicious"] == first["samples"]["followers"]["suspicious"]
    assert (earlier(body)["at"], earlier(body)["n_now"]) == (T0.isoformat().replace("+00:00", "Z"), 0)
    said = earlier(body)["text"]
    assert said == {
        "en": "Follower sample of 1 Mar 2025: 120 rows, when there were 12,000 followers.",
        "vi": "Mẫu người theo dõi ngày 01/03/2025: 120 dòng, khi đó có 12.000 người theo dõi.",
    }
    assert said in body["verdict"]["reasons"]
    step = steps(body)["follower_sample"]
    assert (step["done"], step["n"], step["from"]) == (True, 120, earlier(body)["at"])
    assert body["guide"]["done"] == sampled(client, 11.1, rows=120)["guide"]["done"]
    sign = next(s for s in body["suspicion"]["signals"] if s["id"] == "suspicious_followers")
    assert "(2025-03-01)" in sign["evidence"][0]["raw"]


def test_comments_are_used_again_too(client: Client) -> None:
    """With their own date and words."""
    look(client, comments=comments(fans(0, 60)))
    body = look(client, day=3)
    assert body["samples"]["comments"]["n_people"] == 60
    assert earlier(body, "comments")["text"]["en"] == "Comments as read on 1 Mar 2025: 60."
    assert (steps(body)["comment_texts"]["done"], earlier(body)) == (True, None)


def test_its_audit_replays_to_the_same(client: Client) -> None:
    """Sample and origin are in the file; another sample, another id."""
    bare = look(client, day=-5)
    sampled(client, 0)
    body = look(client, day=11, comments=comments(fans(0, 20)))
    audit = client.call("GET", f"/api/v1/audits/{body['audit_id']}").json
    assert audit["samples"]["followers_from"]["size"]["value"] == 12_000
    assert (replay(audit).differences(), replay(audit).same) == ([], True)
    again = client.call("GET", f"{CREATOR}/analysis").json["analysis"]
    assert again["samples"] == body["samples"]
    assert bare["audit_id"] != body["audit_id"]


@pytest.mark.parametrize(("day", "is_used"), [(89, True), (91, False), (-1, False)])
def test_it_grows_old(client: Client, day: float, is_used: bool) -> None:
    """Ninety days, and a check of an older capture knows nothing of what came later."""
    sampled(client, 0)
    assert (look(client, day=day)["samples"]["followers"] is not None) is is_used


def test_looking_again_does_not_keep_it_young(client: Client) -> None:
    """A visit keeps only what it read itself: after ninety days of visits the sample is gone."""
    sampled(client, 0)
    for day in range(20, 90, 20):
        assert earlier(look(client, day=day, followers=12_000 + day))["at"][:10] == f"{T0:%Y-%m-%d}"
    assert look(client, day=100)["samples"]["followers"] is None
    kept = [visit["follower_sample"] is not None for visit in client.call("GET", CREATOR).json["visits"]]
    assert kept == [True, False, False, False, False, False]


def test_a_smaller_new_sample_does_not_replace_it_and_is_not_lost(client: Client) -> None:
    """37 rows today beside 96 of last week: nobody knows who is in both, so the larger one counts, and the day after too."""
    sampled(client, 0)
    body = sampled(client, 7, rows=37)
    assert (body["samples"]["followers"]["n"], earlier(body)["n_now"], body["ledger"]["follower_rows"]) == (
        96,
        37,
        37,
    )
    assert sampled(client, 8, rows=100)["samples"]["followers"]["earlier"] is None
    assert [v["follower_sample"]["n"] for v in client.call("GET", CREATOR).json["visits"]] == [96, 37, 100]


def test_a_list_that_grew_widens_the_range_and_says_by_how_much(client: Client) -> None:
    """2,000 of 14,000 came since: between none and all of them may be suspicious."""
    first = sampled(client, 0, rows=120)["samples"]["followers"]["suspicious"]
    body = look(client, day=9, followers=14_000)
    now = body["samples"]["followers"]["suspicious"]
    part = 2_000 / 14_000
    assert now["high"] == pytest.approx(first["high"] * (1 - part) + part, abs=1e-4)
    assert (now["low"] < first["low"], now["value"]) == (True, first["value"])
    assert "14% of the list has changed" in earlier(body)["text"]["en"]
    assert look(client, day=10, followers=16_100)["samples"]["followers"] is None


def test_within_one_visit_the_larger_sample_stays(client: Client) -> None:
    """The dialog is opened again ten minutes later and closed after a few rows."""
    sampled(client, 0)
    body = sampled(client, 0.007, rows=12)
    (visit,) = client.call("GET", CREATOR).json["visits"]
    assert (body["samples"]["followers"]["n"], visit["follower_sample"]["n"]) == (96, 96)


def test_it_follows_the_creator_through_a_rename_and_no_other(client: Client) -> None:
    """By the numeric id; whoever takes the old handle over has no sample."""
    sampled(client, 0)
    assert look(client, day=4, name="mai.moi.hcm")["samples"]["followers"]["n"] == 96
    assert look(client, day=5, name=NAME, profile_id="77")["samples"]["followers"] is None


def test_a_remembered_answer_is_made_again_when_a_sample_has_come(client: Client) -> None:
    """The same page before and after: memory does not answer with what was known before, nor with what is too old."""
    first = look(client, day=1)
    assert look(client, day=1.01)["audit_id"] == first["audit_id"]
    sampled(client, 1.5)
    assert earlier(look(client, day=2))["n_now"] == 0
    assert look(client, day=95)["samples"]["followers"] is None


def test_an_erase_takes_the_sample_along(client: Client) -> None:
    """The next check of the same page starts without it."""
    sampled(client, 0)
    client.call("DELETE", CREATOR)
    assert look(client, day=3)["samples"]["followers"] is None


def test_a_sample_of_another_version_counts_as_not_there(client: Client) -> None:
    """Counts that are not known here are no reason to fail."""
    sampled(client, 0)
    store = client.services.store
    (visit,) = store.creators.find(NAME).visits
    visit.follower_sample.pop("n_no_photo")  # records of the store share their documents
    assert look(client, day=3)["samples"]["followers"] is None


def test_the_kept_sketch_is_compared_where_the_comments_are_those_of_an_earlier_visit(client: Client) -> None:
    """The sign for shared commenters does not vanish because nobody opened a post today; the audit replays."""
    client.call("PUT", "/api/v1/settings", {"pods": True})
    for number in range(1, 7):
        look(
            client,
            name=f"mai.{number}",
            profile_id=str(100 + number),
            comments=comments(fans(1_000 * number, 60)),
        )
    look(client, name="mai.0", profile_id="100", comments=comments(fans(0, 60)))
    first = look(client, comments=comments(fans(0, 55) + fans(9_000, 5)))
    body = look(client, day=5)
    assert (body["overlaps"], body["samples"]["pods"]) == (first["overlaps"], first["samples"]["pods"])
    assert [o["username"] for o in body["overlaps"]] == ["mai.0"]
    assert replay(client.call("GET", f"/api/v1/audits/{body['audit_id']}").json).same


def test_the_newest_day_is_that_of_the_sample(client: Client) -> None:
    """Two samples of the same size: the later one."""
    sampled(client, 0)
    sampled(client, 6, followed=12_001)
    at = earlier(look(client, day=9))["at"]
    assert at == (T0 + timedelta(days=6)).isoformat().replace("+00:00", "Z")
