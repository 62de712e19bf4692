"""A check over HTTP: the analysis with list state, history and ledger; nothing done or lost twice."""

from __future__ import annotations

import json
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from tests.http.conftest import Client, profile_page
from tests.http.looks import NAME, look

CHECKS = "/api/v1/checks"


def check(client: Client, name: str = "profile_vi_div.html", **more: Any) -> Any:
    return client.call("POST", CHECKS, {"html": profile_page(name)} | more)


def test_a_profile_gets_its_analysis_with_list_and_history(client: Client) -> None:
    """One request is enough for the badge."""
    answer = check(client, captured_at="2025-03-01T10:00:00Z")
    body = answer.json
    name = body["facts"]["username"]
    assert (answer.status_code, body["ok"], body["shortlist"]) == (200, True, None)
    assert (body["history"]["visits"], len(body["history"]["followers"])) == (1, 1)
    client.call("PUT", f"/api/v1/shortlist/{name}", {"status": "contacted"})
    later = check(
        client, captured_at="2025-03-03T10:00:00Z", navigation="spa", url=f"https://www.instagram.com/{name}/"
    )
    assert later.json["shortlist"]["status"] == "contacted"
    assert later.json["history"]["visits"] == 2


@pytest.mark.parametrize("ahead", [timedelta(days=1, hours=1), timedelta(days=365 * 40)])
def test_a_capture_from_tomorrow_is_refused(client: Client, ahead: timedelta) -> None:
    """It would be the last visit for ever, and old visits would be dropped by its date."""
    answer = check(client, captured_at=(datetime.now(UTC) + ahead).isoformat())
    assert (answer.status_code, answer.json["error"]["code"]) == (422, "bad_field")
    assert client.call("GET", CHECKS).json["checks"] == []


@pytest.mark.parametrize(
    ("at", "status"),
    [("2009-12-31T23:59:59Z", 422), ("0001-01-01T00:00:00Z", 422), ("2010-01-01T00:00:00Z", 200)],
)
def test_a_capture_from_before_instagram_is_refused(client: Client, at: str, status: int) -> None:
    """A clock that was never set tells nothing about a creator's growth."""
    assert check(client, captured_at=at).status_code == status


def test_a_clock_somewhat_ahead_is_borne(client: Client) -> None:
    """Time zones are mixed up more often than years."""
    soon = datetime.now(UTC) + timedelta(hours=23)
    assert check(client, captured_at=soon.isoformat()).status_code == 200


@pytest.mark.parametrize(
    ("url", "day"), [(None, "2025-02-03"), ("https://www.instagram.com/linhdan.vidu/", "2025-03-01")]
)
def test_a_saved_page_is_as_old_as_it_says(client: Client, url: str | None, day: str) -> None:
    """Its file may have been copied since; what a browser captured was there at that moment."""
    page = profile_page("profile_vi_div.html")
    served = int(datetime(2025, 2, 3, 12, tzinfo=UTC).timestamp())
    html = page.replace("</head>", f'<script type="application/json">{{"__spin_t":{served}}}</script></head>')
    body = client.call("POST", CHECKS, {"html": html, "captured_at": "2025-03-01T10:00:00Z", "url": url}).json
    assert body["history"]["last_seen"].startswith(day)


def test_visits_stand_in_the_order_in_which_they_came(client: Client) -> None:
    """A second browser whose clock is behind hands in the newer figures all the same."""
    look(client, day=2, followers=10_000)
    look(client, day=0, followers=10_500)
    [seen] = client.call("GET", CHECKS).json["checks"][:1]
    assert seen["visit"]["followers"]["value"] == 10_500
    visits = client.call("GET", f"/api/v1/creators/{NAME}").json["visits"]
    assert [visit["followers"]["value"] for visit in visits] == [10_000, 10_500]


def test_an_audit_invents_no_source_for_an_earlier_figure(client: Client) -> None:
    """Of an earlier visit the bounds are kept, not where its number stood: null, and the audit is still replayed."""
    look(client, day=0)
    audit = client.call("GET", f"/api/v1/audits/{look(client, day=3, followers=12_500)['audit_id']}").json
    [earlier] = audit["history"]
    assert (earlier["followers"]["value"], earlier["followers"]["source"]) == (12_000, None)
    assert client.call("GET", f"/api/v1/creators/{NAME}/analysis").status_code == 200


def test_the_ledger_says_what_the_capture_held(client: Client) -> None:
    """Sources are named, and no request was made for more."""
    ledger = check(client).json["ledger"]
    assert "header_title" in ledger["sources"]
    assert ledger["requests_made"] == 0


