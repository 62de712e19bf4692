"""A check from body to answer: bounded, remembered, and never done twice for the same capture.

The modules that judge (numpy, bs4) are imported by ``warm``, after the port is bound, so that a start is quick.
"""

from __future__ import annotations

import threading
from collections import OrderedDict
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Any

from server.api.examples import comment_examples
from server.api.growth import history_of
from server.api.pods import Look, Pods
from server.api.standing import standing_of
from server.api.visits import check_of, earlier_visits, handles_of, kept_samples, known_rulings
from server.capture import Capture
from server.errors import BadField, Busy
from server.store.records import CreatorState
from server.store.repository import Repository

if TYPE_CHECKING:
    from server.facts import Count, Reading
    from server.scoring.own import Own
    from server.scoring.tallies import Tallies

WAIT_SECONDS = 10.0
EARLIEST = datetime(2010, 1, 1, tzinfo=UTC)
"""Instagram began in October 2010."""
MOST_AHEAD = timedelta(days=1)
"""How far the clock that captured may be ahead of this one."""
_REMEMBERED = 256


@dataclass(frozen=True, slots=True)
class Checked:
    """The answer of a check."""

    status: int
    body: dict[str, Any]


@dataclass(frozen=True, slots=True)
class _Samples:
    """What a capture held of the samples, and what it was judged by: an earlier visit may have read more."""

    read: Tallies
    used: Tallies
    size: Count | None
    """The followers that ``used`` was chosen for."""


@dataclass(frozen=True, slots=True)
class _Known:
    """An analysis that was made before, with the rulings and the user's own tables that it was made with."""

    analysis: dict[str, Any]
    rulings: tuple[tuple[str, ...], ...]
    own: Own
    samples: _Samples
    at: datetime


class Checker:
    """Analyses captures for one store. Safe to call from any thread."""

    def __init__(
        self,
        store: Repository,
        at_once: int,
        most: int,
        pods: Pods | None = None,
    ) -> None:
        """``at_once`` captures are analysed together; with ``most`` under way the next one is refused at once, so
        that there is always a thread for everything else."""
        self._store = store
        self._pods = pods
        self._places = threading.BoundedSemaphore(at_once)
        self._entries = threading.BoundedSemaphore(most)
        self._known: OrderedDict[str, _Known] = OrderedDict()
        self._lock = threading.Lock()
        self._erased = 0

    def warm(self) -> None:
        """Judge an empty page: numpy, bs4 and the model are loaded by it."""
        from server.analysis import analyze  # noqa: PLC0415 - loaded after the port is bound

        analyze(Capture(html=""))

    def check(self, body: bytes) -> Checked:
        """Analyse the capture in ``body``. Raises a SoiError for a body that is no capture, or Busy."""
        with _taken(self._entries, 0), _taken(self._places, WAIT_SECONDS):
            capture = _dated(Capture.from_json(body))
            _check_time(capture.captured_at, datetime.now(UTC))
            digest = capture.digest()
            now = capture.captured_at or datetime.now(UTC)
            return self._recall(digest, now) or self._analyse(capture, digest, now)

    def forget(self) -> None:
        """Drop remembered analyses: after an erase or a restore nothing may answer from memory."""
        with self._lock:
            self._known.clear()
            self._erased += 1

    def _analyse(self, capture: Capture, digest: str, now: datetime) -> Checked:
        from server.analysis import judge  # noqa: PLC0415 - see warm()
        from server.parsing import read_capture  # noqa: PLC0415 - see warm()

        erased = self._erased
        reading = read_capture(capture)
        before = self._state(reading)
        history = earlier_visits(before, now) if before else ()
        rulings = known_rulings(before) if before else ()
        samples = _samples(reading, before, now)
        look = self._look(reading, before, again=samples.used.comments_from is not None)
        own = self._own()
        analysis = judge(
            reading,
            now=now,
            capture_hash=digest,
            history=history,
            rulings=rulings,
            prices=own.prices,
            thresholds=own.thresholds,
            search=own.search,
            tallies=replace(samples.used, pods=look.tally if look else None),
        )
        answer = analysis.to_json() | {
            "ledger": _ledger(capture, reading),
            "examples": comment_examples(reading.comment_rows, len(capture.comment_rows)),
            "overlaps": look.overlaps() if look else (),
        }
        after = before
        if analysis.ok and erased == self._erased:  # else it could bring back what was erased meanwhile
            sketch = look.sketch if look else None
            check = check_of(
                answer,
                analysis.to_audit(),
                samples.read,
                at=now,
                digest=digest,
                sketch=sketch,
                standing=standing_of(analysis),
            )
            after = self._store.add_check(check)
            self._remember(digest, _Known(answer, _rulings(after), own, samples, now))
        return Checked(analysis.http_status, answer | _memory(after, now if analysis.ok else None))

    def _look(self, reading: Reading, before: CreatorState | None, *, again: bool) -> Look | None:
        """The commenters compared with those of other creators, if the user wants that.

        ``again``: by the sketch that was kept, as the comments are those of an earlier visit.
        """
        if self._pods is None:
            return None
        names = handles_of(before) if before else ()
        kept = self._pods.look_again(names) if again else None
        return kept or self._pods.look(reading.comment_rows, [*names, reading.facts.username or ""])

    def _state(self, reading: Reading) -> CreatorState | None:
        facts = reading.facts
        return self._store.creator(facts.username, facts.profile_id) if facts.username else None

    def _own(self) -> Own:
        from server.scoring.own import own_of  # noqa: PLC0415 - see warm()

        return own_of(self._store.settings().value)

    def _recall(self, digest: str, now: datetime) -> Checked | None:
        with self._lock:
            known = self._known.get(digest)
        if known is None:
            return None
        facts = known.analysis["facts"]
        state = self._store.creator(facts["username"], facts["profile_id"])
        if state is None or (_rulings(state), self._own()) != (known.rulings, known.own):
            return None
        if _used(known.samples.read, known.samples.size, state, now) != known.samples.used:
            return None  # another visit has read more since, or its sample is too old by now
        return Checked(200, known.analysis | _memory(state, known.at))

    def _remember(self, digest: str, known: _Known) -> None:
        with self._lock:
            self._known[digest] = known
            while len(self._known) > _REMEMBERED:
                self._known.popitem(last=False)


