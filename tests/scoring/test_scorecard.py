"""The scorecard's promises, over any evidence: signs add up, unknown is never clean, caps hold."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from server.metrics.columns import Columns
from server.scoring.model import Model, load_model
from server.scoring.scorecard import Scores, score, sigmoid
from server.signals import as_is, signals

AMOUNTS = sorted({w.evidence for w in load_model().weights.values() if w.evidence})


def bare_model() -> Model:
    """The shipped weights, each signal reading its value from a column of its own name."""
    plain = tuple(replace(signal, reads=(signal.id,), measure=as_is) for signal in signals())
    return replace(load_model(), signals=plain)


MODEL = bare_model()
values = st.one_of(st.none(), st.floats(-10, 10), st.floats(0, 8_000))
evidence = st.fixed_dictionaries({signal.id: values for signal in signals()})
amounts = st.fixed_dictionaries({name: st.floats(0, 2_000) for name in AMOUNTS})
any_signal = st.sampled_from([signal.id for signal in signals()])


def scored(known: dict[str, float | None], seen: dict[str, float], ruled: tuple[str, ...] = ()) -> Scores:
    columns: Columns = {name: np.array([np.nan if v is None else v]) for name, v in known.items()}
    columns |= {name: np.array([v]) for name, v in seen.items()}
    columns["followers"] = np.array([20_000.0])
    return score(columns, MODEL, ruled_innocent=[ruled])


def bounds(scores: Scores) -> tuple[float, float, float]:
    return float(scores.low[0]), float(scores.middle[0]), float(scores.high[0])


@given(evidence, amounts)
def test_the_score_lies_in_its_range(known: dict[str, float | None], seen: dict[str, float]) -> None:
    """0 <= low <= score <= high <= 100, whatever is known."""
    low, middle, high = bounds(scored(known, seen))
    assert 0 <= low <= middle <= high <= 100


@given(evidence, amounts, any_signal, st.floats(0, 1_000))
def test_a_more_suspicious_sign_never_lowers_the_score(
    known: dict[str, float | None], seen: dict[str, float], name: str, more: float
) -> None:
    """Moving one sign in its direction raises score and range or leaves them."""
    start = 1.0 if known[name] is None else known[name]
    assert start is not None
    sign = 1 if {s.id: s for s in signals()}[name].direction == "rising" else -1
    before = bounds(scored(known | {name: start}, seen))
    after = bounds(scored(known | {name: start + sign * more}, seen))
    assert all(b >= a - 1e-9 for a, b in zip(before, after, strict=True))


@given(evidence, amounts, any_signal)
def test_missing_evidence_never_narrows_the_range(
    known: dict[str, float | None], seen: dict[str, float], name: str
) -> None:
    """Without a sign the range holds all that it held before."""
    low, _, high = bounds(scored(known, seen))
    wider_low, _, wider_high = bounds(scored(known | {name: None}, seen))
    assert (wider_low <= low + 1e-9, wider_high >= high - 1e-9) == (True, True)


@given(evidence, amounts, st.sampled_from(AMOUNTS), st.floats(0, 1))
def test_less_evidence_never_narrows_the_range(
    known: dict[str, float | None], seen: dict[str, float], name: str, share: float
) -> None:
    """The same share over fewer rows or posts says less."""
    low, _, high = bounds(scored(known, seen))
    wider_low, _, wider_high = bounds(scored(known, seen | {name: seen[name] * share}))
    assert (wider_low <= low + 1e-9, wider_high >= high - 1e-9) == (True, True)


@given(evidence, st.booleans())
def test_the_ends_of_the_range_are_reached_by_some_completion(
    known: dict[str, float | None], clean: bool
) -> None:
    """With all that was not seen at its cleanest, or at its worst, the score is that end of the range."""
    plenty = dict.fromkeys(AMOUNTS, 1e6)
    low, _, high = bounds(scored(known, plenty))
    far = {s.id: 1e6 if (s.direction == "falling") is clean else -1e6 for s in signals()}
    completed = scored({name: far[name] if v is None else v for name, v in known.items()}, plenty)
    assert pytest.approx(low if clean else high) == completed.middle[0]


def test_everything_seen_leaves_no_range() -> None:
    """Full evidence for every sign: the score stands alone."""
    low, middle, high = bounds(scored(dict.fromkeys(MODEL.weights, 0.0), dict.fromkeys(AMOUNTS, 1e6)))
    assert (pytest.approx(middle), pytest.approx(middle)) == (low, high)


@given(evidence, amounts, any_signal)
def test_a_missing_sign_never_lowers_the_score_below_the_clean_one(
    known: dict[str, float | None], seen: dict[str, float], name: str
) -> None:
    """Unknown is not clean: without the evidence the score is at least what the cleanest evidence would give."""
    rising = {s.id: s for s in signals()}[name].direction == "rising"
    cleanest = scored(known | {name: -1e6 if rising else 1e6}, seen)
    assert scored(known | {name: None}, seen).middle[0] >= cleanest.middle[0] - 1e-9


@given(evidence, amounts, any_signal)
def test_an_innocent_ruling_never_raises_and_takes_the_sign_away(
    known: dict[str, float | None], seen: dict[str, float], name: str
) -> None:
    """A sign the marketer called innocent adds nothing any more."""
    ruled = scored(known, seen, (name,))
    index = [signal.id for signal in MODEL.signals].index(name)
    assert (
        ruled.contributions[index, 0] <= 0,
        ruled.middle[0] <= scored(known, seen).middle[0] + 1e-9,
    ) == (True, True)


def test_knowing_nothing_gives_the_prior_and_a_wide_range() -> None:
    """No evidence moves nothing."""
    low, middle, high = bounds(scored(dict.fromkeys(MODEL.weights), dict.fromkeys(AMOUNTS, 0.0)))
    assert pytest.approx(100 * MODEL.prior) == middle
    assert (low < 10, high > 90) == (True, True)


def test_one_group_never_adds_more_than_its_cap() -> None:
    """All signs of one group at their worst stay within the group's cap."""
    known: dict[str, float | None] = dict.fromkeys(MODEL.weights)
    for signal in MODEL.signals:
        if signal.group == "likes":
            known[signal.id] = 1e6 if signal.direction == "rising" else -1e6
    middle = scored(known, dict.fromkeys(AMOUNTS, 1e6)).middle[0] / 100
    odds = np.log(middle / (1 - middle)) - np.log(MODEL.prior / (1 - MODEL.prior))
    assert pytest.approx(MODEL.groups["likes"][1]) == odds


