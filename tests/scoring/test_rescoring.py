"""Many checks judged anew as one batch come out as each of them judged alone, whatever was seen of it."""

from __future__ import annotations

import json
import math
import random
from importlib import resources
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from server.analysis import Analysis, conclude, judge
from server.facts import Count
from server.scoring import rescoring
from server.scoring.columns_kept import unpack
from server.scoring.model import Model, read_model
from server.scoring.own import UserTables
from server.scoring.records import Judgement
from server.scoring.rescoring import KeptCheck, NewScore, rescored
from server.scoring.searches import SHIPPED
from server.scoring.thresholds import own_thresholds
from tests.creators import NOW, comment_rows, compact, count, follower_rows, post, reading


def later_model(factor: float) -> Model:
    """The published model with all log-odds taken times ``factor``, and another prior."""
    body: dict[str, Any] = json.loads(
        resources.files("server.scoring").joinpath("model.json").read_text("utf-8")
    )
    for weight in body["signals"].values():
        weight["points"] = [[value, odds * factor] for value, odds in weight["points"]]
        weight["missing"] = [odds * factor for odds in weight["missing"]]
    return read_model(body | {"version": "later", "prior": body["prior"] | {"value": 0.2}})


def shown(dice: random.Random) -> Count | None:
    """A count as a page shows it: not at all, exact, or rounded."""
    n = int(math.exp(dice.uniform(3, 14)))
    rounded = compact(n * 100, n * 100 - 50, n * 100 + 99, f"{n / 10}K")
    return dice.choice([None, count(n), count(n), rounded])


def check(dice: random.Random) -> Analysis:
    """A creator of whom more or less was seen, some signs ruled innocent."""
    seen = reading(
        posts=tuple(
            replace(post(number), likes=shown(dice), comments=shown(dice))
            for number in range(dice.randint(0, 14))
        ),
        followers=shown(dice),
        following=shown(dice),
        follower_rows=follower_rows(dice.choice([0, 8, 60]), dice.choice([0, 5, 30])),
        comment_rows=comment_rows(["xinh quá", "🔥🔥", "shop ở đâu vậy ạ?"] * dice.randint(0, 8)),
    )
    innocent = dice.sample(["likes_even", "rate_high", "generic_comments", "suspicious_followers"], 2)
    rulings = [Judgement(signal, "innocent", "", NOW) for signal in innocent[: dice.randint(0, 2)]]
    return judge(seen, now=NOW, capture_hash="0", rulings=rulings)


def kept_of(judged: Analysis) -> KeptCheck:
    """What a store keeps of it, as JSON gives it back."""
    innocent = [ruling.signal for ruling in judged.inputs.rulings]
    values = {name: None if value != value else value for name, value in judged.asked.items()}  # noqa: PLR0124 - NaN, the only number that differs from itself
    return KeptCheck(unpack(judged.packed), innocent, json.loads(json.dumps(values)), None)


def alone(judged: Analysis, model: Model, own: UserTables) -> NewScore:
    """The same inputs judged by themselves."""
    found = conclude(replace(judged.inputs, thresholds=own.thresholds, search=own.search), model)
    points = found.suspicion
    values = {name: None if value != value else value for name, value in found.asked.items()}  # noqa: PLR0124 - NaN, the only number that differs from itself
    return NewScore(
        (round(points.score, 1), round(points.low, 1), round(points.high, 1)),
        found.verdict.code,
        found.trust.code,
        found.trust.word,
        values,
    )


def said(found: list[NewScore]) -> list[NewScore]:
    """Points, verdicts and words as they are shown."""
    return [replace(new, values={}) for new in found]


def numbers(found: list[NewScore]) -> list[float]:
    """What stands behind them, unknown as -1; longer rows are added up in another order, so the last digits differ."""
    return [-1.0 if value is None else value for new in found for _, value in sorted(new.values.items())]


@settings(max_examples=25, deadline=None)
@given(st.integers(0, 10**6), st.floats(0.3, 2.0), st.booleans())
def test_a_batch_is_judged_as_each_check_is_alone(seed: int, factor: float, strict: bool) -> None:
    """Under another model, the user's thresholds and a search: points with their range, verdict and word."""
    dice = random.Random(seed)  # noqa: S311 - numbers of a test, no secret
    found = [check(dice) for _ in range(dice.randint(1, 6))]
    own = (
        UserTables(own_thresholds({"look_closer_from": 5}), search=SHIPPED.searches[0])
        if strict
        else UserTables()
    )
    model = later_model(factor)
    one_by_one = [alone(each, model, own) for each in found]
    batch = rescored([kept_of(each) for each in found], model, own)
    assert numbers(batch) == pytest.approx(numbers(one_by_one), rel=1e-9)
    assert said(one_by_one) == said(batch)


def test_batches_are_cut_where_memory_ends(monkeypatch: pytest.MonkeyPatch) -> None:
    """However many passes there are, the scores are those of one, in the order of the checks."""
    dice = random.Random(5)  # noqa: S311 - numbers of a test, no secret
    kept = [kept_of(check(dice)) for _ in range(12)]
    whole = rescored(kept, later_model(1.5), UserTables())
    monkeypatch.setattr(rescoring, "_MOST_COUNTS", 300)
    parts = rescored(kept, later_model(1.5), UserTables())
    assert numbers(parts) == pytest.approx(numbers(whole), rel=1e-9)
    assert said(whole) == said(parts)


def test_nobody_and_nothing_seen_are_batches_too() -> None:
    """No check at all, and checks without a single post."""
    bare = judge(reading(posts=()), now=NOW, capture_hash="0")
    model = later_model(1.5)
    found = (rescored([], model, UserTables()), rescored([kept_of(bare)] * 2, model, UserTables()))
    assert ([], [alone(bare, model, UserTables())] * 2) == found
