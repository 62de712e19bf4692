"""What is to be done today over all campaigns: the oldest first, nothing twice."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from typing import Literal, get_args

from msgspec import Struct

from server.campaigns.backups import gaps
from server.campaigns.pipeline import OPEN, overdue
from server.campaigns.records import Campaign, Deliverable

TaskKind = Literal["overdue", "due", "gap", "no_answer", "look_again"]
TASK_KINDS: tuple[TaskKind, ...] = get_args(TaskKind)
"""In the order of a day."""
SOON = timedelta(days=3)
"""What is due within it is shown as due."""
ANSWER_WITHIN = timedelta(days=3)
LOOK_AGAIN_AFTER = timedelta(days=90)


class Contacted(Struct, frozen=True):
    """What the list knows of a creator."""

    username: str
    status: str
    status_on: date | None = None
    checked_on: date | None = None
    owner: str = ""
    """Who of the team writes to them."""


class Task(Struct, frozen=True):
    """One thing to do."""

    kind: TaskKind
    day: date | None
    """Since when, or until when; None for a gap."""
    creator: str = ""
    campaign: str = ""
    deliverable: str = ""
    slot: str = ""


class Work(Struct, frozen=True):
    """One campaign with its deliverables."""

    campaign: Campaign
    deliverables: tuple[Deliverable, ...] = ()


def tasks_of_today(work: Iterable[Work], people: Iterable[Contacted], today: date) -> tuple[Task, ...]:
    """Overdue, due soon, slots without a creator, no answer, to look at again: in this order, the oldest day first."""
    found = [task for each in work for task in _of_campaign(each, today)]
    found += [task for person in people for task in _of_person(person, today)]
    return tuple(
        sorted(found, key=lambda task: (TASK_KINDS.index(task.kind), task.day or date.min, task.creator))
    )


def in_other_hands(
    username: str, work: Iterable[Work], people: Iterable[Contacted], me: str, campaign_id: str
) -> tuple[str, ...]:
    """Whom to ask before writing: colleagues who are in touch with this creator, and campaigns that have them."""
    colleagues = [
        person.owner
        for person in people
        if person.username == username
        and person.owner not in ("", me)
        and person.status not in ("found", "rejected")
    ]
    campaigns = [
        each.campaign.name
        for each in work
        if each.campaign.id != campaign_id and username in {slot.creator for slot in each.campaign.slots}
    ]
    return tuple(dict.fromkeys((*colleagues, *campaigns)))


def _of_campaign(work: Work, today: date) -> Iterator[Task]:
    for one in work.deliverables:
        if one.state not in OPEN:
            continue
        late = overdue(one, today)
        waits = one.state in ("planned", "drafting", "changes")
        days = (one.due_draft if waits else None, one.due_post)
        soon = min((day for day in days if day is not None and today <= day <= today + SOON), default=None)
        if late is not None or soon is not None:
            kind: TaskKind = "due" if late is None else "overdue"
            yield Task(kind, late or soon, one.creator, work.campaign.id, one.id, one.slot)
    yield from (Task("gap", None, campaign=work.campaign.id, slot=slot.id) for slot in gaps(work.campaign))


def _of_person(person: Contacted, today: date) -> Iterator[Task]:
    if person.status == "contacted" and _is_past(person.status_on, ANSWER_WITHIN, today):
        yield Task("no_answer", person.status_on, person.username)
    if person.status not in ("paid", "rejected") and _is_past(person.checked_on, LOOK_AGAIN_AFTER, today):
        yield Task("look_again", person.checked_on, person.username)


def _is_past(day: date | None, after: timedelta, today: date) -> bool:
    return day is not None and today - day >= after
