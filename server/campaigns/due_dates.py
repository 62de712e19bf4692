"""The days of a campaign as a calendar file (RFC 5545): an all-day event for each draft and each post that is due."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import UTC, date, datetime, timedelta
from typing import Literal

from server.campaigns.pipeline import OPEN
from server.campaigns.records import Campaign, Deliverable
from server.handles import shown_name
from server.messages import Language, table

MEDIA_TYPE = "text/calendar; charset=utf-8"
_MAX_OCTETS = 75
_ESCAPED = {"\\": "\\\\", ";": "\\;", ",": "\\,", "\n": "\\n", "\r": ""}
Due = Literal["draft", "post"]


def calendar_file(
    campaign: Campaign, deliverables: Iterable[Deliverable], now: datetime, language: Language
) -> str:
    """All days that are not over: of drafts until one is approved, of posts until they are public. Lines end in CRLF."""
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Soi//Campaign//EN", "CALSCALE:GREGORIAN"]
    for deliverable in deliverables:
        for kind, day in _days(deliverable):
            title = _title(campaign, deliverable, kind, language)
            lines += _event(f"{campaign.id}-{deliverable.id}-{kind}", title, day, now)
    lines.append("END:VCALENDAR")
    return "".join(f"{folded}\r\n" for line in lines for folded in _folded(line))


def _days(deliverable: Deliverable) -> Iterator[tuple[Due, date]]:
    if deliverable.state not in OPEN:
        return
    if deliverable.due_draft is not None and deliverable.state != "approved":
        yield "draft", deliverable.due_draft
    if deliverable.due_post is not None:
        yield "post", deliverable.due_post


def _title(campaign: Campaign, deliverable: Deliverable, kind: Due, language: Language) -> str:
    words = table(language)
    what = words[f"deliverable.{deliverable.kind}"]
    who = shown_name(deliverable.creator) if deliverable.creator else "–"
    return words[f"calendar.{kind}"].format(creator=who, what=what, campaign=campaign.name)


def _event(uid: str, title: str, day: date, now: datetime) -> list[str]:
    return [
        "BEGIN:VEVENT",
        f"UID:{_escaped(uid)}@soi.invalid",
        f"DTSTAMP:{now.astimezone(UTC):%Y%m%dT%H%M%SZ}",
        f"DTSTART;VALUE=DATE:{day:%Y%m%d}",
        f"DTEND;VALUE=DATE:{day + timedelta(days=1):%Y%m%d}",
        f"SUMMARY:{_escaped(title)}",
        "TRANSP:TRANSPARENT",
        "END:VEVENT",
    ]


def _escaped(text: str) -> str:
    """Text of people without what would end a line or a value, or begin another property."""
    return "".join(_ESCAPED.get(c, c) for c in text if c in _ESCAPED or c.isprintable())


def _folded(line: str) -> Iterator[str]:
    """Lines of at most 75 octets; those that go on begin with a space. No character is cut."""
    part, size = "", 0
    for character in line:
        octets = len(character.encode("utf-8"))
        if size + octets > _MAX_OCTETS:
            yield part
            part, size = " ", 1
        part, size = part + character, size + octets
    yield part
