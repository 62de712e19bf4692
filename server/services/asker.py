"""For whom a check is made, and who of the team is in touch with the creator already."""

from __future__ import annotations

from datetime import datetime

from msgspec import Struct

from server.store.records import Entry, Status

_IN_TOUCH: tuple[Status, ...] = ("contacted", "answered", "agreed")


class Asker(Struct, frozen=True):
    """For whom a check is made."""

    member: str | None = None
    """The name of a member; None where one person works alone."""
    keeps: bool = True
    """Whether the look becomes part of the history: who may only look leaves none."""


ALONE = Asker()


class Colleague(Struct, frozen=True):
    """Who else is in touch with the creator, and since when."""

    name: str
    status: Status
    since: datetime


class InCampaign(Struct, frozen=True):
    """A campaign in which the creator has a slot: somebody may be writing to them already."""

    id: str
    name: str


def colleague_of(entry: Entry | None, asker: Asker) -> Colleague | None:
    """The colleague who is writing to the creator of an entry; None where that is nobody, or the asker."""
    if asker.member is None or entry is None or not entry.owner or entry.status not in _IN_TOUCH:
        return None
    if entry.owner.strip().casefold() == asker.member.casefold():
        return None
    return Colleague(entry.owner, entry.status, entry.status_at)
