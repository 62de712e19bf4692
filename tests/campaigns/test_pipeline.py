"""States of a deliverable and its log: every state is reached, none is lost, and nothing in the log ever moves."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from server.campaigns.pipeline import STEPS, approved_version, decide, hand_in, overdue, step
from server.campaigns.records import DELIVERABLE_STATES, Decision, Deliverable, DraftVersion
from server.errors import Inconsistent

START = datetime(2026, 11, 30, 8, 0, tzinfo=UTC)
PLANNED = Deliverable("d1", "s1", "an.vi.o")
MOVES = [*DELIVERABLE_STATES, "hand_in", "approve", "send_back", "reject"]
RULED = {"approve": "approved", "send_back": "changes", "reject": "rejected"}


def at(minute: int) -> datetime:
    return START + timedelta(minutes=minute)


def moved(deliverable: Deliverable, move: str, minute: int) -> Deliverable:
    """After one move; as it was where there is no such move."""
    try:
        if move == "hand_in":
            return hand_in(deliverable, DraftVersion(f"Bản {minute}", at(minute), "lan"))
        if move in RULED:
            return decide(deliverable, Decision(RULED[move], at(minute), "tu"))
        return step(replace(deliverable, post_url="https://example.com/p/1"), move)
    except Inconsistent:
        return deliverable


@settings(max_examples=200, deadline=None)
@given(st.lists(st.sampled_from(MOVES), max_size=30))
def test_the_log_only_grows_at_its_end(moves):
    """Whatever is done in whatever order: what was handed in stays, in its order, and a decision never changes."""
    deliverable = PLANNED
    for minute, move in enumerate(moves):
        before, deliverable = deliverable.versions, moved(deliverable, move, minute)
        kept = deliverable.versions[: len(before)]
        assert [(v.text, v.at, v.by) for v in kept] == [(v.text, v.at, v.by) for v in before]
        assert [v.decision for v, old in zip(kept, before, strict=True) if old.decision] == [
            old.decision for old in before if old.decision
        ]


@settings(max_examples=200, deadline=None)
@given(st.lists(st.sampled_from(MOVES), max_size=30))
def test_what_is_public_was_approved(moves):
    """Posted, verified and paid stand on an approved version."""
    deliverable = PLANNED
    for minute, move in enumerate(moves):
        deliverable = moved(deliverable, move, minute)
        public = deliverable.state in ("approved", "posted", "verified", "paid")
        assert (not public or approved_version(deliverable) is not None) is True


def test_every_state_is_reached_and_none_is_a_dead_end():
    """From the plan to each state by moves, and from each state on."""
    reached, waiting = {PLANNED.state: PLANNED}, [PLANNED]
    while waiting:
        deliverable = waiting.pop()
        for move in MOVES:
            after = moved(deliverable, move, 2 + 2 * len(deliverable.versions))
            if after.state not in reached:
                reached[after.state] = after
                waiting.append(after)
    assert (set(reached), [state for state in DELIVERABLE_STATES if not STEPS[state]]) == (
        set(DELIVERABLE_STATES),
        [],
    )


@pytest.mark.parametrize(
    ("state", "to"),
    [
        ("planned", "approved"),
        ("planned", "paid"),
        ("drafting", "posted"),
        ("paid", "planned"),
        ("verified", "dropped"),
    ],
)
def test_a_step_that_there_is_not_is_refused(state, to):
    with pytest.raises(Inconsistent):
        step(replace(PLANNED, state=state), to)


def test_a_post_needs_its_address():
    approved = moved(moved(PLANNED, "hand_in", 1), "approve", 2)
    with pytest.raises(Inconsistent):
        step(approved, "posted")
    assert step(replace(approved, post_url="https://example.com/p/1"), "posted").state == "posted"


def test_a_new_version_takes_the_approval_away():
    """What is approved is the latest text, not the one before it."""
    approved = moved(moved(PLANNED, "hand_in", 1), "approve", 2)
    again = moved(approved, "hand_in", 3)
    assert (approved_version(approved).text, again.state, approved_version(again)) == (
        "Bản 1",
        "in_review",
        None,
    )


@pytest.mark.parametrize(
    ("state", "day", "expected"),
    [
        ("drafting", 2, None),
        ("drafting", 6, date(2026, 12, 5)),
        ("in_review", 6, None),
        ("approved", 11, date(2026, 12, 10)),
        ("posted", 11, None),
    ],
)
def test_a_day_that_has_passed_is_overdue(state, day, expected):
    """The draft's while none is in review, the post's while it is not public; the day itself is not over."""
    due = replace(PLANNED, state=state, due_draft=date(2026, 12, 5), due_post=date(2026, 12, 10))
    assert overdue(due, date(2026, 12, day)) == expected


def test_a_clock_that_is_behind_takes_the_time_of_the_logs_end():
    """Two servers of a team never agree to the second: nobody's draft or decision is refused for it."""
    first = hand_in(PLANNED, DraftVersion("Bản 1", at(10), "lan"))
    ruled = decide(first, Decision("changes", at(4), "tu"))
    again = hand_in(ruled, DraftVersion("Bản 2", at(7), "lan"))
    later = hand_in(decide(first, Decision("changes", at(20), "tu")), DraftVersion("Bản 2", at(15), "lan"))
    times = [(version.at, version.decision.at if version.decision else None) for version in again.versions]
    assert (times, later.versions[-1].at) == ([(at(10), at(10)), (at(10), None)], at(20))
