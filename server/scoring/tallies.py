"""The samples of a check as counts: what was read now, what an earlier visit had read, and both as JSON."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import asdict, dataclass
from datetime import datetime, timedelta
from typing import Any

from server.facts import Count, Reading
from server.messages import Text
from server.samples import comments, followers
from server.samples.comments import CommentTally
from server.samples.earlier import Kept, Origin, comment_sample, follower_sample
from server.samples.followers import FollowerTally
from server.samples.intervals import Estimate, Share
from server.samples.own_lists import OwnLists
from server.samples.pods import PodTally
from server.samples.summary import comment_summary, follower_summary, next_rows
from server.scoring import sample_words
from server.scoring.records import count_to_json, iso, parse_time
from server.scoring.wording import say

DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Tallies:
    """What of the samples is kept. No follower and no commenter is named."""

    followers: FollowerTally | None = None
    comments: CommentTally | None = None
    pods: PodTally | None = None
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


def with_earlier(own: Tallies, kept: Iterable[Kept], now: datetime, size: Count | None) -> Tallies:
    """``own``, and in place of what it lacks the samples of earlier visits. ``size``: the followers of now."""
    kept = list(kept)
    sampled, sampled_from = follower_sample(own.followers, kept, now, size)
    commented, commented_from = comment_sample(own.comments, kept, now)
    return Tallies(sampled, commented, own.pods, sampled_from, commented_from)


# --- what a person reads -------------------------------------------------------------------------------------


def samples_to_json(tallies: Tallies) -> dict[str, Any]:
    """The tallies and what they say, by name of sample; None for one that was not read."""
    rows, texts = tallies.followers, tallies.comments
    read_on = _earlier_to_json(tallies.followers_from, followers_source(tallies))
    seen_on = _earlier_to_json(tallies.comments_from, comments_source(tallies))
    return {
        "followers": rows
        and follower_summary(rows, tallies.followers_from)
        | {
            "text": sample_words.counted(rows).to_json(),
            "share_text": sample_words.share(rows).to_json(),
            "own": tallies.usual and _own_to_json(rows, tallies.usual),
            "next": _next_to_json(rows, tallies.followers_from),
            "earlier": read_on,
        },
        "comments": texts and comment_summary(texts) | {"intent": _intent_to_json(texts), "earlier": seen_on},
        "pods": None if tallies.pods is None else asdict(tallies.pods),
    }


def sources(tallies: Tallies) -> tuple[Text, ...]:
    """The dates of samples that this check did not read itself, in words."""
    return tuple(text for text in (followers_source(tallies), comments_source(tallies)) if text is not None)


def _next_to_json(tally: FollowerTally, origin: Origin | None) -> dict[str, Any]:
    """What more rows would be good for: ``{"for", "rows", "text"}``."""
    purpose, n = next_rows(tally, origin)
    words = say(f"samples.next_{purpose}", {"n": float(n)})
    return {"for": purpose, "rows": n, "text": words.to_json()}


def _own_to_json(tally: FollowerTally, own: OwnLists) -> dict[str, Any]:
    return asdict(own) | {"text": sample_words.compared(tally, own).to_json()}


def _intent_to_json(tally: CommentTally) -> dict[str, Any] | None:
    """ "11 of 60 comments ask to buy": good news, said where there is some; None where nobody counted or asked."""
    if not tally.n_intent:
        return None
    key = "samples.comments_intent_one" if tally.n_intent == 1 else "samples.comments_intent"
    words = say(key, {"n": float(tally.n_intent), "rows": float(tally.n)})
    return {"n": tally.n_intent, "of": tally.n, "text": words.to_json()}


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


def _earlier_to_json(origin: Origin | None, source: Text | None) -> dict[str, Any] | None:
    if origin is None or source is None:
        return None
    return _origin_to_json(origin) | {"text": source.to_json()}


def _days(at: datetime) -> float:
    return at.timestamp() / DAY.total_seconds()


# --- in an audit ---------------------------------------------------------------------------------------------


def tallies_to_json(tallies: Tallies) -> dict[str, Any]:
    """As an audit keeps them."""
    body = {name: getattr(tallies, name) for name in ("followers", "comments", "pods", "usual")}
    origins = {name: getattr(tallies, name) for name in ("followers_from", "comments_from")}
    return {
        **{name: None if value is None else asdict(value) for name, value in body.items()},
        **{name: None if value is None else _origin_to_json(value) for name, value in origins.items()},
    }


def beside_the_capture(tallies: Tallies) -> list[dict[str, Any]]:
    """The parts that do not follow from the capture: what other creators and earlier visits add."""
    body = tallies_to_json(tallies)
    others = [body[name] for name in ("pods", "usual") if body[name] is not None]
    names = [name for name in ("followers", "comments") if body[f"{name}_from"] is not None]
    return [*others, *({name: body[name], "from": body[f"{name}_from"]} for name in names)]


def tallies_from_json(body: dict[str, Any]) -> Tallies:
    """Raises KeyError, TypeError or ValueError for anything else than ``tallies_to_json`` gives."""
    rows, texts, pods = body["followers"], body["comments"], body.get("pods")
    usual = body.get("usual")
    return Tallies(
        None if rows is None else _follower_tally(rows),
        None if texts is None else CommentTally(**texts),
        None if pods is None else PodTally(**pods),
        _origin(body.get("followers_from")),
        _origin(body.get("comments_from")),
        None if usual is None else OwnLists(**usual),
    )


def _follower_tally(body: dict[str, Any]) -> FollowerTally:
    """The tally of an audit; one from before the row model had a version keeps what can still be counted."""
    if "model" not in body:
        return followers.of_counts(
            n=body["n"],
            n_with_signs=body["n_with_signs"],
            n_no_photo=body["n_no_photo"],
            n_photo_known=body["n_photo_known"],
            n_made_names=0,
            n_bare=0,
            model="",
            position=body["position"],
        )
    signs = None if body["signs"] is None else Share(**body["signs"])
    suspicious = None if body["suspicious"] is None else Estimate(**body["suspicious"])
    return FollowerTally(**{**body, "signs": signs, "suspicious": suspicious, "bands": tuple(body["bands"])})


def _origin_to_json(origin: Origin) -> dict[str, Any]:
    size = None if origin.size is None else count_to_json(origin.size)
    return {"at": iso(origin.at), "n_now": origin.n_now, "size": size, "changed": origin.changed}


def _origin(body: dict[str, Any] | None) -> Origin | None:
    if body is None:
        return None
    at = parse_time(body["at"])
    if at is None:
        raise ValueError("an earlier sample has a time")
    size = None if body["size"] is None else Count(**body["size"])
    return Origin(at, body["n_now"], size, body["changed"])
