"""What the scores must reach on the judging half of the labelled sets beside the repository. Nothing was fitted on them."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

import pytest

from scripts.research.evaluation.figures import measure_all

pytestmark = pytest.mark.corpus


@cache
def measured(folder: Path) -> dict[str, Any]:
    return measure_all(folder)


@pytest.fixture
def figures(corpus: Path) -> dict[str, Any]:
    return measured(corpus / "accounts")


def test_manipulated_creators_are_ranked_above_clean_ones(figures: dict[str, Any]) -> None:
    """AUC of at least 0.68 over all scenarios, also where choices are made anew without the rows that judge them."""
    creators = figures["creators"]
    assert min(one["measures"]["AUC"]["value"] for one in (creators, creators["nested"])) >= 0.68


def test_bought_likes_are_noticed(figures: dict[str, Any]) -> None:
    """At least 55 % of the creators with bought likes on every post are risky or to be looked at."""
    shares = figures["scenarios"]["bought_likes_all"]
    assert shares["risky"] + shares["look_closer"] >= 0.55


@pytest.mark.parametrize(("code", "limit"), [("risky", 0.03), ("look_closer", 0.25)])
def test_real_influencers_are_seldom_accused(figures: dict[str, Any], code: str, limit: float) -> None:
    """In every set of real influencers, and in all together."""
    assert {} == {name: shares[code] for name, shares in figures["real"].items() if shares[code] > limit}


def test_stated_shares_beat_the_prior(figures: dict[str, Any]) -> None:
    """At the stated prior, the score says more than the prior alone: a positive Brier skill, even at its low end."""
    assert figures["creators"]["measures"]["Brier skill"]["low"] > 0


def test_stated_shares_are_near_the_observed_ones(figures: dict[str, Any]) -> None:
    """Calibration error of at most 0.06 at the prior."""
    assert figures["creators"]["measures"]["ECE"]["value"] <= 0.06
