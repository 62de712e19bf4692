"""One look at a page: the capture, when it was, and what earlier looks add to it."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any

from msgspec import Struct
from msgspec.structs import replace

from server.analysis import PROFILES
from server.capture import Capture
from server.errors import BadField
from server.facts import Reading
from server.parsing import served_at
from server.scoring.kept import completed, known_of
from server.store.records import CreatorState

EARLIEST = datetime(2010, 1, 1, tzinfo=UTC)
"""Instagram began in October 2010."""
MOST_AHEAD = timedelta(days=1)
"""How far the clock that captured may be ahead of this one."""


class Look(Struct, frozen=True):
    """A capture with its time."""

    capture: Capture
    digest: str
    at: datetime
    """When the page was shown; of an undated one, when it was handed in."""
    is_saved_page: bool
    is_undated: bool


def looked(capture: Capture, now: datetime) -> Look:
    """A capture as a look; ``now``: when it came in. Raises BadField for a time that no browser can have.

    A saved page says itself when it was served; its file may have been copied since. One that does not say it, and
    whose sender does not, is undated: an old page must not count as what Instagram shows today.
    """
    is_saved = capture.url is None
    at = (served_at(capture.html) if is_saved else None) or capture.captured_at
    if at is not None and not EARLIEST <= at <= now + MOST_AHEAD:
        raise BadField("captured_at: from 2010 to one day after this computer's clock.")
    return Look(
        replace(capture, captured_at=at), capture.digest(), at or now, is_saved, is_saved and at is None
    )


def look_completed(
    reading: Reading, before: CreatorState | None, look: Look
) -> tuple[Reading, dict[str, Any] | None]:
    """The reading with what earlier looks add, and what is to be kept of the page from now on.

    Of a page that is no profile nothing is completed and nothing kept, nor of one without a date.
    """
    if look.is_undated or reading.page not in PROFILES:
        return reading, None
    found = completed(reading.facts, known_of(before.evidence if before else None), look.at)
    return replace(reading, facts=found.facts, kept=found.kept), found.known.body()
