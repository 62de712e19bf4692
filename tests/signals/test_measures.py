"""What single signals see and do not see, on creators made for it."""

from __future__ import annotations

from math import log

import numpy as np
import pytest

from server.signals import signal

NAN = np.nan


def value(signal_id: str, *columns: float) -> float:
    return float(signal(signal_id).measure(*(np.array([column]) for column in columns))[0])


@pytest.mark.parametrize(
    ("signal_id", "columns", "expected"),
    [
        ("empty_bio", (0,), 1.0),
        ("empty_bio", (80,), 0.0),
        ("no_link", (1,), 0.0),
        ("few_posts", (50_000, 0), log(50_000)),
        ("few_posts", (50_000, 50), log(1_000)),
        ("new_account", (30_000, 10), 3_000.0),
        ("new_account", (30_000, 0), 30_000.0),
        ("follow_ratio", (7_000, 14_000), log(0.5)),
        ("suspicious_followers", (0.3, 100, 38), 0.3),
        ("same_commenters", (0.5, 3, NAN), 0.5),
        ("same_commenters", (0.2, 3, 0.6), 0.6),
        ("same_commenters", (NAN, 1, 0.6), 0.6),
        ("likes_two_levels", (1.2, NAN), 1.2),
        ("likes_two_levels", (1.2, 0.1), 0.43),
        ("likes_two_levels", (0.4, 0.1), 0.22),
        ("likes_two_levels", (0.2, 0.1), 0.1),
    ],
)
def test_values(signal_id: str, columns: tuple[float, ...], expected: float) -> None:
    """The value of a signal on one creator."""
    assert pytest.approx(expected) == value(signal_id, *columns)


@pytest.mark.parametrize(
    ("signal_id", "columns"),
    [("suspicious_followers", (NAN, 0, NAN)), ("same_commenters", (1.0, 2, NAN)), ("few_posts", (NAN, 12))],
)
def test_no_value(signal_id: str, columns: tuple[float, ...]) -> None:
    """No rows, too few opened posts, an unknown count: no value."""
    assert np.isnan(value(signal_id, *columns))


def test_a_step_in_likes_that_comments_explain_is_none() -> None:
    """Two levels of likes weigh only as far as comments do not step along."""
    measure = signal("likes_two_levels").measure
    gap, excess = np.array([1.2, 1.2, 1.2]), np.array([NAN, 0.0, 2.0])
    assert measure(gap, excess).tolist() == [1.2, 0.43, 1.2]
