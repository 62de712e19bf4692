"""The guide: what is missing, the most telling first, and no step that cannot be taken."""

from __future__ import annotations

import pytest

from server.analysis import Analysis, judge
from server.facts import Reading
from server.messages import text
from tests.creators import NOW, comment_rows, follower_rows, reading

SAMPLED = {"follower_rows": follower_rows(90, 10), "followers_position": "top"}
COMMENTED = {"comment_rows": comment_rows(["mình mua rồi, mặc rất thích"] * 60)}


def analysis(given: Reading) -> Analysis:
    return judge(given, now=NOW)


@pytest.mark.parametrize(
    ("given", "missing"),
    [
        (reading(posts=()), ["posts", "follower_sample", "comment_texts"]),
        (reading(), ["follower_sample", "comment_texts"]),
        (reading(**SAMPLED), ["comment_texts"]),
        (reading(**SAMPLED, **COMMENTED), []),
        (reading(posts=(), is_private=True, page="private_profile"), []),
        (reading(followers=None, posts=()), ["header", "posts", "follower_sample", "comment_texts"]),
    ],
)
def test_missing_evidence_in_its_order(given: Reading, missing: list[str]) -> None:
    """The header first, without which nothing can be judged; then what narrows the range most."""
    assert missing == [step.name for step in analysis(given).guide.missing]


def test_progress_counts_what_is_done() -> None:
    """ "2 of 4" after the header and the posts; all four fit into two minutes."""
    body = analysis(reading()).guide.to_json()
    assert (body["done"], body["of"]) == (2, 4)
    assert analysis(reading(followers=None, posts=())).guide.to_json()["seconds"] <= 120


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
