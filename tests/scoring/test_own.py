"""What the user may set: named thresholds of the verdict table, and a price list."""

from __future__ import annotations

from itertools import product
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from server.analysis import judge
from server.errors import BadRange, BadSetting, Inconsistent, OverlappingRanges, SoiError
from server.messages import Text
from server.scoring.own import MOST_RANGES, PRICES, THRESHOLDS, UserTables, own_of, own_prices
from server.scoring.prices import load_prices
from server.scoring.searches import SEARCHES, SHIPPED
from server.scoring.thresholds import PUBLISHED, own_thresholds, published, table_file
from server.scoring.verdict import Condition, Row, decide, load_table
from server.scoring.verdict_codes import RECOMMENDED
from tests.creators import NOW, reading

NAMES = tuple(published())


# --- thresholds -----------------------------------------------------------------------------------------------


def test_published_values_are_no_own_ones() -> None:
    """Saving what is published is the same as setting nothing, to the version of the model."""
    same = own_thresholds({name: known.value for name, known in published().items()})
    assert (PUBLISHED, "") == (same, same.suffix)


def test_every_threshold_is_one_that_a_row_asks_for() -> None:
    """A name that no row uses would be a control without effect; a row may use only names that there are."""
    used = {
        limit
        for row in table_file()["rows"]
        for sides in row["when"].values()
        for limit in sides.values()
        if isinstance(limit, str)
    }
    assert set(NAMES) == used


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("way", ["under", "over", "text", "truth", "nan"])
def test_a_value_outside_its_limits_is_refused(name: str, way: str) -> None:
    """The message names the threshold and its limits."""
    known = published()[name]
    value: Any = {
        "under": known.least - 0.01,
        "over": known.most + 1,
        "text": "24",
        "truth": True,
        "nan": float("nan"),
    }[way]
    with pytest.raises(BadSetting, match=name):
        own_thresholds({name: value})


def test_posts_are_whole_and_unknown_names_are_refused() -> None:
    """Nobody sees half a post."""
    for wrong in ({"least_posts": 6.5}, {"least_comments": 3}):
        with pytest.raises(BadSetting):
            own_thresholds(wrong)


@pytest.mark.parametrize(
    "values",
    [
        {"risky_from": 20},
        {"look_closer_from": 61},
        {"look_closer_from": 95, "risky_from": 90},
    ],
)
def test_values_that_contradict_each_other_are_refused(values: dict[str, float]) -> None:
    """Risky never begins below Look closer."""
    with pytest.raises(Inconsistent):
        own_thresholds(values)


def test_the_suffix_follows_the_values_and_nothing_else() -> None:
    """Equal values, equal suffix, whatever their order; another value, another suffix."""
    one = own_thresholds({"risky_from": 70, "least_posts": 8}).suffix
    other = own_thresholds({"least_posts": 8, "risky_from": 70.0}).suffix
    assert one == other != own_thresholds({"risky_from": 71, "least_posts": 8}).suffix
    assert one.startswith("+own.")
    assert len(one) == len("+own.1a2b3c4d")


def _of(row: Row, name: str) -> float:
    return next(c.limit for c in row.when if isinstance(c, Condition) and c.name == name)


@given(st.tuples(*(st.floats(known.least, known.most) for known in published().values())))
def test_own_thresholds_change_limits_and_never_the_rules(values: tuple[float, ...]) -> None:
    """Whatever is accepted gives the same rows with other numbers, and the rules of the published table hold."""
    wanted = {n: round(v) if n == "least_posts" else v for n, v in zip(NAMES, values, strict=True)}
    try:
        table = load_table(own_thresholds(wanted))
    except Inconsistent:
        return
    assert [(row.code, row.reason) for row in table] == [(row.code, row.reason) for row in load_table()]
    risky, closer = (next(r for r in table if r.reason == name) for name in ("signs_strong", "signs_some"))
    assert _of(risky, "low") >= _of(closer, "score")
    good = [row for row in table if row.code in RECOMMENDED]
    assert {_of(row, "seen_high") for row in good} == {_of(risky, "score")}


def test_a_stricter_table_never_calls_more_creators_good() -> None:
    """Lower limits of suspicion take creators away from Contact, and give none to it."""
    points = np.array(
        [(s, low, high) for s, low, high in product(range(0, 100, 7), range(0, 60, 7), (5, 45, 65))]
    )
    n = len(points)
    table_inputs = {
        "score": points[:, 0].astype(float),
        "low": points[:, 1].astype(float),
        "seen_high": points[:, 2].astype(float),
        **{name: np.full(n, 60.0) for name in ("posts", "follower_rows", "comment_rows", "opened_posts")},
        **{
            name: np.zeros(n) for name in ("posts_hidden", "low_engagement", "fit_basic_failed", "fit_failed")
        },
        "suspicious_low": np.full(n, np.nan),
    }
    strict, usual = own_thresholds({"look_closer_from": 10, "risky_from": 40}), PUBLISHED
    good = [
        {
            at
            for at, row in enumerate(decide(table_inputs, load_table(each)))
            if load_table(each)[int(row)].code in RECOMMENDED
        }
        for each in (strict, usual)
    ]
    assert good[0] < good[1]