def _dated(capture: Capture) -> Capture:
    """A saved page says itself when it was served; its file may have been copied since."""
    from server.parsing import served_at  # noqa: PLC0415 - see Checker.warm()

    if capture.url is not None:
        return capture
    return replace(capture, captured_at=served_at(capture.html) or capture.captured_at)


def _check_time(captured_at: datetime | None, now: datetime) -> None:
    """Raises BadField for a time that no browser can have: it would stand before or after all history for ever."""
    if captured_at is None or EARLIEST <= captured_at <= now + MOST_AHEAD:
        return
    raise BadField("captured_at: from 2010 to one day after this computer's clock.")


@contextmanager
def _taken(places: threading.BoundedSemaphore, seconds: float) -> Iterator[None]:
    """Hold one of the places. Raises Busy when none becomes free in time."""
    if not places.acquire(timeout=seconds):
        raise Busy
    try:
        yield
    finally:
        places.release()


def _samples(reading: Reading, before: CreatorState | None, now: datetime) -> _Samples:
    from server.analysis import PROFILES  # noqa: PLC0415 - see Checker.warm()
    from server.scoring.tallies import tallies_of  # noqa: PLC0415 - as above

    read, size = tallies_of(reading), reading.facts.followers
    return _Samples(read, _used(read, size, before, now) if reading.page in PROFILES else read, size)


def _used(read: Tallies, size: Count | None, state: CreatorState | None, now: datetime) -> Tallies:
    """``read``, completed by what earlier visits of the creator had read."""
    from server.scoring.tallies import with_earlier  # noqa: PLC0415 - as above

    return read if state is None else with_earlier(read, kept_samples(state), now, size)


def _rulings(state: CreatorState) -> tuple[tuple[str, ...], ...]:
    return tuple((ruling.signal, ruling.ruling, ruling.note) for ruling in state.rulings)


def _memory(state: CreatorState | None, now: datetime | None) -> dict[str, Any]:
    """What the badge shows beside the verdict: the entry of the list, and the visits."""
    if state is None:
        return {"shortlist": None, "history": None, "rulings": []}
    return {"shortlist": state.entry, "history": history_of(state, now), "rulings": state.rulings}


def _ledger(capture: Capture, reading: Reading) -> dict[str, Any]:
    """Which sources the capture held, what of it was not believed, and that the check asked nobody for more."""
    return {
        "sources": list(reading.sources),
        "discarded": list(reading.discarded),
        "responses": len(capture.responses),
        "follower_rows": len(capture.follower_rows),
        "comment_rows": len(capture.comment_rows),
        "requests_made": 0,
    }
