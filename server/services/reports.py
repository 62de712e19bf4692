"""A report of some creators of the list: what a client may see, or all that the team knows, with sums of the asked prices.

The page draws what is here and nothing else: what is internal never reaches a report that is handed out.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import datetime
from typing import Any, Literal, get_args

from msgspec import Struct

from server.errors import BadField
from server.handles import page_address
from server.money import Price, words
from server.schemas.reports import ReportPart
from server.store.records import Entry, Figure, Visit
from server.times import iso

Audience = Literal["client", "team"]
AUDIENCES: tuple[Audience, ...] = get_args(Audience)
PARTS: tuple[ReportPart, ...] = get_args(ReportPart)
INTERNAL: frozenset[ReportPart] = frozenset(("contacts", "notes", "own_fields"))
"""Parts that are never handed out."""


class ReportOrder(Struct, frozen=True):
    """For whom, with what."""

    audience: Audience
    parts: tuple[ReportPart, ...]


def order_of(audience: Audience, parts: Sequence[ReportPart] | None) -> ReportOrder:
    """All parts that the audience may see, or those that are chosen. Raises BadField for an internal one to a client."""
    if parts is None:
        return ReportOrder(audience, tuple(p for p in PARTS if audience == "team" or p not in INTERNAL))
    forbidden = [part for part in parts if audience == "client" and part in INTERNAL]
    if forbidden:
        raise BadField(f"parts: {forbidden[0]!r} is internal, and the report is for a client.")
    return ReportOrder(audience, tuple(part for part in PARTS if part in parts))


def report_of(entries: Sequence[Entry], order: ReportOrder, now: datetime) -> dict[str, Any]:
    """The report, with a row a creator in the order that is given; a part that was not chosen is not there."""
    report: dict[str, Any] = {
        "audience": order.audience,
        "parts": list(order.parts),
        "made_at": _second(now),
        "creators": [_creator(entry, order.parts) for entry in entries],
    }
    if "overview" in order.parts:
        report["overview"] = _overview(entries)
    if "prices" in order.parts:
        report["prices"] = _prices(entries)
    return report


def _creator(entry: Entry, parts: Iterable[ReportPart]) -> dict[str, Any]:
    visit = entry.last_check
    row: dict[str, Any] = {
        "username": entry.username,
        "platform": entry.platform,
        "full_name": entry.full_name,
        "page": page_address(entry.username),
        "checked_at": _second(visit.at) if visit else None,
        "followers": _figure(visit.followers if visit else None),
        "tier": visit.tier if visit else None,
    }
    for part in parts:
        if part in _READ:
            row |= _READ[part](entry)
    return row


def _of_visit(read: Callable[[Visit], dict[str, Any]], *names: str) -> Callable[[Entry], dict[str, Any]]:
    """What the last check gave; null under the same names where there was none."""
    return lambda entry: read(entry.last_check) if entry.last_check else dict.fromkeys(names)


_READ: Mapping[ReportPart, Callable[[Entry], dict[str, Any]]] = {
    "prices": lambda entry: {"price_asked": _price(entry.price_asked)},
    "engagement": _of_visit(
        lambda visit: {"engagement_rate": _figure(visit.engagement_rate), "posts_counted": visit.n_posts},
        *("engagement_rate", "posts_counted"),
    ),
    "verdict": _of_visit(
        lambda visit: {"verdict": visit.verdict, "trust_word": visit.trust_word, "seen": visit.seen},
        *("verdict", "trust_word", "seen"),
    ),
    "status": lambda entry: {
        "status": entry.status,
        "stage": entry.stage,
        "status_at": _second(entry.status_at),
    },
    "contacts": lambda entry: {
        "contacts": entry.contacts.to_json(),
        "bio_contacts": entry.last_check and entry.last_check.contacts,
    },
    "notes": lambda entry: {
        "note": entry.note,
        "tags": list(entry.tags),
        "owner": entry.owner,
        "reject_reason": entry.reject_reason,
    },
    "own_fields": lambda entry: {"extra": dict(entry.extra), "dates": dict(entry.dates)},
}
"""What each part adds to a creator's row. "plots" are drawn from the history, which the page asks for itself."""


def _figure(figure: Figure | None) -> dict[str, float] | None:
    return figure.to_json() if figure else None


def _price(price: Price | None) -> dict[str, Any] | None:
    return price.to_json() | {"shown": words(price).to_json()} if price else None


def _overview(entries: Sequence[Entry]) -> dict[str, Any]:
    """How many, and what is known of how many: a sum says of whom it is."""
    followers = [e.last_check.followers for e in entries if e.last_check and e.last_check.followers]
    sums = {end: sum(getattr(figure, end) for figure in followers) for end in ("value", "low", "high")}
    return {
        "creators": len(entries),
        "followers": sums | {"of": len(followers)} if followers else None,
        "platforms": dict(Counter(entry.platform for entry in entries)),
        "tiers": dict(Counter(e.last_check.tier for e in entries if e.last_check and e.last_check.tier)),
        "unchecked": sum(1 for entry in entries if entry.last_check is None),
    }


def _prices(entries: Sequence[Entry]) -> dict[str, Any]:
    """Sums by currency, and by whether they are in hand or before tax: what is not the same is not added up."""
    groups: dict[tuple[str, bool | None], list[Price]] = {}
    for price in (entry.price_asked for entry in entries):
        if price is not None and price.has_amount and price.currency:
            groups.setdefault((price.currency, price.net), []).append(price)
    sums = [_sum(currency, net, prices) for (currency, net), prices in groups.items()]
    return {"sums": sums, "without_amount": len(entries) - sum(row["of"] for row in sums)}


def _sum(currency: str, net: bool | None, prices: Sequence[Price]) -> dict[str, Any]:
    """Both ends added up; an end that one of them leaves open ("from 3 million") leaves the sum's open."""
    lows, highs = [price.low for price in prices], [price.high for price in prices]
    low = sum(end or 0 for end in lows)
    high = None if None in highs else sum(end or 0 for end in highs)
    total = Price(low, high, currency, "0", net)
    return {
        "currency": currency,
        "net": net,
        "of": len(prices),
        "low": low,
        "high": high,
        "shown": words(total).to_json(),
    }


def _second(at: datetime) -> str:
    """A report names no part of a second."""
    return iso(at.replace(microsecond=0))
