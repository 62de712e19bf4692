"""The history of a check's answer: the visits with their gaps, rates a day, jumps, and what changed since last time."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta
from statistics import median
from typing import Any

from server.messages import Text, text
from server.store.records import CreatorState, Figure, Visit

DAY = timedelta(days=1)
JUMP_Z = 3.5
"""Robust z from which a step is called a jump (Iglewicz and Hoaglin 1993)."""
MOST_STEPS = 60
_LONG_DAYS, _LONG_TIMES = 14.0, 3.0
"""A step is a gap when it is longer than both: two weeks, and three times the creator's usual one."""
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


# --- since the last visit ------------------------------------------------------------------------------------


def _seen(visit: Visit, now: datetime | None) -> dict[str, Any]:
    days = None if now is None else round((now - visit.at) / DAY, 2)
    return {"at": visit.at.isoformat(), "days": days, "verdict": visit.verdict}


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


# --- the line of visits --------------------------------------------------------------------------------------


def growth(visits: Sequence[Visit]) -> dict[str, Any]:
    """Steps between visits at least half a day apart, oldest first; z from the fourth visit on."""
    from server.metrics.growth import NEEDED_VISITS  # noqa: PLC0415 - numpy is loaded after the port is bound

    line = _spaced(visits)[-MOST_STEPS - 1 :]
    if len(line) < 2:
        return {"visits": len(line), "needed": NEEDED_VISITS, "steps": []}
    return {"visits": len(line), "needed": NEEDED_VISITS, "steps": _steps(line)}


_Point = tuple[datetime, Figure]


def _spaced(visits: Sequence[Visit]) -> list[_Point]:
    """By time, not by arrival: the clock of a second browser may differ."""
    points = sorted(((v.at, v.followers) for v in visits if v.followers), key=lambda point: point[0])
    kept: list[_Point] = []
    for point in points:
        if not kept or point[0] - kept[-1][0] >= DAY / 2:
            kept.append(point)
    return kept


def _steps(line: Sequence[_Point]) -> list[dict[str, Any]]:
    import numpy as np  # noqa: PLC0415 - as above

    from server.metrics.growth import daily_growth, robust_z  # noqa: PLC0415 - as above

    days = np.array([at.timestamp() / DAY.total_seconds() for at, _ in line])
    low, high = np.array([[f.low, f.high] for _, f in line]).T
    rates = daily_growth(low[None], high[None], days[None])
    scores = robust_z(rates)[0].tolist()
    lengths = np.diff(days).tolist()
    usual = max(_LONG_DAYS, _LONG_TIMES * median(lengths))
    return [
        _step(line[i], line[i + 1], length, rate, z, is_gap=length > usual)
        for i, (length, rate, z) in enumerate(zip(lengths, rates[0].tolist(), scores, strict=True))
    ]


def _step(start: _Point, end: _Point, days: float, rate: float, z: float, *, is_gap: bool) -> dict[str, Any]:
    """``gained`` and ``per_day`` are bounds: two rounded counts leave the difference open."""
    low, high = end[1].low - start[1].high, end[1].high - start[1].low
    known = z == z  # noqa: PLR0124 - NaN differs from itself
    return {
        "from": start[0].isoformat(),
        "to": end[0].isoformat(),
        "days": round(days, 2),
        "is_gap": is_gap,
        "gained": {"value": end[1].value - start[1].value, "low": low, "high": high},
        "per_day": {"low": round(low / days, 2), "high": round(high / days, 2)},
        "percent_per_day": round(100 * rate, 4),
        "z": round(z, 2) if known else None,
        "is_jump": known and abs(z) >= JUMP_Z,
    }
