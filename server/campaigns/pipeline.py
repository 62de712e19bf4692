"""Through which states a deliverable goes, and how its log of versions and decisions grows: only at its end."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, datetime

from msgspec.structs import replace

from server.campaigns.records import Decision, Deliverable, DeliverableState, DraftVersion, Ruled
from server.messages import Text, text
from server.messages.refusals import inconsistent

STEPS: Mapping[DeliverableState, tuple[DeliverableState, ...]] = {
    "planned": ("drafting", "dropped"),
    "drafting": ("planned", "in_review", "dropped"),
    "in_review": ("changes", "approved", "dropped"),
    "changes": ("in_review", "dropped"),
    "approved": ("in_review", "posted", "dropped"),
    "posted": ("approved", "verified", "dropped"),
    "verified": ("posted", "paid"),
    "paid": ("verified",),
    "dropped": ("planned",),
}
"""From each state to those that may follow; one step back undoes a slip of the hand."""
_AFTER: Mapping[Ruled, DeliverableState] = {
    "approved": "approved",
    "changes": "changes",
    "rejected": "changes",
}
OPEN: frozenset[DeliverableState] = frozenset({"planned", "drafting", "in_review", "changes", "approved"})
"""Not public yet."""
BY_LOG: tuple[DeliverableState, ...] = ("in_review", "changes", "approved")
"""Reached by ``hand_in`` and ``decide`` alone, but for the way back."""


def step(deliverable: Deliverable, to: DeliverableState) -> Deliverable:
    """The deliverable in its next state. Raises Inconsistent for a step that there is not, or whose ground is missing."""
    if to not in STEPS[deliverable.state]:
        raise inconsistent("no_such_step", state=_state(deliverable.state), to=_state(to))
    if to == "posted" and deliverable.state == "approved" and not deliverable.post_url:
        raise inconsistent("no_address")
    if to == "approved" and approved_version(deliverable) is None:
        raise inconsistent("not_approved")
    if to in ("in_review", "changes") and not deliverable.versions:
        raise inconsistent("no_draft")
    return replace(deliverable, state=to)


def hand_in(deliverable: Deliverable, version: DraftVersion) -> Deliverable:
    """With a new version at the end of the log, in review. Raises Inconsistent once the post is public or dropped.

    The servers of a team have a clock each: whoever's is behind takes the time of the log's end, and the order stays.
    """
    if deliverable.state not in OPEN:
        raise inconsistent("takes_no_draft", state=_state(deliverable.state))
    if version.decision is not None:
        raise inconsistent("decided_early")
    added = replace(version, at=max((version.at, *_ends(deliverable.versions))))
    return replace(deliverable, state="in_review", versions=(*deliverable.versions, added))


def decide(deliverable: Deliverable, decision: Decision) -> Deliverable:
    """With the decision on the latest version. Raises Inconsistent where there is none in review, or it is decided."""
    if deliverable.state != "in_review" or not deliverable.versions:
        raise inconsistent("nothing_in_review")
    *earlier, latest = deliverable.versions
    if latest.decision is not None:
        raise inconsistent("decided_already")
    ruled = replace(decision, at=max(decision.at, latest.at))
    versions = (*earlier, replace(latest, decision=ruled))
    return replace(deliverable, state=_AFTER[decision.ruled], versions=versions)


def _ends(versions: Sequence[DraftVersion]) -> tuple[datetime, ...]:
    """When the last version was handed in and, where it was, decided."""
    return tuple(
        entry.at for version in versions[-1:] for entry in (version, version.decision) if entry is not None
    )


def approved_version(deliverable: Deliverable) -> DraftVersion | None:
    """The latest version if it was approved: a later one in review or sent back takes the approval away."""
    latest = deliverable.versions[-1] if deliverable.versions else None
    is_approved = latest is not None and latest.decision is not None and latest.decision.ruled == "approved"
    return latest if is_approved else None


def overdue(deliverable: Deliverable, today: date) -> date | None:
    """The day that has passed: of the draft while none is approved, of the post while it is not public."""
    if deliverable.state not in OPEN:
        return None
    waits = deliverable.state in ("planned", "drafting", "changes")
    days = [deliverable.due_draft if waits else None, deliverable.due_post]
    return min((day for day in days if day is not None and day < today), default=None)


def _state(state: DeliverableState) -> Text:
    return text(f"deliverable_state.{state}")
