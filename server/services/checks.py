"""A check from body to answer: bounded, remembered, and never done twice for the same capture.

Three steps with a frozen record between them: gather (what the look is judged by), judge (pure), keep (what is stored).
"""

from __future__ import annotations

import threading
from collections import OrderedDict
from collections.abc import Iterable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from datetime import UTC, datetime, timedelta
from typing import Any

from msgspec import Struct
from msgspec.structs import replace

from server.capture import Capture
from server.errors import Busy
from server.facts import Reading
from server.money import Price
from server.parsing import read_capture
from server.scoring.own import UserTables
from server.services.asker import ALONE, Asker, InCampaign, colleague_of
from server.services.gathered import Gathered, Gatherer, LookSamples, used_samples
from server.services.history import history_of
from server.services.judged import Judged, judge_look
from server.services.looks import Look, looked
from server.services.own_lists import ReadLists
from server.services.own_rates import OwnRates
from server.services.posted import posted_on_page
from server.services.shared_commenters import SharedCommenters
from server.services.visits import price_asked
from server.store.list_records import Actor
from server.store.records import SAME_VISIT, Check, CreatorState, Saved
from server.store.store import Store

WAIT_SECONDS = 10.0
_REMEMBERED = 256
_TURNS = 64
"""Locks for creators: two looks at one of them are judged one after the other."""


class CheckAnswered(Struct, frozen=True):
    """The answer of a check."""

    status: int
    body: dict[str, Any]


