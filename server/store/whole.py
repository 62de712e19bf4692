"""One check of a whole store: every document reads, every reference leads somewhere, nobody is there twice.

The same check stands behind a salvage, before a backup that pushes an older one out, and before a restore. What does
not belong to the whole is left out by ``mended``; the files that it was read from stay as they were.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

from server.errors import BadFile
from server.store.documents import (
    AUDITS,
    CREATORS,
    DEVICES,
    EVIDENCE,
    INDEXES,
    LISTED,
    LOCAL_TABLES,
    SETTINGS,
    VISITS,
    time_of,
)
from server.store.judging import BROKEN, JUDGES, is_whole
from server.store.memory import Memory
from server.store.work import Doc, Progress, Tables

KEPT_TABLES = (CREATORS, LISTED, VISITS, AUDITS, EVIDENCE, SETTINGS)
"""What a backup may hold."""
_HIGHEST_ID = 2**53
_EVERY = 1_000


@dataclass(frozen=True, slots=True)
class JudgedTables:
    """What of some tables can stand, and what cannot."""

    tables: Tables
    """The good documents; places of the list that were missing are made again."""
    loose: Mapping[str, int]
    """How many documents of a table were left out; of the list also the places that had to be made again."""


def judge(tables: Tables, progress: Progress | None = None) -> JudgedTables:
    """Read every document once, creators first. ``tables`` stay as they are."""
    tell = _Teller(progress, sum(len(documents) for documents in tables.values()))
    good = {name: _readable(name, tables[name], tell) for name in tables if name in JUDGES}
    creators = good.get(CREATORS)
    if creators is not None:
        good[CREATORS] = creators = _without_twins(creators)
    for table in (VISITS, AUDITS, EVIDENCE):
        if table in good:
            good[table] = {
                i: doc for i, doc in good[table].items() if str(doc["creator"]) in (creators or {})
            }
    listed = good.get(LISTED, {})
    places = _places(creators or {}, listed)
    loose = Counter({name: len(tables[name]) - len(good.get(name, {})) for name in tables if name != LISTED})
    kept = sum(places.get(place) == row for place, row in listed.items())
    loose[LISTED] = max(len(places), len(tables.get(LISTED, {}))) - kept
    if places or LISTED in good:
        good[LISTED] = places
    return JudgedTables(good, +loose)


def check_backup(tables: Tables, progress: Progress | None = None) -> Tables:
    """The tables that a backup may hold, if they are whole. Raises BadFile."""
    known = {name: tables[name] for name in KEPT_TABLES if name in tables}
    if judge(known, progress).loose:
        raise BadFile("The backup holds what this Soi cannot read; nothing was restored.")
    return known


def is_whole_store(tables: Tables) -> bool:
    """Whether a backup of these tables could be restored."""
    return not judge({name: rows for name, rows in tables.items() if name not in LOCAL_TABLES}).loose


def references_hold(tables: Tables) -> bool:
    """The cheap part, at every start: whether rows lead to creators, entries and places to each other, and whether
    the start itself can read what it reads."""
    try:
        return _references_hold(tables)
    except BROKEN:
        return False


def _references_hold(tables: Tables) -> bool:
    creators, listed = tables.get(CREATORS, {}), tables.get(LISTED, {})
    referred = {
        row["creator"] for table in (VISITS, AUDITS, EVIDENCE) for row in tables.get(table, {}).values()
    }
    if not all(str(creator) in creators for creator in referred):
        return False
    places = {
        str(doc["entry"]["order"]): {"creator": int(i)} for i, doc in creators.items() if doc.get("entry")
    }
    indexed = Memory(INDEXES, {name: tables[name] for name in (CREATORS, AUDITS, DEVICES) if name in tables})
    undone = [time_of(doc["undo"]["at"]) for doc in creators.values() if doc.get("undo")]
    names = {doc["username"] for doc in creators.values()}
    return places == listed and len(names) == len(indexed.ids(CREATORS)) and None not in undone


# --- one table -----------------------------------------------------------------------------------------------


class _Teller:
    """Counts documents, and tells now and then."""

    def __init__(self, progress: Progress | None, total: int) -> None:
        self._progress, self._total, self._done = progress, total, 0

    def one(self) -> None:
        self._done += 1
        if self._progress is not None and (self._done % _EVERY == 0 or self._done == self._total):
            self._progress(self._done, self._total)


def _readable(table: str, documents: Mapping[str, Doc], tell: _Teller) -> dict[str, Doc]:
    good = {}
    for doc_id, document in documents.items():
        if _is_id(doc_id) and is_whole(table, document):
            good[doc_id] = document
        tell.one()
    return good


def _is_id(text: str) -> bool:
    return text.isascii() and text.isdigit() and text[0] != "0" and int(text[:20]) < _HIGHEST_ID


def _without_twins(creators: dict[str, Doc]) -> dict[str, Doc]:
    """Of two with one handle or one number the later one is kept: it was written when the other should be gone."""
    kept: dict[str, Doc] = {}
    taken: set[tuple[str, str]] = set()
    for doc_id in sorted(creators, key=int, reverse=True):
        names = {(key, value) for key in ("username", "profile_id") if (value := creators[doc_id].get(key))}
        if not names & taken:
            kept[doc_id] = creators[doc_id]
            taken |= names
    return {doc_id: document for doc_id, document in creators.items() if doc_id in kept}


def _places(creators: dict[str, Doc], listed: Mapping[str, Doc]) -> dict[str, Doc]:
    """The list that the entries ask for: each at its own place; of two at one place the one that the list names.

    An entry that loses its place keeps its document and gets a new place, in ``creators``.
    """
    places: dict[str, Doc] = {}
    homeless = []
    for doc_id, document in creators.items():
        if not document.get("entry"):
            continue
        place, row = str(document["entry"]["order"]), {"creator": int(doc_id)}
        if place not in places:
            places[place] = row
        elif listed.get(place) == row:
            homeless.append(str(places[place]["creator"]))
            places[place] = row
        else:
            homeless.append(doc_id)
    highest = max([0, *map(int, places)])
    for number, doc_id in enumerate(homeless, start=highest + 1):
        places[str(number)] = {"creator": int(doc_id)}
        document = creators[doc_id]
        creators[doc_id] = document | {"entry": document["entry"] | {"order": number}}
    return dict(sorted(places.items(), key=lambda item: int(item[0])))