def test_the_same_capture_is_not_scored_twice(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    """A repeated capture gets the same analysis from memory, with the list state of now, and is no new visit."""
    first = check(client).json
    client.call("PUT", f"/api/v1/shortlist/{first['facts']['username']}", {"note": "x"})
    monkeypatch.setattr("server.analysis.judge", None)
    again = check(client).json
    moving = ("shortlist", "history")
    assert {k: v for k, v in again.items() if k not in moving} == {
        k: v for k, v in first.items() if k not in moving
    }
    assert (again["shortlist"]["note"], again["history"]["visits"]) == ("x", 1)


def test_a_ruling_is_heard_by_the_next_check_of_the_same_capture(client: Client) -> None:
    """What is remembered is not answered when the marketer has ruled meanwhile."""
    first = check(client).json
    sign = first["suspicion"]["signals"][0]["id"]
    name = first["facts"]["username"]
    client.call("PUT", f"/api/v1/creators/{name}/rulings/{sign}", {"ruling": "innocent"})
    again = check(client).json
    assert [r["signal"] for r in again["rulings"]] == [sign]


def test_nothing_is_answered_from_memory_after_an_erase(client: Client) -> None:
    """The creator starts anew."""
    name = check(client).json["facts"]["username"]
    client.call("DELETE", f"/api/v1/creators/{name}")
    assert check(client).json["history"]["visits"] == 1


@pytest.mark.parametrize("page", ["error_vi.html", "landing_en.html", "challenge_en.html"])
def test_any_other_page_is_422_and_keeps_what_is_known(client: Client, page: str) -> None:
    """A login wall says nothing about the creator whose page it stands before."""
    name = check(client).json["facts"]["username"]
    before = client.call("GET", f"/api/v1/creators/{name}").json
    wall = check(client, page, url=f"https://www.instagram.com/{name}/")
    assert (wall.status_code, wall.json["ok"], wall.json["error"]["code"]) == (422, False, "not_a_profile")
    assert client.call("GET", f"/api/v1/creators/{name}").json == before


def test_a_post_is_200_but_no_profile(client: Client) -> None:
    """The owner's facts are there; it counts as no visit of a profile."""
    answer = check(client, "post_en.html")
    assert (answer.status_code, answer.json["ok"], answer.json["error"]["code"]) == (
        200,
        False,
        "not_a_profile",
    )
    assert client.call("GET", CHECKS).json["checks"] == []


def test_recent_checks_are_listed(client: Client) -> None:
    """Newest first, as many as asked for."""
    name = check(client).json["facts"]["username"]
    [recent] = client.call("GET", f"{CHECKS}?limit=5").json["checks"]
    assert (recent["username"], recent["visit"]["verdict"] is not None) == (name, True)
    for wrong in ("0", "-1", "x", "٣", "201"):
        assert client.call("GET", f"{CHECKS}?limit={wrong}").json["error"]["code"] == "bad_number"


def test_the_audit_is_found_under_its_id(client: Client) -> None:
    """What a check was based on can be fetched and replayed."""
    audit_id = check(client).json["audit_id"]
    audit = client.call("GET", f"/api/v1/audits/{audit_id}")
    assert audit.status_code == 200
    assert "facts" in json.loads(audit.text)
    assert client.call("GET", "/api/v1/audits/unknown").status_code == 404


@pytest.mark.parametrize(
    ("body", "code"),
    [
        (b"", "bad_json"),
        (b"[]", "bad_json"),
        (b"\xff{}", "bad_json"),
        (b'{"html":"a","html":"b"}', "bad_json"),
        (b'{"html":1}', "bad_field"),
        (b"{}", "bad_field"),
        (b'{"html":"","more":1}', "unknown_field"),
        (b'{"html":"","url":"https://www.instagram.com.evil.test/a"}', "bad_url"),
        (b'{"html":"","responses":[' + b"{}," * 60 + b"{}]}", "too_many"),
        (b"[" * 5_000, "bad_json"),
        (b'{"html":"","responses":[' + b"[]," * 150_000 + b"[]]}", "too_many"),
        (b'{"html":"","responses":[' + b"1," * 400_000 + b"1]}", "too_many"),
    ],
)
def test_a_body_that_is_no_capture_is_refused(client: Client, body: bytes, code: str) -> None:
    """The trust boundary speaks for itself."""
    assert client.call("POST", CHECKS, body).json["error"]["code"] == code


def test_too_many_checks_at_once_are_told_to_wait(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    """503 with Retry-After instead of a queue without end."""
    monkeypatch.setattr("server.services.checks.WAIT_SECONDS", 0.01)
    places = client.services.door.open().checks._places
    taken = [places.acquire() for _ in range(client.services.settings.checks_at_once)]
    answer = check(client)
    for _ in taken:
        places.release()
    assert (answer.status_code, answer.json["error"]["code"]) == (503, "busy")
    assert answer.headers["Retry-After"] == "2"


def test_a_check_under_way_does_not_bring_back_an_erased_creator(
    client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It is answered, and nothing of it is kept."""
    look(client)
    gatherer = client.services.door.open().checks._gatherer
    gather = gatherer.gather

    def erase_meanwhile(*given: Any, **named: Any) -> Any:
        client.call("DELETE", f"/api/v1/creators/{NAME}")
        return gather(*given, **named)

    monkeypatch.setattr(gatherer, "gather", erase_meanwhile)
    assert look(client, day=3, followers=12_500)["facts"]["username"] == NAME
    assert client.call("GET", f"/api/v1/creators/{NAME}").status_code == 404
