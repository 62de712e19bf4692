"""A check with the sample of an earlier visit says the same as one that read it itself, but for where it comes from."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from server.analysis import Analysis, judge
from server.audit import audit_of, canonical, replay
from server.facts import Reading
from server.samples.earlier import MAX_CHANGED, Kept
from server.scoring.tallies import tallies_of, with_earlier
from tests.creators import NOW, comment_rows, count, follower_rows, reading

TEXTS = ("đẹp quá", "🔥🔥", "shop ở đâu vậy ạ?", "mình mua rồi, mặc rất thích")


def carried(sampled: Reading, days: float, then: int, now: int, *, own: Reading | None = None) -> Analysis:
    """A check of ``own``, which shows ``now`` followers, after a visit that read the samples of ``sampled``."""
    seen = own or reading(followers=count(now, "followers"))
    read = tallies_of(sampled)
    kept = [Kept(NOW - timedelta(days=days), count(then), read.followers, read.comments)]
    tallies = with_earlier(tallies_of(seen), kept, NOW, seen.facts.followers)
    return judge(seen, now=NOW, capture_hash="c0ffee", tallies=tallies)


def without_source(body: dict[str, Any]) -> dict[str, Any]:
    """The analysis without what says where a sample comes from, and how many rows a new one would need."""
    for sample in body["samples"].values():
        for name in ("earlier", "more_rows", "next") if sample else ():
            sample.pop(name, None)
    for part in (*body["completeness"]["parts"], *body["guide"]["steps"]):
        part.pop("from", None)
    about = ("Follower sample of", "Comments as read on")
    body["verdict"]["reasons"] = [r for r in body["verdict"]["reasons"] if not r["en"].startswith(about)]
    for signal in body["suspicion"]["signals"]:
        for entry in signal["evidence"]:
            entry["raw"] = entry["raw"].partition(" (20")[0]
    return body | {"audit_id": ""}


samples = st.builds(
    lambda clean, bad, texts, posts: {
        "follower_rows": follower_rows(clean, bad),
        "followers_position": "top",
        "comment_rows": comment_rows(texts, posts),
    },
    st.integers(0, 120),
    st.integers(0, 60),
    st.lists(st.sampled_from(TEXTS), max_size=80),
    st.integers(1, 4),
)


@given(sample=samples, days=st.floats(0, 90), followers=st.integers(1_000, 200_000))
def test_the_source_makes_no_other_difference(sample: dict[str, Any], days: float, followers: int) -> None:
    """The same sample, read now or up to ninety days ago, of a list of the same length."""
    fresh = reading(followers=count(followers, "followers"), **sample)
    found = carried(fresh, days, followers, followers).to_json()
    expected = judge(fresh, now=NOW, capture_hash="c0ffee").to_json()
    assert without_source(expected) == without_source(found)


@given(sample=samples, then=st.integers(10_000, 20_000), now=st.integers(10_000, 20_000))
def test_a_changed_list_only_widens(sample: dict[str, Any], then: int, now: int) -> None:
    """More unseen followers never make a creator look cleaner: the range holds that of a fresh sample."""
    fresh = judge(reading(followers=count(now, "followers"), **sample), now=NOW).suspicion
    found = carried(reading(**sample), 9, then, now)
    origin = found.inputs.tallies.followers_from
    if origin is None:
        assert not sample["follower_rows"] or abs(then - now) / max(then, now) > MAX_CHANGED
        return
    wide = found.suspicion
    assert wide.low <= fresh.low + 1e-9
    assert wide.high >= fresh.high - 1e-9


@given(sample=samples, days=st.floats(0, 90), now=st.integers(10_000, 20_000))
def test_every_such_check_is_replayed_to_the_same_bytes(
    sample: dict[str, Any], days: float, now: int
) -> None:
    """From the audit alone: sample, widened interval, origin, words and id."""
    found = carried(reading(**sample), days, 14_000, now)
    again = replay(audit_of(found))
    assert canonical(again.analysis.to_json()) == canonical(found.to_json())


def test_an_own_full_sample_says_nothing_of_one_that_is_over_a_month_old() -> None:
    """No date, no words, no change."""
    own = reading(follower_rows=follower_rows(90, 10), followers_position="top")
    found = carried(reading(follower_rows=follower_rows(10, 300)), 40, 24_000, 24_000, own=own)
    assert found.to_json() == judge(own, now=NOW, capture_hash="c0ffee").to_json()


def test_an_audit_from_before_there_were_earlier_samples_is_read() -> None:
    """It has no word of where its samples came from: that check read them itself."""
    found = judge(reading(follower_rows=follower_rows(30, 5)), now=NOW)
    audit = audit_of(found)
    for name in ("followers_from", "comments_from", "pods"):
        del audit["samples"][name]
    assert canonical(replay(audit).analysis.to_json()) == canonical(found.to_json())
