"""Looking back over the whole list: who is due for another look, and what the last look saw that the one before had not."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta
from typing import Any, Literal

from msgspec import Struct

from server.messages import Text
from server.schemas.checks import CreatorDigest, Digest, DigestChange, DueLook, DueLooks
from server.store.records import Entry, Figure, Visit
from server.store.reports import LastLooks
from server.store.store import Store
from server.times import iso

MOST_SHOWN = 200
SILENT_AFTER = timedelta(days=14)
"""Two looks closer to each other say nothing of somebody who does not post."""

Signs = Mapping[str, Mapping[str, Text]]
"""The words of each sign that a look found, by its audit and by the sign."""


class Lookback:
    """The lists of one store."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def due(self, now: datetime, days: int) -> DueLooks:
        """Who was last checked more than ``days`` ago, too thinly, or never; rejected creators are left alone."""
        looks = (look for look in self._store.checks.last_looks() if look.entry.status != "rejected")
        found = [one for look in looks if (one := _due(look, now, days))]
        found.sort(key=lambda one: (one.at is None, one.at or now))
        return DueLooks(days=days, total=len(found), due=tuple(found[:MOST_SHOWN]))

    def digest(self) -> Digest:
        """What changed between the two last looks at each creator, latest look first."""
        pairs = [pair for look in self._store.checks.last_looks() if (pair := _pair(look))]
        pairs.sort(key=lambda pair: pair.last.at, reverse=True)
        signs = self._signs([pair for pair in pairs if _may_have_new_signs(pair)][:MOST_SHOWN])
        found = [one for pair in pairs if (one := _digest(pair, signs))]
        return Digest(compared=len(pairs), total=len(found), creators=tuple(found[:MOST_SHOWN]))

    def _signs(self, pairs: Sequence[_Pair]) -> Signs:
        """Of so many creators that an answer does not wait: the latest ones."""
        audits = (visit.audit_id for pair in pairs for visit in (pair.before, pair.last) if visit.audit_id)
        return {
            audit_id: {
                sign["id"]: Text(**sign["reason"])
                for sign in audit["analysis"]["suspicion"]["signals"]
                if sign["contribution"] > 0
            }
            for audit_id, audit in self._store.audits.each(audits)
        }


class _Pair(Struct, frozen=True):
    entry: Entry
    before: Visit
    last: Visit


def _pair(look: LastLooks) -> _Pair | None:
    return None if look.before is None or look.last is None else _Pair(look.entry, look.before, look.last)


def _digest(pair: _Pair, signs: Signs) -> CreatorDigest | None:
    entry, before, last = pair.entry, pair.before, pair.last
    changes = (*_changes(before, last), *_new_signs(pair, signs))
    if not changes:
        return None
    return CreatorDigest(
        username=entry.username, full_name=entry.full_name, before=before.at, last=last.at, changes=changes
    )


def _due(look: LastLooks, now: datetime, days: int) -> DueLook | None:
    last = look.last or look.entry.last_check
    reason: Literal["old", "thin", "never"] | None = None
    if last is None:
        reason = "never"
    elif now - last.at > timedelta(days=days):
        reason = "old"
    elif last.verdict == "not_enough_data":
        reason = "thin"
    if reason is None:
        return None
    entry = look.entry
    at = None if last is None else last.at
    return DueLook(username=entry.username, full_name=entry.full_name, at=at, reason=reason)


def _changes(before: Visit, last: Visit) -> list[DigestChange]:
    found = [
        _change(name, then, now)
        for name in ("followers", "engagement_rate")
        if (then := getattr(before, name)) and (now := getattr(last, name)) and is_apart(then, now)
    ]
    if before.verdict and last.verdict and before.verdict != last.verdict:
        found.append(_change("verdict", before.verdict, last.verdict))
        if before.model_version != last.model_version:  # the judge changed too, not the creator alone
            found.append(_change("model", before.model_version, last.model_version))
    newest = last.newest_post_at
    if newest is not None and newest <= before.at and last.at - before.at >= SILENT_AFTER:
        found.append(_change("silent", None, iso(newest)))
    return found


def is_apart(one: Figure, other: Figure) -> bool:
    """Whether two intervals do not overlap; two rounded figures that may be the same are no change.

    >>> is_apart(Figure(10, 9, 11), Figure(12, 11, 13)), is_apart(Figure(10, 9, 11), Figure(14, 12, 15))
    (False, True)
    """
    return one.high < other.low or other.high < one.low


def _change(what: Any, before: Any, after: Any, signs: Sequence[Text] = ()) -> DigestChange:
    return DigestChange(what=what, before=before, after=after, signs=tuple(signs))


def _may_have_new_signs(pair: _Pair) -> bool:
    """Where the same model judged both looks, and the earlier one had read all that the later one did."""
    before, last = pair.before, pair.last
    alike = before.model_version == last.model_version and before.suspicion != last.suspicion
    return alike and before.seen is not None and {*(last.seen or ())} <= {*before.seen}


def _new_signs(pair: _Pair, signs: Signs) -> list[DigestChange]:
    """Nothing where an audit has made room, or enough were read."""
    then, now = signs.get(pair.before.audit_id or ""), signs.get(pair.last.audit_id or "")
    if then is None or now is None or not _may_have_new_signs(pair):
        return []
    new = [words for sign, words in now.items() if sign not in then]
    return [_change("signs", None, None, new)] if new else []
