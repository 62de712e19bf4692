"""From a capture to a verdict: the only module that knows the order.

No clock, no store, no network: the same capture, history and rulings always give the same Analysis.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from server.capture import Capture
from server.errors import NotAProfile, SoiError
from server.facts import Facts, Post, Reading
from server.metrics.eligibility import eligible_posts
from server.metrics.tiers import Tier, tier, tiers
from server.parsing import read_capture
from server.scoring.engagement import Engagement, measure_engagement
from server.scoring.records import Ruling, Visit, count_to_json, iso

PROFILES = ("profile", "private_profile")
ANSWERED = (*PROFILES, "post")
"""Kinds of page that are answered with HTTP 200."""


@dataclass(frozen=True, slots=True)
class Analysis:
    """The answer of a check, in the shape of the contract by ``to_json``."""

    input: str
    ok: bool
    error: SoiError | None
    reading: Reading
    tier: Tier | None
    tiers: tuple[Tier, ...]
    engagement: Engagement
    audit_id: str
    model_version: str = "0"

    @property
    def page(self) -> str:
        return self.reading.page

    @property
    def facts(self) -> Facts:
        return self.reading.facts

    @property
    def http_status(self) -> int:
        """200 for a profile or a post; the error's status for any other page."""
        return 200 if self.page in ANSWERED or self.error is None else self.error.http_status

    def to_json(self) -> dict[str, Any]:
        """Analysis of the contract; keys that it does not name are additions."""
        return {
            "input": self.input,
            "ok": self.ok,
            "error": None if self.error is None else self.error.to_json(),
            "page": self.page,
            "facts": facts_to_json(self.facts),
            "disagreements": [
                {"field": d.field, "values": [count_to_json(c) for c in d.values]}
                for d in self.reading.disagreements
            ],
            "tier": self.tier,
            "tiers": list(self.tiers),
            "engagement": self.engagement.to_json(),
            "suspicion": {"score": 20, "low": 2, "high": 97, "prior": 20, "signals": []},
            "verdict": {"code": "not_enough_data", "reasons": [], "next_evidence": []},
            "model_version": self.model_version,
            "audit_id": self.audit_id,
        }


def analyze(
    capture: Capture,
    model: Any = None,
    *,
    now: datetime | None = None,
    history: Sequence[Visit] = (),
    rulings: Iterable[Ruling] | None = None,
    name: str = "",
) -> Analysis:
    """Parse ``capture`` and judge what it shows.

    ``now`` decides which posts are too young to count; it defaults to the capture's own time. ``name`` is echoed as
    ``input``.
    """
    return judge(
        read_capture(capture),
        model,
        now=now or capture.captured_at,
        history=history,
        rulings=rulings,
        name=name,
        capture_hash=capture.digest(),
    )


def judge(
    reading: Reading,
    model: Any = None,
    *,
    now: datetime | None = None,
    history: Sequence[Visit] = (),
    rulings: Iterable[Ruling] | None = None,
    name: str = "",
    capture_hash: str = "",
) -> Analysis:
    """Everything after parsing; a replay starts here."""
    facts = reading.facts
    kept, left_out = eligible_posts(facts.posts, facts.username, now)
    ok = reading.page in PROFILES
    audit = json.dumps([capture_hash, iso(now)])
    return Analysis(
        input=name,
        ok=ok,
        error=None if ok else NotAProfile(),
        reading=reading,
        tier=None if facts.followers is None else tier(facts.followers.value),
        tiers=() if facts.followers is None else tiers(facts.followers.low, facts.followers.high),
        engagement=measure_engagement(facts, kept, left_out),
        audit_id=hashlib.sha256(audit.encode()).hexdigest()[:16],
    )


def facts_to_json(facts: Facts) -> dict[str, Any]:
    return {
        "username": facts.username,
        "profile_id": facts.profile_id,
        "full_name": facts.full_name,
        "biography": facts.biography,
        "external_url": facts.external_url,
        "category": facts.category,
        "is_private": facts.is_private,
        "is_verified": facts.is_verified,
        **{name: _count(getattr(facts, name)) for name in ("followers", "following", "post_count")},
        "posts": [_post_to_json(post) for post in facts.posts],
    }


def _post_to_json(post: Post) -> dict[str, Any]:
    return {
        "shortcode": post.shortcode,
        "type": post.type,
        "taken_at": iso(post.taken_at),
        "taken_at_source": post.taken_at_source,
        "likes": _count(post.likes),
        "comments": _count(post.comments),
        "plays": _count(post.plays),
        "likes_hidden": post.likes_hidden,
        "is_pinned": post.is_pinned,
        "is_collaboration": post.is_collaboration,
        "is_sponsored": post.is_sponsored,
        "caption": post.caption,
        "owner": post.owner,
        "sponsors": list(post.sponsors),
    }


def _count(count: Any) -> dict[str, Any] | None:
    return None if count is None else count_to_json(count)
