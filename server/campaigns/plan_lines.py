"""A plan sheet's lines as slots and posts: whoever stands in it gets a slot, a line a post; who is kept in reserve, a place
as backup. Who has a slot already keeps it, and nothing that stands in the campaign is changed."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from datetime import date

from msgspec import Struct
from msgspec.structs import replace

from server.campaigns.records import Deliverable, DeliverableKind, Slot
from server.campaigns.today import Work
from server.money import Price

_KINDS: tuple[tuple[DeliverableKind, re.Pattern[str]], ...] = (
    ("live", re.compile(r"live(?: ?stream)?|phat song")),
    ("story", re.compile(r"stor(?:y|ies)|tin 24h")),
    ("reel", re.compile(r"reels?")),
    ("album", re.compile(r"album(?: anh)?|carousel")),
    ("video", re.compile(r"video|clip")),
    ("image", re.compile(r"image|anh|photo|hinh|post|bai")),
    ("package", re.compile(r"package|goi|combo")),
)
"""Words of the trade, folded."""
_COUNTED = re.compile(r"(\d{1,2})\s*(?:x\s*)?[a-z]")


class PlanLine(Struct, frozen=True):
    """One line of the sheet."""

    sheet: str
    row: int
    creator: str
    niche: str | None = None
    kind: DeliverableKind = "image"
    price: Price | None = None
    due_draft: date | None = None
    due_post: date | None = None
    post_url: str | None = None
    is_backup: bool = False
    backups: tuple[str, ...] = ()
    """User names that the line has behind its creator."""


def kind_of(folded: str) -> DeliverableKind:
    """What a cell orders; more than one thing for one price is a package, and no word at all a post with an image.

    >>> kind_of("1 reel"), kind_of("1 reel + 2 story"), kind_of("3 reels"), kind_of("")
    ('reel', 'package', 'package', 'image')
    """
    found = [kind for kind, words in _KINDS if words.search(folded)]
    several = sum(int(number) for number in _COUNTED.findall(folded)) > 1
    if "album" in found and "image" in found:
        found.remove("image")
    if len(found) > 1 or (found and several):
        return "package"
    return found[0] if found else "image"


def with_lines(work: Work, lines: Iterable[PlanLine], new_id: Callable[[], str]) -> Work:
    """The campaign with the lines of a sheet. A line whose post is there already (``is_there``) adds none."""
    plans = list(lines)
    for line in plans:
        if not line.is_backup:
            work = _with_post(work, line, new_id)
    for line in plans:
        if line.is_backup:
            work = _with_backup(work, line, new_id)
    return work


def is_there(work: Work, line: PlanLine) -> bool:
    """Whether the campaign has the line's post (creator, kind and day), or who is in reserve has a place in it."""
    if line.is_backup:
        return _with_backup(work, line, str) is work
    same = (line.creator, line.kind, line.due_post)
    held = {slot.id for slot in work.campaign.slots if slot.creator == line.creator}
    return any(
        one.slot in held and (one.creator, one.kind, one.due_post) == same for one in work.deliverables
    )


def _with_post(work: Work, line: PlanLine, new_id: Callable[[], str]) -> Work:
    slot = next((slot for slot in work.campaign.slots if slot.creator == line.creator), None)
    slots = work.campaign.slots
    if slot is None:
        slot = Slot(new_id(), line.niche, creator=line.creator)
        slots = (*slots, slot)
    behind = tuple(dict.fromkeys((*slot.backups, *(name for name in line.backups if name != line.creator))))
    slots = tuple(replace(each, backups=behind) if each.id == slot.id else each for each in slots)
    planned = replace(work, campaign=replace(work.campaign, slots=slots))
    if is_there(planned, line):
        return planned
    post = Deliverable(
        "",
        slot.id,
        line.creator,
        line.kind,
        price=line.price,
        due_draft=line.due_draft,
        due_post=line.due_post,
        post_url=line.post_url,
    )
    return replace(planned, deliverables=(*work.deliverables, post))


def _with_backup(work: Work, line: PlanLine, new_id: Callable[[], str]) -> Work:
    """Behind every slot of the same niche; where there is none, behind a slot of their own that is a gap."""
    if any(slot.creator == line.creator for slot in work.campaign.slots):
        return work
    fits = {slot.id for slot in work.campaign.slots if slot.niche == line.niche}
    slots = tuple(
        replace(slot, backups=tuple(dict.fromkeys((*slot.backups, line.creator))))
        if slot.id in fits
        else slot
        for slot in work.campaign.slots
    )
    if fits and slots == work.campaign.slots:
        return work
    gap = () if fits else (Slot(new_id(), line.niche, backups=(line.creator,)),)
    return replace(work, campaign=replace(work.campaign, slots=(*slots, *gap)))
