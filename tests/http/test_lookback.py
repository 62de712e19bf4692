"""Who is due for another look, and what the last look saw that the one before had not."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from server.services.lookback import Lookback, is_apart
from server.settings import Settings
from server.store import open_store
from server.store.records import Check, Figure, Visit
from server.store.store import Store
from server.times import iso
from tests.http.conftest import Client
from tests.http.looks import T0, look

DUE, DIGEST = "/api/v1/checks/due", "/api/v1/checks/digest"


def listed(client: Client, name: str, *looks: tuple[float, int], number: str = "42", **entry: Any) -> None:
    """On the list, with looks as (day, followers)."""
    client.call("PUT", f"/api/v1/shortlist/{name}", entry)
    for day, followers in looks:
        look(client, day, name=name, followers=followers, profile_id=number)


def changes(client: Client) -> dict[str, dict[str, Any]]:
    """By creator the changes by their field."""
    found = client.call("GET", DIGEST).json["creators"]
    return {one["username"]: {change["field"]: change for change in one["changes"]} for one in found}


def test_who_was_looked_at_long_ago_is_due_and_who_never_was_stands_last(client: Client) -> None:
    """The oldest first; somebody rejected is left alone, and somebody off the list too."""
    listed(client, "moi.thu.ba", (2, 9_000), number="3")
    listed(client, "chua.xem")
    listed(client, "cu.nhat", (0, 5_000), number="1")
    listed(client, "da.loai", (0, 5_000), number="4", status="rejected", reject_reason="other")
    look(client, 0, name="ngoai.danh.sach", profile_id="5")
    found = client.call("GET", f"{DUE}?days=1").json
    assert [("cu.nhat", "old"), ("moi.thu.ba", "old"), ("chua.xem", "never")] == [
        (one["username"], one["reason"]) for one in found["due"]
    ]


def test_a_look_that_saw_too_little_is_due_however_new_it_is(client: Client) -> None:
    """Not enough data is a state that asks for another look."""
    listed(client, "qua.it", (0, 5_000))
    days = (datetime.now(UTC) - T0).days + 2
    (only,) = client.call("GET", f"{DUE}?days={days}").json["due"]
    assert ("qua.it", "thin") == (only["username"], only["reason"])


def test_the_digest_compares_the_two_last_looks_by_their_own_time(client: Client) -> None:
    """An older page that comes later is no last look, and a figure that stayed is no change."""
    listed(client, "tang.nhanh", (0, 5_000), (20, 9_000), (10, 6_000), number="1")
    listed(client, "dung.yen", (0, 5_000), (20, 5_000), number="2")
    listed(client, "mot.lan", (0, 5_000), number="3")
    found = changes(client)["tang.nhanh"]["followers"]
    assert (6_000, 9_000) == (found["from"]["value"], found["to"]["value"])
    answer = client.call("GET", DIGEST).json
    assert (2, 1) == (answer["compared"], answer["total"])


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    """An empty one with somebody on the list."""
    opened = open_store(Settings(home=tmp_path).database_url)
    opened.entries.save("ai.do", {})
    yield opened
    opened.close()


def seen(store: Store, day: int, signs: list[str], **more: Any) -> None:
    """A look on the ``day``-th day that found ``signs``."""
    analysis = {
        "suspicion": {
            "signals": [{"id": s, "contribution": 1.0, "reason": {"en": s, "vi": s}} for s in signs]
        }
    }
    visit = Visit(
        T0 + timedelta(days=day),
        model_version="1",
        suspicion=Figure(len(signs), 0, 100),
        audit_id=f"look{day}",
        **{"seen": ("posts",)} | more,
    )
    store.checks.add(Check("ai.do", visit, audit={"audit_id": f"look{day}", "analysis": analysis}))


def told(store: Store) -> list[tuple[str, str | None, list[str]]]:
    """The changes of the only creator: field, new value, signs."""
    return [
        (change.what, None if change.after is None else str(change.after), [sign.en for sign in change.signs])
        for one in Lookback(store).digest().creators
        for change in one.changes
    ]


@pytest.mark.parametrize(("days", "expected"), [(13, []), (14, [("silent", iso(T0), [])])])
def test_who_posted_nothing_between_two_looks_is_silent(store: Store, days: int, expected: list[Any]) -> None:
    """From two weeks on, with the day of the newest post."""
    for day in (1, 1 + days):
        seen(store, day, [], newest_post_at=T0)
    assert expected == told(store)


@pytest.mark.parametrize(
    ("then", "now", "expected"),
    [
        (("posts", "comments"), ("posts",), [("signs", None, ["new"])]),
        (("posts",), ("posts", "comments"), []),
    ],
)
def test_a_sign_is_new_only_where_it_could_have_been_seen_before(
    store: Store, then: tuple[str, ...], now: tuple[str, ...], expected: list[Any]
) -> None:
    """What a first look at the comments shows is no change of the creator."""
    seen(store, 0, ["old"], seen=then)
    seen(store, 2, ["old", "new"], seen=now)
    assert expected == told(store)


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ((12_000, 11_950, 12_049), (12_100, 12_050, 12_149), True),
        ((12_000, 11_950, 12_049), (12_100, 12_049, 12_149), False),
    ],
)
def test_rounded_figures_that_may_be_the_same_are_no_change(
    one: tuple[int, int, int], other: tuple[int, int, int], expected: bool
) -> None:
    """Whichever came first."""
    assert (expected, expected) == (
        is_apart(Figure(*one), Figure(*other)),
        is_apart(Figure(*other), Figure(*one)),
    )


@pytest.mark.parametrize("days", ["0", "3651", "x", "-1"])
def test_days_have_bounds(client: Client, days: str) -> None:
    """A number outside them is refused, not guessed."""
    assert 422 == client.call("GET", f"{DUE}?days={days}").status_code
