"""How Soi's own verdicts did by the recorded outcomes. The published weights stay as they are."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Any

from server.messages import text
from server.samples.intervals import wilson_share
from server.store.list_records import Standing
from server.store.records import Outcome

NEEDED = 20
"""Decided outcomes from which hit rates are shown: with fewer, the interval spans half of everything."""
EXPECTED: Mapping[str, bool] = {"contact": True, "promising": True, "look_closer": False, "risky": False}
"""What each verdict foretells: recommended or warned. Neither "not_a_fit" nor "not_enough_data" foretells anything."""

OUT = frozenset({"posted", "paid"})
COUNTED = OUT | {"rejected"}
"""Statuses of which the summary says something."""
MOST_DUE = 12


def summary(found: Sequence[Outcome], entries: Sequence[Standing]) -> dict[str, Any]:
    """Hit rates of the verdicts; what is due; why others were rejected. ``entries``: those that are ``COUNTED``."""
    return summarize(found) | {"due": _due(entries, found), "rejected": _rejected(entries)}


def summarize(found: Sequence[Outcome]) -> dict[str, Any]:
    """Counts by verdict, and from ``NEEDED`` decided outcomes on the hit rate of each verdict and of all."""
    decided = [outcome for outcome in found if outcome.worth_it is not None and outcome.verdict in EXPECTED]
    enough = len(decided) >= NEEDED
    verdicts = {code: _rate([o for o in decided if o.verdict == code], enough=enough) for code in EXPECTED}
    numbers = {"n": len(decided), "needed": NEEDED}
    return {
        **numbers,
        "recorded": len(found),
        "enough": enough,
        "all": _rate(decided, enough=enough),
        "verdicts": verdicts,
        "note": text("outcomes.enough" if enough else "outcomes.more", **numbers).to_json(),
    }


def _rate(decided: Sequence[Outcome], *, enough: bool) -> dict[str, Any]:
    """``hits`` of ``n``: the verdict foretold whether the marketer would work with the creator again."""

    hits = sum(outcome.worth_it is EXPECTED[outcome.verdict or ""] for outcome in decided)
    share = wilson_share(hits, len(decided)) if enough else None
    return {"hits": hits, "n": len(decided), "rate": share and share.to_json()}


def _due(entries: Sequence[Standing], found: Sequence[Outcome]) -> dict[str, Any]:
    """Creators whose post is out and of whom nothing is recorded: how many, and who, the latest change first."""
    recorded = {outcome.username for outcome in found}
    due = [entry for entry in entries if entry.status in OUT and entry.username not in recorded]
    due.sort(key=lambda entry: entry.status_at, reverse=True)
    return {"n": len(due), "usernames": [entry.username for entry in due[:MOST_DUE]]}


def _rejected(entries: Sequence[Standing]) -> dict[str, Any]:
    """Rejected creators never worked with: no hit and no miss, so they are counted apart, by verdict and reason."""
    rejected = [entry for entry in entries if entry.status == "rejected"]
    verdicts = [entry.verdict for entry in rejected if entry.verdict]
    reasons = [entry.reject_reason.strip().lower() for entry in rejected if entry.reject_reason]
    return {"n": len(rejected), "by_verdict": _counts(verdicts), "by_reason": _counts(reasons)}


def _counts(words: Sequence[str]) -> dict[str, int]:
    """How often each word occurs, the most frequent first."""
    return dict(Counter(words).most_common())
