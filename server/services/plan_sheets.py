"""A plan sheet taken over into a campaign: read by the reader of lists, money and days included, and planned as slots and
posts. It reads files: it stands behind the door.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import suppress
from datetime import date
from functools import partial
from secrets import token_hex
from typing import Any

from server.campaigns.plan_lines import PlanLine, is_there, kind_of, with_lines
from server.campaigns.sightings import code_of
from server.campaigns.today import Work
from server.errors import BadUsername, TooMany
from server.exports import any_file
from server.fields import campaigns as fields
from server.fields.creators import shortlist_username
from server.messages import Language
from server.services.campaigns import shown_price
from server.services.candidates import niches_of
from server.services.plan_remarks import DRAFT_DAYS, POST_DAYS, plan_remarks
from server.sheet_import.choices import ImportChoice
from server.sheet_import.reading import Person, SheetTable, read
from server.sheet_import.turning import turned
from server.sheet_import.words import fold
from server.store.store import Store

MOST_LINES = 1_000
MOST_POSTS = 2_000
_KIND = ("hang muc", "deliverable", "format", "loai bai", "loai hinh", "noi dung hop tac")
_LINK = ("link air", "link bai", "link post", "post link", "url bai")
_RESERVE = ("du phong", "backup", "reserve")


class PlanSheets:
    """For one store."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def take(
        self, campaign_id: str, data: bytes, currency: str, language: Language, *, dry_run: bool
    ) -> dict[str, Any]:
        """The lines as they would be planned, and with ``dry_run`` false they are. ``language``: in which a column
        without a heading is called. Raises BadFile, TooLarge, TooMany."""
        tables = read(turned(any_file.read(data)), ImportChoice(language=language), currency)
        lines = [_line(person) for table in tables for person in table.people if not _is_off(person)]
        if len(lines) > MOST_LINES:
            raise TooMany(f"lines: at most {MOST_LINES}.")
        before = self._store.campaigns.get(campaign_id).work
        if not dry_run:
            self._store.campaigns.change(campaign_id, lambda work: _planned(work, lines))
        return {
            "dry_run": dry_run,
            "lines": [_told(line) | {"is_there": is_there(before, line)} for line in lines],
            "left_out": list(_left_out(tables)),
            "remarks": list(_remarks(tables)),
        }


def _remarks(tables: list[SheetTable]) -> Iterator[dict[str, Any]]:
    for table in tables:
        for person in table.people:
            if not _is_off(person):
                yield from plan_remarks(table, person)


def _planned(work: Work, lines: list[PlanLine]) -> Work:
    planned = with_lines(work, lines, partial(token_hex, 6))
    if len(planned.campaign.slots) > fields.MOST_SLOTS or len(planned.deliverables) > MOST_POSTS:
        raise TooMany(f"slots: at most {fields.MOST_SLOTS}, posts: at most {MOST_POSTS}.")
    if any(len(slot.backups) > fields.MOST_BACKUPS for slot in planned.campaign.slots):
        raise TooMany(f"backups: at most {fields.MOST_BACKUPS} a slot.")
    return planned


def _line(person: Person) -> PlanLine:
    values = person.values
    changes = values.changes
    extra = {fold(heading): text for heading, text in values.extra.items()}
    days = {fold(heading): day for heading, day in values.dates.items()}
    url = _under(extra, _LINK)
    niches = niches_of(changes.get("tags", ()))
    return PlanLine(
        sheet=values.sheet,
        row=values.row,
        creator=person.username,
        niche=niches[0] if niches else None,
        kind=kind_of(fold(_under(extra, _KIND) or "")),
        price=values.price.price if values.price.is_clear else None,
        due_draft=_day(_under(days, DRAFT_DAYS)),
        due_post=_day(_under(days, POST_DAYS)),
        post_url=url.strip() if url and code_of(url.strip()) else None,
        is_backup=any(word in fold(changes.get("stage", "") or "") for word in _RESERVE),
        backups=tuple(_names(_under(extra, _RESERVE) or "")),
    )


def _names(text: str) -> Iterator[str]:
    """Who is named: words with an @ or a platform before them; a tick, a "yes" or a remark names nobody."""
    for word in re.split(r"[\s,;]+", text):
        if word.startswith("@") or ":" in word:
            with suppress(BadUsername):
                yield shortlist_username(word.removeprefix("@"))


def _under(cells: dict[str, str], words: tuple[str, ...]) -> str | None:
    """What stands under the first heading that has one of the words."""
    return next((text for heading, text in cells.items() if any(word in heading for word in words)), None)


def _day(text: str | None) -> date | None:
    try:
        return date.fromisoformat(text) if text else None
    except ValueError:
        return None


def _is_off(person: Person) -> bool:
    return person.values.changes.get("status") == "rejected"


def _told(line: PlanLine) -> dict[str, Any]:
    return {
        "sheet": line.sheet,
        "row": line.row,
        "creator": line.creator,
        "niche": line.niche,
        "kind": line.kind,
        "price": shown_price(line.price),
        "due_draft": line.due_draft,
        "due_post": line.due_post,
        "post_url": line.post_url,
        "is_backup": line.is_backup,
    }


def _left_out(tables: list[SheetTable]) -> Iterator[dict[str, Any]]:
    """Rows that name nobody, and people who are rejected."""
    for table in tables:
        for remark in table.left_out:
            said = remark.to_json()
            yield {"sheet": said["sheet"], "row": said["row"], "creator": None, "reason": said["reason"]}
        for person in filter(_is_off, table.people):
            place = {"sheet": person.values.sheet, "row": person.values.row, "creator": person.username}
            yield place | {"reason": None}
