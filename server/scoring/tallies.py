"""The samples of a check as counts: what was read now, what an earlier visit had read, and both as JSON."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime, timedelta
from typing import Any

from msgspec import Struct, field
from msgspec.structs import asdict

from server.facts import Count, Reading
from server.messages import Text
from server.own_json import plain, record_of
from server.samples import comments, followers
from server.samples.comments import CommentTally
from server.samples.earlier import EarlierSamples, Origin, comment_sample, follower_sample
from server.samples.followers import FollowerTally
from server.samples.own_lists import OwnLists
from server.samples.shared_commenters import SharedTally
from server.samples.summary import CommentShares, NextRows, comment_shares, more_rows, next_rows
from server.scoring import sample_words
from server.scoring.wording import say

DAY = timedelta(days=1)


class Tallies(Struct, frozen=True):
    """What of the samples is kept. No follower and no commenter is named."""

    followers: FollowerTally | None = None
    comments: CommentTally | None = None
    pods: SharedTally | None = None
    """The commenters compared with those of other creators; None unless the user has switched that on."""
    followers_from: Origin | None = None
    """The earlier visit that read the sample of followers; None where this check did."""
    comments_from: Origin | None = None
    usual: OwnLists | None = None
    """What is usual in the follower lists of the user's other creators; None for too few of them."""


def tallies_of(reading: Reading) -> Tallies:
    """What this check read itself."""
    return Tallies(
        followers.tally(reading.follower_rows, reading.followers_position) if reading.follower_rows else None,
        comments.tally(reading.comment_rows) if reading.comment_rows else None,
    )


def with_earlier(own: Tallies, kept: Iterable[EarlierSamples], now: datetime, size: Count | None) -> Tallies:
    """``own``, and in place of what it lacks the samples of earlier visits. ``size``: the followers of now."""
    kept = list(kept)
    sampled, sampled_from = follower_sample(own.followers, kept, now, size)
    commented, commented_from = comment_sample(own.comments, kept, now)
    return Tallies(sampled, commented, own.pods, sampled_from, commented_from)


# --- what a person reads, as an analysis says it -------------------------------------------------------------------------------------


class NextInList(Struct, frozen=True, kw_only=True):
    """What more rows of the follower list would be good for."""

    purpose: NextRows = field(name="for")
    rows: int
    text: Text


class ComparedLists(OwnLists, frozen=True, kw_only=True):
    text: Text


class EarlierSample(Origin, frozen=True, kw_only=True):
    text: Text


class BuyingIntent(Struct, frozen=True, kw_only=True):
    """ "11 of 60 comments ask to buy": good news, said where there is some."""

    n: int
    of: int
    text: Text


class FollowerSample(FollowerTally, frozen=True, kw_only=True):
    more_rows: int | None
    text: Text
    share_text: Text
    own: ComparedLists | None
    next: NextInList
    earlier: EarlierSample | None
    """None where this check read it."""


class CommentSample(CommentTally, frozen=True, kw_only=True):
    shares: CommentShares
    intent: BuyingIntent | None
    earlier: EarlierSample | None


class SamplesAnswer(Struct, frozen=True, kw_only=True):
    followers: FollowerSample | None
    comments: CommentSample | None
    pods: SharedTally | None


def samples_of(tallies: Tallies) -> SamplesAnswer:
    """The tallies and what they say; None for a sample that was not read."""
    rows, texts = tallies.followers, tallies.comments
    return SamplesAnswer(
        followers=None if rows is None else _followers(rows, tallies),
        comments=None if texts is None else _comments(texts, tallies),
        pods=tallies.pods,
    )


def _followers(rows: FollowerTally, tallies: Tallies) -> FollowerSample:
    return FollowerSample(
        **asdict(rows),
        more_rows=more_rows(rows, tallies.followers_from),
        text=sample_words.counted(rows),
        share_text=sample_words.share(rows),
        own=None if tallies.usual is None else _compared(rows, tallies.usual),
        next=_next(rows, tallies.followers_from),
        earlier=_earlier(tallies.followers_from, followers_source(tallies)),
    )


