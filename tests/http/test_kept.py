"""Evidence is not forgotten: what one look saw, the next one that sees less does not take away."""

from __future__ import annotations

import random
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from server.audit import canonical, replay
from server.scoring.batch import judge_batch
from server.scoring.columns_kept import batch_of
from server.settings import Settings
from server.store import open_store
from server.store.records import Check, Figure, Retention, Visit
from server.times import iso
from tests.http.conftest import COMMAND_TOKEN, Client, profile_page
from tests.http.looks import NAME, T0, capture, comments, fans, followers

CREATOR = f"/api/v1/creators/{NAME}"


def grid(day: float, n: int = 12, likes: int | None = 480, first: int = 0) -> dict[str, Any]:
    """The page's answer with ``n`` posts, three days apart, the newest two days old on day 0."""
    taken = T0 - timedelta(days=2)
    nodes = [
        {
            "code": f"Cpost{i:02}aaaa",
            "media_type": 1,
            "taken_at": int((taken - timedelta(days=3 * i)).timestamp()),
            "user": {"username": NAME, "pk": "42"},
            "comment_count": 9 + i % 4,
            **({} if likes is None else {"like_count": likes + 37 * (i % 5)}),
        }
        for i in range(first, first + n)
    ]
    edges = {"edges": [{"node": node} for node in nodes]}
    body = {"data": {"xdt_api__v1__feed__user_timeline_graphql_connection": edges}}
    return {"path": "/graphql/query", "name": "PolarisProfilePostsQuery", "body": body}


HEADER = f"""<html lang="en"><head></head><body><main><header><section><h2><span>{NAME}</span></h2><div>
<span dir="auto"><span>90</span> posts</span><a href="/{NAME}/followers/"><span dir="auto"><span title="24,000">24K</span>
followers</span></a><a href="/{NAME}/following/"><span dir="auto"><span>300</span> following</span></a></div></section>
</header></main></body></html>"""


def page(day: float = 0, *answers: dict[str, Any], name: str = NAME, **samples: Any) -> dict[str, Any]:
    body = capture(name, 24_000, "42" if name == NAME else "43", day, samples)
    return body | {"html": HEADER.replace(NAME, name), "responses": [*body["responses"], *answers]}


def send(client: Client, body: dict[str, Any]) -> Any:
    answer = client.call("POST", "/api/v1/checks", body)
    assert answer.status_code == 200, answer.json
    return answer.json


def whole(day: float = 0) -> dict[str, Any]:
    """Everything; the bare rows of the followers stand first, so that a part of them says another thing."""
    sample = followers(120)
    sample["rows"].sort(key=lambda row: row["has_photo"])
    return page(day, grid(day), followers=sample, comments=comments(fans(0, 60)))


def saved(client: Client) -> Any:
    """The verdict that the list shows."""
    [entry] = client.call("GET", "/api/v1/shortlist").json["entries"]
    return entry["last_check"]


def test_a_half_loaded_look_keeps_posts_and_samples_with_their_date(client: Client) -> None:
    """The header alone, an hour later: the verdict of the full check stands, and the answer says from when."""
    full = send(client, whole())
    half = send(client, page(1 / 24))
    assert full["verdict"]["code"] == half["verdict"]["code"]
    assert full["suspicion"]["score"] == half["suspicion"]["score"]
    assert 12 == half["engagement"]["rate_pct"]["n_posts"]
    assert [("posts", 12, "2025-03-01T09:00:00Z")] == [(k["kind"], k["n"], k["at"]) for k in half["kept"]]
    assert [] == full["kept"]


def test_posts_come_together_over_several_looks_and_a_later_reading_replaces_an_earlier_one(
    client: Client,
) -> None:
    send(client, page(0, grid(0, 6)))
    later = send(client, page(1, grid(1, 6, likes=900, first=3)))
    likes = {post["shortcode"]: post["likes"]["value"] for post in later["facts"]["posts"]}
    read_at = {post["shortcode"]: post["read_at"] for post in later["facts"]["posts"]}
    assert (9, 480, 900 + 37 * 3) == (len(likes), likes["Cpost00aaaa"], likes["Cpost03aaaa"])
    assert ("2025-03-01T09:00:00Z", None) == (read_at["Cpost00aaaa"], read_at["Cpost03aaaa"])


