"""CSV rows go the way of a page: missing cells are unknown, order is kept, nothing breaks a run."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from scripts.research.evaluation.creators import creators, flagged, posts_beside
from server.scoring.benchmarks import load_benchmarks

LIKES = "612|455|801|390|520|690|433|1010|575|480|640|710"
COMMENTS = "14|8|17|6|11|15|9|24|12|10|13|16"


def test_an_ordinary_row_is_promising() -> None:
    """Followers, likes and comments of an ordinary creator."""
    row = {"followers": "24000", "likes": LIKES, "comments": COMMENTS, "scenario": "?"}
    assert "promising" == creators([row])[0].verdict


def test_creators_drawn_from_the_benchmark_are_seldom_called_out() -> None:
    """Rates from all over the table, posts that vary as posts do: at most a fifth is risky or to be looked at."""
    rng = np.random.default_rng(23)
    table = load_benchmarks().default
    rows = []
    for followers in np.exp(rng.uniform(np.log(5e3), np.log(1e5), 600)):
        a, b, c, d = np.log(table.limits_pct(followers))
        edges = [a - 0.9 * (b - a), a, b, c, d, d + 0.9 * (d - c)]
        rate = np.exp(np.interp(rng.uniform(2, 98), [2, 20, 40, 60, 80, 98], edges)) / 100
        likes = followers * rate * np.exp(rng.normal(0, 0.42, 12))
        comments = rng.poisson(likes * 0.018 * np.exp(rng.normal(0, 0.5, 12)))
        cells = {"likes": np.round(likes), "comments": comments}
        rows.append({"followers": str(followers)} | {k: "|".join(map(str, v)) for k, v in cells.items()})
    called = [found.verdict in ("risky", "look_closer") for found in creators(rows)]
    assert sum(called) / len(called) <= 0.2


@pytest.mark.parametrize("followers", ["", "nan", "-", "1e999", "0"])
def test_a_row_without_followers_still_gets_an_answer(followers: str) -> None:
    """Every row has one prediction, between 0 and 1."""
    (found,) = creators([{"followers": followers, "likes": LIKES, "comments": ""}])
    assert 0 <= found.score <= 1


def test_no_posts_is_not_enough_data() -> None:
    """Counts alone never accuse anybody."""
    rows = [{"followers": "24000", "likes": "", "comments": ""}, {"followers": "24000"}]
    assert ["not_enough_data"] * 2 == [found.verdict for found in creators(rows)]


def test_no_rows_give_no_predictions() -> None:
    """An empty file is evaluated to an empty file."""
    assert [] == creators([])


def test_likes_without_comments_are_unknown_comments() -> None:
    """An empty cell is "not shown": the likes are judged, the comments are not taken for zero."""
    without, zero = creators(
        [
            {"followers": "24000", "likes": LIKES, "comments": ""},
            {"followers": "24000", "likes": LIKES, "comments": "|".join("0" * 12)},
        ]
    )
    assert without.score < zero.score


def test_posts_are_found_beside_the_influencers(tmp_path: Path) -> None:
    """influencers_X.csv has its posts in influencer_posts_X.csv, by account."""
    (tmp_path / "influencer_posts_x.csv").write_text(
        "aid,idx,likes,comments,ts\na,0,5,1,86400\na,1,6,1,0\nb,0,7,,\n"
    )
    posts = posts_beside(tmp_path / "influencers_x.csv")
    assert {"a": 2, "b": 1} == {aid: len(rows) for aid, rows in posts.items()}
    assert 2 == len(flagged([{"aid": "a", "followers": "9000"}, {"aid": "c", "followers": "9000"}], posts))
