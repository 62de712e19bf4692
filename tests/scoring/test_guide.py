"""The guide: what is missing, the most telling first, and no step that cannot be taken."""

from __future__ import annotations

from datetime import timedelta

import pytest
from msgspec import structs

from server.analysis import Analysis, judge
from server.facts import Reading
from server.messages import text
from server.scoring.searches import SHIPPED
from tests.creators import NOW, comment_rows, count, follower_rows, posts, reading

SAMPLED = {"follower_rows": follower_rows(120, 0), "followers_position": "top"}
COMMENTED = {"comment_rows": comment_rows(["mình mua rồi, mặc rất thích"] * 60)}


def analysis(given: Reading) -> Analysis:
    return judge(given, now=NOW)


@pytest.mark.parametrize(
    ("given", "missing"),
    [
        (reading(posts=()), ["posts", "follower_sample", "comment_texts"]),
        (reading(), ["follower_sample", "comment_texts"]),
        (
            reading(posts=tuple(structs.replace(p, comments=None) for p in posts())),
            ["follower_sample", "comment_texts"],
        ),
        (reading(**SAMPLED), ["comment_texts"]),
        (reading(**SAMPLED, **COMMENTED), []),
        (reading(posts=(), is_private=True, page="private_profile"), []),
        (reading(followers=None, posts=()), ["header", "posts", "follower_sample", "comment_texts"]),
    ],
)
def test_missing_evidence_in_its_order(given: Reading, missing: list[str]) -> None:
    """The header first, without which nothing can be judged; nobody hovers for comments where the likes are there."""
    assert missing == [step.name for step in analysis(given).guide.missing]


HIDDEN = tuple(structs.replace(p, likes=None, likes_hidden=True) for p in posts())
YOUNG = tuple(structs.replace(p, taken_at=NOW - timedelta(hours=3 + i)) for i, p in enumerate(posts()[:4]))


@pytest.mark.parametrize(
    ("given", "asked"),
    [
        (reading(posts=HIDDEN), ["followers", "comments"]),
        (reading(posts=YOUNG, post_count=count(4)), ["day old", "followers", "comments"]),
        (reading(posts=(), post_count=count(0)), ["followers", "another day"]),
        (reading(posts=(), is_private=True, page="private_profile"), []),
        (reading(posts=posts([None] * 12), post_count=count(12)), ["likes", "followers", "comments"]),
        (reading(posts=posts()[:5], post_count=count(5)), ["followers", "comments", "another day"]),
    ],
    ids=["hidden likes", "young posts", "no posts", "private", "not shown yet", "all posts seen"],
)
def test_nothing_is_asked_for_that_the_page_cannot_give(given: Reading, asked: list[str]) -> None:
    """No hovering where likes are hidden, no scrolling where no post is left, waiting where all are too young."""
    said = [step.en for step in analysis(given).verdict.next_evidence]
    assert [word in text for word, text in zip(asked, said, strict=False)] == [True] * len(asked)
    assert len(asked) <= len(said) <= 3 if asked else said == []


@pytest.mark.parametrize(("size", "needed"), [(0, []), (30, [30]), (12_000, [50])])
def test_no_more_followers_are_asked_for_than_the_list_has(size: int, needed: list[int]) -> None:
    """A list of thirty is read whole, and an empty one is not opened."""
    steps = analysis(reading(followers=count(size))).guide.steps
    assert [step.needed for step in steps if step.name == "follower_sample"] == needed


@pytest.mark.parametrize(
    ("n", "opened", "missing"),
    [
        (20, 2, []),
        (40, 1, ["Open one more post"]),
        (12, 1, ["Open three posts"]),
        (12, 2, ["Open three posts"]),
    ],
)
def test_comments_that_are_enough_for_a_contact_are_not_asked_for_again(
    n: int, opened: int, missing: list[str]
) -> None:
    """Twenty on two posts: the step is done with what the verdict needs, and names what is missing otherwise."""
    rows = comment_rows(["mình mua rồi, mặc rất thích"] * n, opened)
    steps = analysis(reading(**SAMPLED, comment_rows=rows)).guide.missing
    assert [step.text.en[: len(said)] for step, said in zip(steps, missing, strict=True)] == missing


@pytest.mark.parametrize("counts", [[0] * 11 + [30], [0] * 12])
def test_no_second_post_is_asked_for_where_no_other_has_comments(counts: list[int]) -> None:
    """All the comments that there are were read."""
    rows = comment_rows(["mình mua rồi, mặc rất thích"] * max(counts), 1)
    given = reading(**SAMPLED, posts=posts(comments=counts), comment_rows=rows)
    assert "comment_texts" not in [step.name for step in analysis(given).guide.missing]


def test_what_could_change_the_verdict_comes_first() -> None:
    """A promising creator becomes a Contact by followers or comments; of a Contact the rest can only warn."""
    promising = analysis(reading())
    assert [step.changes for step in promising.guide.missing] == [True, True]
    assert promising.guide.missing[0].name in {"follower_sample", "comment_texts"}


def test_who_fails_by_size_is_not_looked_at_further() -> None:
    """No sample makes a creator of another size fit."""
    found = judge(reading(followers=count(900_000)), now=NOW, search=SHIPPED.chosen)
    assert (found.verdict.code, found.verdict.next_evidence) == ("not_a_fit", ())


def test_progress_counts_what_is_done() -> None:
    """ "2 of 4" after the header and the posts; all four fit into two minutes."""
    body = analysis(reading()).guide.answer()
    assert (body.done, body.of) == (2, 4)
    assert analysis(reading(followers=None, posts=())).guide.answer().seconds <= 120


@pytest.mark.parametrize("taken", [SAMPLED, COMMENTED])
def test_a_step_narrows_the_range_by_what_it_promised(taken: dict[str, object]) -> None:
    """The promise is of the width that is due to unseen evidence alone; the middle moves as well."""
    before, after = analysis(reading()), analysis(reading(**taken))
    name = "follower_sample" if taken is SAMPLED else "comment_texts"
    promised = next(step.narrows for step in before.guide.steps if step.name == name)
    left = next(step.narrows for step in after.guide.steps if step.name == name)
    assert before.suspicion.unseen - after.suspicion.unseen == pytest.approx(promised - left, abs=0.01)
    assert promised > 5


def test_the_verdict_names_the_same_steps() -> None:
    """What to open next is the guide's order, another visit last."""
    found = analysis(reading())
    wanted = [step.text for step in found.guide.missing] + [text("verdict.next.own_history")]
    assert list(found.verdict.next_evidence) == wanted
