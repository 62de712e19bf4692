"""A shortlist of any size, invented and repeatable, written through the store before a server starts on it."""

# ruff: noqa: S311  (repeatable invention wants a seeded generator, not a secret one)

from __future__ import annotations

import math
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from random import Random

from server.money import exactly
from server.store import open_store
from server.store.records import STATUSES, Check, Figure, ImportRow, Visit

NOW = datetime(2026, 11, 20, 3, 0, tzinfo=UTC)
_GIVEN = ("Lan", "Minh", "Đào", "Hương", "Thảo", "Quỳnh", "Đức", "Trâm", "Bảo", "Ngọc")
_FAMILY = ("Nguyễn", "Trần", "Lê", "Phạm", "Đặng", "Vũ", "Đỗ", "Hồ")
_TAGS = ("ẩm thực", "làm đẹp", "Đà Lạt", "du lịch", "mẹ và bé", "thể thao", "công nghệ")
_OWNERS = ("Mai", "Tùng", "Yến", None)
_VERDICTS = ("contact", "look_closer", "risky", "not_enough_data")
_TIERS = ((5_000, "nano"), (100_000, "micro"), (500_000, "mid"), (1_000_000, "macro"), (math.inf, "mega"))


def fill(home: Path, size: int, visits: int = 1) -> None:
    """Put ``size`` creators with ``visits`` checks each into the store of the data folder ``home``."""
    home.mkdir(parents=True, exist_ok=True)
    store = open_store(f"tinydb:///{home.as_posix()}")
    try:
        store.entries.import_rows(list(rows(size)))
        random = Random(size)
        for number in range(size):
            for check in _checks(random, number, visits):
                store.checks.add(check)
    finally:
        store.close()


def rows(size: int) -> Iterator[ImportRow]:
    """Entries with status, tags, owner, note and price."""
    random = Random(size)
    for number in range(size):
        yield ImportRow(
            username=name_of(number),
            changes={
                "status": random.choice(STATUSES),
                "tags": tuple(random.sample(_TAGS, random.randrange(4))),
                "owner": random.choice(_OWNERS),
                "note": random.choice(("", "hỏi giá lại sau Tết", "đã gửi sản phẩm mẫu")),
                "full_name": f"{random.choice(_FAMILY)} {random.choice(_GIVEN)}",
                "price_asked": exactly(random.randrange(1, 30) * 500_000, "VND") if number % 3 == 0 else None,
            },
        )


def name_of(number: int) -> str:
    return f"nguoi.{number:05d}.vidu"


def _checks(random: Random, number: int, visits: int) -> Iterator[Check]:
    followers = math.exp(random.gauss(math.log(25_000), 1.0))
    rate = math.exp(random.gauss(math.log(3.2), 0.7))
    low = random.uniform(2, 40)
    for visit in range(visits):
        at = NOW - timedelta(hours=number % 700, days=9 * (visits - 1 - visit))
        count = round(followers * 1.012**visit)
        found = Visit(
            at=at,
            verdict=random.choice(_VERDICTS),
            tier=next(tier for limit, tier in _TIERS if count < limit),
            followers=Figure(count, count - 49, count + 49),
            following=Figure(500, 500, 500),
            post_count=Figure(300, 300, 300),
            engagement_rate=Figure(rate, rate * 0.8, rate * 1.3),
            engagement_score=50.0,
            n_posts=12,
            suspicion=Figure(low + 8, low, low + random.uniform(15, 50)),
            model_version="2026.11.1",
            audit_id=None,
        )
        yield Check(username=name_of(number), visit=found, profile_id=str(1000 + number), full_name=None)
