"""From 30 own checked creators of a tier on, the percentile among them stands beside the benchmark's."""

from __future__ import annotations

from datetime import timedelta

import pytest

from server.services.own_rates import OwnRates
from server.store.records import Check, Figure, Visit
from tests.http.conftest import Client
from tests.http.looks import T0


def visited(client: Client, n: int, tier: str = "micro") -> OwnRates:
    """``n`` creators with rates of 1, 2, 3 ... percent."""
    store = client.services.store
    for place in range(n):
        rate = float(place + 1)
        visit = Visit(T0 + timedelta(days=place), tier=tier, engagement_rate=Figure(rate, rate, rate))
        store.checks.add(Check(f"nguoi.{place}.vidu", visit))
    return OwnRates(store)


@pytest.mark.parametrize(
    ("n", "tier", "expected"), [(30, "micro", 50), (29, "micro", None), (30, "mid", None)]
)
def test_thirty_of_the_tier_are_needed(client: Client, n: int, tier: str, expected: int | None) -> None:
    """A rate above 15 of 30 stands at 50; fewer creators, or those of another tier, say nothing."""
    found = visited(client, n).percentile("ai.do.vidu", 15.5, tier)  # type: ignore[arg-type]  # tiers are words
    assert expected == (found and found.percentile)


def test_a_creator_is_not_compared_with_itself(client: Client) -> None:
    """Of 30 that are known, 29 are others: too few."""
    assert None is visited(client, 30).percentile("nguoi.3.vidu", 15.5, "micro")


def test_it_is_said_in_words(client: Client) -> None:
    """How many, of which tier, and above how many of a hundred."""
    found = visited(client, 40).percentile("ai.do.vidu", 30.5, "micro")
    assert found is not None
    assert [True, True] == [part in found.text.en for part in ("40 creators", "above 75 of 100")]