def test_readings_of_posts_are_used_for_thirty_days(client: Client) -> None:
    send(client, page(0, grid(0)))
    assert 12 == send(client, page(29.9))["engagement"]["rate_pct"]["n_posts"]
    assert [] == send(client, page(60.5))["facts"]["posts"]


def test_a_post_that_was_read_too_young_stays_uncounted_until_it_is_read_again(client: Client) -> None:
    """Its likes of the first hours say nothing a week later."""
    send(client, page(-2 + 1 / 24, grid(0, 1)))
    reasons = [left["reason"] for left in send(client, page(5))["engagement"]["rate_pct"]["left_out"]]
    assert ["too_recent"] == reasons


def test_an_older_saved_page_changes_no_stored_verdict_and_is_kept_as_a_visit(client: Client) -> None:
    send(client, whole(10))
    client.call("PUT", f"/api/v1/shortlist/{NAME}", {})
    before = saved(client)
    old = page(0) | {"url": None}
    old["html"] = HEADER.replace("24,000", "11,000").replace("24K", "11K")
    old["responses"] = []  # what a saved page has
    answer = send(client, old)
    assert (2, "2025-03-01") == (answer["history"]["visits"], answer["history"]["first_seen"][:10])
    assert before == saved(client)
    again = send(client, page(10.5))
    assert (12, 24_000) == (again["engagement"]["rate_pct"]["n_posts"], again["facts"]["followers"]["value"])


def test_a_saved_page_without_a_date_is_no_look_of_today(client: Client) -> None:
    """Neither its posts' age nor the history is judged by when its file was handed in."""
    send(client, whole(0))
    client.call("PUT", f"/api/v1/shortlist/{NAME}", {})
    before = saved(client)
    undated = page(0) | {"url": None, "captured_at": None, "responses": []}
    answer = send(client, undated | {"html": HEADER.replace("24,000", "900").replace("24K", "900")})
    assert [900] == [answer["facts"]["followers"]["value"]]
    assert before == saved(client)
    assert [24_000] == [row["value"] for row in answer["history"]["followers"]]


def test_the_same_capture_half_an_hour_later_is_a_second_visit(client: Client) -> None:
    body = whole()
    send(client, body)
    minutes = (12, 29, 30, 59, 61)
    times = [(T0 + timedelta(minutes=m)).isoformat() for m in minutes]
    visits = [send(client, body | {"captured_at": at})["history"]["visits"] for at in times]
    assert [1, 1, 2, 2, 3] == visits


