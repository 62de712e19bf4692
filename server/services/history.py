"""The history of a check's answer: the visits, what changed since the last one, and how the creator grew."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from server.messages import Text, text
from server.schemas.checks import FollowersSeen, History, HistoryChange, PreviousVisit
from server.services.growth import DAY, growth
from server.store.records import CreatorState, Figure, Visit

_COMPARED = ("followers", "following", "post_count")


def history_of(state: CreatorState, now: datetime | None = None) -> History:
    """The "history" of the protocol. ``now``: the time of the check that has just been kept, if one was."""
    visits = tuple(visit for visit in state.visits if not visit.is_undated)
    present = next((v for v in reversed(visits) if now is not None and v.goes_on(now)), None)
    earlier = [v for v in visits if now is None or (v is not present and v.at <= (present or v).at)]
    previous = earlier[-1] if earlier else None
    changes = _changes(previous, present, state) if previous and present else ()
    creator = state.creator
    return History(
        visits=creator.visit_count,
        first_seen=creator.first_seen,
        last_seen=creator.last_seen,
        former=creator.former,
        followers=tuple(
            FollowersSeen(at=v.at, value=v.followers.value, low=v.followers.low, high=v.followers.high)
            for v in visits
            if v.followers
        ),
        previous=None if previous is None else _seen(previous, now),
        changes=changes,
        summary=None if previous is None or now is None else _summary(previous, now, changes),
        growth=growth(visits),
    )


def _seen(visit: Visit, now: datetime | None) -> PreviousVisit:
    days = None if now is None else round((now - visit.at) / DAY, 2)
    return PreviousVisit(at=visit.at, days=days, verdict=visit.verdict)


def _changes(then: Visit, present: Visit, state: CreatorState) -> tuple[HistoryChange, ...]:
    """Counts that differ by more than their rounding, another verdict, another handle."""
    found = [
        HistoryChange(what=name, before=a, after=b)
        for name in _COMPARED
        if (a := getattr(then, name)) and (b := getattr(present, name)) and (a.high < b.low or b.high < a.low)
    ]
    if then.verdict and present.verdict and then.verdict != present.verdict:
        found.append(HistoryChange(what="verdict", before=then.verdict, after=present.verdict))
    renamed = [former for former in state.creator.former if former.until >= then.at]
    if renamed:
        found.append(HistoryChange(what="username", before=renamed[0].username, after=state.creator.username))
    return tuple(found)


def _summary(previous: Visit, now: datetime, changes: Sequence[HistoryChange]) -> Text:
    """ "Last seen 12 days ago: followers +340, was @old.name." in both languages."""
    days = max(0, (now - previous.at).days)
    seen = text(("history.seen_today", "history.seen_day", "history.seen")[min(days, 2)], days=days)
    said = [_said(change) for change in changes] or [text("history.no_change")]
    return Text(
        f"{seen.en}: {', '.join(s.en for s in said)}.", f"{seen.vi}: {', '.join(s.vi for s in said)}."
    )


def _said(change: HistoryChange) -> Text:
    was, became = change.before, change.after
    if isinstance(was, Figure) and isinstance(became, Figure):
        return _moved(change.what, was, became)
    if change.what == "username":
        return text("history.renamed", name=was)
    then, word = text("history.verdict"), text(f"verdict.{was}")
    return Text(f"{then.en} {word.en}", f"{then.vi} {word.vi}")


def _moved(name: str, was: Figure, became: Figure) -> Text:
    difference = int(became.value - was.value)
    plain = f"{difference:+,}".replace("-", "−")
    word = text(f"history.{name}")
    return Text(f"{word.en} {plain}", f"{word.vi} {plain.replace(',', '.')}")
