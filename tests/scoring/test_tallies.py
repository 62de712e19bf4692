"""A check with the sample of an earlier visit says the same as one that read it itself, but for where it comes from."""

from __future__ import annotations

import random
import string
from datetime import timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from server.analysis import Analysis, judge
from server.audit import audit_of, canonical, replay
from server.facts import FollowerRow, Reading
from server.samples.earlier import MAX_CHANGED, EarlierSamples
from server.samples.own_lists import OwnLists
from server.scoring.tallies import tallies_of, with_earlier
from tests.creators import NOW, comment_rows, count, follower_rows, reading

TEXTS = ("đẹp quá", "🔥🔥", "shop ở đâu vậy ạ?", "mình mua rồi, mặc rất thích")


def carried(sampled: Reading, days: float, then: int, now: int, *, own: Reading | None = None) -> Analysis:
    """A check of ``own``, which shows ``now`` followers, after a visit that read the samples of ``sampled``."""
    seen = own or reading(followers=count(now, "followers"))
    read = tallies_of(sampled)
    kept = [EarlierSamples(NOW - timedelta(days=days), count(then), read.followers, read.comments)]
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


def test_every_text_of_a_check_compares_with_the_own_lists() -> None:
    """Both signs of followers, and the reasons of the verdict; nothing of what is usual elsewhere is left."""
    seen = reading(follower_rows=follower_rows(30, 30))
    found = judge(seen, now=NOW, tallies=replace(tallies_of(seen), usual=OwnLists(7, 0.04, 0.1)))
    said = " ".join(reason.vi for reason in found.verdict.reasons)
    usual = {sign.signal.id: sign.usual and sign.usual.vi for sign in found.suspicion.signs}
    own = [usual["suspicious_followers"], usual["no_photo_followers"]]
    assert own == [
        "Ở 7 danh sách người theo dõi khác bạn đã đọc, thường khoảng 4% số dòng như vậy (trung vị).",
        "Ở 7 danh sách người theo dõi khác bạn đã đọc, thường khoảng 10% chưa có ảnh (trung vị).",
    ]
    assert [True, True] == [str(text) in said for text in own]


def test_lists_without_photos_leave_what_is_usual_elsewhere() -> None:
    """A median that nobody knows is not said."""
    seen = reading(follower_rows=follower_rows(30, 30))
    found = judge(seen, now=NOW, tallies=replace(tallies_of(seen), usual=OwnLists(7, 0.04)))
    sign = next(sign for sign in found.suspicion.signs if sign.signal.id == "no_photo_followers")
    assert sign.usual == sign.signal.usual


def of_the_older_model(audit: dict[str, Any], version: str | None) -> dict[str, Any]:
    """The audit as an older row model wrote it; before models had versions, without what came later."""
    rows = audit["samples"]["followers"]
    if version is not None:
        rows |= {"model": version, "suspicious": None, "band": None, "bands": [], "signs": None}
    else:
        for name in ("model", "bands", "n_made_names", "n_bare"):
            del rows[name]
    return audit


@pytest.mark.parametrize("version", ["2026.11", None])
def test_an_audit_of_the_older_row_model_keeps_counts_and_gives_no_share(version: str | None) -> None:
    """What it counted is told; no interval, no sign, and words that ask to read the list again."""
    audit = audit_of(judge(reading(follower_rows=follower_rows(30, 30)), now=NOW))
    found = replay(of_the_older_model(audit, version)).analysis.to_json()
    rows = found["samples"]["followers"]
    assert (60, 30, 30, None, None) == tuple(
        rows[name] for name in ("n", "n_with_signs", "n_no_photo", "suspicious", "signs")
    )
    assert "read the list again" in rows["share_text"]["en"]
    assert "suspicious_followers" not in {sign["id"] for sign in found["suspicion"]["signals"]}


def bots_with_photo(kind: str, seed: int, n: int = 120) -> tuple[FollowerRow, ...]:
    """Bots of letters only, each with a photo and a name: random letters, or a stolen name."""
    draw = random.Random(f"{kind}{seed}")  # noqa: S311 - a test wants the same rows each time
    syllables = ("linh", "thao", "my", "ngoc", "tram", "anh", "vy", "khanh", "duc", "huy", "nam", "quynh")
    names = {
        "random": lambda: "".join(draw.choice(string.ascii_lowercase) for _ in range(draw.randint(7, 13))),
        "consonants": lambda: "".join(draw.choice("bcdfghklmnpqrstvwxz") for _ in range(9)),
        "stolen": lambda: draw.choice(("", "_", ".")).join(draw.choices(syllables, k=3)),
    }
    return tuple(FollowerRow(f"{names[kind]()}", "Linh Trần", True) for _ in range(n))


@pytest.mark.parametrize("seed", range(4))
@pytest.mark.parametrize("kind", ["random", "consonants", "stolen"])
def test_bots_with_letters_and_a_photo_never_improve_a_score(kind: str, seed: int) -> None:
    """Neither the score nor the verdict is better than that of nothing read, however human the rows look."""
    bare = judge(reading(), now=NOW)
    fed = judge(reading(follower_rows=bots_with_photo(kind, seed)), now=NOW)
    assert fed.suspicion.score >= bare.suspicion.score
    assert fed.trust.code in {"no_signs", "some_signs", "strong_signs"}
