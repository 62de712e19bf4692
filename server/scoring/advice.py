"""The verdict of one creator in words: its reasons, and what to open next."""

from __future__ import annotations

from msgspec import Struct

from server.messages import Text
from server.scoring.absent import Absence
from server.scoring.creator import Evidence
from server.scoring.engagement import Engagement
from server.scoring.fit import BASIC, Fit
from server.scoring.guide import Guide
from server.scoring.shops import shop_remark
from server.scoring.suspicion import Suspicion
from server.scoring.trust import Trust
from server.scoring.verdict import Row
from server.scoring.verdict_codes import VerdictCode
from server.scoring.wording import say

MAX_SIGNS = 3
MAX_NEXT = 3
_WITH_SIGNS = frozenset({"risky", "look_closer", "contact", "promising", "not_a_fit"})
_WAITS = frozenset({"age_gate", "posts_too_young"})
"""What a page cannot show now and may show later."""
_WITH_INNOCENT = frozenset({"risky", "look_closer"})
_SAYS_NONE = frozenset({"no_signs", "no_signs_hidden", "figures_only", "trust_no_signs"})
"""Reasons by which there are no signs; each has a twin, ``..._weak``, for where weak ones are named."""


class Verdict(Struct, frozen=True):
    code: VerdictCode
    reasons: tuple[Text, ...]
    next_evidence: tuple[Text, ...]


class Said(Struct, frozen=True):
    """All that the words stand on."""

    engagement: Engagement
    fit: Fit
    trust: Trust
    suspicion: Suspicion
    evidence: Evidence
    steps: Guide
    absent: tuple[Absence, ...] = ()


def advise(row: Row, said: Said) -> Verdict:
    """The words for the table's ``row``: why, what fits or does not, the signs that move the score most (where they
    warn, with what else explains them), what the rate is, and what else has to be known."""
    reasons = _main_reasons(row, said)
    if row.code == "not_a_fit" and said.trust.code != "unknown":
        reasons.append(_about_signs(f"trust_{said.trust.code}", said))
    named = said.suspicion.strongest()[:MAX_SIGNS] if row.code in _WITH_SIGNS else []
    reasons += [sign.told(innocent=row.code in _WITH_INNOCENT) for sign in named]
    if row.code != "not_a_fit":
        reasons += _open_checks(said.fit)
    if all(
        sign.signal.id != "rate_high" for sign in named
    ):  # what is held against somebody is no merit beside it
        reasons += _about_engagement(said.engagement)
    reasons += [*shop_remark(said.evidence.facts.category), *said.evidence.sources]
    return Verdict(row.code, tuple(reasons), _next(said))


def _main_reasons(row: Row, said: Said) -> list[Text]:
    if row.reason == "fit":
        return [check.text for check in said.fit.checks if check.ok is False]
    if row.reason == "nothing_to_judge" and said.evidence.facts.is_private:
        return [say("verdict.reason.private")]
    return [_about_signs(row.reason, said)]


def _about_signs(reason: str, said: Said) -> Text:
    """The one sentence on what the signs come to: where signs are named beside it, it never says that there are none."""
    if reason in _SAYS_NONE and said.trust.weak_signs:
        reason = f"{reason}_weak"
    word = "unknown" if said.trust.word is None else said.trust.word
    words = {"seen": _looked_at(said.evidence), "word": say(f"trust.{word}")}
    return say(f"verdict.reason.{reason}", _numbers(said), words)


def _numbers(said: Said) -> dict[str, float]:
    rate, sample = said.engagement.rate, said.evidence.followers
    numbers = {"score": said.suspicion.score, "posts": float(said.engagement.likes_only.n_posts)}
    if rate.value is not None:
        numbers["rate"] = rate.value
    if sample is not None and sample.suspicious is not None:
        numbers |= {"suspicious_low": sample.suspicious.low, "rows": float(sample.n)}
    return numbers


def _looked_at(evidence: Evidence) -> Text:
    """ "12 posts, 60 followers and 40 comments": what of the samples was read."""
    rows = 0 if evidence.followers is None else evidence.followers.n
    texts = 0 if evidence.comments is None else evidence.comments.n
    posts = sum(post.likes is not None for post in evidence.posts)
    counted = {"posts": posts, "followers": rows, "comments": texts}
    parts = [say(f"verdict.seen.{name}", {"n": float(n)}) for name, n in counted.items() if n]
    return Text(_joined([part.en for part in parts], " and "), _joined([part.vi for part in parts], " và "))


def _joined(parts: list[str], last: str) -> str:
    if len(parts) < 2:
        return "".join(parts)
    return ", ".join(parts[:-1]) + last + parts[-1]


def _open_checks(fit: Fit) -> list[Text]:
    """Checks that the page does not answer: they block nothing, and are named."""
    return [check.text for check in fit.checks if check.ok is None]


def _about_engagement(engagement: Engagement) -> list[Text]:
    if engagement.band is None or engagement.rate.value is None:
        return []
    name = engagement.benchmark.name
    return [
        say(
            "verdict.reason.engagement",
            {"rate": engagement.rate.value, "posts": float(engagement.rate.n_posts)},
            {"band": say(f"band.{engagement.band}"), "name": Text(name, name)},
        )
    ]


def basic_failed(fit: Fit) -> bool:
    return any(check.ok is False and check.id in BASIC for check in fit.checks)


def _next(said: Said) -> tuple[Text, ...]:
    """The next things to open, in the guide's order; another visit comes last. Nothing where nothing here could help."""
    facts, missing = said.evidence.facts, said.steps.missing
    if facts.is_private or (basic_failed(said.fit) and not any(step.changes for step in missing)):
        return ()
    waits = [step for absence in said.absent if absence.code in _WAITS and (step := absence.step)]
    later = [say("verdict.next.own_history")] if "history" in said.trust.missing else []
    return tuple([*waits, *(step.text for step in missing), *later][:MAX_NEXT])
