"""Campaigns beside a list of 10,000: what the server needs for the list of 100 and for one of 40 creators."""

from __future__ import annotations

import json
import tempfile
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from statistics import median
from time import process_time
from typing import Any

from scripts.benchmarks import Row, at_most
from server import own_json
from server.campaigns.records import Brand, BudgetFrame, Campaign, Deliverable, Slot
from server.campaigns.today import Work
from server.money import exactly
from server.services import campaigns as telling
from server.services.campaign_fit import CampaignFit
from server.services.candidates import candidates_of, proposed
from server.services.checks import Checker
from server.services.own_rates import OwnRates
from server.services.retention import present_settings
from server.services.shared_commenters import SharedCommenters
from server.services.sketch_key import SketchKey
from server.settings import Settings
from server.store.records import ImportRow
from server.store.store import Store
from server.store.tinydb import embedded_store

TITLE = "Campaigns"
_LISTED, _CAMPAIGNS, _SLOTS = 10_000, 100, 40
_CHECKED = 1_000
_SINCE = 1_739_000_000
"""Of the posts, in Unix seconds: some days before the check."""
_TODAY = date(2026, 11, 30)


def rows(quick: bool) -> Iterator[Row]:
    with tempfile.TemporaryDirectory() as folder:
        store = embedded_store(Path(folder) / "soi.json")
        try:
            store.entries.import_rows([ImportRow(f"nguoi.{n}", {}) for n in range(_LISTED)])
            kept = [store.campaigns.add(_work(number)) for number in range(_CAMPAIGNS)]
            one, times = kept[0].work.campaign.id, 3 if quick else 10
            yield at_most(
                "the list of 100 campaigns with 4,000 posts",
                _took(lambda: telling.summaries(store.campaigns.all(), _TODAY), times),
                "ms",
                300,
            )
            yield at_most(
                "one campaign of 40 creators, beside 99 others and 10,000 on the list",
                _took(lambda: telling.told(store.campaigns.get(one), _day(store), ""), times),
                "ms",
                1_000,
            )
            yield from _fits(store, Path(folder), times, _CHECKED // 10 if quick else _CHECKED)
        finally:
            store.close()


def _fits(store: Store, home: Path, times: int, checked: int) -> Iterator[Row]:
    """A campaign of creators who were all checked, against its search; then an empty slot of it beside 1,000 checked ones
    of its niche."""
    checker, fit = _checker(store, home), CampaignFit(store)
    for number in range(checked):
        checker.check(_look(number))
        store.entries.save(f"nguoi.{number}", {"tags": ("ẩm thực",)})
    brand = Brand("b", words=("cơm hộp", "món ngon"), rivals=("Hoa Sen",), language="vi")
    slots = tuple(Slot(f"s{place}", "food", creator=f"nguoi.{place}") for place in range(_SLOTS))
    campaign = Campaign("", "đủ người", brand, search="micro", slots=(*slots, Slot("gap", "food")))
    kept = store.campaigns.add(Work(campaign)).work
    assert len(fit.told(kept.campaign).creators) == _SLOTS  # noqa: S101 - nothing measured would be no figure
    yield at_most(
        f"how {_SLOTS} checked creators fit the campaign's search (/fit)",
        _took(lambda: fit.told(kept.campaign), times),
        "ms",
        1_000,
    )
    yield at_most(
        f"who could take an empty slot, of {checked:,} checked ones of its niche",
        _took(
            lambda: proposed(kept, "gap", candidates_of(store.entries.all()), _day(store), me="", held=fit),
            times,
        ),
        "ms",
        1_000,
    )


def _look(number: int) -> bytes:
    """A check of somebody who cooks: followers, and nine posts of the last days."""
    name, profile_id = f"nguoi.{number}", str(1_000 + number)
    user = {"username": name, "pk": profile_id, "id": profile_id}
    counts = {"follower_count": 20_000, "following_count": 300, "media_count": 90}
    posts = [
        {
            "code": f"CODE_{number}_{post}",
            "pk": str(post),
            "media_type": 1,
            "like_count": 500,
            "comment_count": 3,
        }
        | {
            "taken_at": _SINCE + post * 90_000,
            "user": user,
            "caption": {"text": f"Cơm hộp {post} món, canh chua #monngon"},
        }
        for post in range(1, 10)
    ]
    timeline = {"edges": [{"node": post} for post in posts]}
    responses = [
        {
            "path": "/graphql/query",
            "name": "PolarisProfilePageContentQuery",
            "body": {"data": {"user": user | counts}},
        },
        {
            "path": "/graphql/query",
            "name": "PolarisProfilePostsQuery",
            "body": {"data": {"xdt_api__v1__feed__user_timeline_graphql_connection": timeline}},
        },
    ]
    header = f'<header><h2>{name}</h2><a href="/{name}/followers/"><span title="20,000">x</span></a></header>'
    look = {
        "url": f"https://www.instagram.com/{name}/",
        "captured_at": "2025-03-01T09:00:00+00:00",
        "html": f'<html lang="en"><head></head><body><main>{header}</main></body></html>',
        "responses": responses,
    }
    return json.dumps(look).encode()


def _checker(store: Store, home: Path) -> Checker:
    settings = Settings(home=home)
    shared = SharedCommenters(store, SketchKey(store, home, lambda: present_settings(settings, store)))
    return Checker(store, 1, 1, shared, OwnRates(store))


def _day(store: Store) -> telling.Day:
    return telling.Day(store.campaigns.all(), telling.contacted(store.entries.all()), _TODAY)


def _work(number: int) -> Work:
    """40 people of the list, one post each."""
    names = [f"nguoi.{(number * 37 + place) % _LISTED}" for place in range(_SLOTS)]
    slots = tuple(Slot(f"s{place}", creator=name) for place, name in enumerate(names))
    posts = tuple(
        Deliverable("", slot.id, slot.creator or "", price=exactly(3_000_000, "VND"), due_post=_TODAY)
        for slot in slots
    )
    campaign = Campaign("", f"c{number}", Brand("b"), budget=BudgetFrame(200_000_000), slots=slots)
    return Work(campaign, posts)


def _took(work: Callable[[], Any], times: int) -> float:
    """Milliseconds of processor time, writing the answer included."""
    took = []
    for _ in range(times):
        start = process_time()
        own_json.dumps(work())
        took.append((process_time() - start) * 1_000)
    return median(took)