def test_a_threshold_that_is_no_more_is_passed_over() -> None:
    """Settings and audits of an older Soi that hold it are read, with their other values."""
    assert own_thresholds({"risky_from": 70}) == own_thresholds({"contact_range_below": 60, "risky_from": 70})


def test_a_check_follows_own_thresholds_in_verdict_guide_and_version() -> None:
    """More posts are asked for: the word changes, the guide says how many, the version shows it."""
    facts = reading()
    usual, own = (
        judge(facts, now=NOW, thresholds=t) for t in (PUBLISHED, own_thresholds({"least_posts": 12}))
    )
    assert usual.model_version + own_thresholds({"least_posts": 12}).suffix == own.model_version
    assert 12 in {part.needed for part in own.completeness.parts}
    assert usual.suspicion == own.suspicion


# --- prices ---------------------------------------------------------------------------------------------------


def row(start: float, end: float, low: float = 1, high: float = 2) -> dict[str, float]:
    return {"from": start, "to": end, "low": low, "high": high}


def lists(*ranges: dict[str, float], currency: str = "VND") -> list[dict[str, Any]]:
    return [{"currency": currency, "ranges": list(ranges)}]


def test_an_own_list_stands_in_place_of_the_published_ones_in_its_currency() -> None:
    """Lists in another currency stay; the own one says whose it is, in both languages."""
    found = own_prices(lists(row(1_000, 50_000, 5, 6)), 2026).expected(20_000)
    assert [(p.market.id, p.market.currency) for p in found] == [
        ("own-vnd", "VND"),
        ("world", "USD"),
        ("article", "USD"),
    ]
    assert found[0].high == 6
    assert found[0].answer().source.name == Text("Your own list", "Bảng giá của bạn")


def test_a_gap_has_no_price() -> None:
    """Nothing is said of a size that the user left out; rows may come in any order."""
    prices = own_prices(lists(row(50_000, 60_000), row(1_000, 10_000), currency="USD"), 2026)
    assert [p.market.id for p in prices.expected(20_000) if p.market.currency == "USD"] == []
    assert [p.market.id for p in prices.expected(55_000) if p.market.currency == "USD"] == ["own-usd"]


@pytest.mark.parametrize(
    ("wrong", "error"),
    [
        ([], BadSetting),
        (lists(row(1, 2)) * 2, BadSetting),
        (lists(row(1, 2), currency="EUR"), BadSetting),
        (lists(), BadSetting),
        (lists(*(row(n, n + 1) for n in range(MOST_RANGES + 1))), BadSetting),
        (lists(row(-1, 2)), BadSetting),
        (lists(row(1, 10**10)), BadSetting),
        (lists(row(1, 2, high=float("nan"))), BadSetting),
        (lists(row(5, 5)), BadRange),
        (lists(row(1, 2, low=3, high=2)), BadRange),
        (lists(row(1, 10), row(9, 20)), OverlappingRanges),
        (lists(row(5, 6), row(1, 100)), OverlappingRanges),
    ],
)
def test_a_list_that_says_two_things_or_nothing_is_refused(
    wrong: list[dict[str, Any]], error: type[SoiError]
) -> None:
    """Each kind of fault has a code of its own."""
    with pytest.raises(error):
        own_prices(wrong, 2026)


def test_the_version_of_the_prices_follows_the_list() -> None:
    """An audit tells which list it was made with."""
    one, other = (own_prices(lists(row(1, 10, high=h)), 2026).version for h in (2, 3))
    assert one != other
    assert load_prices().version not in {one, other}


@pytest.mark.parametrize(
    "saved",
    [
        {},
        {THRESHOLDS: {"risky_from": 1_000}},
        {THRESHOLDS: [1], PRICES: {"lists": [{}], "year": 2026}},
        {THRESHOLDS: {"of.a.newer.soi": 1}, PRICES: {"lists": lists(row(3, 2)), "year": 2026}},
        {THRESHOLDS: 3, PRICES: "x", SEARCHES: 5},
        {SEARCHES: {"searches": [{"id": "A b", "name": "?"}], "active": "A b"}},
    ],
)
def test_what_cannot_be_read_counts_as_not_set(saved: dict[str, Any]) -> None:
    """A store that a newer Soi wrote to, or a backup from elsewhere, stops no check."""
    assert UserTables(search=SHIPPED.chosen) == own_of(saved)
