"""Through which states a deliverable goes, and how its log of versions and decisions grows: only at its end."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date

from server.campaigns.records import Decision, Deliverable, DeliverableState, DraftVersion, Ruled
from server.errors import Inconsistent

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


def step(deliverable: Deliverable, to: DeliverableState) -> Deliverable:
    """The deliverable in its next state. Raises Inconsistent for a step that there is not, or whose ground is missing.

    ``in_review``, ``changes`` and ``approved`` are reached by ``hand_in`` and ``decide`` alone, but for the way back.
    """
    if to not in STEPS[deliverable.state]:
        raise Inconsistent(f"A deliverable that is {deliverable.state} cannot become {to}.")
    if to == "posted" and deliverable.state == "approved" and not deliverable.post_url:
        raise Inconsistent("A post has an address: put it in first.")
    if to == "approved" and approved_version(deliverable) is None:
        raise Inconsistent("No version was approved.")
    if to in ("in_review", "changes") and not deliverable.versions:
        raise Inconsistent("No draft was handed in.")
    return replace(deliverable, state=to)


def hand_in(deliverable: Deliverable, version: DraftVersion) -> Deliverable:
    """With a new version at the end of the log, in review. Raises Inconsistent once the post is public or dropped."""
    if deliverable.state not in OPEN:
        raise Inconsistent(f"A deliverable that is {deliverable.state} takes no draft.")
    if version.decision is not None:
        raise Inconsistent("A draft is handed in before it is decided.")
    if deliverable.versions and version.at < deliverable.versions[-1].at:
        raise Inconsistent("A draft cannot be older than the one before it.")
    return replace(deliverable, state="in_review", versions=(*deliverable.versions, version))


def decide(deliverable: Deliverable, decision: Decision) -> Deliverable:
    """With the decision on the latest version. Raises Inconsistent where there is none in review, or it is decided."""
    if deliverable.state != "in_review" or not deliverable.versions:
        raise Inconsistent("There is no draft in review.")
    *earlier, latest = deliverable.versions
    if latest.decision is not None:
        raise Inconsistent("This version is decided; a new one has to be handed in.")
    if decision.at < latest.at:
        raise Inconsistent("A decision cannot be older than its draft.")
    versions = (*earlier, replace(latest, decision=decision))
    return replace(deliverable, state=_AFTER[decision.ruled], versions=versions)


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