class _Known(Struct, frozen=True):
    """An answer that was made before, with all that it was made with beside the capture."""

    answer: dict[str, Any]
    check: Check
    rulings: tuple[tuple[str, ...], ...]
    own: UserTables
    asked: Price | None
    samples: LookSamples
    packed_evidence: str | None


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
        self._store, self._own_rates = store, own_rates
        self._lists = ReadLists(store)
        self._gatherer = Gatherer(store, shared_commenters, self._lists)
        self._places = threading.BoundedSemaphore(at_once)
        self._entries = threading.BoundedSemaphore(most)
        self._known: OrderedDict[str, _Known] = OrderedDict()
        self._lock = threading.Lock()
        self._turns = tuple(threading.Lock() for _ in range(_TURNS))
        self._erased = 0

    def check(self, body: bytes, asker: Asker = ALONE) -> CheckAnswered:
        """Analyse the capture in ``body`` for ``asker``. Raises a SoiError for a body that is no capture, or Busy."""
        with self.place():
            look = looked(Capture.from_json(body), datetime.now(UTC))
            found = (self._recall(look) if asker.keeps else None) or self._analyse(look, asker)
            body_of = self._own_rates.beside(found.body)
            beside = {"colleague": colleague_of(body_of["shortlist"], asker), **self._campaigns(found)}
            beside |= {} if asker.keeps else {"may_change": False}
            return replace(found, body=body_of | beside)

    def _campaigns(self, found: CheckAnswered) -> dict[str, Any]:
        """The campaigns that have the creator; nothing where none has."""
        facts = found.body["facts"]
        named = (
            self._store.campaigns.naming(facts.username, facts.profile_id)
            if facts.username is not None
            else ()
        )
        return {"campaigns": tuple(InCampaign(*one) for one in named)} if named else {}

    @contextmanager
    def place(self) -> Iterator[None]:
        """Hold one of the places for those who analyse. Raises Busy."""
        with _taken(self._entries, 0), _taken(self._places, WAIT_SECONDS):
            yield

    @contextmanager
    def turns(self, readings: Iterable[Reading]) -> Iterator[None]:
        """Hold the turns of these creators; always in the same order, so that no two wait for each other."""
        with ExitStack() as held:
            for turn in sorted({hash(reading.facts.username) % _TURNS for reading in readings}):
                held.enter_context(self._turns[turn])
            yield

    def judge(self, look: Look, reading: Reading) -> Judged:
        """Judge a look by what the store knows now; nothing is kept."""
        return judge_look(self._gatherer.gather(look, reading))

    def keep_listed(self, checks: Sequence[Check], erased: int, by: Actor) -> tuple[Saved, ...]:
        """Keep checks with their creators on the list, in one write; nothing where somebody was ``erased`` meanwhile."""
        if not checks or erased != self._erased:
            return ()
        saved = self._store.checks.add_listed(checks, by)
        for check in checks:
            self._lists.note(check.username, check.visit.follower_sample)
        return saved

    def note_posted(self, look: Look, reading: Reading) -> None:
        """Tell the campaigns that wait for posts of this page what it shows."""
        posted_on_page(self._store, look, reading, None, keeps=True)

    @property
    def erased(self) -> int:
        """How often something was erased so far."""
        return self._erased

    def forget(self) -> None:
        """Drop remembered analyses: after an erase or a restore nothing may answer from memory."""
        with self._lock:
            self._known.clear()
            self._erased += 1
        self._lists.forget()

    def _analyse(self, look: Look, asker: Asker) -> CheckAnswered:
        erased = self._erased
        reading = read_capture(look.capture)
        with self.turns((reading,)):  # no look overtakes another one's evidence
            gathered = self._gatherer.gather(look, reading)
            judged = judge_look(gathered)
            state = self._keep(gathered, judged, erased) if asker.keeps else gathered.before
            posted = posted_on_page(self._store, look, reading, state, keeps=asker.keeps)
        memory = _memory(state, look.at if judged.analysis.ok else None)
        if not asker.keeps:
            memory["audit_id"] = None
        if posted:
            memory["posted"] = posted
        return CheckAnswered(judged.analysis.http_status, judged.answer | memory)

    def _keep(self, gathered: Gathered, judged: Judged, erased: int) -> CreatorState | None:
        """The third step: bring the check into the store, unless something was erased meanwhile; gives the creator as
        it is known then."""
        check = judged.check
        if check is None or erased != self._erased:
            return gathered.before
        state = self._store.checks.add(check)
        self._lists.note(check.username, check.visit.follower_sample)
        made_with = (_rulings(state), gathered.own, gathered.asked, gathered.samples, state.packed_evidence)
        known = _Known(judged.answer, check, *made_with)
        with self._lock:
            self._known[gathered.look.digest] = known
            while len(self._known) > _REMEMBERED:
                self._known.popitem(last=False)
        return state

    def _recall(self, look: Look) -> CheckAnswered | None:
        """The answer of the same capture within the same visit, and that visit noted as looked at again."""
        with self._lock:
            known = self._known.get(look.digest)
        if known is None or not timedelta(0) <= look.at - known.check.visit.at < SAME_VISIT:
            return None
        state = self._store.creators.find(known.check.username, known.check.profile_id)
        if state is None or not _still_holds(known, state, self._gatherer.own(), look):
            return None
        visit = replace(known.check.visit, at=look.at)
        state = self._store.checks.add(replace(known.check, visit=visit, audit=None, evidence=None))
        return CheckAnswered(200, known.answer | _memory(state, look.at))


def _still_holds(known: _Known, state: CreatorState, own: UserTables, look: Look) -> bool:
    """False where a ruling, a table of the user, an asked price or another look has changed what the answer was made from."""
    made_with = (known.rulings, known.own, known.packed_evidence, known.asked)
    if (_rulings(state), own, state.packed_evidence, price_asked(state, own.search)) != made_with:
        return False
    last = state.visits[-1] if state.visits else None
    if last is None or not last.goes_on(look.at) or last.audit_id != known.check.visit.audit_id:
        return False
    return used_samples(known.samples.read, known.samples.size, state, look.at) == known.samples.used


@contextmanager
def _taken(places: threading.BoundedSemaphore, seconds: float) -> Iterator[None]:
    """Hold one of the places. Raises Busy when none becomes free in time."""
    if not places.acquire(timeout=seconds):
        raise Busy
    try:
        yield
    finally:
        places.release()


def _rulings(state: CreatorState) -> tuple[tuple[str, ...], ...]:
    return tuple((ruling.signal, ruling.ruling, ruling.note) for ruling in state.rulings)


def _memory(state: CreatorState | None, now: datetime | None) -> dict[str, Any]:
    """What the badge shows beside the verdict: the entry of the list, and the visits."""
    if state is None:
        return {"shortlist": None, "history": None, "rulings": []}
    return {"shortlist": state.entry, "history": history_of(state, now), "rulings": state.rulings}
