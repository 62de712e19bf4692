"""A check from body to answer: bounded, remembered, and never done twice for the same capture."""

from __future__ import annotations

import threading
from collections import OrderedDict
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from typing import Any

from server.analysis import PROFILES, judge
from server.audit import audit_of
from server.capture import Capture
from server.errors import Busy
from server.facts import Count, Reading
from server.money import Price
from server.parsing import read_capture
from server.samples.own_lists import OwnLists
from server.scoring.own import UserTables, own_of
from server.scoring.tallies import Tallies, tallies_of, with_earlier
from server.services.comment_examples import comment_examples
from server.services.history import history_of
from server.services.looks import Look, look_completed, looked
from server.services.own_lists import ReadLists
from server.services.own_rates import OwnRates
from server.services.shared_commenters import Comparison, SharedCommenters
from server.services.threshold_preview import verdict_inputs_of
from server.services.visits import (
    check_of,
    earlier_visits,
    handles_of,
    kept_samples,
    known_rulings,
    price_asked,
)
from server.store.records import SAME_VISIT, Check, CreatorState
from server.store.store import Store

WAIT_SECONDS = 10.0
_REMEMBERED = 256
_TURNS = 64
"""Locks for creators: two looks at one of them are judged one after the other."""


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
    """An analysis that was made before, with all that it was made with beside the capture."""

    analysis: dict[str, Any]
    check: Check
    rulings: tuple[tuple[str, ...], ...]
    own: UserTables
    asked: Price | None
    samples: _Samples
    evidence: dict[str, Any] | None