def test_half_the_evidence_weighs_half() -> None:
    """A rate over 6 posts moves the log-odds half as far as over 12."""
    index = [signal.id for signal in MODEL.signals].index("rate_high")
    none: dict[str, float | None] = dict.fromkeys(MODEL.weights)
    few, many = (
        scored(none | {"rate_high": 2.0}, dict.fromkeys(AMOUNTS, n)).contributions[index, 0]
        for n in (6.0, 12.0)
    )
    assert pytest.approx(many / 2) == few


def test_a_batch_scores_each_creator_as_alone() -> None:
    """Ten thousand in one call or one by one: the same numbers."""
    rng = np.random.default_rng(11)
    columns: Columns = {name: rng.uniform(-3, 3, 50) for name in MODEL.weights}
    columns |= {name: rng.uniform(0, 20, 50) for name in AMOUNTS} | {"followers": np.full(50, 9e3)}
    together = score(columns, MODEL)
    alone = [score({k: v[i : i + 1] for k, v in columns.items()}, MODEL).middle[0] for i in range(50)]
    np.testing.assert_allclose(alone, together.middle)


def test_extreme_log_odds_do_not_overflow() -> None:
    """The sigmoid is clamped; warnings are errors in these tests."""
    assert [pytest.approx(0, abs=1e-9), pytest.approx(1)] == sigmoid(np.array([-1e308, 1e308])).tolist()
