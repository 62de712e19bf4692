"""What is known about a creator beside the page: the marketer's rulings and the visits before this one."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any, Literal

from server.facts import Count

RulingVerdict = Literal["innocent", "confirmed"]


@dataclass(frozen=True, slots=True)
class Judgement:
    """The marketer's own judgement of one sign. "innocent" takes its contribution away."""

    signal: str
    verdict: RulingVerdict
    note: str = ""
    at: datetime | None = None

    def to_json(self) -> dict[str, Any]:
        return {"signal": self.signal, "verdict": self.verdict, "note": self.note, "at": iso(self.at)}

    @classmethod
    def from_json(cls, body: dict[str, Any]) -> Judgement:
        return cls(body["signal"], body["verdict"], body.get("note", ""), parse_time(body.get("at")))


@dataclass(frozen=True, slots=True)
class EarlierVisit:
    """The counts of one earlier check."""

    at: datetime
    followers: Count | None = None
    following: int | None = None
    post_count: int | None = None
    engagement: float | None = None
    """Engagement rate in percent."""

    def to_json(self) -> dict[str, Any]:
        return {
            "at": iso(self.at),
            "followers": None if self.followers is None else count_to_json(self.followers),
            "following": self.following,
            "post_count": self.post_count,
            "engagement": self.engagement,
        }

    @classmethod
    def from_json(cls, body: dict[str, Any]) -> EarlierVisit:
        followers = body.get("followers")
        at = parse_time(body["at"])
        if at is None:
            raise ValueError("a visit has a time")
        return cls(
            at=at,
            followers=None if followers is None else Count(**followers),
            following=body.get("following"),
            post_count=body.get("post_count"),
            engagement=body.get("engagement"),
        )


def iso(at: datetime | None) -> str | None:
    """ISO 8601 in UTC with a Z, as in a capture."""
    return None if at is None else at.isoformat().replace("+00:00", "Z")


def parse_time(text: str | None) -> datetime | None:
    return None if text is None else datetime.fromisoformat(text)


def count_to_json(count: Count) -> dict[str, Any]:
    """COUNT of the contract, with the number grammar that read it."""
    return {
        "value": count.value,
        "low": count.low,
        "high": count.high,
        "exact": count.exact,
        "source": count.source,
        "raw": count.raw,
        "locator": count.locator,
        "rule": count.rule,
    }
