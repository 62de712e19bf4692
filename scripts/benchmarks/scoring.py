"""Scores: a batch of ten thousand creators against plain numpy, and one creator against parsing its capture."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

import numpy as np
from msgspec.structs import replace

from scripts.benchmarks import Row, at_most, interleaved
from scripts.benchmarks.parsing import reduced_capture
from server.analysis import judge
from server.capture import Capture
from server.facts import Post, exact_count
from server.metrics.arrays import FloatArray
from server.metrics.columns import Batch
from server.parsing import read_capture
from server.scoring.batch import judge_batch

TITLE = "Scores"
CREATORS = 10_000
POSTS = 12
NOW = datetime(2026, 11, 1, tzinfo=UTC)


def rows(quick: bool) -> Iterator[Row]:
    """A line for the batch and lines for one creator."""
    yield from _batch(3 if quick else 15)
    yield from _one(60 if quick else 300)


def invented_batch(n: int = CREATORS) -> Batch:
    """Creators of all sizes with 12 dated posts each."""
    rng = np.random.default_rng(5)
    followers: FloatArray = np.exp(rng.uniform(np.log(2e3), np.log(2e6), n)).astype(np.float64)
    spread = np.exp(0.4 * rng.standard_normal((n, POSTS)))
    likes: FloatArray = np.round(followers[:, None] * 0.02 * spread).astype(np.float64)
    return Batch(
        n,
        {
            "followers": np.rint(followers),
            "following": np.round(rng.uniform(10, 3_000, n)),
            "post_count": np.round(rng.uniform(12, 900, n)),
        },
        {
            "likes": likes,
            "comments": rng.poisson(likes * 0.012).astype(np.float64),
            "days": np.cumsum(rng.exponential(3.0, (n, POSTS)), axis=1),
        },
    )


def invented_posts() -> tuple[Post, ...]:
    """Twelve posts with counts and dates."""
    return tuple(
        Post(
            f"code{number}",
            "image",
            taken_at=NOW - timedelta(days=3 * number + 2, hours=number**2 % 7),
            taken_at_source="response",
            likes=exact_count(300 + 37 * number % 90, "response", f"edges[{number}].like_count"),
            comments=exact_count(5 + number % 4, "response", f"edges[{number}].comment_count"),
        )
        for number in range(POSTS)
    )


def _batch(rounds: int) -> Iterator[Row]:
    batch = invented_batch()
    likes, comments, days = (batch.posts[name] for name in ("likes", "comments", "days"))
    followers = batch.given["followers"]

    def floor() -> None:
        """The same reductions over the same numbers, as plain numpy: no unknown, no interval, no score."""
        np.median((likes + comments) / followers[:, None], axis=1)
        np.median(likes, axis=1)
        likes.std(axis=1) / likes.mean(axis=1)
        comments.sum(axis=1) / likes.sum(axis=1)
        comments.std(axis=1) / (comments.mean(axis=1) + 1)
        np.diff(np.sort(np.log(likes + 1), axis=1), axis=1).max(axis=1)
        gaps = np.diff(np.sort(days, axis=1), axis=1)
        gaps.std(axis=1) / gaps.mean(axis=1)
        np.median(gaps, axis=1)

    seconds = interleaved({"floor": floor, "ours": lambda: judge_batch(batch)}, rounds)
    yield Row(f"{CREATORS:,} creators in one batch, counts to verdicts", 1e3 * seconds["ours"], "ms")
    yield at_most(
        f"{CREATORS:,} creators / the same reductions in plain numpy",
        seconds["ours"] / seconds["floor"],
        "x",
        20,
    )


def _one(rounds: int) -> Iterator[Row]:
    page = reduced_capture()
    reading = read_capture(Capture.from_page(page))
    full = replace(reading, facts=replace(reading.facts, posts=invented_posts()))
    seconds = interleaved(
        {
            "parse": lambda: read_capture(Capture.from_page(page)),
            "judge": lambda: judge(reading, now=NOW, capture_hash="0"),
            "judge full": lambda: judge(full, now=NOW, capture_hash="0"),
        },
        rounds,
        warmup=3,
    )
    yield Row("one creator with 12 counted posts, facts to verdict", 1e3 * seconds["judge full"], "ms")
    yield at_most("one creator, facts to verdict / parsing", seconds["judge"] / seconds["parse"], "x", 1)
