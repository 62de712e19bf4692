"""Who shares commenters with whom, when the user has switched it on; names of creators only, never of a commenter."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from msgspec import Struct
from msgspec.structs import asdict

from server.facts import CommentRow
from server.samples import shared_commenters as sketches
from server.samples.shared_commenters import Link, Overlap, SharedTally
from server.services.sketch_key import SketchKey
from server.services.visits import handles_of
from server.store.records import CreatorState, Sketch
from server.store.store import Store

MOST_NAMED = 5
MOST_LISTED = 20
CLEAR = 0.05
"""Least lower end of an overlap that is named: below that, 8-bit places of a sketch collide by luck."""
MOST_COMPARED = 2_000
"""Creators compared each with each, the latest known: two million pairs in less than half a second."""


class OtherCreator(Struct, frozen=True):
    """Another creator whose commenters were compared with this one's."""

    username: str
    n_people: int
    """Commenters in the other one's sketch."""
    share: float
    low: float
    high: float
    """Share of this creator's commenters who also comment there, with a 95 % interval."""
    is_clear: bool
    """Whether luck does not explain the overlap."""

    def to_json(self) -> dict[str, Any]:
        return asdict(self)


class Comparison(Struct, frozen=True):
    """What comparing one creator's commenters gave."""

    sketch: Sketch
    tally: SharedTally
    others: tuple[OtherCreator, ...]
    """By name, the closest first, for an answer only: audit and store do not keep them."""

    def named(self) -> list[dict[str, Any]]:
        """The closest of those that luck does not explain, as a check answers them."""
        clear = [other for other in self.others if other.is_clear]
        return [
            {
                "username": other.username,
                "share": other.share,
                "low": other.low,
                "high": other.high,
                "chance": self.tally.chance,
            }
            for other in clear[:MOST_NAMED]
        ]

    def least(self) -> float:
        """The lower end of an overlap has to lie above this to be named."""
        return max(self.tally.chance, CLEAR)


class CreatorGroup(Struct, frozen=True):
    """Creators who are linked by the people they share, each with at least one other of the group."""

    members: tuple[str, ...]
    links: tuple[tuple[str, str, Overlap], ...]
    """Two names, and the share of the smaller one's commenters who are at both; the closest first."""

    def to_json(self) -> dict[str, Any]:
        links = [{"a": a, "b": b} | asdict(overlap) for a, b, overlap in self.links]
        return {"members": list(self.members), "links": links}


class SharedCommenters:
    """Compares commenters for one store. Safe to call from any thread."""

    def __init__(self, store: Store, key: SketchKey) -> None:
        self._store, self._key = store, key

    def compare(self, rows: Sequence[CommentRow], own_names: Sequence[str]) -> Comparison | None:
        """Compare the commenters in ``rows`` with the sketches of others; None while switched off or with few people.

        ``own_names``: every handle of this creator, who is not compared with itself.
        """
        people = {row.username for row in rows if not row.by_owner}
        if len(people) < sketches.MIN_PEOPLE or not self._key.is_on:
            return None
        try:
            key = self._key.for_sketch()
        except OSError:  # a full disk costs the comparison, not the check
            return None
        own = Sketch(key.id, len(people), sketches.sketch(people, key.secret))
        return _compared(
            own, [(name, s) for name, s in self._store.sketches.under(key.id) if name not in own_names]
        )

    def compare_kept(self, own_names: Sequence[str]) -> Comparison | None:
        """Compare the sketch that an earlier check kept; None while switched off, or where none was kept."""
        key = self._key.present()
        if key is None:
            return None
        known = self._store.sketches.under(key.id)
        present = own_names[0] if own_names else ""  # a former handle may be somebody else's by now
        own = next((sketch for name, sketch in known if name == present), None)
        if own is None:
            return None
        return _compared(own, [(name, sketch) for name, sketch in known if name != present])

    def of_creator(self, state: CreatorState) -> dict[str, Any]:
        """One creator's commenters compared with those of every other one, the closest first."""
        found = self.compare_kept(handles_of(state))
        return {
            "enabled": self._key.is_on,
            "needed": sketches.MIN_PEOPLE,
            "n_people": found and found.sketch.n,
            "compared": found.tally.compared if found else 0,
            "chance": found and found.least(),
            "overlaps": [other.to_json() for other in found.others[:MOST_LISTED]] if found else [],
        }

    def groups(self) -> dict[str, Any]:
        """The groups of all creators with a sketch, the largest first; how many were compared, and how many were too
        many for it."""
        key = self._key.present()
        known = [] if key is None else self._store.sketches.under(key.id)
        used = known[-MOST_COMPARED:]
        return {
            "enabled": self._key.is_on,
            "compared": len(used),
            "left_out": len(known) - len(used),
            "groups": [group.to_json() for group in _groups(used)],
        }


def _compared(own: Sketch, others: Sequence[tuple[str, Sketch]]) -> Comparison:
    found, chance = sketches.compare((own.places, own.n), [(s.places, s.n) for _, s in others])
    best = max(found, key=lambda overlap: overlap.low, default=Overlap(0.0, 0.0, 0.0))
    tally = SharedTally(own.n, len(others), best.share, best.low, best.high, chance)
    nearest = sorted(zip(others, found, strict=True), key=lambda pair: -pair[1].low)
    named = tuple(
        OtherCreator(name, other.n, o.share, o.low, o.high, is_clear=o.low > max(chance, CLEAR))
        for (name, other), o in nearest
    )
    return Comparison(own, tally, named)


def _groups(known: Sequence[tuple[str, Sketch]]) -> list[CreatorGroup]:
    names = [name for name, _ in known]
    links = [link for link in sketches.links([(s.places, s.n) for _, s in known]) if link.overlap.low > CLEAR]
    links.sort(key=lambda link: -link.overlap.low)
    found = [_group(names, places, links) for places in sketches.linked_groups(links)]
    return sorted(found, key=lambda group: (-len(group.members), group.members))


def _group(names: Sequence[str], places: set[int], links: Sequence[Link]) -> CreatorGroup:
    own = [link for link in links if link.first in places]
    return CreatorGroup(
        tuple(sorted(names[place] for place in places)),
        tuple((names[link.first], names[link.second], link.overlap) for link in own),
    )