def test_an_answer_from_memory_notes_the_look(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    body = whole()
    send(client, body)
    monkeypatch.setattr("server.analysis.judge", None)
    later = iso(T0 + timedelta(minutes=20))
    assert later == send(client, body | {"captured_at": later})["history"]["last_seen"]


def test_memory_does_not_answer_with_less_than_is_known(client: Client) -> None:
    """The header alone before and after the whole page: the second answer has the posts."""
    send(client, page(0))
    send(client, whole(0.003))
    assert 12 == send(client, page(0.006))["engagement"]["rate_pct"]["n_posts"]


def test_a_replay_with_kept_evidence_is_the_same_byte_for_byte(client: Client) -> None:
    send(client, whole())
    half = send(client, page(1))
    audit = client.call("GET", f"/api/v1/audits/{half['audit_id']}").json
    again = replay(audit)
    assert canonical(audit["analysis"]) == canonical(again.analysis.to_json())
    assert again.same


def test_the_columns_that_stay_with_a_visit_are_judged_to_the_same_score(client: Client) -> None:
    """A later model asks the same of all visits at once."""
    scores = [send(client, body)["suspicion"]["score"] for body in (whole(), page(5, grid(5, 4)), page(40))]
    state = client.services.store.creators.find(NAME)
    assert state is not None
    found = judge_batch(batch_of(columns for columns in state.columns if columns))
    assert scores == [round(float(value), 1) for value in found.scores.middle]
    assert all(0 < len(columns or "") < 1_500 for columns in state.columns)


def test_an_erase_takes_the_evidence_along(client: Client) -> None:
    send(client, whole())
    client.call("DELETE", CREATOR)
    assert [] == send(client, page(1))["facts"]["posts"]


# --- a capture that is part of an earlier one ----------------------------------------------------------------


def part_of(body: dict[str, Any], seed: int) -> dict[str, Any]:
    """Some answers, some posts of an answer, some rows of a sample; the page itself stays."""
    dice = random.Random(seed)  # noqa: S311 - numbers of a test, no secret
    profile, timeline = body["responses"]
    edges = timeline["body"]["data"]["xdt_api__v1__feed__user_timeline_graphql_connection"]["edges"]
    kept = sorted(dice.sample(range(len(edges)), dice.randint(0, len(edges))))
    fewer = {"edges": [edges[i] for i in kept]}
    smaller = timeline | {"body": {"data": {"xdt_api__v1__feed__user_timeline_graphql_connection": fewer}}}
    rows, texts = body["samples"]["followers"]["rows"], body["samples"]["comments"]
    samples: dict[str, Any] = {}
    if dice.random() < 0.6:
        samples["followers"] = {"position": "top", "rows": rows[: dice.randint(1, len(rows))]}
    if dice.random() < 0.6:
        samples["comments"] = texts[: dice.randint(1, len(texts))]
    answers = [answer for answer in (profile, smaller) if dice.random() < 0.6]
    return body | {"responses": answers, "samples": samples}


@settings(max_examples=30)
@given(st.integers(0, 10**6), st.floats(0.001, 20))
def test_part_of_an_earlier_capture_changes_no_verdict(tmp_path_factory: Any, seed: int, days: float) -> None:
    client, store = _fresh(tmp_path_factory.mktemp("kept"))
    first = send(client, whole())
    later = part_of(whole(), seed) | {"captured_at": (T0 + timedelta(days=days)).isoformat()}
    again = send(client, later)
    store.close()
    told = [(a["verdict"]["code"], a["suspicion"]["score"], a["engagement"]["band"]) for a in (first, again)]
    assert told[0] == told[1]


def _fresh(home: Path) -> tuple[Client, Any]:
    from server.app import create_app  # noqa: PLC0415 - as in conftest

    home_settings = Settings(home=home)
    store = open_store(home_settings.database_url)
    return Client(create_app(home_settings, store, command_token=COMMAND_TOKEN)), store


def test_a_post_says_what_is_known_of_its_owner(client: Client) -> None:
    """The verdict that the list shows, with its date; null for somebody never looked at."""
    html = profile_page("post_en.html")
    body = {"html": html, "captured_at": "2026-11-20T10:00:00Z"}
    stranger = client.call("POST", "/api/v1/checks", body).json
    given = Visit(T0, verdict="look_closer", model_version="2026.11.2")
    client.services.store.checks.add(Check(stranger["facts"]["username"], given))
    known = client.call("POST", "/api/v1/checks", body).json
    expected = {"verdict": "look_closer", "at": iso(T0), "model_version": "2026.11.2"}
    assert (None, expected) == (stranger["standing"], known["standing"])


def test_the_list_knows_how_long_a_creator_has_been_silent(client: Client) -> None:
    send(client, whole())
    client.call("PUT", f"/api/v1/shortlist/{NAME}", {})
    last = saved(client)
    assert ("2025-02-27T09:00:00Z", 2.3) == (last["newest_post_at"], last["posts_per_week"])


def test_list_page_and_answer_say_one_word_for_a_score(client: Client) -> None:
    """The word of the day stays with the visit, whatever thresholds are set later; the page says both."""
    given = send(client, whole())
    client.call("PUT", f"/api/v1/shortlist/{NAME}", {})
    client.call("PUT", f"{CREATOR}/outcome", {"worth_it": True})
    path = "/api/v1/settings/thresholds"
    version = client.call("GET", path).json["version"]
    own = {"look_closer_from": 98, "risky_from": 99}
    assert client.call("PUT", path, own, If_Match=f'"{version}"').status_code == 200
    found = client.call("GET", f"{CREATOR}/analysis").json
    told = found["standing"]["trust"]
    listed, outcome = saved(client), client.call("GET", f"{CREATOR}/outcome").json
    words = {given["trust"]["word"], told["word"], listed["trust_word"], outcome["trust_word"]}
    assert ({"high"}, "low") == (words, found["analysis"]["trust"]["word"])
    assert given["trust"]["seen"] == told["seen"] == listed["seen"]


def test_a_visit_of_an_older_version_is_read_by_the_published_thresholds(client: Client) -> None:
    """It kept no word; where there was nothing to judge there is none."""
    for at, verdict, score in ((T0, "look_closer", 31), (T0 + timedelta(days=1), "not_enough_data", 8)):
        visit = Visit(at, verdict=verdict, suspicion=Figure(score, score, score))
        client.services.store.checks.add(Check(NAME, visit))
    words = [visit["trust_word"] for visit in client.call("GET", CREATOR).json["visits"]]
    assert ["medium", None] == words


def test_the_list_says_when_a_verdict_is_too_old_to_go_by(client: Client) -> None:
    """Ninety days after the look; the verdict itself stays."""
    send(client, whole())
    client.call("PUT", f"/api/v1/shortlist/{NAME}", {})
    [entry] = client.call("GET", "/api/v1/shortlist").json["entries"]
    assert "2025-05-30T09:00:00Z" == entry["review_at"]


# --- a visit whose audit has made room -----------------------------------------------------------------------


def test_a_creator_whose_audit_is_gone_still_has_its_analysis(client: Client) -> None:
    """What the badge, the list and the page say is the same: the result of the last visit, with what is known."""
    given = send(client, whole())
    client.services.store.checks.set_retention(Retention(audits=0))
    send(client, page(1, name="khac"))
    found = client.call("GET", f"{CREATOR}/analysis").json
    shown = found["analysis"]
    assert (None, "2025-03-01T09:00:00Z") == (found["audit_id"], found["at"])
    for path in (("verdict", "code"), ("suspicion", "score"), ("engagement", "score"), ("tier",)):
        was, now = given, shown
        for name in path:
            was, now = was[name], now[name]
        assert was == now, path
    assert 12 == len(shown["facts"]["posts"])
    assert 120 == shown["samples"]["followers"]["n"]


def test_a_visit_of_an_older_version_shows_its_figures_and_the_model_that_judged_them(client: Client) -> None:
    figures = {
        name: Figure(v, v, v)
        for name, v in (("followers", 9_000), ("suspicion", 31), ("engagement_rate", 2.5))
    }
    visit = Visit(T0, verdict="look_closer", tier="nano", n_posts=9, model_version="2026.11.2", **figures)
    client.services.store.checks.add(Check(NAME, visit))
    found = client.call("GET", f"{CREATOR}/analysis").json
    shown = found["analysis"]
    assert ("look_closer", 31, 9_000, 2.5, 9) == (
        shown["verdict"]["code"],
        shown["suspicion"]["score"],
        shown["facts"]["followers"]["value"],
        shown["engagement"]["rate_pct"]["value"],
        shown["engagement"]["rate_pct"]["n_posts"],
    )
    assert ("2026.11.2", "look_closer") == (shown["model_version"], found["standing"]["verdict"])
    assert "2026.11.2" == found["versions"]["model"][0]
