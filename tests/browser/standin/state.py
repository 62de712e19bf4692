"""What the site knows while it runs: its creators, what a test has turned, and every request that came."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from threading import Event, Lock

from flask import Request

from tests.browser.standin.cast import cast
from tests.browser.standin.creators import Creator
from tests.browser.standin.views import Layout
from tests.browser.standin.ways import WAYS, Way

_HELD_SECONDS = 30


@dataclass(frozen=True, slots=True)
class Entry:
    """One request as it reached the site. ``operation`` is the query's name, "" where there is none."""

    method: str
    host: str
    path: str
    operation: str = ""


@dataclass
class Knobs:
    """What a test can turn; ``StandIn.reset`` puts everything back."""

    language: str = "vi"
    layouts: dict[str, Layout] = field(default_factory=lambda: {"maya.vidu": "list", "gymlab.vidu": "list"})
    dark: bool = False
    walled: set[str] = field(default_factory=set)
    post_pages: bool = False
    """Tiles open as pages of their own instead of dialogs, as in narrow windows."""
    way: Way = WAYS["xhr"]
    """How the page's answers arrive."""
    are_withheld: bool = False
    """The page gets its answers in a form that nobody else can read."""
    ballast_bytes: int = 0
    held: dict[str, Event] = field(default_factory=dict)
    saved: dict[str, str] = field(default_factory=dict)
    """Saved pages to be served as they are, by path; Instagram's policy keeps their scripts from running."""


class State:
    """Creators, knobs and log."""

    def __init__(self, now: datetime | None = None) -> None:
        self._now = now or datetime.now(UTC)
        self.creators: dict[str, Creator] = cast(self._now)
        self.knobs = Knobs()
        self._log: list[Entry] = []
        self._lock = Lock()

    def reset(self) -> None:
        """Knobs as at the start, creators under their first names, an empty log."""
        for event in self.knobs.held.values():
            event.set()
        self.knobs = Knobs()
        self.creators = cast(self._now)
        with self._lock:
            self._log.clear()

    def record(self, asked: Request) -> None:
        operation = asked.headers.get("X-FB-Friendly-Name") or asked.form.get("fb_api_req_friendly_name", "")
        entry = Entry(asked.method, asked.host.split(":")[0], asked.path, operation)
        with self._lock:
            self._log.append(entry)

    def requests(self) -> Counter[Entry]:
        """How often each request has come since the last reset."""
        with self._lock:
            return Counter(self._log)

    def hold(self, operation: str) -> None:
        """Keep answers to ``operation`` back until they are released."""
        self.knobs.held[operation] = Event()

    def release(self, operation: str) -> None:
        self.knobs.held.pop(operation).set()

    def wait_if_held(self, operation: str) -> None:
        event = self.knobs.held.get(operation)
        if event is not None:
            event.wait(_HELD_SECONDS)

    def rename(self, old: str, new: str) -> None:
        """The same account (by id) under a new handle."""
        renamed = replace(self.creators.pop(old), username=new)
        self.creators[new] = renamed

    def layout(self, creator: Creator | None) -> Layout:
        return self.knobs.layouts.get(creator.username, "div") if creator else "div"

    def by_id(self, profile_id: str) -> Creator | None:
        return next((known for known in self.creators.values() if known.profile_id == profile_id), None)
