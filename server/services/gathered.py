"""The first step of a check: what one look is judged by, from the page and from the store. Nothing is changed here."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from msgspec import Struct

from server.analysis import PROFILES
from server.facts import Count, Reading
from server.money import Price
from server.samples.own_lists import OwnLists
from server.scoring.own import UserTables, own_of
from server.scoring.tallies import Tallies, tallies_of, with_earlier
from server.services.looks import Look, look_completed
from server.services.own_lists import ReadLists
from server.services.shared_commenters import Comparison, SharedCommenters
from server.services.visits import handles_of, kept_samples, price_asked
from server.store.records import CreatorState
from server.store.store import Store


class LookSamples(Struct, frozen=True):
    """What a capture held of the samples, and what it is judged by: an earlier visit may have read more."""

    read: Tallies
    used: Tallies
    size: Count | None
    """The followers that ``used`` was chosen for."""


class Gathered(Struct, frozen=True):
    """All that one look is judged by: the same gathered parts always give the same judgement."""

    look: Look
    reading: Reading
    """What the page shows."""
    whole: Reading
    """The same with what earlier looks add."""
    before: CreatorState | None
    """The creator as the store knows it; None for somebody new, and where the page names nobody."""
    samples: LookSamples
    shared: Comparison | None
    usual: OwnLists | None
    """What is usual in the user's other follower lists, where this look has one to compare."""
    own: UserTables
    asked: Price | None
    evidence: dict[str, Any] | None
    """What is to be kept of the page from now on."""

    @property
    def earlier(self) -> CreatorState | None:
        """What counts as history: nothing for a page without a date."""
        return None if self.look.is_undated else self.before


class Gatherer:
    """Reads what looks need from one store. Safe to call from any thread."""

    def __init__(self, store: Store, shared_commenters: SharedCommenters, lists: ReadLists) -> None:
        self._store, self._shared, self._lists = store, shared_commenters, lists

    def gather(self, look: Look, reading: Reading) -> Gathered:
        """All for one look at the page that was read as ``reading``."""
        before, own = self._state(reading), self.own()
        earlier = None if look.is_undated else before
        samples = _samples(reading, earlier, look.at)
        whole, evidence = look_completed(reading, earlier, look)
        return Gathered(
            look=look,
            reading=reading,
            whole=whole,
            before=before,
            samples=samples,
            shared=self._compared(reading, before, again=samples.used.comments_from is not None),
            usual=self._usual(samples.used, reading, before),
            own=own,
            asked=price_asked(before, own.search),
            evidence=evidence,
        )

    def own(self) -> UserTables:
        """What the user has set to judge by."""
        return own_of(self._store.settings.get().value)

    def _state(self, reading: Reading) -> CreatorState | None:
        facts = reading.facts
        return self._store.creators.find(facts.username, facts.profile_id) if facts.username else None

    def _compared(self, reading: Reading, before: CreatorState | None, *, again: bool) -> Comparison | None:
        """The commenters compared with those of other creators, if the user wants that.

        ``again``: by the sketch that was kept, as the comments are those of an earlier visit.
        """
        names = handles_of(before) if before else ()
        kept = self._shared.compare_kept(names) if again else None
        return kept or self._shared.compare(reading.comment_rows, [*names, reading.facts.username or ""])

    def _usual(self, used: Tallies, reading: Reading, before: CreatorState | None) -> OwnLists | None:
        if used.followers is None:
            return None
        names = handles_of(before) if before else ()
        return self._lists.usual({*names, reading.facts.username or ""})


def _samples(reading: Reading, before: CreatorState | None, now: datetime) -> LookSamples:
    read, size = tallies_of(reading), reading.facts.followers
    used = used_samples(read, size, before, now) if reading.page in PROFILES else read
    return LookSamples(read, used, size)


def used_samples(read: Tallies, size: Count | None, state: CreatorState | None, now: datetime) -> Tallies:
    """``read``, completed by what earlier visits of the creator had read."""
    return read if state is None else with_earlier(read, kept_samples(state), now, size)
