"""What a sample costs, counted in steps: a long comment costs what a short one does, and twice the rows twice as much."""

from __future__ import annotations

from collections.abc import Sequence
from random import Random

import pytest

from server.samples import classify, duplicates
from server.samples.classify import labels
from server.samples.duplicates import Shingles, groups_of
from server.samples.features import Features, features, features_of
from server.samples.grammar import Purpose, purpose
from server.samples.reading import BLOCK, HEAD, TAIL, CommentReading, excerpt, read

WORDS = [
    "giá",
    "bao",
    "nhiêu",
    "shop",
    "ơi",
    "em",
    "mua",
    "áo",
    "này",
    "xinh",
    "quá",
    "chị",
    "ship",
    "về",
    "đâu",
    "còn",
    "size",
    "không",
    "ib",
    "với",
    "link",
]


def text(random: Random, n_words: int) -> str:
    return " ".join(random.choice(WORDS) + str(random.randrange(99)) for _ in range(n_words))


@pytest.mark.parametrize("unit", ["ab cd ", "giá bao nhiêu ", "@tag 1.000 ", "x" * 50 + " "])
def test_a_long_comment_is_read_as_far_as_a_short_one(unit: str) -> None:
    """A million characters make as many n-grams and words as the two ends that are read."""
    long = read(unit * (1_000_000 // len(unit)))
    assert len(long.text) == HEAD + TAIL + 1
    assert features([unit * (1_000_000 // len(unit))]).row.size == features([excerpt(unit * 1_000)]).row.size
    assert len(long.words) <= HEAD + TAIL


def test_both_ends_of_a_long_comment_count() -> None:
    """A question at the end of a wall of text is seen, and an offer at its beginning."""
    wall = "hôm qua trời mưa to lắm luôn á " * 40
    assert excerpt(wall + "kết").endswith("kết")
    assert purpose(read("tuyển ctv bán hàng, việc nhẹ lương cao, " + wall)).offers >= {"job"}


def test_comments_are_scored_in_blocks(monkeypatch: pytest.MonkeyPatch) -> None:
    """No more than BLOCK comments are numbers at a time, however many there are."""
    sizes: list[int] = []

    def counted(readings: Sequence[CommentReading], aims: Sequence[Purpose]) -> Features:
        sizes.append(len(readings))
        return features_of(readings, aims)

    monkeypatch.setattr(classify, "features_of", counted)
    readings = [read(f"hôm qua mình ghé quán số {n} thấy ổn") for n in range(3 * BLOCK)]
    assert len(labels(readings)) == 3 * BLOCK
    assert (max(sizes), sum(sizes)) == (BLOCK, 3 * BLOCK)


@pytest.mark.parametrize("pool", [3, 40, 4_000])
def test_looking_for_twins_compares_no_pair_with_pair(monkeypatch: pytest.MonkeyPatch, pool: int) -> None:
    """At most one comparison a comment and band, whether all are alike, some or none."""
    compared = 0
    similarity = duplicates._jaccard

    def counted(a: Shingles, b: Shingles) -> float:
        nonlocal compared
        compared += 1
        return similarity(a, b)

    monkeypatch.setattr(duplicates, "_jaccard", counted)
    random = Random(7)  # noqa: S311 - invented comments, the same on every run
    stems = [text(random, 12) for _ in range(pool)]
    rows = [read(f"{random.choice(stems)} {text(random, 2)}") for _ in range(1_000)]
    groups_of(rows)
    assert compared <= len(rows) * duplicates._BANDS
