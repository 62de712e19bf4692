"""Many saved pages in one request: each judged like any other, and all that the request brought kept by one write.

The pages come as they lie on the disk, one behind the other, so that neither side turns a megabyte of text into JSON.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from typing import Any

from msgspec import Struct

from server import strict_json
from server.capture import Capture
from server.errors import BadField, SoiError
from server.facts import Reading
from server.parsing import read_capture
from server.saved_page import utf8_of
from server.services.checks import Checker
from server.services.looks import Look, looked
from server.store.list_records import Actor
from server.store.records import Check

MOST_PAGES = 200
"""Of one request."""
_LONGEST_INDEX = 200_000


class PageOutcome(Struct):
    """What became of one page."""

    name: str
    page: str | None = None
    """Its kind; None where it could not be read at all."""
    username: str | None = None
    saved: bool = False
    new: bool = False
    """Whether the creator was not on the list before."""
    error: SoiError | None = None

    def to_json(self) -> dict[str, Any]:
        return {
            "name": self.name,
            "page": self.page,
            "username": self.username,
            "saved": self.saved,
            "new": self.new,
            "error": None if self.error is None else self.error.answer(),
        }


class SavedPages:
    """Takes pages into one store."""

    def __init__(self, checker: Checker) -> None:
        self._checker = checker

    def take(self, body: bytes, by: Actor) -> dict[str, Any]:
        """Check all pages of ``body`` and put their creators on the list. When this returns they are on the disk.

        Raises BadField for a body out of shape, Busy where too many are under way.
        """
        pages = list(_pages(body))
        with self._checker.place():
            outcomes = self._taken(pages, by)
        return {"pages": [outcome.to_json() for outcome in outcomes]}

    def _taken(self, pages: Sequence[tuple[str, bytes]], by: Actor) -> list[PageOutcome]:
        erased, now = self._checker.erased, datetime.now(UTC)
        outcomes, read = [], []
        for name, page in pages:
            outcome = PageOutcome(name)
            outcomes.append(outcome)
            try:
                look = looked(_capture(page), now)
                read.append((outcome, look, read_capture(look.capture)))
            except SoiError as error:
                outcome.error = error
        with self._checker.turns(reading for _, _, reading in read):
            self._keep(read, erased, by)
            for _, look, reading in read:
                self._checker.note_posted(look, reading)
        return outcomes

    def _keep(self, read: Sequence[tuple[PageOutcome, Look, Reading]], erased: int, by: Actor) -> None:
        """Judge and keep; a second page of one creator is judged by what the first one has left."""
        waiting: list[tuple[PageOutcome, Check]] = []
        for outcome, look, reading in read:
            if any(_is_same(check, reading) for _, check in waiting):
                self._write(waiting, erased, by)
                waiting = []
            judged = self._checker.judge(look, reading)
            outcome.page, outcome.username = reading.page, reading.facts.username
            if judged.check is not None:
                waiting.append((outcome, judged.check))
        self._write(waiting, erased, by)

    def _write(self, waiting: Sequence[tuple[PageOutcome, Check]], erased: int, by: Actor) -> None:
        done = self._checker.keep_listed([check for _, check in waiting], erased, by)
        for (outcome, _), saved in zip(waiting, done, strict=False):
            outcome.saved, outcome.new = True, saved.created


def _is_same(check: Check, reading: Reading) -> bool:
    facts = reading.facts
    return check.username == facts.username or (
        check.profile_id is not None and check.profile_id == facts.profile_id
    )


def _capture(page: bytes) -> Capture:
    """A capture as it is, or the one that a saved page makes."""
    text = utf8_of(page)
    return Capture.from_json(text) if text.lstrip()[:1] == b"{" else Capture.from_page(text)


def _pages(body: bytes) -> Iterator[tuple[str, bytes]]:
    """Name and bytes of each page: the first line says how many bytes belong to which."""
    end = body.find(b"\n", 0, _LONGEST_INDEX)
    index = strict_json.loads_object(body[:end]).get("pages") if end > 0 else None
    if not isinstance(index, list) or len(index) > MOST_PAGES or not all(map(_is_place, index)):
        raise BadField(f'The first line is {{"pages": [{{"name", "bytes"}}]}}, at most {MOST_PAGES}.')
    at = end + 1
    if at + sum(place["bytes"] for place in index) != len(body):
        raise BadField("pages: the bytes are not those of the body.")
    for place in index:
        yield place["name"][:300], body[at : at + place["bytes"]]
        at += place["bytes"]


def _is_place(place: Any) -> bool:
    return (
        isinstance(place, dict)
        and isinstance(place.get("name"), str)
        and type(place.get("bytes")) is int
        and place["bytes"] >= 0
    )
