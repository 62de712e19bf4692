"""What every signal promises: one suite over the whole folder, so a new file is held to it by itself."""

from __future__ import annotations

import inspect
import string
from itertools import pairwise
from pathlib import Path

import numpy as np
import pytest

import server.signals
from server.metrics.arrays import FloatArray
from server.metrics.columns import DERIVED, GIVEN, POSTS, Batch, Columns, measure
from server.samples.own_lists import OwnLists
from server.scoring.evidence import _FINDERS
from server.scoring.model import load_model
from server.scoring.scorecard import score
from server.scoring.suspicion import sentence
from server.signals import GROUPS, Signal, signals
from server.signals.wording import fill

N = 400
every_signal = pytest.mark.parametrize("signal", signals(), ids=lambda signal: signal.id)


@pytest.fixture(scope="module")
def columns() -> Columns:
    """Creators of every kind, from empty to absurd, with holes in every column."""
    rng = np.random.default_rng(3)
    shares = [name for name in GIVEN if name.endswith("_share") or name in {"has_link", "following_churn"}]
    given = {name: np.round(np.exp(rng.uniform(-1, 16, N))) for name in GIVEN}
    given |= {name: rng.uniform(0, 1, N) for name in shares}
    given |= {"has_link": rng.integers(0, 2, N).astype(float), "expected_rate": rng.uniform(0.005, 0.05, N)}
    posts = {name: np.round(np.exp(rng.uniform(-1, 14, (N, 12)))) for name in POSTS}
    for column in (*given.values(), *posts.values()):
        column[rng.uniform(size=column.shape) < 0.1] = np.nan
    given["followers"][:3], posts["likes"][:3] = [0, 1, 1e11], [[0] * 12, [1e11] * 12, [0] * 11 + [7]]
    return measure(Batch(N, given, posts))


def read(signal: Signal, columns: Columns) -> list[FloatArray]:
    return [columns[name] for name in signal.reads]


def at_values(signal: Signal, values: FloatArray) -> FloatArray:
    """Log-odds points of the score when the signal has ``values`` and nothing else is known."""
    model = load_model()
    weight = model.weight(signal.id)
    return np.interp(values, [x for x, _ in weight.points], [y for _, y in weight.points])


@every_signal
def test_is_named_as_its_file_and_known_to_the_model(signal: Signal) -> None:
    """The id is the file's name, the group one of six, and the model file gives it a weight."""
    folder = Path(inspect.getfile(server.signals)).parent
    assert (
        (folder / f"{signal.id}.py").exists(),
        signal.group in GROUPS,
        signal.id in load_model().weights,
    ) == (True, True, True)


@every_signal
def test_gives_one_value_a_creator(signal: Signal, columns: Columns) -> None:
    """Measured for a whole batch in one call: an array of a float for each creator."""
    values = signal.measure(*read(signal, columns))
    assert ((N,), np.dtype(np.float64), True) == (values.shape, values.dtype, bool(np.isfinite(values).any()))


@every_signal
def test_never_gives_infinity(signal: Signal, columns: Columns) -> None:
    """Zero followers, no likes and absurd counts give a number or nothing."""
    assert not np.isinf(signal.measure(*read(signal, columns))).any()


@every_signal
def test_is_pure(signal: Signal, columns: Columns) -> None:
    """The same columns give the same values, and measuring changes no column."""
    before = [column.copy() for column in read(signal, columns)]
    first, second = (signal.measure(*read(signal, columns)) for _ in range(2))
    np.testing.assert_array_equal(first, second)
    for column, kept in zip(read(signal, columns), before, strict=True):
        np.testing.assert_array_equal(kept, column)


@every_signal
def test_one_creator_is_a_batch_of_one(signal: Signal, columns: Columns) -> None:
    """A creator's value does not depend on who else is in the batch."""
    together = signal.measure(*read(signal, columns))
    alone = signal.measure(*(column[5:6] for column in read(signal, columns)))
    np.testing.assert_array_equal(together[5:6], alone)


@every_signal
def test_without_evidence_there_is_no_value(signal: Signal, columns: Columns) -> None:
    """Nothing known gives nothing: not zero, not clean."""
    nothing = [np.full_like(column, np.nan) for column in read(signal, columns)]
    assert np.isnan(signal.measure(*nothing)).all()


@every_signal
def test_reads_only_what_it_names(signal: Signal) -> None:
    """``measure`` is handed the named columns and nothing else; every one of them exists."""
    assert set(signal.reads) <= {*GIVEN, *POSTS, *DERIVED}
    inspect.signature(signal.measure).bind(*signal.reads)


