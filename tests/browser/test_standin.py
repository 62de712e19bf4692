"""The stand-in itself: what its invented people write tells honest creators from bought comments, as it does in life."""

from __future__ import annotations

from collections import Counter
from datetime import UTC, datetime
from random import Random

import pytest

from server.samples.duplicates import duplicate_groups
from tests.browser.standin.cast import cast
from tests.browser.standin.creators import Creator
from tests.browser.standin.remarks import remarks

NOW = datetime(2026, 11, 20, 3, 0, tzinfo=UTC)
CAST = [creator for creator in cast(NOW).values() if creator.posts]
HONEST = [creator for creator in CAST if creator.bought_share < 0.1]
BOUGHT = [creator for creator in CAST if creator.bought_share >= 0.3]
POSTS = 6


def _repeated_share(creator: Creator) -> float:
    """Share of the comments on the newest posts that nearly repeat another one."""
    texts = [comment.text for post in creator.posts[:POSTS] for comment in creator.comments_on(post)]
    sizes = Counter(duplicate_groups(texts))
    return sum(size for size in sizes.values() if size > 1) / len(texts)


@pytest.mark.parametrize("creator", HONEST, ids=lambda creator: creator.username)
def test_the_readers_of_an_honest_creator_do_not_repeat_each_other(creator: Creator) -> None:
    """Not under one post and not across six of them; a text of spam may come twice."""
    assert _repeated_share(creator) < 0.05


@pytest.mark.parametrize("creator", BOUGHT, ids=lambda creator: creator.username)
def test_bought_comments_repeat_each_other(creator: Creator) -> None:
    """Paid accounts paste from a few texts."""
    assert _repeated_share(creator) > 0.15


def test_a_remark_stands_under_one_post_only() -> None:
    """Over all posts of a creator no remark comes twice."""
    creator = cast(NOW)["linhdan.vidu"]
    random = Random(0)  # noqa: S311  (only the order depends on it)
    known = set(remarks(random, creator.language))
    texts = [comment.text for post in creator.posts for comment in creator.comments_on(post)]
    counts = Counter(text for text in texts if text in known)
    assert (len(counts) > 50, counts.most_common(1)[0][1]) == (True, 1)
