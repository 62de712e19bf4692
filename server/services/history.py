"""The history of a check's answer: the visits, what changed since the last one, and how the creator grew."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from server.messages import Text, text
from server.services.growth import DAY, growth
from server.store.records import CreatorState, Visit
from server.times import iso

_COMPARED = ("followers", "following", "post_count")


def history_of(state: CreatorState, now: datetime | None = None) -> dict[str, Any]:
    """The "history" of the protocol. ``now``: the time of the check that has just been kept, if one was."""
    visits = tuple(visit for visit in state.visits if not visit.is_undated)
    present = next((v for v in reversed(visits) if now is not None and v.goes_on(now)), None)
    earlier = [v for v in visits if now is None or (v is not present and v.at <= (present or v).at)]
    previous = earlier[-1] if earlier else None
    changes = _changes(previous, present, state) if previous and present else []
    return state.history_json() | {
        "previous": None if previous is None else _seen(previous, now),
        "changes": changes,
        "summary": None if previous is None or now is None else _summary(previous, now, changes).to_json(),
        "growth": growth(visits),
    }


def _seen(visit: Visit, now: datetime | None) -> dict[str, Any]:
    days = None if now is None else round((now - visit.at) / DAY, 2)
    return {"at": iso(visit.at), "days": days, "verdict": visit.verdict}


def _changes(then: Visit, present: Visit, state: CreatorState) -> list[dict[str, Any]]:
    """Counts that differ by more than their rounding, another verdict, another handle."""
    found = [
        {"field": name, "from": a.to_json(), "to": b.to_json()}
        for name in _COMPARED
        if (a := getattr(then, name)) and (b := getattr(present, name)) and (a.high < b.low or b.high < a.low)
    ]
    if then.verdict and present.verdict and then.verdict != present.verdict:
        found.append({"field": "verdict", "from": then.verdict, "to": present.verdict})
    renamed = [former for former in state.creator.former if former.until >= then.at]
    if renamed:
        found.append({"field": "username", "from": renamed[0].username, "to": state.creator.username})
    return found


def _summary(previous: Visit, now: datetime, changes: Sequence[dict[str, Any]]) -> Text:
    """ "Last seen 12 days ago: followers +340, was @old.name." in both languages."""
    days = max(0, (now - previous.at).days)
    seen = text(("history.seen_today", "history.seen_day", "history.seen")[min(days, 2)], days=days)
    said = [part for part in map(_said, changes) if part is not None] or [text("history.no_change")]
    return Text(
        f"{seen.en}: {', '.join(s.en for s in said)}.", f"{seen.vi}: {', '.join(s.vi for s in said)}."
    )


def _said(change: dict[str, Any]) -> Text | None:
    name, was, became = change["field"], change["from"], change["to"]
    if name == "username":
        return text("history.renamed", name=was)
    if name == "verdict":
        then = text("history.verdict")
        word = text(f"verdict.{was}")
        return Text(f"{then.en} {word.en}", f"{then.vi} {word.vi}")
    difference = int(became["value"] - was["value"])
    plain = f"{difference:+,}".replace("-", "−")
    word = text(f"history.{name}")
    return Text(f"{word.en} {plain}", f"{word.vi} {plain.replace(',', '.')}")