@every_signal
def test_its_own_measure_takes_columns_by_name(signal: Signal) -> None:
    """Where a file defines ``measure``, its parameters are called like the columns it reads."""
    if signal.measure.__module__ == f"server.signals.{signal.id}":
        assert list(signal.reads) == list(inspect.signature(signal.measure).parameters)


@every_signal
def test_weighs_in_its_stated_direction(signal: Signal) -> None:
    """A value further along the stated direction never weighs less."""
    steps = np.linspace(-25, 25, 401) if signal.direction == "rising" else np.linspace(25, -25, 401)
    odds = at_values(signal, steps)
    assert all(b >= a for a, b in pairwise(odds))


@every_signal
def test_its_contribution_is_bounded(signal: Signal, columns: Columns) -> None:
    """However absurd the value, the contribution stays within the range that it leaves open while missing."""
    model = load_model()
    index = model.signals.index(signal)
    contribution = score(columns, model).contributions[index]
    low, high = model.weight(signal.id).missing
    assert (bool((contribution >= low - 1e-9).all()), bool((contribution <= high + 1e-9).all())) == (
        True,
        True,
    )


@every_signal
def test_speaks_both_languages(signal: Signal) -> None:
    """Reason and innocent explanation in Vietnamese and English, with the same figures in the reason."""
    figures = [
        sorted(p for p in string.Formatter().parse(t) if p[1]) for t in (signal.reason.en, signal.reason.vi)
    ]
    names = [[(name, spec) for _, name, spec, _ in found] for found in figures]
    texts = (signal.reason.en, signal.reason.vi, signal.innocent.en, signal.innocent.vi)
    assert sorted(names[0]) == sorted(names[1])
    assert (len(set(texts)), all(text.endswith((".", ".")) for text in texts)) == (4, True)


@every_signal
def test_its_sentence_can_be_filled(signal: Signal) -> None:
    """The reason uses its value and columns of one value a creator that it reads, nothing else."""
    numbers = {name: 1234.5 for name in signal.reads if name not in POSTS} | {"value": 0.5}
    filled = fill(signal.reason, numbers)
    assert ("{" in filled.en + filled.vi, "?" in filled.en) == (False, False)


@every_signal
def test_what_is_unusual_is_said_only_where_it_raises_the_score(signal: Signal) -> None:
    """Below that, a sentence of its own says what is seen; a yes or no is said by the value itself."""
    raising, calm = sentence(signal, 1.0, 0.3), sentence(signal, 0.0, -0.1)
    assert (signal.reason, signal.no_difference or signal.reason) == (raising, calm)


@every_signal
def test_every_other_sentence_can_be_filled_in_both_languages(signal: Signal) -> None:
    """What is usual, and what is said where nothing is, use the same figures as the reason may; what is usual in own
    lists uses theirs."""
    numbers = {name: 1234.5 for name in signal.reads if name not in POSTS} | {"value": 0.5}
    numbers |= OwnLists(7, 0.04, 0.1).numbers()
    for words in filter(None, (signal.usual, signal.usual_own, signal.no_difference)):
        filled = fill(words, numbers)
        assert (filled.en != filled.vi, "{" in filled.en + filled.vi, "?" in filled.en) == (
            True,
            False,
            False,
        )


def test_twin_signals_have_sentences_of_their_own() -> None:
    """Of two signals that read the same numbers each says what it means by them."""
    said = [t for s in signals() for t in (s.reason, s.no_difference) if t is not None]
    assert len({text.en for text in said}) == len({text.vi for text in said}) == len(said)


def test_a_share_is_held_against_a_share() -> None:
    """A reader compares percent with percent, not with "1 in 10"; what is usual is said once, not again as an excuse."""
    shares = [signal for signal in signals() if signal.reason.en.startswith("{value:pct0}") and signal.usual]
    assert len(shares) > 5
    words = [text for s in shares if s.usual is not None for text in (s.usual.en, s.usual.vi)]
    assert [text for text in words if "%" not in text] == []
    assert [s.id for s in shares if any(sign.isdigit() for sign in s.innocent.en)] == []


@every_signal
def test_its_evidence_can_be_found(signal: Signal) -> None:
    """Every kind of evidence it names is one that can be traced to the page."""
    assert set() < set(signal.evidence) <= set(_FINDERS)


def test_all_six_groups_are_there() -> None:
    """The scorecard covers every way in which numbers can be bought that a page can show."""
    assert set(GROUPS) == {signal.group for signal in signals()}


def test_signals_are_found_by_listing_the_folder() -> None:
    """Every file but the package's own two is a signal: nothing is registered by hand."""
    folder = Path(inspect.getfile(server.signals)).parent
    files = {path.stem for path in folder.glob("*.py")} - {"__init__", "wording"}
    assert files == {signal.id for signal in signals()}
