"""Checklists of a campaign and of each of its posts: who ticked a line off, and when. What was said stays in the log."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal, TypeVar

from msgspec.structs import replace

from server.campaigns.check import checklists
from server.campaigns.records import Campaign, Deliverable, Tick
from server.messages.refusals import inconsistent

Scope = Literal["campaign", "deliverable"]
Ticked = TypeVar("Ticked", bound=Campaign | Deliverable)


def ticked(one: Ticked, tick: Tick) -> Ticked:
    """With the tick at the end of its log; as it is where the line already stands so, and keeps who said it first.

    Raises Inconsistent for what is no line of its checklist.
    """
    scope: Scope = "campaign" if isinstance(one, Campaign) else "deliverable"
    if tick.rule not in {rule.id for rule in checklists(scope)}:
        raise inconsistent("no_checklist_line")
    if (tick.rule in done_of(one.ticks)) == tick.is_done:
        return one
    latest = one.ticks[-1].at if one.ticks else tick.at
    in_order = replace(tick, at=max(tick.at, latest))  # a clock that was set back puts no line before another
    return replace(one, ticks=(*one.ticks, in_order))


def done_of(ticks: Iterable[Tick]) -> dict[str, Tick]:
    """The lines that are ticked off, by rule."""
    last = {tick.rule: tick for tick in ticks}
    return {rule: tick for rule, tick in last.items() if tick.is_done}
