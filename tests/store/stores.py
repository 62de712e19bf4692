"""Stores of invented creators with something of everything, and ways to look into them."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path

from server.money import Money, exactly
from server.store.documents import CREATORS, address_of
from server.store.records import Check, Device, Figure, Sketch, Visit
from server.store.store import Store
from server.store.tinydb import embedded_store

T0 = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)
FOLLOWERS = {"n": 40, "n_with_signs": 8, "n_no_photo": 6, "n_photo_known": 40, "n_made_names": 7}
FOLLOWERS |= {"n_bare": 1, "model": "2026.12"}
COMMENTS = {"n": 30, "n_generic": 9, "n_emoji_only": 5, "n_mention_only": 1, "n_duplicate": 2}
COMMENTS |= {"n_duplicate_across_posts": 1, "n_spam": 1, "n_people": 22, "n_owner_replies": 4, "n_posts": 3}
DEVICE = Device("c1", "Chrome", "browser", "ab" * 32, "key", T0, "chrome-extension://x")


def fill(store: Store, n: int = 8) -> None:
    """``n`` creators with visits, audits, sketches and samples; most of them listed, some ruled on or worked with."""
    for number in range(n):
        name, at = f"tao.{number}", T0 - timedelta(days=number)
        store.checks.add(_check(name, number, at - timedelta(days=9)))
        if number % 4 != 3:
            store.entries.save(name, {"note": f"ghi chú {number}", "tags": ("quán ăn", "HCM")})
        if number % 2:
            store.rulings.set(name, "rate_high", "innocent", "viral")
            store.outcomes.save(name, {"worth_it": True, "sales": Money(3_000_000, "VND"), "quality": 4})
        store.checks.add(_check(name, number, at))
    store.entries.save(
        "tao.0", {"status": "rejected", "reject_reason": "giá cao", "price_asked": exactly(900, "USD")}
    )
    store.checks.add(_check("ten.moi", 1, T0))  # a rename
    store.settings.save({"currency": "USD"})
    store.devices.add(DEVICE)


def _check(name: str, number: int, at: datetime) -> Check:
    count = 12_000 + 100 * number
    visit = Visit(
        at,
        verdict="contact",
        tier="micro",
        followers=Figure(count, count, count),
        engagement_rate=Figure(3.4, 3.1, 3.9),
        engagement_score=61.5,
        n_posts=12,
        suspicion=Figure(22, 15, 31),
        model_version="2026.11.2",
        capture_digest="ab" * 32,
        audit_id=f"audit-{number}-{at:%j}",
        follower_sample=FOLLOWERS | {"position": "top"},
        comment_sample=COMMENTS | {"median_reply_delay_s": 60.5},
    )
    return Check(
        name,
        visit,
        profile_id=str(7_000 + number),
        full_name="Tạo Nên",
        category="Food",
        is_verified=False,
        audit={"facts": name},
        sketch=Sketch("k1", 22, bytes(range(64))),
        verdict_inputs={"model": "m", "rulings": [], "values": {"rate": 3.4, "score": None}},
    )


def opened(file: Path) -> Store:
    return embedded_store(file, now=lambda: T0)


def names_on(store: Store) -> list[str]:
    return [entry.username for entry in store.entries.all()]


def walk(store: Store) -> None:
    """Ask for everything that a page asks for; raises where a row leads nowhere."""
    store.entries.all()
    store.checks.recent(1_000)
    store.outcomes.all()
    store.audits.latest()
    store.sketches.under("k1")
    store.settings.get()
    store.devices.all()
    store.notice()
    for username in {
        address_of(document) for document in store.database.storage.memory.tables.get(CREATORS, {}).values()
    }:
        state = store.creators.find(username)
        assert state is not None
        for visit in state.visits:
            repr(visit)