def _comments(texts: CommentTally, tallies: Tallies) -> CommentSample:
    return CommentSample(
        **asdict(texts),
        shares=comment_shares(texts),
        intent=_intent(texts),
        earlier=_earlier(tallies.comments_from, comments_source(tallies)),
    )


def sources(tallies: Tallies) -> tuple[Text, ...]:
    """The dates of samples that this check did not read itself, in words."""
    return tuple(text for text in (followers_source(tallies), comments_source(tallies)) if text is not None)


def _next(tally: FollowerTally, origin: Origin | None) -> NextInList:
    purpose, n = next_rows(tally, origin)
    return NextInList(purpose=purpose, rows=n, text=say(f"samples.next_{purpose}", {"n": float(n)}))


def _compared(tally: FollowerTally, own: OwnLists) -> ComparedLists:
    return ComparedLists(**asdict(own), text=sample_words.compared(tally, own))


def _intent(tally: CommentTally) -> BuyingIntent | None:
    """None where nobody counted or asked."""
    if not tally.n_intent:
        return None
    key = "samples.comments_intent_one" if tally.n_intent == 1 else "samples.comments_intent"
    words = say(key, {"n": float(tally.n_intent), "rows": float(tally.n)})
    return BuyingIntent(n=tally.n_intent, of=tally.n, text=words)


def followers_source(tallies: Tallies) -> Text | None:
    """ "Sample of 12 Nov 2026: 96 rows, of 12,000 followers then."; None where this check read it."""
    origin, tally = tallies.followers_from, tallies.followers
    if origin is None or tally is None:
        return None
    numbers = {"day": _days(origin.at), "rows": float(tally.n), "changed": origin.changed}
    if origin.size is not None:
        numbers["then"] = float(origin.size.value)
    return say("samples.followers_changed" if origin.changed else "samples.followers_from", numbers)


def comments_source(tallies: Tallies) -> Text | None:
    """ "Comments of 12 Nov 2026: 60."; None where this check read them."""
    origin, tally = tallies.comments_from, tallies.comments
    if origin is None or tally is None:
        return None
    return say("samples.comments_from", {"day": _days(origin.at), "rows": float(tally.n)})


def _earlier(origin: Origin | None, source: Text | None) -> EarlierSample | None:
    if origin is None or source is None:
        return None
    return EarlierSample(**asdict(origin), text=source)


def _days(at: datetime) -> float:
    return at.timestamp() / DAY.total_seconds()


# --- in an audit ---------------------------------------------------------------------------------------------


def beside_the_capture(tallies: Tallies) -> list[Any]:
    """The parts that do not follow from the capture: what other creators and earlier visits add."""
    others = [value for value in (tallies.pods, tallies.usual) if value is not None]
    earlier = [
        ("followers", tallies.followers, tallies.followers_from),
        ("comments", tallies.comments, tallies.comments_from),
    ]
    return [
        *others,
        *({name: tally, "from": origin} for name, tally, origin in earlier if origin is not None),
    ]


def tallies_from_json(body: dict[str, Any]) -> Tallies:
    """The tallies in an audit. Raises KeyError, TypeError or ValueError for anything else."""
    rows = body["followers"]
    if rows is not None and "model" not in rows:
        rows = _of_the_first_model(rows)
    read: Tallies = record_of(body | {"followers": rows}, Tallies)
    return read


def _of_the_first_model(body: dict[str, Any]) -> Any:
    """The tally of an audit from before the row model had a version: what can still be counted."""
    return plain(
        followers.of_counts(
            n=body["n"],
            n_with_signs=body["n_with_signs"],
            n_no_photo=body["n_no_photo"],
            n_photo_known=body["n_photo_known"],
            n_made_names=0,
            n_bare=0,
            model="",
            position=body["position"],
        )
    )
