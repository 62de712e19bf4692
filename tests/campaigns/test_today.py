"""The day's work: what is late, what comes, who is missing, who has not answered."""

from __future__ import annotations

from datetime import date

import pytest
from msgspec.structs import replace

from server.campaigns.records import Brand, Campaign, Deliverable, Slot
from server.campaigns.today import Contacted, Work, in_other_hands, tasks_of_today

TODAY = date(2026, 12, 10)
CAMPAIGN = Campaign("c1", "Tết", Brand("Lá Xanh"), slots=(Slot("s1", creator="an"), Slot("s2")))


def due(name: str, state="drafting", draft: int | None = None, post: int | None = None) -> Deliverable:
    days = [None if day is None else date(2026, 12, day) for day in (draft, post)]
    return Deliverable(name, "s1", "an", "reel", state, due_draft=days[0], due_post=days[1])


WORK = Work(
    CAMPAIGN,
    (
        due("late", draft=8, post=20),
        due("later", draft=2),
        due("today", draft=10),
        due("soon", "approved", draft=1, post=13),
        due("far", draft=14),
        due("done", "posted", draft=1, post=12),
        due("dropped", "dropped", draft=1),
    ),
)
PEOPLE = (
    Contacted("binh", "contacted", date(2026, 12, 7)),
    Contacted("chi", "contacted", date(2026, 12, 8)),
    Contacted("dung", "answered", date(2026, 11, 1), date(2026, 9, 11)),
    Contacted("em", "rejected", None, date(2026, 1, 1)),
    Contacted("giang", "found"),
)


def test_the_tasks_of_a_day_stand_in_their_order():
    """Overdue first, the oldest of a kind before the others; what is done or dropped is no task."""
    found = [
        (task.kind, task.deliverable or task.slot or task.creator)
        for task in tasks_of_today([WORK], PEOPLE, TODAY)
    ]
    assert found == [
        ("overdue", "later"),
        ("overdue", "late"),
        ("due", "today"),
        ("due", "soon"),
        ("gap", "s2"),
        ("no_answer", "binh"),
        ("look_again", "dung"),
    ]


@pytest.mark.parametrize(
    ("me", "campaign", "expected"),
    [("lan", "c2", ("tu", "Tết")), ("tu", "c2", ("Tết",)), ("tu", "c1", ())],
)
def test_a_colleague_or_a_campaign_is_told_before_writing(me, campaign, expected):
    """Not oneself, and not the campaign that one is in."""
    people = (Contacted("an", "answered", owner="tu"), Contacted("an", "found", owner="ha"))
    assert in_other_hands("an", [WORK], people, me, campaign) == expected


def test_nobody_is_in_the_way_of_somebody_new():
    empty = replace(WORK, campaign=replace(CAMPAIGN, slots=()))
    assert in_other_hands("an", [empty], (), "lan", "c2") == ()