class Checker:
    """Analyses captures for one store. Safe to call from any thread."""

    def __init__(
        self,
        store: Store,
        at_once: int,
        most: int,
        shared_commenters: SharedCommenters,
        own_rates: OwnRates,
    ) -> None:
        """``at_once`` captures are analysed together; with ``most`` under way the next one is refused at once, so
        that there is always a thread for everything else."""
        self._store = store
        self._shared, self._own_rates = shared_commenters, own_rates
        self._lists = ReadLists(store)
        self._places = threading.BoundedSemaphore(at_once)
        self._entries = threading.BoundedSemaphore(most)
        self._known: OrderedDict[str, _Known] = OrderedDict()
        self._lock = threading.Lock()
        self._turns = tuple(threading.Lock() for _ in range(_TURNS))
        self._erased = 0

    def check(self, body: bytes) -> Checked:
        """Analyse the capture in ``body``. Raises a SoiError for a body that is no capture, or Busy."""
        with _taken(self._entries, 0), _taken(self._places, WAIT_SECONDS):
            look = looked(Capture.from_json(body), datetime.now(UTC))
            found = self._recall(look) or self._analyse(look)
            return replace(found, body=self._own_rates.beside(found.body))

    def forget(self) -> None:
        """Drop remembered analyses: after an erase or a restore nothing may answer from memory."""
        with self._lock:
            self._known.clear()
            self._erased += 1
        self._lists.forget()

    def _analyse(self, look: Look) -> Checked:
        erased = self._erased
        reading = read_capture(look.capture)
        with self._turns[
            hash(reading.facts.username) % len(self._turns)
        ]:  # no look overtakes another one's evidence
            return self._judged(look, reading, erased)

    def _judged(self, look: Look, reading: Reading, erased: int) -> Checked:
        before = self._state(reading)
        earlier = None if look.is_undated else before
        samples = _samples(reading, earlier, look.at)
        met = self._met(reading, before, again=samples.used.comments_from is not None)
        own = self._own()
        asked = price_asked(before, own.search)
        whole, evidence = look_completed(reading, earlier, look)
        analysis = judge(
            whole,
            now=None if look.is_undated else look.at,
            capture_hash=look.digest,
            history=earlier_visits(earlier, look.at) if earlier else (),
            rulings=known_rulings(before) if before else (),
            prices=own.prices,
            thresholds=own.thresholds,
            search=own.search,
            price_asked=asked,
            tallies=replace(
                samples.used,
                pods=met.tally if met else None,
                usual=self._usual(samples.used, reading, before),
            ),
        )
        answer = analysis.to_json() | {
            "ledger": _ledger(look.capture, reading),
            "examples": comment_examples(reading.comment_rows, len(look.capture.comment_rows)),
            "overlaps": met.named() if met else (),
        }
        if reading.page == "post":
            answer["standing"] = _standing(before)
        after = before
        is_kept = analysis.ok and reading.facts.username is not None and erased == self._erased
        if is_kept:  # what nobody can name or was erased meanwhile is not brought into the store
            check = check_of(
                answer,
                audit_of(analysis),
                samples.read,
                look=look,
                sketch=met.sketch if met else None,
                verdict_inputs=verdict_inputs_of(analysis),
                columns=analysis.packed,
                evidence=evidence,
            )
            after = self._store.checks.add(check)
            self._lists.note(check.username, check.visit.follower_sample)
            made_with = (_rulings(after), own, asked, samples, after.evidence)
            self._remember(look.digest, _Known(answer, check, *made_with))
        return Checked(analysis.http_status, answer | _memory(after, look.at if analysis.ok else None))

    def _met(self, reading: Reading, before: CreatorState | None, *, again: bool) -> Comparison | None:
        """The commenters compared with those of other creators, if the user wants that.

        ``again``: by the sketch that was kept, as the comments are those of an earlier visit.
        """
        names = handles_of(before) if before else ()
        kept = self._shared.compare_kept(names) if again else None
        return kept or self._shared.compare(reading.comment_rows, [*names, reading.facts.username or ""])

    def _usual(self, used: Tallies, reading: Reading, before: CreatorState | None) -> OwnLists | None:
        """What is usual in the user's other follower lists, where this check has one to compare."""
        if used.followers is None:
            return None
        names = handles_of(before) if before else ()
        return self._lists.usual({*names, reading.facts.username or ""})

    def _state(self, reading: Reading) -> CreatorState | None:
        facts = reading.facts
        return self._store.creators.find(facts.username, facts.profile_id) if facts.username else None

    def _own(self) -> UserTables:

        return own_of(self._store.settings.get().value)

    def _recall(self, look: Look) -> Checked | None:
        """The answer of the same capture within the same visit, and that visit noted as looked at again."""
        with self._lock:
            known = self._known.get(look.digest)
        if known is None or not timedelta(0) <= look.at - known.check.visit.at < SAME_VISIT:
            return None
        facts = known.analysis["facts"]
        state = self._store.creators.find(facts["username"], facts["profile_id"])
        if state is None or not _still_holds(known, state, self._own(), look):
            return None
        visit = replace(known.check.visit, at=look.at)
        state = self._store.checks.add(replace(known.check, visit=visit, audit=None, evidence=None))
        return Checked(200, known.analysis | _memory(state, look.at))

    def _remember(self, digest: str, known: _Known) -> None:
        with self._lock:
            self._known[digest] = known
            while len(self._known) > _REMEMBERED:
                self._known.popitem(last=False)


def _still_holds(known: _Known, state: CreatorState, own: UserTables, look: Look) -> bool:
    """False where a ruling, a table of the user, an asked price or another look has changed what the answer was made from."""
    if (_rulings(state), own, state.evidence) != (known.rulings, known.own, known.evidence):
        return False
    if price_asked(state, own.search) != known.asked:
        return False
    last = state.visits[-1] if state.visits else None
    if last is None or not last.goes_on(look.at) or last.audit_id != known.check.visit.audit_id:
        return False
    return _used(known.samples.read, known.samples.size, state, look.at) == known.samples.used


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
    read, size = tallies_of(reading), reading.facts.followers
    return _Samples(read, _used(read, size, before, now) if reading.page in PROFILES else read, size)


def _used(read: Tallies, size: Count | None, state: CreatorState | None, now: datetime) -> Tallies:
    """``read``, completed by what earlier visits of the creator had read."""
    return read if state is None else with_earlier(read, kept_samples(state), now, size)


def _rulings(state: CreatorState) -> tuple[tuple[str, ...], ...]:
    return tuple((ruling.signal, ruling.ruling, ruling.note) for ruling in state.rulings)


def _standing(state: CreatorState | None) -> dict[str, Any] | None:
    """The stored verdict of a post's owner with its date; None where the owner was never looked at."""
    last = state.last if state else None
    if last is None or last.verdict is None:
        return None
    return {"verdict": last.verdict, "at": last.at.isoformat(), "model_version": last.model_version}


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
