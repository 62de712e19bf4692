"""The verdict of one creator in words: its reasons, and what to open next."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from server.messages import Text
from server.metrics.tiers import Tier
from server.scoring.creator import Evidence
from server.scoring.engagement import Engagement
from server.scoring.guide import Guide
from server.scoring.suspicion import Suspicion
from server.scoring.verdict import Row, VerdictCode
from server.scoring.wording import say

MAX_SIGNS = 3
MAX_NEXT = 3
_WITH_SIGNS = frozenset({"risky", "look_closer", "contact"})


@dataclass(frozen=True, slots=True)
class Verdict:
    code: VerdictCode
    reasons: tuple[Text, ...]
    next_evidence: tuple[Text, ...]

    def to_json(self) -> dict[str, Any]:
        return {
            "code": self.code,
            "reasons": [reason.to_json() for reason in self.reasons],
            "next_evidence": [step.to_json() for step in self.next_evidence],
        }


def advise(
    row: Row,
    tiers: tuple[Tier, ...],
    engagement: Engagement,
    suspicion: Suspicion,
    steps: Guide,
    *,
    evidence: Evidence,
    lacks_history: bool,
) -> Verdict:
    """The words for the table's ``row``."""
    about_tier = _about_tier(tiers, evidence)
    reasons = [_main_reason(row, engagement, suspicion, evidence)]
    if row.code == "contact" and not {"micro"} & {*tiers}:
        reasons, about_tier = [*about_tier, *reasons], []
    if row.code in _WITH_SIGNS:
        reasons += [sign.reason for sign in suspicion.strongest()[:MAX_SIGNS]]
    reasons += [*_about_engagement(engagement), *about_tier, *evidence.sources]
    return Verdict(row.code, tuple(reasons), tuple(_next(steps, lacks_history)))


def _main_reason(row: Row, engagement: Engagement, suspicion: Suspicion, evidence: Evidence) -> Text:
    if row.code == "not_enough_data" and evidence.facts.is_private:
        return say("verdict.reason.private")
    numbers = {
        "score": suspicion.score,
        "low": suspicion.low,
        "prior": suspicion.prior,
        "posts": float(engagement.likes_only.n_posts),
    }
    rate, sample = engagement.rate, evidence.followers
    if rate.high is not None:
        numbers["rate_high"] = rate.high
    if sample is not None and sample.suspicious is not None:
        numbers |= {"suspicious_low": sample.suspicious.low, "rows": float(sample.n)}
    name = engagement.benchmark.name
    reason = "weak_signs" if row.reason == "no_signs" and suspicion.strongest() else row.reason
    return say(f"verdict.reason.{reason}", numbers, {"name": Text(name, name)})


def _about_engagement(engagement: Engagement) -> list[Text]:
    if engagement.band is None or engagement.rate.value is None:
        return []
    source = engagement.benchmark.name
    return [
        say(
            "verdict.reason.engagement",
            {"rate": engagement.rate.value, "posts": float(engagement.rate.n_posts)},
            {"band": say(f"band.{engagement.band}"), "name": Text(source, source)},
        )
    ]


def _about_tier(tiers: tuple[Tier, ...], evidence: Evidence) -> list[Text]:
    followers = evidence.facts.followers
    if followers is None:
        return []
    if len(tiers) > 1:
        ends = {"first": say(f"tier.{tiers[0]}"), "second": say(f"tier.{tiers[-1]}")}
        return [say("verdict.reason.tier_open", words=ends)]
    if tiers == ("micro",):
        return []
    numbers = {"followers": float(followers.value)}
    return [say("verdict.reason.outside_tier", numbers, {"tier": say(f"tier.{tiers[0]}")})]


def _next(steps: Guide, lacks_history: bool) -> list[Text]:
    """The next things to open, in the guide's order; another visit comes last."""
    wanted = [step.text for step in steps.missing]
    return [*wanted, *([say("verdict.next.own_history")] if lacks_history else [])][:MAX_NEXT]
