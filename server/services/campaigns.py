"""Campaigns as they are told: sums, days, who is in other hands, and the checks of drafts."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from datetime import date, timedelta
from typing import Any

from msgspec import Struct

from server.campaigns.backups import gaps
from server.campaigns.briefing import draft_brief
from server.campaigns.budget import (
    PARTS,
    WITHHOLDING_CONFIDENCE,
    WITHHOLDING_SOURCE,
    BudgetRow,
    BudgetSums,
    added,
    budget_of,
)
from server.campaigns.check import check_draft, checklists
from server.campaigns.engagement import expected_cost, reached_cost
from server.campaigns.moves import deliverable_of
from server.campaigns.pipeline import OPEN, STEPS, approved_version, overdue
from server.campaigns.posted import compared
from server.campaigns.records import AmountRange, BudgetFrame, Campaign, Deliverable, Tick
from server.campaigns.sightings import FINDINGS, post_address
from server.campaigns.ticking import Scope, done_of
from server.campaigns.today import Contacted, Task, in_other_hands, tasks_of_today
from server.messages import text
from server.money import Price, words
from server.store.campaign_documents import KeptCampaign
from server.store.records import UNDO_TIME, Entry
from server.store.reports import Looked
from server.topics.niches import niches

REMOVAL_TIME = timedelta(hours=24)
"""Within it a post is removed once that is asked for: Decree 342/2025 Art. 18."""
NOBODY_KNOWN: Mapping[str, AmountRange] = {}
MOST_TASKS = 1_000
"""Of one answer; the number of all is told beside them."""


def shown_price(price: Price | None) -> dict[str, Any] | None:
    """A price with the words in which it is echoed."""
    return None if price is None else price.to_json() | {"shown": words(price).to_json()}


def summaries(kept: Iterable[KeptCampaign], today: date) -> dict[str, Any]:
    """All campaigns, and their sums by currency."""
    told = [_summary(one, today) for one in kept]
    present = [one["budget"] for one in told if one["removed_at"] is None]
    currencies = dict.fromkeys(budget["currency"] for budget in present)
    over_all = [_over_all(c, [b for b in present if b["currency"] == c]) for c in currencies]
    return {"campaigns": told, "over_all": over_all, "total": len(told)}


def told(
    kept: KeptCampaign, day: Day, me: str, usual: Mapping[str, AmountRange] = NOBODY_KNOWN
) -> dict[str, Any]:
    """One campaign with its posts, its sums, and who is in other hands. ``usual``: likes and comments that a post of each
    creator collects."""
    work, campaign = kept.work, kept.work.campaign
    sums = budget_of(campaign.budget, work.deliverables)
    rows = {row.deliverable: row for row in sums.rows}
    names = {name for slot in campaign.slots for name in (slot.creator, *slot.backups) if name}
    live = [one.work for one in day.campaigns if one.removed_at is None]
    asked = {name: in_other_hands(name, live, day.people, me, campaign.id) for name in sorted(names)}
    return {
        "campaign": campaign,
        "version": kept.version,
        "created_at": kept.created_at,
        "changed_at": kept.changed_at,
        "deliverables": [
            _post(one, rows[one.id], kept.versions[one.id], day.today) for one in work.deliverables
        ],
        "budget": told_budget(campaign.budget, sums),
        "per_engagement": {
            "expected": expected_cost(rows, work.deliverables, usual),
            "reached": reached_cost(rows, work.deliverables),
        },
        "elsewhere": {name: whom for name, whom in asked.items() if whom},
        "checklist": checklist(campaign),
        "niches": {niche.id: niche.name for niche in niches()},
        "undo_until": kept.undo_at and kept.undo_at + UNDO_TIME,
    }


def told_deliverable(kept: KeptCampaign, deliverable_id: str, entry: Entry | None = None) -> dict[str, Any]:
    """A deliverable with the check of each of its texts, and its public post beside what was approved.

    ``entry``: its creator's on the list, for the contacts of a removal.
    """
    one, campaign = deliverable_of(kept.work, deliverable_id), kept.work.campaign
    brief = draft_brief(campaign)
    return {
        "deliverable": one,
        "version": kept.versions[one.id],
        "campaign_id": campaign.id,
        "campaign_name": campaign.name,
        "steps": STEPS[one.state],
        "checks": [check_draft(version.text, brief).to_json() for version in one.versions],
        "checklist": _lines("deliverable", one.ticks),
        "posted": _beside_approved(one, entry),
    }


def _beside_approved(one: Deliverable, entry: Entry | None) -> dict[str, Any] | None:
    """The last look at the public post, part by part; with who is asked for a removal, and until when, where it differs."""
    evidence, version = one.posted, approved_version(one)
    if evidence is None:
        return None
    is_finding = evidence.state in FINDINGS
    is_compared = version is not None and bool(version.text.strip()) and evidence.text is not None
    return {
        "word": text(f"posted.{evidence.state}"),
        "url": post_address(evidence.code),
        "parts": compared(version.text, evidence.text or "") if is_compared and version else (),
        "ask_until": evidence.since + REMOVAL_TIME if is_finding else None,
        "contacts": entry.contacts if is_finding and entry else None,
    }


def usual_engagements(looked: Mapping[str, Looked]) -> dict[str, AmountRange]:
    """Likes and comments of one post, by user name: the rate of the last check times the followers of that day, both as
    intervals; nobody of whom one of them is not known."""
    return {
        name: AmountRange(*(round(size * rate / 100, 1) for size, rate in ends))
        for name, one in looked.items()
        if (followers := one.visit.followers) and (found := one.visit.engagement_rate)
        for ends in [((followers.low, found.low), (followers.high, found.high))]
    }


class Day(Struct, frozen=True):
    """What the tasks of a day are made from."""

    campaigns: Sequence[KeptCampaign]
    people: Sequence[Contacted]
    today: date

    def told(self) -> dict[str, Any]:
        """What is to be done, the most pressing first."""
        work = [one.work for one in self.campaigns if one.removed_at is None]
        names = {each.campaign.id: each.campaign.name for each in work}
        posts = {post.id: post for each in work for post in each.deliverables}
        tasks = tasks_of_today(work, self.people, self.today)
        shown = [_task(task, names, posts.get(task.deliverable)) for task in tasks[:MOST_TASKS]]
        return {"today": self.today, "tasks": shown, "total": len(tasks)}


def contacted(entries: Iterable[Entry]) -> tuple[Contacted, ...]:
    """What the list knows of its creators."""
    return tuple(
        Contacted(
            entry.username,
            entry.status,
            entry.status_at.date(),
            None if entry.last_check is None else entry.last_check.at.date(),
            entry.owner or "",
        )
        for entry in entries
    )


def _summary(kept: KeptCampaign, today: date) -> dict[str, Any]:
    work, campaign = kept.work, kept.work.campaign
    days = [day for one in work.deliverables if one.state in OPEN for day in (one.due_draft, one.due_post)]
    return {
        "id": campaign.id,
        "name": campaign.name,
        "brand": campaign.brand.name,
        "product": campaign.brand.product,
        "category": campaign.category,
        "version": kept.version,
        "changed_at": kept.changed_at,
        "removed_at": kept.removed_at,
        "slots": len(campaign.slots),
        "gaps": len(gaps(campaign)),
        "states": Counter(one.state for one in work.deliverables),
        "overdue": sum(overdue(one, today) is not None for one in work.deliverables),
        "next_due": min((day for day in days if day is not None and day >= today), default=None),
        "creators": tuple(slot.creator for slot in campaign.slots if slot.creator is not None),
        "budget": told_budget(campaign.budget, budget_of(campaign.budget, work.deliverables)),
    }


def told_budget(frame: BudgetFrame, sums: BudgetSums) -> dict[str, Any]:
    """The sums with their frame, and how sure the withholding is."""
    return {
        "amount": frame.amount,
        "currency": frame.currency,
        "withholding": frame.withholding,
        **{part: sums.parts[part] for part in PARTS},
        "spent": sums.spent,
        "in_hand": added([row.in_hand for row in sums.rows if row.part in PARTS]),
        "left": sums.left,
        "by_month": [{"month": month, "cost": cost} for month, cost in sums.by_month.items()],
        "unpriced": sum(row.part == "unpriced" for row in sums.rows),
        "other_currency": sum(row.part == "other_currency" for row in sums.rows),
        "source": WITHHOLDING_SOURCE,
        "confidence": WITHHOLDING_CONFIDENCE,
    }


def _over_all(currency: str, budgets: Sequence[Mapping[str, Any]]) -> dict[str, Any]:
    months: dict[str | None, list[AmountRange]] = {}
    for budget in budgets:
        for row in budget["by_month"]:
            months.setdefault(row["month"], []).append(row["cost"])
    return {
        "currency": currency,
        "spent": added([budget["spent"] for budget in budgets]),
        "paid": added([budget["paid"] for budget in budgets]),
        "by_month": [
            {"month": month, "cost": added(months[month])} for month in sorted(months, key=lambda m: m or "")
        ],
    }


def _post(one: Deliverable, row: BudgetRow, version: int, today: date) -> dict[str, Any]:
    is_counted = row.part in PARTS
    return {
        "id": one.id,
        "slot": one.slot,
        "creator": one.creator,
        "kind": one.kind,
        "state": one.state,
        "price": shown_price(one.price),
        "due_draft": one.due_draft,
        "due_post": one.due_post,
        "post_url": one.post_url,
        "paid_on": one.paid_on,
        "version": version,
        "versions": len(one.versions),
        "cost": row.cost if is_counted else None,
        "in_hand": row.in_hand if is_counted else None,
        "overdue": overdue(one, today),
        "steps": STEPS[one.state],
        "posted": None if one.posted is None else one.posted.state,
        "ticked": tuple(done_of(one.ticks)),
    }


def checklist(campaign: Campaign) -> tuple[dict[str, Any], ...]:
    """What a person confirms: of the campaign first, with who did, then of each post, where it is ticked off.

    The board and the dossier show the same.
    """
    return (*_lines("campaign", campaign.ticks), *_lines("deliverable", ()))


def _lines(scope: Scope, ticks: Iterable[Tick]) -> tuple[dict[str, Any], ...]:
    done = done_of(ticks)
    return tuple(
        {"rule": rule.id, "text": rule.text.to_json(), "scope": scope, "done": done.get(rule.id)}
        for rule in checklists(scope)
    )


def _task(task: Task, names: Mapping[str, str], post: Deliverable | None) -> dict[str, Any]:
    what = None if post is None else "draft" if task.day == post.due_draft else "post"
    return {
        "kind": task.kind,
        "day": task.day,
        "creator": task.creator,
        "campaign": task.campaign,
        "campaign_name": names.get(task.campaign, ""),
        "deliverable": task.deliverable,
        "deliverable_kind": post and post.kind,
        "what": what,
        "slot": task.slot,
    }
